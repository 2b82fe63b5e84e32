"""The reader's corrections of stories: which articles belong together, and which don't."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from search.article import ArticleId
from search.errors import reason_of
from search.regular_file import set_aside
from search.sealed_file import DamagedFileError, load_sealed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from search.marks.change_journal import Change

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


def rulings(connection: sqlite3.Connection, library: str) -> list[Override]:
    """Give the overrides of a library, oldest first."""
    rows = connection.execute(
        "SELECT kind, one, other FROM ruling WHERE library = ? ORDER BY id", (library,)
    )
    return [
        override_of({"kind": kind, "one": json.loads(one), "other": json.loads(other)})
        for kind, one, other in rows
    ]


def add_ruling(change: Change, override: Override, made: str) -> None:
    """Add an override."""
    (last,) = change.connection.execute("SELECT coalesce(max(id), 0) FROM ruling").fetchone()
    change.put(
        "ruling",
        {
            "id": last + 1,
            "library": change.library,
            "kind": override.kind,
            "one": json.dumps(override.one),
            "other": json.dumps(override.other),
            "made": made,
        },
    )


def last_ruling(connection: sqlite3.Connection, library: str) -> tuple[int, Override] | None:
    """Give the latest override of a library with the number of its row; None without any."""
    row = connection.execute(
        "SELECT id, kind, one, other FROM ruling WHERE library = ? ORDER BY id DESC LIMIT 1",
        (library,),
    ).fetchone()
    if row is None:
        return None
    number, kind, one, other = row
    return number, override_of({"kind": kind, "one": json.loads(one), "other": json.loads(other)})


def rulings_of_file(file: Path, tell: Callable[[str], object]) -> list[Override]:
    """Read the overrides that earlier versions kept in a file of their own; none if there is none.

    A damaged one is set aside, and told. Raises OSError if it can't be read.
    """
    try:
        return [override_of(row) for row in load_sealed(file)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (DamagedFileError, ValueError, TypeError, KeyError):
        aside = set_aside(file)
        tell(f"{file}: {_WHAT} was damaged, and is set aside as {aside.name}")
        return []
    except OSError as error:
        tell(f"{file}: {_WHAT} can't be read: {reason_of(error)}")
        raise


def override_of(row: Any) -> Override:
    """Parse an override; raise KeyError, TypeError or ValueError if it is none."""
    kind = row["kind"]
    if kind not in {"together", "apart"}:
        raise ValueError(f"no override: {kind}")
    one, other = (tuple(ArticleId(str(id_)) for id_ in row[side]) for side in ("one", "other"))
    return Override(kind, one, other)
