"""The table of contents: which segments an index has, and which of their articles are deleted.

It is JSON behind a checksum, in place of what Whoosh pickles: data, of which nothing is ever run.
The schema isn't kept, for it follows from the code, and an index made by other code is made anew.
"""

from __future__ import annotations

import re
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, NamedTuple

from whoosh.index import TOC

from search.engine.whoosh.codec.array_codec import ArraySegment
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.fsync import sync_folder
from search.sealed_file import DamagedFileError, load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = re.compile(r"_MAIN_(\d{1,15})\.toc")


class Contents(NamedTuple):
    """What a table of contents says.

    Attributes:
        segments: those of the index.
        mark: names this commit and no other, of whatever index.
        noted: the mark that the list of files beside the index had when this was written. It
            follows a moment later, so it has either this mark or the other one.
    """

    segments: list[ArraySegment]
    mark: str
    noted: str


def last_commit(folder: Path) -> int | None:
    """Give the number of the last commit in a folder, None if there is none; raise OSError."""
    named = (_NAME.fullmatch(file.name) for file in folder.iterdir())
    return max((int(found[1]) for found in named if found), default=None)


def save_contents(
    folder: str, name: str, commit: int, segments: Sequence[ArraySegment], noted: str
) -> str:
    """Write the table of a commit, in one step, and have it on the disk; raise OSError.

    Gives its mark; see `Contents`.
    """
    mark = token_hex(8)
    path = Path(folder, TOC._filename(name, commit))  # noqa: SLF001 - by it Whoosh finds and deletes it
    kept = [one.dump() for one in segments]
    save_sealed(path, {"commit": commit, "mark": mark, "noted": noted, "segments": kept})
    sync_folder(path.parent)
    return mark


def load_contents(folder: str, name: str, commit: int) -> Contents:
    """Read the table of a commit; raise DamagedError, or FileNotFoundError if there is none."""
    path = Path(folder, TOC._filename(name, commit))  # noqa: SLF001 - as above
    try:
        kept: dict[str, Any] = load_sealed(path, links=False)
        segments = [ArraySegment.load(name, one) for one in kept["segments"]]
        found = Contents(segments, str(kept["mark"]), str(kept["noted"]))
        of = int(kept["commit"])
    except FileNotFoundError:
        raise
    except (DamagedFileError, OSError) as error:
        raise DamagedError(str(error)) from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedError(f"{path}: no table of contents: {error}") from None
    if of != commit:
        raise DamagedError(f"{path}: the table of contents of another commit")
    return found
