from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.formats.web.html_tree import parse_page
from search.formats.web.web_page_head import web_page_head

if TYPE_CHECKING:
    from search.formats.web.web_page_head import WebHead


def read(head: str = "", body: str = "", comment: str = "", saved: str | None = None) -> WebHead:
    markup = f"<!doctype html>{comment}<html><head>{head}</head><body>{body}</body></html>"
    tree, _ = parse_page(markup, "a.html")
    assert tree is not None
    return web_page_head(tree, markup, saved)


CANONICAL = "<link rel=canonical href='https://www.bbc.co.uk/news/2019/03/14/tide'>"


@pytest.mark.parametrize(
    ("head", "source", "where"),
    [
        (f"<meta property=og:site_name content='The Tide Courier'>{CANONICAL}", "The Tide Courier", "meta og:site_name"),
        ("<meta property=og:site_name content='http://www.bbc.co.uk'>", "BBC News", "meta og:site_name"),
        (CANONICAL, "BBC News", "link rel=canonical (its address)"),
        ("<meta property=og:url content='https://tide.example/a'>", "tide.example", "meta og:url (its address)"),
        ('<script type="application/ld+json">{"@type":"Article","publisher":{"name":"Courier"}}</script>', "Courier", "JSON-LD publisher"),
        ("", None, None),
    ],
)  # fmt: skip
def test_the_outlet(head: str, source: str | None, where: str | None) -> None:
    found = read(head)
    assert (found.fields.get("source"), found.evidence.get("source")) == (source, where)


@pytest.mark.parametrize(
    ("head", "comment", "saved", "url"),
    [
        (CANONICAL, "", "https://a.example/b", "https://www.bbc.co.uk/news/2019/03/14/tide"),
        ("<link rel=canonical href='/tide'>", "", "https://a.example/b", "https://a.example/b"),
        ("<link rel=canonical href='https://a.example/'>", "", "https://a.example/b", "https://a.example/b"),
        ("", "<!--\n Page saved with SingleFile \n url: https://a.example/b \n saved date: Sun Nov 29 2026 -->", None, "https://a.example/b"),
        ("", "<!-- saved from url=(0019)https://a.example/b -->", None, "https://a.example/b"),
        ("", "<!-- saved from url=(0014)about:internet -->", None, None),
        ("<link rel=canonical href='javascript:alert(1)//'>", "", None, None),
        ("<meta property=og:url content='https://proxy.example/https://a.example/b'>", "", None, "https://a.example/b"),
    ],
)  # fmt: skip
def test_the_address(head: str, comment: str, saved: str | None, url: str | None) -> None:
    assert read(head, comment=comment, saved=saved).fields.get("url") == url


@pytest.mark.parametrize(
    ("head", "body", "published", "updated"),
    [
        ("<meta property=article:published_time content=2019-03-14T23:30:00-05:00><meta property=article:modified_time content=2019-03-15T01:00:00Z>",
         "", "2019-03-14T23:30:00-05:00", "2019-03-15T01:00:00+00:00"),
        ("<meta name=dc.date.issued content=20190314>", "", "2019-03-14", None),
        ("", "<h1>T</h1><time datetime='Thu, 14 Mar 2019 10:00:00 +0100'>x</time>", "2019-03-14T10:00:00+01:00", None),
        ("<meta name=date content='2019-03-14 10:00'>", "", "2019-03-14", None),
        (CANONICAL, "", "2019-03-14", None),
        (CANONICAL, "<h1>T</h1><time datetime=2019-03-13T22:00:00Z></time>", "2019-03-13T22:00:00+00:00", None),
        (CANONICAL, "<h1>T</h1><time datetime=2021-01-01></time>", "2019-03-14", None),
        ("<meta name=date content='03/04/2019'>", "", None, None),
        ("<meta name=date content='yesterday'>", "<time>soon</time>", None, None),
    ],
)  # fmt: skip
def test_the_days(head: str, body: str, published: str | None, updated: str | None) -> None:
    fields = read(head, body).fields
    assert (fields.get("published"), fields.get("updated")) == (published, updated)


def test_the_paper_is_no_author() -> None:
    head = "<meta property=og:site_name content='Tide Courier'><meta name=author content='Tide Courier'>"
    assert "authors" not in read(head).fields
    assert read(head, "<h1>T</h1><p class=byline>By Maria Lindqvist</p>").fields["authors"] == (
        "Maria Lindqvist",
    )


def test_language_and_tags() -> None:
    head = (
        "<meta property=og:locale content=en_GB><meta name=keywords content='tide, harbour; boats'>"
    )
    assert read(head).fields["language"] == "en-GB"
    assert read(head).fields["tags"] == ("tide", "harbour", "boats")
    assert read(f"{head}<meta property=article:tag content='High tide'>").fields["tags"] == (
        "High tide",
    )
    assert read("<meta name=language content='English language'>").fields == {}


def test_what_a_card_labels_written_by_is_the_author() -> None:
    card = "<meta name=twitter:label{} content='{}'><meta name=twitter:data{} content='{}'>"
    labelled = card.format(1, "Written by", 1, "Anna Falk")
    assert read(labelled).fields["authors"] == ("Anna Falk",)
    assert "authors" not in read(card.format(1, "Reading time", 1, "Anna Falk")).fields


def test_an_outlet_is_spelt_as_it_spells_itself() -> None:
    site = "<meta property=og:site_name content='{}'>"
    assert read(site.format("the Guardian")).fields["source"] == "The Guardian"
    assert read(site.format("BBC")).fields["source"] == "BBC"
    assert read(site.format("BBC") + CANONICAL).fields["source"] == "BBC News"
