"""Lists of references, read back by other programs."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON
from hostile_text import article, texts
from hypothesis import example, given

from search import ArticleId
from search.export.bibtex import bibtex
from search.export.csl_json import csl_item, csl_json
from search.export.reference import reference
from search.export.ris import ris
from search.export.tidy_text import tidy

if TYPE_CHECKING:
    from search import Article

WORST = "} @book{x, \\end{a} 50 % & $x$ #1 _b_ ~ ^ {c}\r\nER  - \n=1"


def as_bibtex(*articles: Article) -> list[Any]:
    """Give the entries that a parser finds, with their commands turned into text."""
    text = "".join(bibtex(map(reference, articles)))
    decode = LatexDecodingMiddleware(keep_braced_groups=False)
    library = parse_string(text, append_middleware=[decode])
    assert library.failed_blocks == []
    assert library.comments == []
    return library.entries


def as_ris(*articles: Article) -> list[dict[str, Any]]:
    """Give the records that a parser finds."""
    text = "".join(ris(map(reference, articles)))
    assert text.count("\n") == text.count("\r\n")
    found: list[dict[str, Any]] = rispy.loads(text.replace("\r\n", "\n"))
    return found


def as_csl(*articles: Article) -> list[dict[str, Any]]:
    """Give the items, after another program has read them."""
    items: list[dict[str, Any]] = json.loads("".join(csl_json(map(reference, articles))))
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # it warns of what the schema doesn't have
        read = CiteProcJSON(items)
    assert [read[item["id"].lower()].key for item in items] == [i["id"].lower() for i in items]
    return items


def bare(text: str) -> str:
    """Give a text without braces and spaces, which a decoder of TeX doesn't keep alike."""
    return "".join(c for c in text.replace("ˆ", "^") if c not in "{}~" and not c.isspace())


def test_an_article_of_a_newspaper() -> None:
    told = article("Boats & bridges", authors=("Jane van der Doe", "Associated Press"))
    (entry,) = as_bibtex(told)
    assert entry.entry_type == "article"
    assert entry.key == "doe2019-0123456789abcdef"
    assert entry["author"] == "van der Doe, Jane and Associated Press"
    assert (entry["title"], entry["journal"]) == ("Boats & bridges", "The Paper")
    assert (entry["year"], entry["date"]) == ("2019", "2019-02-08")
    assert entry["url"] == told.url
    (record,) = as_ris(told)
    assert record["type_of_reference"] == "NEWS"
    assert record["authors"] == ["van der Doe, Jane", "Associated Press"]
    assert record["title"] == "Boats & bridges"
    assert (record["year"], record["date"]) == ("2019", "2019/02/08")
    assert record["urls"] == [told.url]
    (item,) = as_csl(told)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [
        {"family": "Doe", "given": "Jane", "non-dropping-particle": "van der"},
        {"literal": "Associated Press"},
    ]
    assert item["issued"] == {"date-parts": [[2019, 2, 8]]}


def test_what_is_not_known_is_left_out() -> None:
    told = article(None, source=None, authors=(), published=None, url="javascript:alert(1)")
    (entry,) = as_bibtex(told)
    assert entry.entry_type == "misc"
    assert entry.key == "articlend-0123456789abcdef"
    assert set(entry.fields_dict) == {"title", "langid"}
    assert csl_item(reference(told)) == {
        "id": "articlend-0123456789abcdef",
        "type": "webpage",
        "title": "a.md",
        "language": "en",
    }
    assert as_ris(told)[0]["type_of_reference"] == "ELEC"


@given(texts, texts, texts)
@example(WORST, WORST, WORST)
def test_what_is_read_back_is_what_went_in(title: str, source: str, author: str) -> None:
    told = article(title, source=source, authors=(author,))
    said = tidy(title) or "a.md"
    (record,) = as_ris(told)
    assert record.get("title", "") == said
    assert record.get("secondary_title", "") == tidy(source)
    (item,) = as_csl(told)
    assert (item.get("title", ""), item.get("container-title", "")) == (said, tidy(source))
    (entry,) = as_bibtex(told)
    assert entry.key == item["id"]
    assert set(entry.fields_dict) <= set(
        "author title journal year date month day url langid".split()
    )


@pytest.mark.parametrize("text", ["50 % & more", "C# {x} _y_ $z$", "a \\ b", "~ ^", "é 漢字 عربي"])
def test_what_acts_in_tex_comes_back_as_text(text: str) -> None:
    (entry,) = as_bibtex(article(text))
    assert bare(entry["title"]) == bare(text)


def test_entries_of_several_articles_have_keys_of_their_own() -> None:
    one = article()
    other = replace(one, id=ArticleId("fedcba9876543210"))
    assert [entry.key for entry in as_bibtex(one, other)] == [
        "doe2019-0123456789abcdef",
        "doe2019-fedcba9876543210",
    ]
    assert len(as_ris(one, other)) == len(as_csl(one, other)) == 2
