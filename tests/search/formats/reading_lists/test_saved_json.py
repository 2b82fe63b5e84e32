from __future__ import annotations

import json

import pytest
from taken_apart import opened, taken_apart

from search.article import Article
from search.formats import tables
from search.formats.container import PassedOverError, WholeContainer
from search.formats.reading_lists import KINDS
from search.formats.reading_lists.saved_json import is_saved_json

ENTRY = {
    "id": 17,
    "title": "The tide",
    "url": "https://www.theguardian.com/world/tide",
    "is_archived": 1,
    "is_starred": 0,
    "content": "<h2>Sea</h2><p>The boat left on Sunday.</p>",
    "created_at": "2024-03-01T10:00:00+00:00",
    "updated_at": "2024-03-02T10:00:00+00:00",
    "published_at": "2024-01-15T10:00:00+00:00",
    "published_by": ["Jane Doe"],
    "language": "en",
    "domain_name": "www.theguardian.com",
    "tags": ["sea"],
}
LOST = {**ENTRY, "content": "<p>wallabag can't retrieve contents for this article.</p>"}
OMNIVORE = {
    "id": "a",
    "slug": "tide",
    "title": "The tide",
    "description": "A boat.",
    "url": "https://a.com/tide",
    "readingProgress": 0,
    "savedAt": "2024-03-01T10:00:00Z",
    "publishedAt": "2024-01-15T10:00:00Z",
}
READABILITY = {
    "bookmarks": [
        {"article__title": "Tide", "article__url": "https://a.com/1", "article__excerpt": "A boat."}
    ],
    "recommendations": [],
}
PINBOARD = {
    "href": "https://a.com/1",
    "description": "Tide",
    "extended": "A boat.",
    "meta": "1",
    "toread": "no",
}
FIREFOX = {
    "guid": "root________",
    "title": "",
    "lastModified": 1,
    "root": "placesRoot",
    "children": [
        {"guid": "a", "title": "Tide", "type": "text/x-moz-place", "uri": "https://a.com/1"},
        {"guid": "b", "title": "Recent", "type": "text/x-moz-place", "uri": "place:sort=8"},
    ],
}
CHROME = {
    "checksum": "0",
    "roots": {
        "bookmark_bar": {
            "children": [{"name": "Tide", "type": "url", "url": "https://a.com/1"}],
            "type": "folder",
        }
    },
}


def test_what_was_saved_with_its_text_is_an_article() -> None:
    container = opened(KINDS, json.dumps([ENTRY, LOST]).encode(), "a.json")
    assert isinstance(container, WholeContainer)
    assert container.addresses == 1
    (draft,) = container.every
    assert draft.own == "https://www.theguardian.com/world/tide"
    (article,) = taken_apart(KINDS, json.dumps([ENTRY, LOST]), "a.json")
    assert isinstance(article, Article)
    assert article.title == "The tide"
    assert article.source == "The Guardian"
    assert article.authors == ("Jane Doe",)
    assert article.language == "en"
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("heading", "Sea"),
        ("paragraph", "The boat left on Sunday."),
    ]


def test_the_day_it_was_saved_is_no_day_of_publication() -> None:
    (article,) = taken_apart(KINDS, json.dumps([{**ENTRY, "published_at": None}]), "a.json")
    assert isinstance(article, Article)
    assert (article.published, article.updated) == (None, None)


def test_an_old_export_is_read_too() -> None:
    entry = {
        "0": "17",
        "title": "The tide",
        "url": "https://a.com/tide",
        "is_read": "0",
        "is_fav": "0",
        "content": "<p>The boat left.</p>",
    }
    (article,) = taken_apart(KINDS, json.dumps([entry]), "a.json")
    assert isinstance(article, Article)
    assert article.blocks[0].text == "The boat left."


@pytest.mark.parametrize(
    ("document", "addresses"),
    [
        ([LOST, LOST], 2),
        ([OMNIVORE], 1),
        (READABILITY, 1),
        ([PINBOARD], 1),
        (FIREFOX, 1),
        (CHROME, 1),
    ],
    ids=["wallabag", "Omnivore", "Readability", "Pinboard", "Firefox", "Chrome"],
)
@pytest.mark.parametrize("name", ["a.json", "bookmarks"])
def test_addresses_without_texts_are_counted(document: object, addresses: int, name: str) -> None:
    with pytest.raises(PassedOverError) as told:
        opened(KINDS, json.dumps(document).encode(), name)
    assert told.value.why == "addresses without texts"
    assert told.value.addresses == addresses


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"roots": [1]}',
        b'[{"title": "Tide", "text": "The boat left.", "url": "https://a.com"}]',
        b'<p>"href": "description": "extended": "toread":</p>',
        b"\xff\xfe\x00",
    ],
)
def test_other_files_are_left_to_others(data: bytes) -> None:
    assert not is_saved_json(data)


def test_a_reading_list_is_asked_for_before_tables() -> None:
    with pytest.raises(PassedOverError) as told:
        opened((*KINDS, *tables.KINDS), json.dumps([OMNIVORE]).encode(), "a.json")
    assert told.value.why == "addresses without texts"
