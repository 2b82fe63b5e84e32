"""Filters by what the reader did, in real queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paper import opened, put

from search import QueryError
from search.marks import MarkChange, SavedSearch
from search.query import describe, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give nine articles: 1 to 3 read, 3 and 4 starred, 2 and 5 tagged, 6 and 7 noted."""
    place = tmp_path_factory.mktemp("marks")
    for number in range(1, 10):
        put(place / "library", f"{number}.md", number, source="Tide" if number % 2 else "Pilot")
    (place / "library" / "10.md").write_text("---\ntags: [harbour]\n---\n\nThe tenth text.\n")
    desk = opened(place)

    def mark(change: MarkChange, *numbers: int) -> None:
        desk.marks.mark(desk.resolve_each(*(f"{one}.md" for one in numbers)), change)

    mark(MarkChange(read=True), 1, 2, 3)
    mark(MarkChange(starred=True), 3, 4)
    mark(MarkChange(tags=("harbour", "long read")), 2, 5)
    mark(MarkChange(note="Ask the captains why"), 6)
    mark(MarkChange(note="Nothing here"), 7)
    for name, query in (
        ("boats", "captain source:Tide"),
        ("new boats", "saved:boats is:unread"),
        ("ring", "saved:ring OR captain"),
        ("broken", '"captain'),
        ("all", ""),
        ("many", " OR ".join(["saved:boats"] * 60)),
    ):
        desk.marks.store.save_search(SavedSearch(name, query))
    yield desk
    desk.close()


def found(desk: Desk, query: str, *, typing: bool = False) -> str:
    answer = desk.search(query, "relevance", typing=typing)
    hits = desk.hits(answer, 0, 99)
    assert sum(count for _, count in answer.sources) == answer.total == len(hits)
    return " ".join(sorted((hit.head.path.removesuffix(".md") for hit in hits), key=int))


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("is:read", "1 2 3"),
        ("is:READ", "1 2 3"),
        ("is:unread", "4 5 6 7 8 9 10"),
        ("-is:unread", "1 2 3"),
        ("is:starred is:read", "3"),
        ("is:starred OR has:note", "3 4 6 7"),
        ("captain is:unread source:Tide", "5 7 9"),
        ("(captain OR tenth) -is:read -has:note", "4 5 8 9 10"),
        ("tag:harbour", "2 5 10"),
        ("#harbour is:read", "2"),
        ("tag:harb*", "2 5 10"),
        ("tag:harbuor~2", "2 5 10"),
        ('tag:"long read"', "2 5"),
        ('tag:"read long"~0', "2 5"),
        ("tag:none", ""),
        ("note:captain", "6"),
        ('note:"the captains"', "6"),
        ('note:"captains the"', ""),
        ("note:capt*", "6"),
        ("-note:captain has:note", "7"),
        ("saved:boats", "1 3 5 7 9"),
        ('saved:"new boats"', "5 7 9"),
        ("-saved:boats", "2 4 6 8 10"),
        ("saved:boats is:starred", "3"),
        ("saved:all is:read", "1 2 3"),
    ],
)
def test_what_each_finds(desk: Desk, query: str, articles: str) -> None:
    assert found(desk, query) == articles


@pytest.mark.parametrize(
    ("query", "position", "reason"),
    [
        ("is:", 0, "is: wants a value"),
        ("x is:rea", 5, "is: goes with read or unread or starred"),
        ("has:tags", 4, "has: goes with note"),
        ("x saved:none", 2, "no search is saved as “none”"),
        ("saved:ring", 0, "the search saved as “ring” asks for itself"),
        ("saved:broken", 0, "the search saved as “broken” can't be read: this quotation mark"),
        ("saved:many", 0, "more than 50 saved searches"),
    ],
)
def test_what_each_refuses(desk: Desk, query: str, position: int, reason: str) -> None:
    with pytest.raises(QueryError) as caught:
        desk.search(query)
    assert caught.value.position == position
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    "query", ["captain is:unr", "captain saved:bo", "captain has:n", "captain -is:r"]
)
def test_one_still_being_typed_leaves_nothing_out(desk: Desk, query: str) -> None:
    assert found(desk, query, typing=True) == found(desk, "captain")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("russia is:unread", "any form of russia and not read yet"),
        ("is:read -is:starred", "read before, but not starred"),
        ("has:note note:tax", "with a note of yours and your note has any form of tax"),
        ('saved:"two words"', "found by your search “two words”"),
    ],
)
def test_how_they_are_understood_is_said(query: str, said: str) -> None:
    assert describe(parse(query)) == said


def test_words_of_a_saved_search_are_lit_and_not_respelt(desk: Desk) -> None:
    answer = desk.search("saved:boats")
    assert answer.suggestion is None
    assert answer.read_as == "found by your search “boats”"
    (hit, *_) = desk.hits(answer, 0, 1)
    assert hit.matches == 1
    assert desk.search("saved:boats captian").suggestion == "saved:boats captain"


def test_rows_carry_marks(desk: Desk) -> None:
    hits = desk.hits(desk.search("tag:harbour is:read"), 0, 9)
    assert [hit.marks._asdict() for hit in hits] == [
        {"read": True, "starred": False, "tags": ("harbour", "long read"), "notes": 0}
    ]


def test_marks_of_another_process_are_found_at_once(tmp_path: Path) -> None:
    put(tmp_path / "library", "1.md", 1)
    one, other = opened(tmp_path), opened(tmp_path)
    assert other.search("is:starred").total == 0
    for wanted in (True, False, True):
        one.marks.mark(one.ids(), MarkChange(starred=wanted))
        assert other.search("is:starred").total == int(wanted)
    one.close()
    other.close()
