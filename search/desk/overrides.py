"""The user's corrections of stories: which articles belong together, and which don't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from search.article import ArticleId
from search.errors import LibraryError, reason_of
from search.regular_file import set_aside
from search.sealed_file import DamagedFileError, load_sealed, save_sealed
from search.user_folders import user_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from search.notices import Notices

Pair: TypeAlias = tuple[ArticleId, ArticleId]
_WHAT = "what you said of stories"


@dataclass(frozen=True, slots=True)
class Override:
    """A correction: each article of `one` is, or isn't, in the same story as each of `other`."""

    kind: Literal["together", "apart"]
    one: tuple[ArticleId, ...]
    other: tuple[ArticleId, ...]

    @property
    def pairs(self) -> set[Pair]:
        """The pairs it speaks of, each in order."""
        return {(min(a, b), max(a, b)) for a in self.one for b in self.other if a != b}


def decided_pairs(overrides: Iterable[Override]) -> tuple[set[Pair], set[Pair]]:
    """Give the pairs to keep together and those to keep apart; later overrides win."""
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for override in overrides:
        said, unsaid = (together, apart) if override.kind == "together" else (apart, together)
        said |= override.pairs
        unsaid -= override.pairs
    return together, apart


class Overrides:
    """The user's overrides for one library, saved in the user's data folder.

    What can't be read is never written over: damaged, it is set aside under another name.
    """

    def __init__(self, library: str, notices: Notices, folder: Path | None = None) -> None:
        """Take the name of the library's cache folder; problems are told to `notices`."""
        base = folder or user_folder("data")
        self._file = base / "stories" / f"{library}.json"
        self._notices = notices
        self.all()  # so that what is wrong with them is told at once

    def all(self) -> list[Override]:
        """Give them, oldest first; none, and a note, if they can't be read."""
        try:
            return self._read()
        except OSError as error:
            self._notices.add(f"{self._file}: {_WHAT} can't be read: {reason_of(error)}")
            return []

    def _read(self) -> list[Override]:
        """Read them; raise OSError if that can't be done."""
        try:
            return [_override(row) for row in load_sealed(self._file)]
        except FileNotFoundError:
            return []
        except (DamagedFileError, ValueError, TypeError, KeyError):
            aside = set_aside(self._file)
            self._notices.add(
                f"{self._file}: {_WHAT} was damaged, and is set aside as {aside.name}"
            )
            return []

    def save(self, overrides: Sequence[Override]) -> None:
        """Write them, in one step; raise LibraryError if that can't be done."""
        rows = [{"kind": one.kind, "one": one.one, "other": one.other} for one in overrides]
        try:
            self._read()
            save_sealed(self._file, rows)
        except OSError as error:
            reason = f"{_WHAT} can't be kept: {reason_of(error)}"
            raise LibraryError(self._file, reason) from None


def _override(row: dict[str, Any]) -> Override:
    """Parse an override; raise KeyError, TypeError or ValueError if it is none."""
    kind = row["kind"]
    if kind not in {"together", "apart"}:
        raise ValueError(f"no override: {kind}")
    one, other = (tuple(ArticleId(str(id_)) for id_ in row[side]) for side in ("one", "other"))
    return Override(kind, one, other)
