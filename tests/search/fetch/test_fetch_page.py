"""Addresses are fetched from a real server on this machine, however it behaves."""

from __future__ import annotations

import gzip
import time
import zlib
from email.utils import formatdate
from typing import TYPE_CHECKING

import pytest
from web_server import HOST, WebServer, answer, drip, redirect, silence

from search.errors import FetchError
from search.fetch.access import Access
from search.fetch.fetch_page import Validators, fetch
from search.fetch.response_body import LARGEST

if TYPE_CHECKING:
    from web_server import Answer

ALLOWED = Access({HOST, "localhost"})
PAGE = "<p>The tide came early — again.</p>".encode()


def packed(body: bytes, coding: str = "gzip") -> bytes:
    return answer(body, "200 OK", "text/html", f"Content-Encoding: {coding}")


def test_a_page_is_fetched_with_what_the_server_says_of_it() -> None:
    pages: dict[str, Answer] = {
        "/a?b=1": answer(
            PAGE, "200 OK", "Text/HTML; charset=UTF-8", 'ETag: "7"', "Last-Modified: now"
        )
    }
    with WebServer(pages) as server:
        found = fetch(server.url("/a?b=1#part"), ALLOWED)
        assert (found.body, found.kind, found.charset) == (PAGE, "text/html", "utf-8")
        assert found.validators == Validators('"7"', "now")
        assert found.moved == ""
    (request,) = server.requests
    assert "\r\nUser-Agent: diptych" in request
    assert f"\r\nHost: {HOST}:{server.port}\r\n" in request


@pytest.mark.parametrize(
    ("said", "kind", "charset"),
    [
        ("text/html; charset*=a; charset*0=b", "text/html", ""),
        ("TEXT/HTML;a=b; Charset = 'Latin-1' ; charset=utf-8", "text/html", "latin-1"),
        ("", "", ""),
        (";;=;charset", "", ""),
        ("x" * 9_000, "x" * 9_000, ""),
    ],
    ids=["continued", "two", "none", "rubbish", "long"],
)
def test_whatever_a_server_calls_its_body_it_is_read(said: str, kind: str, charset: str) -> None:
    with WebServer({"/": answer(PAGE, "200 OK", said)}) as server:
        found = fetch(server.url("/"), ALLOWED)
    assert (found.body, found.kind, found.charset) == (PAGE, kind, charset)


@pytest.mark.parametrize(
    "body",
    [
        packed(gzip.compress(PAGE)),
        packed(zlib.compress(PAGE), "deflate"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n"
        % (len(PAGE), PAGE),
        b"HTTP/1.0 200 OK\r\n\r\n" + PAGE,
    ],
    ids=["gzip", "deflate", "chunked", "to its end"],
)
def test_a_body_is_the_same_however_it_is_sent(body: bytes) -> None:
    with WebServer({"/": body}) as server:
        assert fetch(server.url("/"), ALLOWED).body == PAGE


def test_a_version_that_is_at_hand_is_not_sent_again() -> None:
    with WebServer({"/": answer(b"", "304 Not Modified")}) as server:
        found = fetch(server.url("/"), ALLOWED, Validators('"7"', "now"))
    assert found.body is None
    assert found.validators == Validators('"7"', "now")
    assert 'If-None-Match: "7"' in server.requests[0]
    assert "If-Modified-Since: now" in server.requests[0]


def test_only_redirects_for_good_are_remembered() -> None:
    pages: dict[str, Answer] = {
        "/old": redirect("/new", "301 Moved Permanently"),
        "/older": redirect("/old", "308 Permanent Redirect"),
        "/now": redirect("/old"),
        "/new": answer(PAGE),
    }
    with WebServer(pages) as server:
        assert fetch(server.url("/older"), ALLOWED).moved == server.url("/new")
        passing = fetch(server.url("/now"), ALLOWED)
        assert (passing.url, passing.moved) == (server.url("/new"), "")


FAULTS: dict[str, tuple[Answer, str]] = {
    "missing": (answer(b"", "404 Not Found"), "no such page"),
    "broken server": (answer(b"", "500 Oh"), "the server answers 500"),
    "ring": (redirect("/"), "redirects"),
    "file": (redirect("file:///etc/passwd"), "only addresses of http"),
    "script": (redirect("javascript:alert(1)"), "only addresses of http"),
    "no host": (redirect("http://[/a"), "only addresses of http"),
    "half": (answer(PAGE)[:-9], "broke off"),
    "half packed": (
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE * 99)[:-9],
        "broke off",
    ),
    "half a chunk": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n99\r\nab", "broke off"),
    "not packed": (packed(PAGE), "isn't gzip"),
    "unknown packing": (packed(PAGE, "compress"), "which wasn't asked for"),
    "bomb": (packed(gzip.compress(b"0" * (LARGEST * 8))), "larger than"),
    "huge": (answer(b"0" * (LARGEST + 1)), "larger than"),
    "nothing": (b"", "without an answer"),
    "noise": (b"\x00\xff\r\n\r\n", "makes no sense"),
    "endless head": (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500 + b"\r\n", "makes no sense"),
}


