"""From what a person calls an article to its id."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from search.errors import NoSuchArticleError
from search.library import article_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import ArticleId
    from search.library import Place

_ID = re.compile(r"[0-9a-f]{1,16}\Z")


class Named(NamedTuple):
    """A file that was named: its id, the path it goes by, and its place on disk."""

    id: ArticleId
    path: str
    file: Path


def by_path(name: str, where: Place) -> Named | None:
    """Find the file a name means, None if there is none.

    The name is taken from the working directory, then from the library. A file outside the
    library goes by the name given, and has an id that no article inside has.
    """
    for file in (Path(name).expanduser(), where.root / name):
        try:
            if not file.is_file():
                continue
            # The folder is resolved but not the file: a link in a library is an article there.
            real = file.parent.resolve() / file.name
        except (OSError, RuntimeError, ValueError):
            continue
        if real == where.path or (where.only is None and real.is_relative_to(where.root)):
            path = real.relative_to(where.root).as_posix()
            return Named(article_id(path), path, real)
        return Named(article_id(f"/{real}"), file.as_posix(), real)
    return None


def by_id(name: str, known: Iterable[ArticleId]) -> ArticleId:
    """Find the one article whose id begins so; raise NoSuchArticleError."""
    if not name.strip():
        raise NoSuchArticleError(f'"{name}"', "no article is called so")
    begin = name.lower()
    found = [id_ for id_ in known if id_.startswith(begin)] if _ID.match(begin) else []
    if not found:
        raise NoSuchArticleError(name, "no article has this path or id")
    if len(found) > 1:
        raise NoSuchArticleError(name, f"{len(found)} articles have ids that begin so")
    return found[0]
