"""Routes: the places in the reader, as frozen values that can be saved as JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast

if TYPE_CHECKING:
    from typing import TypeGuard

    from search import ArticleId, Sort

SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "source")
"""The orders of search results, in the order in which the sort command cycles through them."""

NoteOrder: TypeAlias = Literal["newest", "article", "source"]
NOTE_ORDERS: tuple[NoteOrder, ...] = ("newest", "article", "source")
"""The orders of notes, likewise."""


Pane: TypeAlias = Literal["sources", "articles", "reader"]
PANES: tuple[Pane, ...] = ("sources", "articles", "reader")
"""The panes of the library, from left to right."""


class Lighting(NamedTuple):
    """What is highlighted in an article: a query, and whether its last word may be unfinished."""

    query: str
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class LibraryRoute:
    """A search in the library, and the current article; None for the first one found.

    Where no `sort` was chosen, what fits best comes first, or without words what is newest.
    """

    search: str = ""
    sort: Sort | None = None
    article: ArticleId | None = None
    pane: Pane = "articles"

    def at(self, article: ArticleId | None) -> LibraryRoute:
        """Give the same search at another article."""
        return replace(self, article=article)


@dataclass(frozen=True, slots=True)
class ArticleRoute:
    """One article by itself, at a position in its text if one is given."""

    article: ArticleId
    lighting: Lighting | None = None
    place: tuple[int, int] | None = None
    """The index of a block, and an offset in its text."""


@dataclass(frozen=True, slots=True)
class ComparisonRoute:
    """Two articles side by side, at a link if one is given."""

    left: ArticleId
    right: ArticleId
    lighting: Lighting | None = None
    link: tuple[int, int] | None = None
    """The places of the link's sentences among those of each article."""


@dataclass(frozen=True, slots=True)
class StoryRoute:
    """All versions of the story that an article belongs to."""

    article: ArticleId
    lighting: Lighting | None = None


@dataclass(frozen=True, slots=True)
class StoriesRoute:
    """The stories of what a search finds, in its order."""

    search: str = ""
    sort: Sort | None = None


