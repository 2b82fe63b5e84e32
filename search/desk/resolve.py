"""Resolving what a user calls an article (path, id, prefix of one) to its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from search.article import ArticleId
from search.desk.revisions.revision_id import named_revision
from search.errors import ArticleError, NoSuchArticleError
from search.library import RecordTable, article_id
from search.library.article_files import named_record
from search.library.record_table import record_id, record_path
from search.typed_path import named_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from search.engine import Engine
    from search.library import Location

_ID = re.compile(r"[0-9a-f]{1,16}\Z")
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


class Named(NamedTuple):
    """An article that was named by its file.

    Attributes:
        id: its id.
        path: the path it goes by; `path#N` in a container.
        file: where its file lies on disk.
        place: where it lies in that, if it is a container; see `search.library.place`.
    """

    id: ArticleId
    path: str
    file: Path
    place: str = ""


def resolve_each(
    names: Sequence[str],
    where: Location,
    engine: Engine,
    remember: Callable[[Named], ArticleId],
    version: Callable[[ArticleId, int], ArticleId],
) -> tuple[ArticleId, ...]:
    """Find articles by path, id or unambiguous prefix of one; raise NoSuchArticleError.

    A path is taken from the working directory or from the library. A file outside the library can be
    named too: it is read, compared and ranked, but not searched. `ARTICLE@N` is a version of an article,
    unless a file has that name. Cost: one question to the engine at most; for records of containers,
    reading which files it knows; for versions, reading the article's.

    Args:
        names: what the user calls them.
        where: the library.
        engine: what knows its ids.
        remember: takes each file that a name means, and gives its id.
        version: gives the id of an article's version by its number.
    """
    by_path = {name: find_by_path(name, where) for name in names}
    asked = [None if by_path[name] else named_revision(name) for name in names]
    plain = [one.article if one else name for name, one in zip(names, asked, strict=True)]
    found = _find(plain, by_path, (where, engine), remember)
    return tuple(
        version(article, one.number) if one else article
        for article, one in zip(found, asked, strict=True)
    )


def _find(
    names: Sequence[str],
    known_paths: Mapping[str, Named | None],
    there: tuple[Location, Engine],
    remember: Callable[[Named], ArticleId],
) -> tuple[ArticleId, ...]:
    """Find articles that aren't versions; see `resolve_each`."""
    where, engine = there
    by_path = {
        name: known_paths.get(name) or find_by_path(name, where) or find_record(name, where, engine)
        for name in names
    }
    others = [name for name, found in by_path.items() if found is None]
    begins = [_beginning(name, engine) for name in others]
    # Those that others gave their articles in an archive are any text.
    begins += [name for name in others if name] if where.archive else []
    known = engine.read(lambda snapshot: snapshot.beginning(begins)) if others else []
    by_id = {
        name: [ArticleId(name)] if any(name in some for some in known) else known[at]
        for at, name in enumerate(others)
    }
    return tuple(
        remember(found) if (found := by_path[name]) else _of_ids(name, by_id[name])
        for name in names
    )


def _beginning(name: str, engine: Engine) -> str:
    """Give the beginning of an id that a name is; of an archive's paths, which are no files, the id."""
    is_path = engine.holds_texts and not _ID.match(name.lower())
    return article_id(name) if is_path else name.lower()


def find_in_archive(name: str, engine: Engine) -> ArticleId:
    """Find an article of another archive by path, id or unambiguous prefix of one; one question.

    Raises NoSuchArticleError.
    """
    known = engine.read(lambda snapshot: snapshot.beginning([_beginning(name, engine), name]))
    return ArticleId(name) if name in known[1] else _of_ids(name, known[0])


def _of_ids(name: str, known: Sequence[ArticleId]) -> ArticleId:
    return known[0] if [*known] in ([article_id(name)], [name]) else find_by_id(name, known)


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


def find_record(name: str, where: Location, engine: Engine) -> Named | None:
    """Find the article that `path#N` means; None if it means none.

    Raises NoSuchArticleError if there is such a file, but no such article in it.
    """
    container, sign, digits = name.rpartition("#")
    if not sign or not _NUMBER.fullmatch(digits):
        return None
    holder, number = find_by_path(container, where), int(digits)
    if holder is None:
        return None
    path = record_path(holder.path, number)
    known = engine.known_files().entries.get(holder.path)
    if known and known.rows is not None and (article := RecordTable(known.rows).article(number)):
        return Named(article, path, holder.file)
    try:
        own, place = named_record(holder.file, holder.path, number, where.columns)
    except ArticleError as error:
        raise NoSuchArticleError(name, error.reason) from None
    return Named(record_id(holder.path, number, own), path, holder.file, place)


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
