"""Taking articles out of a library that their feed's `keep` lets go: into a folder, never for good."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from search.errors import LibraryError, NoSuchArticleError, reason_of
from search.marks.valued_articles import valued_articles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.article import ArticleId
    from search.desk.desk import Desk

REMOVED = ".removed"
"""The folder of a library that has what was taken out; nothing in it is indexed or known."""


def take_out(desk: Desk, paths: Sequence[str]) -> int:
    """Move files of articles to the folder `REMOVED`; tell how many.

    One that is starred, tagged or noted stays, as does one of which that can't be told. Raises
    LibraryError for one that can't be moved; what was moved before stays there. Cost: a question
    to the marks, and a step of the file system for each.
    """
    ids: dict[str, ArticleId] = {}
    for path in paths:
        try:
            ids[path] = desk.resolve(str(desk.library / path))
        except NoSuchArticleError:
            continue
    valued = valued_articles(desk.marks.store.access, ids.values())
    if valued is None:
        raise LibraryError(desk.library, "the marks can't be read, so no article is taken out")
    removed = 0
    for path, article in ids.items():
        if article not in valued:
            _move(desk.library, path)
            removed += 1
    return removed


def _move(library: Path, path: str) -> None:
    file, target = library / path, library / REMOVED / path
    number = 1
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        while os.path.lexists(target):
            number += 1
            target = target.with_name(f"{file.stem}-{number}{file.suffix}")
        file.rename(target)
    except OSError as error:
        raise LibraryError(file, f"it can't be taken out: {reason_of(error)}") from None
