"""What the reader said of stories: which articles are one, and which are not."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import platformdirs

from search.article import ArticleId
from search.errors import LibraryError, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Pair: TypeAlias = tuple[ArticleId, ArticleId]


@dataclass(frozen=True, slots=True)
class Ruling:
    """That each article of one side is, or isn't, the same story as each of the other."""

    kind: Literal["together", "apart"]
    one: tuple[ArticleId, ...]
    other: tuple[ArticleId, ...]

    @property
    def pairs(self) -> set[Pair]:
        """The pairs it speaks of, each in order."""
        return {(min(a, b), max(a, b)) for a in self.one for b in self.other if a != b}


def resolve(rulings: Iterable[Ruling]) -> tuple[set[Pair], set[Pair]]:
    """Give the pairs that are together and those that are apart; the later ruling counts."""
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for ruling in rulings:
        said, unsaid = (together, apart) if ruling.kind == "together" else (apart, together)
        said |= ruling.pairs
        unsaid -= ruling.pairs
    return together, apart


class Rulings:
    """The reader's rulings on one library, kept in the user's data folder."""

    def __init__(self, library: str, folder: Path | None = None) -> None:
        """Know a library by the name of its folder in the cache."""
        base = folder or Path(platformdirs.user_data_dir("diptych"))
        self._file = base / "stories" / f"{library}.json"

    def all(self) -> list[Ruling]:
        """Give them, oldest first; none from a file that can't be read."""
        try:
            kept = json.loads(self._file.read_text("utf-8"))
            return [
                Ruling(
                    "together" if row["kind"] == "together" else "apart",
                    tuple(ArticleId(str(one)) for one in row["one"]),
                    tuple(ArticleId(str(one)) for one in row["other"]),
                )
                for row in kept
            ]
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return []

    def keep(self, rulings: Sequence[Ruling]) -> None:
        """Write them, in one step; raise LibraryError if that can't be done."""
        rows = [{"kind": one.kind, "one": one.one, "other": one.other} for one in rulings]
        beside = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with beside.open("w", encoding="utf-8") as stream:
                json.dump(rows, stream)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(self._file)
        except OSError as error:
            with suppress(OSError):
                beside.unlink()
            raise LibraryError(
                self._file, f"what you said of stories can't be kept: {reason_of(error)}"
            ) from None
