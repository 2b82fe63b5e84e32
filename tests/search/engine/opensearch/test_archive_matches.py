"""The result of a search in an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from false_archive import STORY, false_archive

from search.engine.opensearch.archive_engine import ArchiveEngine
from search.query import parse

if TYPE_CHECKING:
    from search.engine import Snapshot


def test_the_first_rows_come_with_the_count_in_one_question() -> None:
    with false_archive() as archive:
        engine = ArchiveEngine(archive.address)
        assert engine.read(_titles) == [STORY.title]
        archive.asked.clear()
        assert engine.read(_titles) == [STORY.title]
        engine.close()
    assert sum("/_search?" in f"{one}?" for one in archive.asked) == 1


def _titles(snapshot: Snapshot) -> list[str | None]:
    found = snapshot.search(parse("harbour").root)
    assert found.total.count == 1
    return [row.head.title for row in found.rows(0, 20) if row]
