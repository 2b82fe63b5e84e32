"""Mail, documents and web archives to be changed by chance, before and after they are packed."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from archive_files import HEAD, PAGE, arc_head, arc_record, gzipped, info, packed, record, response
from epub_files import METADATA, chapter, epub, magazine, nav, ncx, package
from opened import opened, owns
from pdf_files import column, draw, pdf

from search import ArticleError
from search.formats import documents, mail, web_archives
from search.formats.kinds import SAMPLE

if TYPE_CHECKING:
    from search import Article
    from search.formats.kinds import Kind

Change: TypeAlias = Callable[[bytes], bytes]
Make: TypeAlias = Callable[[Change], bytes]

_LINE = b"From jane@river.example Thu Mar 14 18:38:00 2019\n"
_MAIL = (
    b"From: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= from River Mail <news@river.example>\nSubject: =?utf-8?b?QnLDvGNrZQ==?=\n"
    b"Date: Thu, 14 Mar 2019 18:38:00 +0100\nMessage-ID: <1@river.example>\nList-Id: River <r.river.example>\n"
    b'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="xx"\n\n--xx\nContent-Type: text/plain; '
    b"charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nThe bridge reopened =E2=80=94 on \n"
    b"Sunday.\n\n> It did.\n\n-- \nJane\n--xx\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: "
    b"base64\n\nPHA+VGhlIGJyaWRnZSByZW9wZW5lZC48L3A+\n--xx--\n"
)
_INFO = {"Title": "Bridge reopens", "Author": "Jane Doe", "Keywords": "bridge, river"}
_TEXT = [
    "The bridge over the river reopened on Sunday after two years of costly re-",
    "pairs, they said.",
]
_DRAWN = draw([(50, 780, 20, "Bridge reopens"), *column(_TEXT), (50, 20, 8, "Page 1")])
_NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
_NAV = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'


def _book(change: Change, which: str) -> bytes:
    """Give an EPUB of which one file is changed."""
    files: dict[str, str | bytes] = {
        "book.opf": package(["a.xhtml", "b.xhtml"], METADATA, _NCX + _NAV),
        "toc.ncx": ncx({"a.xhtml": "One", "b.xhtml": "Two"}),
        "nav.xhtml": nav({"a.xhtml": "One", "b.xhtml": "Two"}),
        "a.xhtml": chapter("One"),
        "b.xhtml": chapter("Two"),
    }
    said = files[which]
    return epub({**files, which: change(said.encode() if isinstance(said, str) else said)})


def _whole(data: bytes) -> Make:
    return lambda change: change(data)


_WARC = [
    info(),
    record(response()),
    record(response(gzipped(PAGE), HEAD + b"Content-Encoding: gzip\r\n")),
]
_ARC = [arc_head(), arc_record(response()), arc_record(response())]
_CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)

PACKS: tuple[tuple[Kind, tuple[Make, ...]], ...] = (
    (mail.KINDS[0], (_whole((_LINE + _MAIL + b"\n") * 3),)),
    (mail.KINDS[1], (_whole(b"%d\n" % len(_MAIL) + _MAIL + b"<plist/>"),)),
    (mail.KINDS[2], (_whole(_MAIL),)),  # by its suffix; one without is read alike
    (
        documents.KINDS[0],
        (
            _whole(magazine()),
            lambda change: _book(change, "book.opf"),
            lambda change: _book(change, "toc.ncx"),
            lambda change: _book(change, "nav.xhtml"),
            lambda change: _book(change, "a.xhtml"),
        ),
    ),
    (
        documents.KINDS[1],
        (
            _whole(pdf([_DRAWN] * 3, _INFO)),
            lambda change: pdf([change(_DRAWN), _DRAWN], _INFO),
            lambda change: pdf([_DRAWN, change(_DRAWN + b" /F1 Do ") * 20]),
        ),
    ),
    (
        web_archives.KINDS[0],
        (
            _whole(b"".join(_WARC)),
            _whole(packed(*_WARC)),
            lambda change: packed(*map(change, _WARC)),
            lambda change: gzipped(change(b"".join(_WARC))),
            lambda change: record(
                response(change(_CHUNKED), HEAD + b"Transfer-Encoding: chunked\r\n")
            ),
            lambda change: record(
                response(zlib.compress(change(PAGE)), HEAD + b"Content-Encoding: deflate\r\n")
            ),
        ),
    ),
    (web_archives.KINDS[2], (_whole(b"".join(_ARC)), lambda change: packed(*map(change, _ARC)))),
)
"""Each kind with files of it, which a change is made to somewhere."""


def taken_apart(kind: Kind, data: bytes) -> list[Article]:
    """Give the articles of a file, however broken; what is none is told in one line."""
    assert kind.recognises
    kind.recognises(data[:SAMPLE])
    found: list[Article] = []
    try:
        assert all(map(steers_nothing, owns(kind, data)))
        for one in opened(kind, data, f"a{kind.suffixes[0]}"):
            if isinstance(one, ArticleError):
                told(one)
            else:
                found.append(one)
    except ArticleError as error:
        told(error)
    return found


def told(error: ArticleError) -> None:
    """Hold that an error is one line that steers no terminal."""
    assert steers_nothing(str(error)), ascii(str(error))
    assert len(str(error)) < 500


def harmless(article: Article) -> None:
    """Hold that no text of an article steers a terminal."""
    head = [article.title, article.source, article.url, *article.authors, *article.tags]
    for text in (*head, *(block.text for block in article.blocks)):
        assert steers_nothing(text or ""), ascii(text)


def steers_nothing(text: str) -> bool:
    """Tell whether a text has no control character, none half a character, and turns nothing round."""
    return not any(
        unicodedata.category(sign) in {"Cc", "Cs"} or sign in "\u202d\u202e" for sign in text
    )
