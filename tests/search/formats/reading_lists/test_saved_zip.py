from __future__ import annotations

import io
import json
import random
import zipfile
from contextlib import suppress

import pytest
from taken_apart import opened, taken_apart

from search.article import Article
from search.errors import ArticleError
from search.formats.container import PassedOverError, WholeContainer
from search.formats.limits import LARGEST_RECORD
from search.formats.reading_lists import KINDS
from search.formats.reading_lists.saved_zip import is_saved_zip

ENTRY = {
    "id": "a",
    "slug": "tide-192",
    "title": "The tide",
    "description": "A boat.",
    "author": "Jane Doe",
    "url": "https://www.theguardian.com/tide",
    "savedAt": "2024-10-29T16:30:11.000Z",
    "updatedAt": "2024-10-31T13:01:28.320Z",
    "publishedAt": "2024-01-15T10:00:00.000Z",
}
OTHER = {**ENTRY, "slug": "ebb-193", "title": "Ebb", "url": "https://a.com/ebb"}


def archive(**more: str) -> bytes:
    files = {
        "content/tide-192.html": "<div id='readability-page-1'><p>The boat left.</p></div>",
        "highlights/tide-192.md": "> The boat",
        "metadata_0_to_20.json": json.dumps([ENTRY, OTHER]),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in {**files, **more}.items():
            packed.writestr(name, text)
    return out.getvalue()


def test_what_was_saved_with_its_text_is_an_article() -> None:
    container = opened(KINDS, archive(), "omnivore.zip")
    assert isinstance(container, WholeContainer)
    assert container.addresses == 1
    (article,) = taken_apart(KINDS, archive(), "omnivore.zip")
    assert isinstance(article, Article)
    assert (article.title, article.source, article.authors) == (
        "The tide",
        "The Guardian",
        ("Jane Doe",),
    )
    assert (article.published, article.updated) == ("2024-01-15T10:00:00+00:00", None)
    assert [block.text for block in article.blocks] == ["The boat left."]


def test_without_texts_its_addresses_are_counted() -> None:
    with pytest.raises(PassedOverError) as told:
        opened(KINDS, archive(**{"content/tide-192.html": " "}), "a.zip")
    assert told.value.addresses == 2


@pytest.mark.parametrize("name", ["index.html", "content/a/b.html", "metadata.json", "../a.html"])
def test_other_archives_are_left_to_others(name: str) -> None:
    assert not is_saved_zip(archive(**{name: "a"}))
    assert not is_saved_zip(b"PK\x03\x04")
    assert not is_saved_zip(b"")


def test_a_bomb_is_refused_and_unpacked_no_further() -> None:
    large = "a" * LARGEST_RECORD
    data = archive(**{f"content/{place}.html": large for place in range(9)})
    assert len(data) < 1 << 20
    with pytest.raises(ArticleError, match=r"^a\.zip: an archive of more than 64 MB$"):
        opened(KINDS, data, "a.zip")


def test_a_text_that_is_none_costs_the_others_nothing() -> None:
    data = archive(**{"content/ebb-193.html": "a\0b"})
    assert [
        one if isinstance(one, str) else one.title for one in taken_apart(KINDS, data, "a.zip")
    ] == [
        "The tide",
        "this is not text: it has NUL bytes",
    ]


def test_an_archive_without_a_list_of_its_files_is_told() -> None:
    with pytest.raises(ArticleError, match="it has no table of contents"):
        opened(KINDS, archive()[:-60], "a.zip")


def test_a_broken_archive_is_read_or_told() -> None:
    chance = random.Random(1)  # noqa: S311 - a seed is the point
    whole = archive()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        with suppress(ArticleError, PassedOverError, LookupError):
            taken_apart(KINDS, bytes(data), "a.zip")
