"""Opening a file of any kind."""

from __future__ import annotations

from functools import cache, partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import BytesSource, PassedOverError, WholeContainer
from search.formats.kind_of import SUFFIXES, kind_of, suffix_of
from search.formats.kinds import SAMPLE
from search.formats.limits import DEEPEST_ARCHIVE, LARGEST_ARTICLE, LARGEST_WHOLE

if TYPE_CHECKING:
    from search.article import Article, ArticleId
    from search.formats.container import Container, Source
    from search.formats.kinds import ColumnNames, Kind

NOTHING_READS = "nothing here reads them"
"""Why files of a suffix that no format has are passed over."""
_EXTRAS = {"pages": "trafilatura", "pdf": "pypdf", "warc": "fastwarc"}
"""The module that tells whether an extra of the package is installed."""


def find_kind(source: Source, path: str, *, any_text: bool = False) -> Kind:
    """Tell a file's kind; see `kind_of`.

    Raises:
        PassedOverError: it is of none, or needs what isn't installed.
        ArticleError: it can't be read.
    """
    kind = kind_of(path, source.read(0, SAMPLE), any_text=any_text)
    if kind is None:
        raise PassedOverError(_unknown(path))
    if kind.extra and not _is_installed(kind.extra):
        needs = f"pip install 'diptych[{kind.extra}]'"
        raise PassedOverError(f"{kind.name} needs an extra", needs)
    return kind


@cache
def _is_installed(extra: str) -> bool:
    return find_spec(_EXTRAS[extra]) is not None


def _unknown(path: str) -> str:
    suffix = suffix_of(path)
    if suffix not in SUFFIXES and suffix:
        return NOTHING_READS
    return (
        "nothing in them shows what they are" if not suffix else f"these aren't what {suffix} says"
    )


def open_container(
    source: Source, path: str, *, any_text: bool = False, columns: ColumnNames = ()
) -> Container:
    """Take a file apart; `columns` is what a user calls those of a table.

    Raises:
        PassedOverError: it holds no articles, or what reads it isn't installed.
        ArticleError: it is broken, or too large to be read whole.
    """
    return open_kind(find_kind(source, path, any_text=any_text), source, path, columns)


def open_kind(
    kind: Kind, source: Source, path: str, columns: ColumnNames = (), *, depth: int = 0
) -> Container:
    """Take a file of a known kind apart; see `open_container`.

    `depth` is how many archives it lies in.
    """
    check_size(kind, source.size, path)
    try:
        if kind.archive:
            return kind.archive(source, path, partial(_open_inner, depth))
        if columns and kind.by_columns:
            return kind.by_columns(source, path, columns)
        return kind.open(source, path)
    except (ArticleError, PassedOverError):
        raise
    except Exception as error:
        raise ArticleError(path, f"can't be understood: {type(error).__name__}") from error


def check_size(kind: Kind, size: int, path: str) -> None:
    """Raise ArticleError for a file that is too large to be read whole, before it is."""
    small = kind.single and not kind.illustrated
    limit = LARGEST_ARTICLE if small else LARGEST_WHOLE
    if not kind.streamed and size > limit:
        what = "which is no article" if small else "which is too much to be read at once"
        raise ArticleError(path, f"larger than {limit >> 20} MB, {what}")


def _open_inner(depth: int, source: Source, name: str) -> Container:
    """Take a file within an archive apart."""
    kind = find_kind(source, name)
    if kind.archive and depth >= DEEPEST_ARCHIVE:
        raise PassedOverError(f"an archive in an archive, {DEEPEST_ARCHIVE + 1} deep")
    return open_kind(kind, source, name, depth=depth + 1)


def read_article(data: bytes, path: str, article: ArticleId) -> Article:
    """Read the article that a file is, of whatever kind; any file is at least a text.

    Args:
        data: the whole file.
        path: relative to the library, with `/`; its suffix tells the kind, and it names the file in
            errors.
        article: the id the article will bear.

    Raises:
        ArticleError: it holds no article that can be read, or several; its reason says why.
    """
    try:
        container = open_container(BytesSource(data), path, any_text=True)
    except PassedOverError as error:
        raise ArticleError(path, error.reason) from None
    drafts = [one for span in container.spans() for one in container.drafts(span.start, span.stop)]
    if len(drafts) != 1:
        raise ArticleError(path, f"it holds {len(drafts):,} articles")
    return drafts[0].article(path, article)


def is_one_article(kind: Kind, container: Container) -> bool:
    """Tell whether a file is an article, which goes by its path, and not a container of some."""
    whole = isinstance(container, WholeContainer) and len(container.every) == 1
    return kind.single or (whole and not kind.streamed)