@dataclass(frozen=True, slots=True)
class ConcordanceRoute:
    """Every use of a word; if the word is empty, the user is asked for one.

    `sources` limits the uses to these sources, with None for articles of unknown source; without
    it all are included.
    """

    word: str
    sources: tuple[str | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class KeynessRoute:
    """Source against source; if fewer than two are given, the largest others are added.

    `within` the stories that both tell.
    """

    sources: tuple[str | None, ...] = ()
    within: bool = False


@dataclass(frozen=True, slots=True)
class NotesRoute:
    """All notes, or those that hold some words."""

    words: str = ""
    order: NoteOrder = "newest"


@dataclass(frozen=True, slots=True)
class RevisionsRoute:
    """The versions of one article as its publisher changed it, at one of them if a number is given."""

    article: ArticleId
    number: int | None = None


Route: TypeAlias = (
    LibraryRoute
    | ArticleRoute
    | ComparisonRoute
    | StoryRoute
    | StoriesRoute
    | ConcordanceRoute
    | KeynessRoute
    | NotesRoute
    | RevisionsRoute
)


def to_json(route: Route) -> dict[str, object]:
    """Give a route as a value that JSON can hold; `from_json` gives the route again."""
    match route:
        case LibraryRoute(search, sort, article, pane):
            at_row = {"search": search, "sort": sort, "article": article}
            return {"at": "library", **at_row, "pane": pane}
        case ArticleRoute(article, lighting, place):
            at = list(place) if place is not None else None
            return {"at": "article", "article": article, "place": at, **_lighting_json(lighting)}
        case ComparisonRoute(left, right, lighting, link):
            ends = list(link) if link is not None else None
            pair = {"at": "comparison", "left": left, "right": right}
            return {**pair, "link": ends, **_lighting_json(lighting)}
        case StoryRoute(article, lighting):
            return {"at": "story", "article": article, **_lighting_json(lighting)}
        case StoriesRoute(search, sort):
            return {"at": "stories", "search": search, "sort": sort}
        case ConcordanceRoute(word, sources):
            among = list(sources) if sources is not None else None
            return {"at": "concordance", "word": word, "sources": among}
        case KeynessRoute(sources, within):
            return {"at": "keyness", "sources": list(sources), "within": within}
        case NotesRoute(words, order):
            return {"at": "notes", "words": words, "order": order}
        case RevisionsRoute(article, number):
            return {"at": "revisions", "article": article, "number": number}


def from_json(value: object) -> Route | None:
    """Read what `to_json` gave; None for anything else, such as damaged or newer data."""
    match value:
        case {"at": "library", "search": str(), "sort": str() | None, "pane": str()}:
            return _read_library_route(value)
        case {"at": "stories", "search": str(search), "sort": order}:
            sort = next((one for one in SORTS if one == order), None)
            if sort is not None or order is None:
                return StoriesRoute(search, sort)
        case {"at": "concordance", "word": str(word), "sources": None}:
            return ConcordanceRoute(word)
        case {"at": "concordance", "word": str(word), "sources": [*names]} if _are_names(names):
            return ConcordanceRoute(word, tuple(names))
        case {"at": "keyness", "sources": [*names], **rest} if _are_names(names):
            return KeynessRoute(tuple(names), rest.get("within") is True)
        case {"at": "notes", "words": str(words), "order": str(order)}:
            known_order = next((one for one in NOTE_ORDERS if one == order), None)
            if known_order is not None:
                return NotesRoute(words, known_order)
        case {"lit": lit}:
            return _read_lit_route(value, _read_lighting(lit))
    return _read_revisions_route(value)


def _read_revisions_route(value: object) -> RevisionsRoute | None:
    match value:
        case {"at": "revisions", "article": str(article), "number": int() | None as number}:
            return RevisionsRoute(_article_id(article), number)
    return None


def _read_library_route(value: object) -> LibraryRoute | None:
    match value:
        case {"search": str(search), "sort": order, "article": article, "pane": str(place)}:
            sort = next((one for one in SORTS if one == order), None)
            pane = next((one for one in PANES if one == place), None)
            if (
                (sort is not None or order is None)
                and pane is not None
                and isinstance(article, str | None)
            ):
                known = _article_id(article) if article is not None else None
                return LibraryRoute(search, sort, known, pane)
    return None


def _read_lit_route(value: object, lighting: Lighting | None) -> Route | None:
    match value:
        case {"at": "article", "article": str(article), "place": None}:
            return ArticleRoute(_article_id(article), lighting)
        case {"at": "article", "article": str(article), "place": [int(block), int(start)]}:
            if block >= 0 and start >= 0:
                return ArticleRoute(_article_id(article), lighting, (block, start))
        case {"at": "comparison", "left": str(left), "right": str(right), **more}:
            pair = _article_id(left), _article_id(right)
            return ComparisonRoute(*pair, lighting, _read_ends(more.get("link")))
        case {"at": "story", "article": str(article)}:
            return StoryRoute(_article_id(article), lighting)
    return None


def _read_ends(value: object) -> tuple[int, int] | None:
    match value:
        case [int(left), int(right)] if left >= 0 and right >= 0:
            return left, right
    return None


def _are_names(values: list[object]) -> TypeGuard[list[str | None]]:
    return all(isinstance(value, str | None) for value in values)


def _lighting_json(lighting: Lighting | None) -> dict[str, object]:
    return {"lit": list(lighting) if lighting is not None else None}


def _read_lighting(value: object) -> Lighting | None:
    match value:
        case [str(query), bool(unfinished)]:
            return Lighting(query, unfinished)
    return None


def _article_id(article: str) -> ArticleId:
    return cast("ArticleId", article)  # only a type: importing the class would load much
