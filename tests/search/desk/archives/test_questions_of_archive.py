"""How few questions an archive is asked while somebody types and reads: each may cost half a second."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from false_archive import STORY, false_archive

from search import Desk
from search.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from false_archive import FalseArchive


@pytest.fixture
def archive() -> Iterator[FalseArchive]:
    with false_archive() as server:
        yield server


@pytest.fixture
def desk(archive: FalseArchive, tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(Path(str(archive.address)), data=tmp_path)
    yield opened
    archive.recover()
    opened.close()


def test_a_search_its_rows_and_reading_one_ask_once_each_at_most(
    desk: Desk, archive: FalseArchive
) -> None:
    desk.search("harbour")
    archive.asked.clear()
    answer = desk.search("harbour dockers strike")
    asked = [one for one in archive.asked if "_search" in one]
    assert len(asked) == 2  # what is found with its counts, and whether the words are known
    archive.asked.clear()
    (hit,) = desk.hits(answer, 0, 20)
    assert not [one for one in archive.asked if "_search" in one]  # they came with the count
    archive.asked.clear()
    assert desk.read(hit.head.id) == STORY
    assert [one for one in archive.asked if "_search" in one] == []


def test_a_search_that_was_overtaken_ends_here_and_there(desk: Desk, archive: FalseArchive) -> None:
    archive.found = _hundred()
    answer = desk.search("")
    archive.late = 20.0
    looks = iter([False] * 5)
    with pytest.raises(CancelledError):
        desk.search("harbour", cancelled=lambda: next(looks, True))
    assert archive.gone.wait(5)
    archive.gone.clear()
    looks = iter([False] * 5)
    with pytest.raises(CancelledError):
        desk.rows(answer, range(40, 60), cancelled=lambda: next(looks, True))
    assert archive.gone.wait(5)


def test_esc_ends_a_concordance_with_what_it_has(desk: Desk, archive: FalseArchive) -> None:
    whole = desk.concordance("harbour")
    assert len(whole.uses) == 1
    archive.late = 20.0
    looks = iter([False] * 5)
    assert desk.concordance("harbour", cancelled=lambda: next(looks, True)).uses == ()
    assert archive.gone.wait(5)


def _hundred() -> object:
    """Answer a search that finds a hundred articles."""
    facets = ("source", "no source", "month", "no month", "rules")
    return {
        "_shards": {"total": 1, "failed": 0},
        "hits": {"total": {"value": 100}, "hits": []},
        "aggregations": {name: {"buckets": [], "doc_count": 0} for name in facets},
    }
