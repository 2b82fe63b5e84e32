"""Web pages, however they were saved. The samples were saved by browsers; their text is ours."""

from __future__ import annotations

import plistlib
import random
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.errors import ArticleError
from search.formats import read_article
from search.formats.limits import LONGEST_MARKUP

if TYPE_CHECKING:
    from search.article import Article

SAMPLES = Path(__file__).parent / "samples"
PAGE = (SAMPLES / "tide.html").read_bytes()
TOLD = "The bridge over the river reopened on Sunday after two years of costly repairs, officials said."


def read(page: bytes | str, path: str = "tide.html") -> Article:
    return read_article(
        page if isinstance(page, bytes) else page.encode(), path, ArticleId("0" * 16)
    )


def archive(kind: plistlib.PlistFormat) -> bytes:
    resource = {"WebResourceData": PAGE, "WebResourceTextEncodingName": "UTF-8"}
    return plistlib.dumps({"WebMainResource": resource}, fmt=kind)


SAVED = {
    "tide.html": PAGE,
    "tide.xhtml": PAGE,
    "tide-in-one-file.html": (SAMPLES / "tide-in-one-file.html").read_bytes(),
    "tide.mhtml": (SAMPLES / "tide.mhtml").read_bytes(),
    "tide.webarchive": archive(plistlib.FMT_BINARY),
    "xml.webarchive": archive(plistlib.FMT_XML),
}


@pytest.mark.parametrize("name", SAVED)
def test_a_page_is_the_same_article_however_it_was_saved(name: str) -> None:
    article = read(SAVED[name], name)
    assert article.title == "Harbour bridge reopens after two years"
    assert article.source == "The Tide Courier"
    assert article.authors == ("Maria Lindqvist",)
    assert (article.published or "").startswith("2019-03-14")
    assert article.url == "https://www.tidecourier.example/2019/03/14/harbour-bridge-reopens"
    assert article.language == "en-GB"
    assert [block.kind for block in article.blocks] == [
        "paragraph", "heading", "paragraph", "quote", "list", "list", "list", "list", "paragraph",
    ]  # fmt: skip
    assert article.blocks[0].text.endswith("officials said – to nobody’s surprise.")
    assert article.blocks[7].text == "2017 | 20"


def test_every_field_of_the_head_says_where_it_was_found() -> None:
    article = read(PAGE)
    assert article.evidence == {
        "title": "h1",
        "source": "meta og:site_name",
        "authors": "JSON-LD author",
        "published": "JSON-LD",
        "updated": "JSON-LD",
        "url": "link rel=canonical",
        "language": "html lang",
    }


def test_a_day_is_the_one_written_in_its_own_offset() -> None:
    article = read(PAGE)
    assert article.published == "2019-03-14T23:30:00-05:00"
    assert article.updated == "2019-03-15T08:00:00-05:00"


@pytest.mark.parametrize("name", ["tide-in-one-file.html", "tide.mhtml"])
def test_the_day_of_saving_is_no_day_of_publication(name: str) -> None:
    bare = SAVED[name].replace(b"datePublished", b"dateOfNothing").replace(b"dateModified", b"none")
    bare = bare.replace(b"/2019/03/14/", b"/news/")
    assert read(bare, name).published is None
    assert read(bare, name).updated is None


@pytest.mark.parametrize(
    "odd", ["\x1b", "\x1b[31m", "&#27;", "&#x1B;", "\x00", "\x07", "&#xFFFF;", "\f"]
)
def test_a_control_character_costs_no_more_than_itself(odd: str) -> None:
    article = read(
        f"<html><body><h1>Tide</h1><p>{TOLD}</p><p>High{odd} water came at noon.</p></body></html>"
    )
    assert article.blocks[0].text == TOLD
    assert "came at noon." in article.blocks[1].text
    assert article.blocks[1].text.isprintable()


def test_a_page_without_a_story_is_the_text_it_shows() -> None:
    article = read("<title>Tides</title><ul><li><a href=/a>Home</a><li>High water at six</ul>")
    assert [block.text for block in article.blocks][-1] == "High water at six"
    assert article.title == "Tides"


def test_what_stands_too_deep_for_a_parser_is_read_all_the_same() -> None:
    deep = "<font>" * 400
    article = read(f"<html><body>{deep}<p>{TOLD}</p><p>{TOLD} Twice.</p></body></html>")
    assert f"{TOLD} Twice." in [block.text for block in article.blocks]


def test_a_text_that_only_linked_data_has_is_read() -> None:
    body = " ".join([TOLD] * 5)
    data = f'{{"@type": "NewsArticle", "headline": "Tide turns", "articleBody": "{body}"}}'
    article = read(
        f'<html><script type="application/ld+json">{data}</script><body><h1>Tide turns</h1>'
        "<p>Subscribe to read on.</p></body></html>"
    )
    assert [block.text for _, block in article.story] == [body]


