"""A host's robots.txt is asked once, for each address on the way, and obeyed."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_server import HOST, WebServer, answer, redirect

from search.errors import FetchError
from search.fetch.access import Access
from search.fetch.fetch_page import fetch
from search.fetch.robots import Robots, _allows, _parsed

ALLOWED = Access({HOST, "localhost"})
RULES = b"User-agent: *\nDisallow: /private\nDisallow: /*.pdf$\n\nUser-agent: other\nDisallow: /\n"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/news", True), ("/private/a", False), ("/a.pdf", False), ("/a.pdf?b", True)],
)
def test_what_a_host_forbids_is_not_fetched(path: str, allowed: bool) -> None:
    with WebServer({"/robots.txt": answer(RULES, "200 OK", "text/plain")}) as server:
        server.pages[path] = answer(b"hello")
        robots = Robots(ALLOWED)
        if allowed:
            assert fetch(server.url(path), ALLOWED, check=robots.check).body == b"hello"
        else:
            with pytest.raises(FetchError, match=r"its robots.txt asks programs not to"):
                fetch(server.url(path), ALLOWED, check=robots.check)
        paths = [request.split(" ")[1] for request in server.requests]
        assert paths == ["/robots.txt", *([path] if allowed else [])]


def test_rules_for_this_program_count_more_than_those_for_all() -> None:
    rules = b"User-agent: *\nDisallow:\n\nUser-agent: Diptych\nDisallow: /news\n"
    with WebServer({"/robots.txt": answer(rules)}) as server:
        with pytest.raises(FetchError, match=r"robots.txt"):
            Robots(ALLOWED).check(server.url("/news"))
        Robots(ALLOWED).check(server.url("/sport"))


def test_a_host_is_asked_once_for_its_rules() -> None:
    with WebServer({"/robots.txt": answer(RULES)}) as server:
        robots = Robots(ALLOWED)
        for number in range(3):
            robots.check(server.url(f"/{number}"))
    assert len(server.requests) == 1


def test_a_redirect_leads_nowhere_that_is_forbidden() -> None:
    with WebServer({"/robots.txt": answer(RULES), "/a": redirect("/private/a")}) as server:
        with pytest.raises(FetchError, match=r"robots.txt"):
            fetch(server.url("/a"), ALLOWED, check=Robots(ALLOWED).check)
        assert all("GET /private" not in request for request in server.requests)


@pytest.mark.parametrize("status", ["404 Not Found", "403 No", "410 Gone"])
def test_where_there_are_no_rules_all_is_allowed(status: str) -> None:
    with WebServer({"/robots.txt": answer(b"", status)}) as server:
        Robots(ALLOWED).check(server.url("/a"))


@pytest.mark.parametrize("said", [answer(b"", "500 Oh"), answer(b"", "429 Wait"), b""])
def test_where_rules_cannot_be_had_nothing_is(said: bytes) -> None:
    with (
        WebServer({"/robots.txt": said}) as server,
        pytest.raises(FetchError, match=r"isn't known: its robots.txt: ") as caught,
    ):
        Robots(ALLOWED).check(server.url("/a"))
    assert "\n" not in str(caught.value)


def test_without_the_extra_the_standard_library_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "protego", None)
    with WebServer({"/robots.txt": answer(RULES)}) as server:
        robots = Robots(ALLOWED)
        robots.check(server.url("/news"))
        with pytest.raises(FetchError, match=r"robots.txt"):
            robots.check(server.url("/private/a"))


@given(st.text(), st.text(max_size=40))
def test_no_rules_are_too_odd(text: str, rule: str) -> None:
    rules = _parsed(f"User-agent: *\nDisallow: {rule}\nAllow: /{text}\n{text}")
    assert rules is None or _allows(rules, "http://quay.example/a?b=1") in {True, False}
