"""Resolving what a user calls an article (path, id, prefix of one) to its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from search.errors import NoSuchArticleError
from search.library import article_id
from search.typed_path import named_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from search.article import ArticleId
    from search.engine import Engine
    from search.library import Location

_ID = re.compile(r"[0-9a-f]{1,16}\Z")


class Named(NamedTuple):
    """A file that was named: its id, the path it goes by, and its place on disk."""

    id: ArticleId
    path: str
    file: Path


def resolve_each(
    names: Sequence[str], where: Location, engine: Engine, remember: Callable[[Named], ArticleId]
) -> tuple[ArticleId, ...]:
    """Find articles by path, id or unambiguous prefix of one; raise NoSuchArticleError.

    `remember` takes each file that a name means, and gives its id. Cost: one question to the
    engine at most.
    """
    by_path = {name: find_by_path(name, where) for name in names}
    others = [name for name, found in by_path.items() if found is None]
    begins = [name.lower() for name in others]
    known = engine.read(lambda snapshot: snapshot.beginning(begins)) if others else []
    by_id = dict(zip(others, known, strict=True))
    return tuple(
        remember(found) if (found := by_path[name]) else find_by_id(name, by_id[name])
        for name in names
    )


def find_by_path(name: str, where: Location) -> Named | None:
    """Find the file a name means, None if there is none.

    The name is taken from the working directory (see `named_path`), then from the library. A file outside the
    library goes by the name given, and has an id that no article inside has.
    """
    for file in (named_path(name), where.root / name):
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


def find_by_id(name: str, known: Iterable[ArticleId]) -> ArticleId:
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
