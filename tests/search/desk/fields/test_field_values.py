from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search import CancelledError, Desk, MarkChange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "The {word} was closed again on that morning, as the harbour master had said.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    library = tmp_path / "coast"
    library.mkdir()
    for name, head, word in (
        ("a", "source: Tide\nauthor: Ana Lee\ntags: [sea, port]\ndate: 2021-01-04\n", "ferry"),
        ("b", "source: Tide\nlang: en\ndate: 2021-03-04\n", "ferry"),
        ("c", "source: Pilot\nauthor: Bo Li\ntags: [port]\n", "bridge"),
    ):
        page = f"---\ntitle: On {name}\n{head}---\n\n{TEXT.format(word=word)}"
        (library / f"{name}.md").write_text(page)
    opened = Desk(library, cache=tmp_path / "cache", data=tmp_path / "data")
    opened.sync()
    yield opened
    opened.close()


def test_values_are_counted_among_what_the_rest_of_the_query_finds(desk: Desk) -> None:
    counts = desk.fields.counts
    assert counts("", "source") == (("Tide", 2), ("Pilot", 1))
    assert counts("bridge", "source") == (("Pilot", 1),)
    assert counts("", "author") == (("Ana Lee", 1), ("Bo Li", 1), (None, 1))
    assert counts("ferry", "lang") == (("en", 1), (None, 1))
    assert counts("", "date") == (("2021-01", 1), ("2021-03", 1), (None, 1))


def test_the_reader_s_tags_and_marks_count_too(desk: Desk) -> None:
    (a, b, _c) = desk.ids()
    desk.marks.mark([a, b], MarkChange(tags=("sea",), read=True))
    assert desk.fields.counts("", "tag") == (("port", 2), ("sea", 2))
    assert desk.fields.counts("ferry", "is") == (("read", 2), ("unread", 0), ("starred", 0))


def test_a_query_that_cannot_be_read_has_no_values(desk: Desk) -> None:
    assert desk.fields.counts("(ferry", "source") == ()


def test_a_question_that_was_overtaken_is_not_answered(desk: Desk) -> None:
    with pytest.raises(CancelledError):
        desk.fields.counts("", "is", lambda: True)
