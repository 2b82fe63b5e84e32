"""Where one can be in the reader: frozen values that can be written down and read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

if TYPE_CHECKING:
    from typing import TypeGuard

    from search import ArticleId, Sort

SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")
"""The orders of a search, in the order the user is taken through them."""


class Lighting(NamedTuple):
    """What is lit in an article: a query, and whether its last word may be unfinished."""

    query: str
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class LibraryRoute:
    """A search in the library, and the article at hand; None for the first one found."""

    search: str = ""
    sort: Sort = "relevance"
    article: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class ArticleRoute:
    """An article by itself; at a place of its text, where one is given."""

    article: ArticleId
    lighting: Lighting | None = None
    place: tuple[int, int] | None = None
    """The number of a block, and where in its text."""


@dataclass(frozen=True, slots=True)
class ComparisonRoute:
    """Two articles side by side."""

    left: ArticleId
    right: ArticleId
    lighting: Lighting | None = None


@dataclass(frozen=True, slots=True)
class StoryRoute:
    """All versions of the story that an article tells."""

    article: ArticleId
    lighting: Lighting | None = None


@dataclass(frozen=True, slots=True)
class ConcordanceRoute:
    """Every use of a word; without one, the user is asked for it.

    `sources` are those whose uses are wanted, None among them for the unknown; all when None.
    """

    word: str
    sources: tuple[str | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class KeynessRoute:
    """Source against source; of fewer than two, those with most articles are added."""

    sources: tuple[str | None, ...] = ()


Route: TypeAlias = (
    LibraryRoute | ArticleRoute | ComparisonRoute | StoryRoute | ConcordanceRoute | KeynessRoute
)


def written(route: Route) -> dict[str, object]:
    """Give a route as what JSON can hold; `read` gives the route again."""
    match route:
        case LibraryRoute(search, sort, article):
            return {"at": "library", "search": search, "sort": sort, "article": article}
        case ArticleRoute(article, lighting, place):
            at = list(place) if place is not None else None
            return {"at": "article", "article": article, "place": at, **_lit(lighting)}
        case ComparisonRoute(left, right, lighting):
            return {"at": "comparison", "left": left, "right": right, **_lit(lighting)}
        case StoryRoute(article, lighting):
            return {"at": "story", "article": article, **_lit(lighting)}
        case ConcordanceRoute(word, sources):
            among = list(sources) if sources is not None else None
            return {"at": "concordance", "word": word, "sources": among}
        case KeynessRoute(sources):
            return {"at": "keyness", "sources": list(sources)}


def read(value: object) -> Route | None:
    """Read what `written` gave; None for anything else, be it damaged or of another version."""
    match value:
        case {"at": "library", "search": str(search), "sort": str(sort), "article": article}:
            known = next((one for one in SORTS if one == sort), None)
            if known is not None and isinstance(article, str | None):
                return LibraryRoute(search, known, _id(article) if article is not None else None)
        case {"at": "concordance", "word": str(word), "sources": None}:
            return ConcordanceRoute(word)
        case {"at": "concordance", "word": str(word), "sources": [*names]} if _are_names(names):
            return ConcordanceRoute(word, tuple(names))
        case {"at": "keyness", "sources": [*names]} if _are_names(names):
            return KeynessRoute(tuple(names))
        case {"lit": lit}:
            return _read_lit(value, _lighting(lit))
    return None


def _read_lit(value: object, lighting: Lighting | None) -> Route | None:
    match value:
        case {"at": "article", "article": str(article), "place": None}:
            return ArticleRoute(_id(article), lighting)
        case {"at": "article", "article": str(article), "place": [int(block), int(start)]}:
            if block >= 0 and start >= 0:
                return ArticleRoute(_id(article), lighting, (block, start))
        case {"at": "comparison", "left": str(left), "right": str(right)}:
            return ComparisonRoute(_id(left), _id(right), lighting)
        case {"at": "story", "article": str(article)}:
            return StoryRoute(_id(article), lighting)
    return None


def _are_names(values: list[object]) -> TypeGuard[list[str | None]]:
    return all(isinstance(value, str | None) for value in values)


def _lit(lighting: Lighting | None) -> dict[str, object]:
    return {"lit": list(lighting) if lighting is not None else None}


def _lighting(value: object) -> Lighting | None:
    match value:
        case [str(query), bool(unfinished)]:
            return Lighting(query, unfinished)
    return None


def _id(article: str) -> ArticleId:
    return cast("ArticleId", article)  # a type to the checker only: nothing heavy is loaded for it
