"""Where the user is, has been and can go forward to: one value, kept for the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.routes import (
    ArticleRoute,
    ComparisonRoute,
    LibraryRoute,
    RevisionsRoute,
    StoryRoute,
    from_json,
    to_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import ArticleId
    from tui.routes import Route

_MOST = 100
"""Earlier places, and those to go forward to, that are kept; screens above each other likewise."""


class Whereabouts(NamedTuple):
    """The places of a session.

    Attributes:
        lowest: the search in the library.
        above: the screens above it, from the lowest to the one that is seen.
        past: the searches before, the earliest first, that of `lowest` perhaps the last.
        forward: what the user came back from, the next to go to last.
    """

    lowest: LibraryRoute
    above: tuple[Route, ...] = ()
    past: tuple[LibraryRoute, ...] = ()
    forward: tuple[Route, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Give it as a value that JSON can hold; of very many places the latest."""
        return {
            "lowest": to_json(self.lowest),
            "above": [to_json(route) for route in self.above[:_MOST]],
            "past": [to_json(route) for route in self.past[-_MOST:]],
            "forward": [to_json(route) for route in self.forward[-_MOST:]],
        }

    def among(self, known: Callable[[ArticleId], bool]) -> Whereabouts:
        """Give it without the screens from the first on whose article isn't known any more."""
        gone = (at for at, route in enumerate(self.above) if not all(map(known, _articles(route))))
        forward = [route for route in self.forward if all(map(known, _articles(route)))]
        return self._replace(above=self.above[: next(gone, None)], forward=tuple(forward))


def read_whereabouts(value: object) -> Whereabouts | None:
    """Read what `Whereabouts.to_json` gave; None for anything else, such as damaged or newer data."""
    match value:
        case {"lowest": lowest, "above": [*above], "past": [*past], "forward": [*forward]}:
            ground, screens = from_json(lowest), _routes(above)
            before, after = _routes(past), _routes(forward)
        case _:
            return None
    if not isinstance(ground, LibraryRoute) or screens is None or before is None or after is None:
        return None
    searches = tuple(route for route in before if isinstance(route, LibraryRoute))
    return Whereabouts(ground, screens, searches, after)


def _routes(values: list[object]) -> tuple[Route, ...] | None:
    routes = [from_json(value) for value in values[:_MOST]]
    known = tuple(route for route in routes if route is not None)
    return known if len(known) == len(routes) else None


def _articles(route: Route) -> tuple[ArticleId, ...]:
    match route:
        case ComparisonRoute(left, right):
            return left, right
        case ArticleRoute(article) | StoryRoute(article) | RevisionsRoute(article):
            return (article,)
        case _:
            return ()
