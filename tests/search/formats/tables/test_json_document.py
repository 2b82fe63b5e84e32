from __future__ import annotations

import json

import pytest
from taken_apart import taken_apart

from search.article import Article
from search.errors import ArticleError
from search.formats.container import BytesSource, PassedOverError
from search.formats.limits import LARGEST_WHOLE
from search.formats.tables import KINDS
from search.formats.tables.json_document import open_json

TIDE = {
    "title": "The tide",
    "text": "The boat left on Sunday.",
    "date": "2019-02-08",
    "url": "https://www.theguardian.com/a",
}
NEWS_API = {
    "status": "ok",
    "totalResults": 1,
    "articles": [
        {
            "source": {"id": "bbc-news", "name": "BBC News"},
            "author": "Jane Doe",
            "title": "The tide",
            "description": "A boat.",
            "url": "https://www.bbc.co.uk/1",
            "urlToImage": None,
            "publishedAt": "2024-01-15T10:00:00Z",
            "content": "The boat left on Sunday… [+1234 chars]",
        }
    ],
}
GUARDIAN = {
    "response": {
        "status": "ok",
        "results": [
            {
                "id": "world/2024/jan/15/tide",
                "sectionName": "World news",
                "webPublicationDate": "2024-01-15T10:00:00Z",
                "webTitle": "The tide – live",
                "webUrl": "https://www.theguardian.com/world/2024/jan/15/tide",
                "fields": {
                    "headline": "The tide",
                    "trailText": "A boat.",
                    "byline": "Jane Doe and Joe Roe",
                    "body": "<p>The boat <b>left</b>.</p><p>It was Sunday.</p>",
                    "bodyText": "The boat left. It was Sunday.",
                },
                "tags": [{"id": "world/sea", "webTitle": "Sea"}],
            }
        ],
    }
}
NYT = {
    "status": "OK",
    "response": {
        "docs": [
            {
                "_id": "nyt://article/1",
                "uri": "nyt://article/1",
                "web_url": "https://www.nytimes.com/2024/01/15/tide.html",
                "abstract": "A boat.",
                "lead_paragraph": "The boat left on Sunday, two hours late.",
                "headline": {"main": "The Tide", "kicker": "Seas"},
                "byline": {"original": "By Jane Doe"},
                "pub_date": "2024-01-15T10:00:00+0000",
                "keywords": [{"name": "subject", "value": "Tides"}],
                "source": "The New York Times",
            }
        ]
    },
}
NEWS_PLEASE = {
    "authors": ["Jane Doe"],
    "date_download": "2020-01-01 00:00:00",
    "date_modify": None,
    "date_publish": "2017-07-17 17:03:00",
    "description": "A boat.",
    "language": "en",
    "maintext": "The boat left on Sunday.",
    "source_domain": "www.nytimes.com",
    "title": "The tide",
    "url": "https://www.nytimes.com/tide",
}
LINKED_DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "The tide",
            "articleBody": "The boat left on Sunday.",
            "author": [{"@type": "Person", "name": "Jane Doe"}],
            "publisher": {"@type": "Organization", "name": "The Guardian"},
            "datePublished": "2019-02-08",
        }
    ],
}
MONGO = [
    {
        "_id": {"$oid": "5c5d"},
        "title": "The tide",
        "content": "The boat left on Sunday.",
        "published_at": {"$date": "2019-02-08T10:00:00Z"},
    }
]


def read(value: object) -> list[Article]:
    found = taken_apart(KINDS, json.dumps(value), "a.json")
    return [one for one in found if isinstance(one, Article)]


@pytest.mark.parametrize(
    ("document", "source", "authors", "published", "text"),
    [
        (
            NEWS_API,
            "BBC News",
            ("Jane Doe",),
            "2024-01-15T10:00:00+00:00",
            ["The boat left on Sunday… [+1234 chars]"],
        ),
        (
            GUARDIAN,
            "The Guardian",
            ("Jane Doe", "Joe Roe"),
            "2024-01-15T10:00:00+00:00",
            ["The boat left.", "It was Sunday."],
        ),
        (
            NYT,
            "The New York Times",
            ("Jane Doe",),
            "2024-01-15T10:00:00+00:00",
            ["The boat left on Sunday, two hours late."],
        ),
        (
            NEWS_PLEASE,
            "The New York Times",
            ("Jane Doe",),
            "2017-07-17",
            ["The boat left on Sunday."],
        ),
        (LINKED_DATA, "The Guardian", ("Jane Doe",), "2019-02-08", ["The boat left on Sunday."]),
        (MONGO, None, (), "2019-02-08T10:00:00+00:00", ["The boat left on Sunday."]),
    ],
    ids=["NewsAPI", "Guardian", "NYT", "news-please", "linked data", "MongoDB"],
)
def test_what_services_and_programs_give_is_read(
    document: object,
    source: str | None,
    authors: tuple[str, ...],
    published: str,
    text: list[str],
) -> None:
    (article,) = read(document)
    assert (article.title or "").lower() == "the tide"
    assert article.source == source
    assert article.authors == authors
    assert article.published == published
    assert [block.text for block in article.blocks] == text


