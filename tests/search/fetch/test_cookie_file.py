"""Cookies of a file go where they belong, and nowhere else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from web_server import HOST, WebServer, answer, redirect

from search.errors import LibraryError
from search.fetch.access import Access
from search.fetch.cookie_file import read_cookies
from search.fetch.fetch_page import fetch
from search.untrusted import web_address

if TYPE_CHECKING:
    from pathlib import Path

    from search.fetch.cookie_file import Cookies

LATER = int(time.time()) + 9_000


def cookies(folder: Path, *lines: str) -> Cookies:
    file = folder / "cookies.txt"
    file.write_text("\n".join(["# Netscape HTTP Cookie File", "", *lines, ""]), "utf-8")
    return read_cookies(file)


def sent(jar: Cookies, url: str) -> str:
    address = web_address(url)
    assert address is not None
    return jar.header(address)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://quay.example/", "host=1; wide=2; open=5"),
        ("https://www.quay.example/", "wide=2"),
        ("https://quay.example/news/a", "deep=3; host=1; wide=2; open=5"),
        ("https://quay.example/newspaper", "host=1; wide=2; open=5"),
        ("http://quay.example/news", "open=5"),
        ("https://notquay.example/", ""),
        ("https://quay.example.evil.example/", ""),
        ("https://example/", ""),
    ],
)
def test_a_cookie_goes_to_its_host_its_path_and_its_scheme(
    tmp_path: Path, url: str, expected: str
) -> None:
    jar = cookies(
        tmp_path,
        "quay.example\tFALSE\t/\tTRUE\t0\thost\t1",
        f"#HttpOnly_.quay.example\tTRUE\t/\tTRUE\t{LATER}\twide\t2",
        f"quay.example\tFALSE\t/news\tTRUE\t{LATER}\tdeep\t3",
        "quay.example\tFALSE\t/\tTRUE\t1000\told\t4",
        "quay.example\tFALSE\t/\tFALSE\t0\topen\t5",
    )
    assert sent(jar, url) == expected


@pytest.mark.parametrize(
    "line",
    [
        "quay.example\tFALSE\t/\tFALSE\t0\ta",
        "quay.example\tFALSE\t/\tFALSE\t0\ta\tb\r\x0bX-Evil: 1",
        "quay.example\tFALSE\t/\tFALSE\t0\ta\tb; c=d",
        "quay.example\tFALSE\t/\tFALSE\t0\ta=b\tc",
        "quay.example\tFALSE\tnews\tFALSE\t0\ta\tb",
        "\tFALSE\t/\tFALSE\t0\ta\tb",
        "quay.example\tFALSE\t/\tFALSE\t0\tä\tb",
    ],
)
def test_a_line_that_is_no_cookie_is_passed_over(tmp_path: Path, line: str) -> None:
    jar = cookies(tmp_path, line, "other.example\tFALSE\t/\tFALSE\t0\ta\tb")
    assert len(jar) == 1


def test_a_header_does_not_outgrow_what_servers_take(tmp_path: Path) -> None:
    lines = [f"quay.example\tFALSE\t/\tFALSE\t0\tn{n}\t{'v' * 1_000}" for n in range(100)]
    assert len(sent(cookies(tmp_path, *lines), "http://quay.example/")) < 8_200


def test_an_address_has_nothing_below_it(tmp_path: Path) -> None:
    jar = cookies(tmp_path, "0.0.1\tTRUE\t/\tFALSE\t0\ta\tb")
    assert sent(jar, "http://127.0.0.1/") == ""


def test_what_is_no_file_of_cookies_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="can't be read"):
        read_cookies(tmp_path / "none.txt")
    with pytest.raises(LibraryError, match="no cookies"):
        cookies(tmp_path, "hello")


def test_no_other_host_gets_them_by_a_redirect_and_nothing_shows_them(tmp_path: Path) -> None:
    jar = cookies(tmp_path, f"{HOST}\tFALSE\t/\tFALSE\t0\tticket\tsecret")
    assert "secret" not in repr(Access({HOST}, jar))
    with WebServer({"/there": answer(b"hello")}) as server:
        server.pages["/"] = redirect(server.url("/there", "localhost"))
        fetch(server.url("/"), Access({HOST, "localhost"}, jar))
    first, second = server.requests
    assert "\r\nCookie: ticket=secret\r\n" in first
    assert "ticket" not in second