@pytest.mark.parametrize(
    "data",
    [b"", b" ", b"<html></html>", b"<!-- -->", b"\xff\xfe", b"%PDF-1.4 \x00\x01", b"bplist00"],
)
@pytest.mark.parametrize("name", ["a.html", "a.mhtml", "a.webarchive"])
def test_a_page_without_text_is_refused_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(ArticleError, match=rf"^{name}: "):
        read(data, name)


def test_a_page_longer_than_any_is_cut_and_says_so() -> None:
    article = read(
        "<html><body>" + f"<p>{TOLD}</p>" * (LONGEST_MARKUP // len(TOLD)) + "</body></html>"
    )
    assert article.cuts[0] == f"the page after {LONGEST_MARKUP:,} characters"
    assert {block.text for block in article.blocks} <= {TOLD, ""} | {
        b.text for b in article.blocks[-1:]
    }


@pytest.mark.parametrize("package", ["lxml", "trafilatura"])
def test_without_the_extra_a_page_is_told_with_what_installs_it(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ArticleError, match=r"tide\.html: .*pip install 'diptych\[pages\]'"):
        read(PAGE)


HOSTILE = {
    "elements": "<div>" * 100_000 + TOLD,
    "quotes": ("<blockquote>" * 240 + TOLD + "</blockquote>" * 240) * 40,
    "tables": ("<table><tr><td>" * 60 + TOLD + "</table>" * 60) * 100,
    "brackets": "<" * 5_000_000,
    "comments": "<!--" * 200_000,
    "attributes": "<a " + "b=c " * 200_000 + ">x",
    "open quotes": '<a "' * 300_000,
    "entities": "&lt;" * 300_000,
    "references": "&#" * 300_000,
    "headings": "<h1>a title of some words</h1>" * 20_000,
    "names": "<h1>t</h1>" + "<span class=author>Jane Doe</span>" * 20_000,
    "nested data": '<script type="application/ld+json">' + "[" * 500_000 + "</script>" + TOLD,
    "open programs": "<script " * 200_000 + TOLD,
    "times in each other": "<time>" * 240 + "<i></i>" * 50_000 + TOLD,
    "items": "<ul>" + "<li>x" * 40_000,
    "a title": "<title>" + "a | " * 100_000 + f"</title>{TOLD}",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_page_is_read_or_refused(what: str) -> None:
    """How its work grows with its length is held to by `tests/test_growth.py`."""
    with suppress(ArticleError):
        assert read(HOSTILE[what]).blocks


PIECES = (
    b"<", b">", b"</", b"<!--", b"<p>", b"</p>", b"<table>", b"<td>", b"<li>", b"<blockquote>", b"<script>",
    b"&#27;", b"&#xD800;", b"&amp;", b'"', b"'", b"\x1b]0;", b"\x00", b"\xff", b"=\r\n", b"--", b"bplist00",
    b'"@type": "NewsArticle"', b"{", b"[", b"\r\n\r\n", b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change a page somehow: bytes, pieces put in, cut or said again."""
    for _ in range(chance.randint(1, 6)):
        at, stop = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        data = (
            data[:at] + chance.choice(PIECES) * chance.randint(1, 30) + data[at:],
            data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at + 4 :],
            data[:at] + data[stop:],
            data[:stop] + data[at:stop] + data[stop:],
        )[chance.randrange(4)]
    return data


@pytest.mark.parametrize("seed", range(20))
def test_a_mutated_page_is_an_article_or_is_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seed is the point
    name = chance.choice([*SAVED])
    for _ in range(5):
        try:
            article = read(mutated(SAVED[name], chance), name)
        except ArticleError:
            continue
        assert all(block.text.isprintable() and block.text for block in article.blocks)


@pytest.mark.parametrize(
    ("below", "whole"),
    [
        ("", True),
        ("<div class=paywall><p>Subscribe to continue reading</p><a>Sign in</a></div>", False),
        ("<div><h3>This article is for subscribers only</h3><p>Choose a plan</p></div>", False),
        ("<div><h2>Want to read the full story?</h2><button>Join</button></div>", False),
        ("<p>Already a member? Log in to continue reading.</p>", False),
        ("<p>Subscribe to our newsletter.</p>", True),
        ("<p>Read more: <a href='/a'>Ferry season begins</a></p>", True),
    ],
)
def test_what_stands_in_place_of_the_rest_of_a_page_says_that_it_was_cut(
    below: str,
    whole: bool,
) -> None:
    more = "Traffic was heavy from the first hour, and boats had to wait below the bridge for the tide."
    story = f"<h1>Tide turns</h1><p>{TOLD}</p><p>{more}</p><p>{TOLD} It rained.</p>"
    article = read(f"<html><body><main><article>{story}{below}</article></main></body></html>")
    assert article.whole is whole
    assert ("whole" in article.evidence) is not whole
