"""The table of contents: which segments an index has, and which of their articles are deleted.

It is JSON behind a checksum, in place of what Whoosh pickles: data, of which nothing is ever run.
The schema isn't kept, for it follows from the code, and an index made by other code is made anew.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.index import TOC

from search.engine.whoosh.codec.array_codec import ArraySegment
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.fsync import sync_folder
from search.sealed_file import DamagedFileError, load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = re.compile(r"_MAIN_(\d{1,15})\.toc")


def last_commit(folder: Path) -> int | None:
    """Give the number of the last commit in a folder, None if there is none; raise OSError."""
    named = (_NAME.fullmatch(file.name) for file in folder.iterdir())
    return max((int(found[1]) for found in named if found), default=None)


def save_contents(folder: str, name: str, commit: int, segments: Sequence[ArraySegment]) -> None:
    """Write the table of a commit, in one step, and have it on the disk; raise OSError."""
    path = Path(folder, TOC._filename(name, commit))  # noqa: SLF001 - by it Whoosh finds and deletes it
    save_sealed(path, {"commit": commit, "segments": [one.dump() for one in segments]})
    sync_folder(path.parent)


def load_contents(folder: str, name: str, commit: int) -> list[ArraySegment]:
    """Read the table of a commit; raise DamagedError, or FileNotFoundError if there is none."""
    path = Path(folder, TOC._filename(name, commit))  # noqa: SLF001 - as above
    try:
        kept: dict[str, Any] = load_sealed(path, links=False)
        segments = [ArraySegment.load(name, one) for one in kept["segments"]]
        of = int(kept["commit"])
    except FileNotFoundError:
        raise
    except (DamagedFileError, OSError) as error:
        raise DamagedError(str(error)) from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedError(f"{path}: no table of contents: {error}") from None
    if of != commit:
        raise DamagedError(f"{path}: the table of contents of another commit")
    return segments
