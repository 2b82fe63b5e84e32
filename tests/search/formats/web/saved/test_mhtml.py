from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from search.formats.web.saved.mhtml import page_of_mhtml

SAMPLES = Path(__file__).parents[1] / "samples"
PAGE = "<html><body><p>Hochwasser früh um sechs</p></body></html>"


def message(*parts: tuple[str, bytes], head: str = "") -> bytes:
    rows = [
        f'From: <Saved by a browser>\r\nContent-Type: multipart/related; boundary="=x"{head}\r\n'.encode()
    ]
    rows += [b"\r\n--=x\r\n" + about.encode() + b"\r\n\r\n" + body for about, body in parts]
    return b"".join([*rows, b"\r\n--=x--\r\n"])


def test_a_page_saved_by_a_browser_is_the_part_its_headers_name() -> None:
    page = page_of_mhtml((SAMPLES / "tide.mhtml").read_bytes())
    assert page is not None
    assert page.url == "http://127.0.0.1:8765/tide.html"
    assert page.data.startswith(b"<!DOCTYPE html>")
    assert "nobody’s surprise" in page.data.decode()


@pytest.mark.parametrize(
    ("how", "body"),
    [
        ("base64", b64encode(PAGE.encode("cp1252"))),
        ("quoted-printable", b"<html><body><p>Hochwasser fr=FCh=\r\n um sechs</p></body></html>"),
        ("8bit", PAGE.encode("cp1252")),
        ("binary", PAGE.encode("cp1252")),
    ],
)
def test_a_part_is_decoded_however_it_was_put_in(how: str, body: bytes) -> None:
    about = f"Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: {how}"
    page = page_of_mhtml(message(("Content-Type: image/png", b"\x89PNG"), (about, body)))
    assert page is not None
    assert page.charset == "iso-8859-1"
    assert page.data.decode("cp1252").strip() == PAGE


def test_of_several_pages_the_one_that_was_saved_is_taken() -> None:
    frame = ("Content-Type: text/html\r\nContent-Location: http://a.example/advert", b"<p>advert")
    named = ("Content-Type: text/html\r\nContent-Location: http://a.example/tide", b"<p>tide")
    marked = ("Content-Type: text/html\r\nContent-ID: <1@a>", b"<p>tide")
    for head, whole in (
        ("\r\nSnapshot-Content-Location: http://a.example/tide", (frame, named)),
        ('; start="<1@a>"', (frame, marked)),
        ("", (named, frame)),
    ):
        page = page_of_mhtml(message(*whole, head=head))
        assert page is not None
        assert page.data.strip() == b"<p>tide"


def test_a_page_beside_its_plain_form_is_found() -> None:
    inner = b"--y\r\nContent-Type: text/plain\r\n\r\ntide\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>tide\r\n--y--"
    page = page_of_mhtml(message(("Content-Type: multipart/alternative; boundary=y", inner)))
    assert page is not None
    assert page.data.strip() == b"<p>tide"


def test_a_file_cut_short_still_gives_its_page() -> None:
    whole = message(("Content-Type: text/html", b"<p>tide and time"))
    page = page_of_mhtml(whole[: whole.index(b" time")])
    assert page is not None
    assert page.data.strip() == b"<p>tide and"


def test_parts_within_parts_end_somewhere() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (depth, depth)
        for depth in range(2_000)
    )
    assert page_of_mhtml(nested + b"Content-Type: text/html\r\n\r\n<p>a") is None


@pytest.mark.parametrize(
    "data",
    [b"", b"\r\n\r\n", b"Content-Type: multipart/related\r\n\r\n--x", b"Content-Type: text/plain\r\n\r\na", b"\xff" * 99,
     b"Content-Type: multipart/related; boundary*=rot13''x\r\n\r\n--x\r\n\r\na"],
)  # fmt: skip
def test_what_has_no_page_gives_none(data: bytes) -> None:
    assert page_of_mhtml(data) is None