@pytest.mark.parametrize(
    "document",
    [
        [TIDE, TIDE],
        {"data": [TIDE, TIDE]},
        {"meta": {"count": 2}, "results": {"page": [TIDE, TIDE]}},
        {"17": TIDE, "18": TIDE},
        {"hits": {"hits": [{"_id": "1", "_source": TIDE}, {"_id": "2", "_source": TIDE}]}},
        {"data": [{"id": "1", "attributes": TIDE}, {"id": "2", "attributes": TIDE}]},
        {"title": ["The tide", "The tide"], "text": [TIDE["text"], TIDE["text"]]},
        {"title": {"0": "The tide", "1": "The tide"}, "text": {"0": "The boat.", "1": "A boat."}},
        {"columns": ["title", "text"], "index": [0, 1], "data": [["The tide", "The boat."]] * 2},
        {
            "title": "News of the sea",
            "description": "All of it.",
            "url": "https://a.com",
            "items": [TIDE, TIDE],
        },
    ],
)
def test_records_are_found_wherever_they_lie(document: object) -> None:
    assert [article.title for article in read(document)] == ["The tide", "The tide"]


def test_one_object_may_be_an_article() -> None:
    (article,) = read({**TIDE, "related": [{"title": "Ebb", "url": "https://a.com"}]})
    assert article.title == "The tide"


def test_objects_of_a_document_may_stand_in_a_row() -> None:
    data = f"{json.dumps(TIDE, indent=1)}\n{json.dumps(TIDE, indent=1)}\n"
    assert len(taken_apart(KINDS, data, "a.json")) == 2


def test_ids_of_an_object_name_its_records() -> None:
    plain = {"title": "The tide", "text": "The boat left.", "date": "2019-02-08"}
    data = json.dumps({"b17": plain, "b18": plain}).encode()
    drafts = open_json(BytesSource(data), "a.json").drafts(0, len(data))
    assert [draft.own for draft in drafts] == ["b17", "b18"]


def test_what_is_no_record_costs_the_others_nothing() -> None:
    found = taken_apart(KINDS, json.dumps([TIDE, 3, {}, TIDE]), "a.json")
    assert [one if isinstance(one, str) else one.title for one in found] == [
        "The tide",
        "no object with names",
        "there is no text in the record",
        "The tide",
    ]


@pytest.mark.parametrize(
    ("document", "addresses"),
    [
        ({"name": "diptych", "description": "A reader.", "version": "1"}, 0),
        ({"$schema": "https://a.com", "title": "Boat", "description": "A boat, any boat."}, 0),
        ({"ask": {"title": "Leave?", "body": "Sure?"}, "go": {"title": "Gone", "body": "Bye."}}, 0),
        ([{"title": "Boat", "description": "A fine boat.", "price": 3}], 0),
        ({"title": "Tide", "excerpt": "A boat left.", "byline": "Jane Doe", "lang": "en"}, 0),
        ([{"title": "Tide", "url": "https://a.com/1"}, {"title": "Ebb", "url": "x"}], 1),
        ([], 0),
        ("a text", 0),
        ([[1, 2], [3]], 0),
    ],
)
def test_json_of_other_things_is_passed_over(document: object, addresses: int) -> None:
    with pytest.raises(PassedOverError) as told:
        read(document)
    assert told.value.addresses == addresses


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{", "a.json: no JSON at column 2: Expecting property name enclosed in double quotes"),
        (b"[" * 100_000, "a.json: nested too deeply"),
        (b" \n", "a.json: the file is empty"),
    ],
)
def test_a_broken_document_is_told(data: bytes, why: str) -> None:
    with pytest.raises(ArticleError) as told:
        taken_apart(KINDS, data, "a.json")
    assert str(told.value) == why


class Large:
    """A file that is too large to be read."""

    size = LARGEST_WHOLE + 1

    def read(self, start: int, stop: int) -> bytes:
        raise AssertionError((start, stop))


def test_a_document_that_is_too_large_is_told_unread() -> None:
    with pytest.raises(ArticleError, match=r"^a\.json: larger than 64 MB: "):
        open_json(Large(), "a.json")
