"""Replacing the file of an article by what came of it, and keeping its publisher's versions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from search.desk.revisions.kept_versions import LARGEST, REVISIONS, version_file
from search.errors import reason_of
from search.export.whole_file import NotWrittenError, write_whole
from search.library.saved_head import saved_head
from search.regular_file import read_regular

if TYPE_CHECKING:
    from pathlib import Path

    from search.arrivals.arrival import ChangedArticle


def replace_file(root: Path, change: ChangedArticle, text: str) -> None:
    """Replace the file of a changed article by a text; raise NotWrittenError.

    The version before is kept first, as it is, and then the new one too, so that what its user edits
    in the file is never taken for its publisher's. What was only a part is no version and isn't kept.
    Killed at any moment, every version is there, and the next run counts them right. A file that was
    edited since it was decided to replace it stays as it is.
    """
    file = root / change.path
    _check(file)
    new = _place(root, change.path, change.revision)
    if change.completes:
        if os.path.lexists(new):
            write_whole(new, [text])
        write_whole(file, [text])
        return
    before = _place(root, change.path, change.revision - 1)
    if not os.path.lexists(before):
        _keep(file, before)
    write_whole(file, [text])
    write_whole(new, [text])


def _check(file: Path) -> None:
    """Raise NotWrittenError if a file isn't as it was saved here: what its user wrote is nowhere else."""
    try:
        head = saved_head(read_regular(file, LARGEST))
    except OSError as error:
        raise NotWrittenError(file, reason_of(error)) from None
    if head is None or not head.digest or head.edited:
        raise NotWrittenError(file, "it was edited here meanwhile and stays as it is")


def _place(root: Path, path: str, number: int) -> Path:
    place = version_file(root, path, number)
    if place is None:
        raise NotWrittenError(root / REVISIONS, "it is a link, which isn't followed")
    return place


def _keep(file: Path, place: Path) -> None:
    """Keep a version of an article as it is; raise NotWrittenError."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        before = read_regular(file, LARGEST)
    except OSError as error:
        raise NotWrittenError(place.parent, f"it can't be kept: {reason_of(error)}") from None
    write_whole(place, [before.decode("utf-8", "replace")])
