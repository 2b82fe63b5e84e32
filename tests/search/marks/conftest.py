from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.marks.library_marks import LibraryMarks

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close all marks that a test opened."""
    every: list[LibraryMarks] = []
    begin = LibraryMarks.__init__

    def noted(self: LibraryMarks, *told: object, **named: object) -> None:
        begin(self, *told, **named)  # type: ignore[arg-type]  # handed on as they are
        every.append(self)

    monkeypatch.setattr(LibraryMarks, "__init__", noted)
    yield
    for one in every:
        one.close()