@pytest.mark.parametrize(("page", "why"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_told_in_one_line(page: Answer, why: str) -> None:
    with WebServer({"/": page}) as server, pytest.raises(FetchError, match=why) as caught:
        fetch(server.url("/"), ALLOWED)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(server.url("/"))


SLOW: dict[str, Answer] = {
    "silent": silence,
    "dripping head": drip(b"HTTP/1.1 200 OK\r\nA: "),
    "dripping body": drip(b"HTTP/1.1 200 OK\r\n\r\n"),
    "dripping chunks": drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n"),
}


@pytest.mark.parametrize("page", SLOW.values(), ids=SLOW)
def test_no_server_is_waited_for_beyond_the_time_it_has(page: Answer) -> None:
    begun = time.monotonic()
    with WebServer({"/": page}) as server, pytest.raises(FetchError, match="too long"):
        fetch(server.url("/"), ALLOWED, seconds=0.3)
    assert time.monotonic() - begun < 20  # it ends: how soon, the machine decides


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Unavailable"])
@pytest.mark.parametrize(
    ("seconds", "least", "most"), [("120", 120, 120), ("9" * 11, 604800, 604800), (None, 1, 5000)]
)
def test_a_server_says_when_to_ask_again(
    status: str, seconds: str | None, least: int, most: int
) -> None:
    said = seconds or formatdate(time.time() + 5000, usegmt=True)
    page = answer(b"", status, "text/html", f"Retry-After: {said}")
    with WebServer({"/": page}) as server, pytest.raises(FetchError) as caught:
        fetch(server.url("/"), ALLOWED)
    assert caught.value.wait is not None
    assert least <= caught.value.wait <= most


def test_this_machine_is_asked_only_if_it_is_allowed_by_name() -> None:
    with WebServer({"/": answer(PAGE)}) as server:
        for allowed in ((), ("localhost",), ("example.org",)):
            with pytest.raises(FetchError, match="private network"):
                fetch(server.url("/"), Access(allowed))
        assert fetch(server.url("/", "localhost"), Access({"localhost"})).body == PAGE
    assert len(server.requests) == 1


def test_a_redirect_to_a_private_address_is_checked_like_any() -> None:
    with WebServer({"/secret": answer(PAGE)}) as server:
        target = server.url("/secret", "localhost")
        server.pages["/"] = redirect(target)
        with pytest.raises(FetchError, match="localhost is this machine"):
            fetch(server.url("/"), Access({HOST}))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "http://",
        "a.example",
        "http://[::1",
        "http://a b/",
    ],
)
def test_only_addresses_of_the_web_are_fetched(address: str) -> None:
    with pytest.raises(FetchError, match="only addresses of http"):
        fetch(address)
