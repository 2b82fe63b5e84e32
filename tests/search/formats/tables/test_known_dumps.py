"""The columns of data sets and interfaces that many have, each with a row of our own."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from taken_apart import taken_apart

from search.article import Article
from search.formats.tables import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES: dict[str, dict[str, str]] = {
    "All the News": {
        "": "0", "id": "17283", "title": "Tide", "publication": "Reuters", "author": "Jane Doe",
        "date": "2016-12-31", "year": "2016.0", "month": "12.0", "url": "", "content": "The boat left.",
    },
    "All the News 2": {
        "date": "2016-12-31 18:31:00", "year": "2016", "month": "12.0", "day": "31", "author": "Jane Doe",
        "title": "Tide", "article": "The boat left.", "url": "https://www.reuters.com/a", "section": "Sea",
        "publication": "Reuters",
    },
    "CC-NEWS": {
        "title": "Tide", "text": "The boat left.", "domain": "www.reuters.com", "date": "2016-12-31 00:00:00",
        "description": "A boat.", "url": "https://www.reuters.com/a", "image_url": "", "author": "['Jane Doe']",
    },
    "CC-NEWS, plain": {
        "requested_url": "https://www.reuters.com/a", "plain_text": "The boat left.",
        "published_date": "2016-12-31", "title": "Tide", "tags": "sea", "sitename": "Reuters",
        "author": "Jane Doe", "language": "en",
    },
    "Media Cloud": {
        "article_title": "Tide", "text_content": "The boat left.", "canonical_domain": "reuters.com",
        "publication_date": "2016-12-31", "authors": "Jane Doe",
    },
    "CNN": {
        "Index": "0", "Author": "Jane Doe", "Date published": "2016-12-31", "Category": "news",
        "Url": "https://www.reuters.com/a", "Headline": "Tide", "Description": "A boat.",
        "Second headline": "Ebb", "Article text": "The boat left.",
    },
    "summaries": {
        "author": "Jane Doe", "date": "31 Dec 2016,Saturday", "headlines": "Tide",
        "read_more": "https://www.reuters.com/a", "text": "A boat.", "ctext": "The boat left.",
        "source": "Reuters",
    },
    "quanteda": {
        "Newspaper": "Reuters", "Date": "2016-12-31", "Author": "Jane Doe", "Headline": "Tide",
        "Article": "The boat left.",
    },
}  # fmt: skip
JSON: dict[str, dict[str, object]] = {
    "GNews": {
        "title": "Tide", "description": "A boat.", "content": "The boat left.", "author": "Jane Doe",
        "publishedAt": "2016-12-31T00:00:00Z", "source": {"name": "Reuters", "url": "https://www.reuters.com"},
    },
    "Event Registry": {
        "uri": "71", "lang": "eng", "dateTimePub": "2016-12-31T00:00:00Z", "url": "https://www.reuters.com/a",
        "title": "Tide", "body": "The boat left.", "authors": [{"uri": "a", "name": "Jane Doe"}],
        "source": {"uri": "reuters.com", "dataType": "news", "title": "Reuters"},
    },
    "Webz": {
        "uuid": "a", "thread": {"site": "reuters.com", "title": "Sea"}, "author": "Jane Doe",
        "published": "2016-12-31T00:00:00Z", "title": "Tide", "text": "The boat left.",
    },
    "WordPress": {
        "id": 1, "date": "2016-12-31T00:00:00", "link": "https://www.reuters.com/a", "author_name": "Jane Doe",
        "title": {"rendered": "Tide"}, "content": {"rendered": "<p>The boat left.</p>", "protected": False},
        "excerpt": {"rendered": "<p>A boat.</p>"}, "author": 7, "byline": "Jane Doe",
    },
    "Aylien": {
        "id": 1, "title": "Tide", "body": "The boat left.", "author": {"name": "Jane Doe"},
        "published_at": "2016-12-31T00:00:00Z", "source": {"name": "Reuters", "domain": "reuters.com"},
        "links": {"permalink": "https://www.reuters.com/a"},
    },
}  # fmt: skip


def check(found: list[Article | str]) -> None:
    (article,) = found
    assert isinstance(article, Article)
    assert article.title == "Tide"
    assert [block.text for block in article.blocks] == ["The boat left."]
    assert article.source == "Reuters"
    assert "Jane Doe" in article.authors
    assert (article.published or "")[:10] == "2016-12-31"


@pytest.mark.parametrize("row", TABLES.values(), ids=TABLES)
def test_a_table_that_many_have_is_understood(row: Mapping[str, str]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([row.keys(), row.values()])
    check(taken_apart(KINDS, out.getvalue(), "a.csv"))


@pytest.mark.parametrize("record", JSON.values(), ids=JSON)
def test_what_an_interface_gives_is_understood(record: Mapping[str, object]) -> None:
    check(taken_apart(KINDS, json.dumps({"results": [record]}), "a.json"))
