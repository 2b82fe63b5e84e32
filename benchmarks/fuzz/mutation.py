"""Changing a file by chance, with what formats live by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stored import edited

if TYPE_CHECKING:
    import random

_PIECES = (
    b"---\n", b"title: ", b"date: 2019-13-45\n", b"http://ex\xe2\x84\x80mple.com ", b"![](", b"[a][",
    b"$3000 ", b"12% ", "“".encode(), "”".encode(), b"\x1b]52;c;AAAA\x07", b"\x00", b"\xff\xfe",
    "\u202e".encode(), "\u0301".encode() * 40, "字".encode() * 30, b"&#27;", b"<script>", b"```\n",
    b"| a | b |\n|--|--|\n", b"# ", b"> ", b"\r", b"\x0c", b"Mr. O'Neil-Smith said: ", b"{" * 50,
    b"&amp;" * 20, b"a: [b, {c: *d}]\n", b"!!python/object/apply:os.system [id]\n", b"1" * 5000,
)  # fmt: skip
_MARKUP = (
    b"<p>", b"</p>", b"<div>", b"</div>", b"<table><tr><td>", b"<li>", b"<blockquote>", b"<h1>", b"<!--", b"<script>",
    b"<", b'"', b"<font>", b"&#27;", b"&#xD800;", b'<meta name="author" content="', b'{"@type": "NewsArticle", "author": [',
    b"=\r\n", b"\r\n\r\n", b"Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n", b"bplist00", b"data:image/png;base64,",
)  # fmt: skip
_RECORDS = (
    b'"', b'""', b",", b"\t", b"\r\n", b"[", b"]", b"}", b'{"title": "', b"\\u001b", b"\\ud800", b"null,", b"1e999", b"-",
    b"From jane@river.example Thu Mar 14 18:38:00 2019\n", b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"PK\x03\x04",
    b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b\x08", b"%PDF-1.7", b"endstream", b" 0 R ", b"(((", b"ustar", b"../../a", b"=?utf-8?q?=1B?=",
)  # fmt: skip


def mutated(whole: bytes, chance: random.Random) -> bytes:
    """Change a file somehow: some bytes, or a part of it cut, doubled, or put in place of another."""
    data = whole
    pieces: tuple[bytes, ...] = _PIECES
    if b"<html" in whole.lower():
        pieces = (*_PIECES, *_MARKUP)
    elif b"\n\n" not in whole[:2000]:
        pieces = (*_PIECES, *_RECORDS)
    for _ in range(chance.randint(1, 4)):
        at, stop = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        match chance.randrange(5):
            case 0:
                data = edited(data, chance.randbytes(4 * chance.randint(1, 8)))
            case 1:
                data = data[:at] + chance.choice(pieces) * chance.randint(1, 40) + data[at:]
            case 2:
                data = data[:at] + data[stop:]
            case 3:
                data = data[:stop] + data[at:stop] * chance.randint(1, 3) + data[stop:]
            case _:
                data = data[:at] + chance.choice(pieces) + data[stop:]
    return data or b"\n"
