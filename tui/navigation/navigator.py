"""The navigator: where the user is, has been and can go forward to again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.navigation.screen_of import screen_of
from tui.navigation.whereabouts import Whereabouts
from tui.routes import LibraryRoute
from tui.screens.command_screen import CommandScreen

if TYPE_CHECKING:
    from textual.app import App

    from tui.routes import Route
    from tui.session.surroundings import Surroundings


class Ground(Protocol):
    """The lowest screen, below all others."""

    @property
    def route(self) -> Route:
        """Where the user is on this screen."""

    @property
    def surroundings(self) -> Surroundings:
        """What the screens above share with this one."""

    def restore(self, route: LibraryRoute) -> None:
        """Go back to an earlier search."""


class Navigator:
    """Keeps the routes the user has been on, and those to go forward to again.

    Going back closes a screen; on the lowest screen it returns to the search before. Going to any
    other place clears the routes to go forward to.

    Args:
        app: the app with the screens.
        lowest: the lowest screen.
    """

    def __init__(self, app: App[None], lowest: Ground) -> None:
        self._app = app
        self._lowest = lowest
        self._past: list[LibraryRoute] = []
        self._forward: list[Route] = []

    @property
    def routes(self) -> tuple[Route, ...]:
        """Where the user is: the search in the library, then each screen above it."""
        return tuple(screen.route for screen in self._screens)

    @property
    def whereabouts(self) -> Whereabouts:
        """Where the user is, has been and can go forward to."""
        lowest, *above = self.routes
        ground = lowest if isinstance(lowest, LibraryRoute) else LibraryRoute()
        return Whereabouts(ground, tuple(above), tuple(self._past), tuple(self._forward))

    def resume(self, last: Whereabouts) -> None:
        """Go to where the user was in another session."""
        self._lowest.restore(last.lowest)
        self._past, self._forward = list(last.past), list(last.forward)
        for route in last.above:
            self._open(route)

    @property
    def surroundings(self) -> Surroundings:
        """What screens share with the lowest one; waits until the library is open."""
        return self._lowest.surroundings

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return len(self._screens) > 1 or any(self._elsewhere(route) for route in self._past)

    @property
    def can_go_forward(self) -> bool:
        """Whether the user has come back from another place."""
        return bool(self._forward)

    def go(self, route: Route) -> None:
        """Open a route; the current screen stays below."""
        self._forward.clear()
        self._open(route)

    def note(self, route: LibraryRoute) -> None:
        """Add a search to the history of places."""
        if not self.update(route):
            self._past.append(route)
            self._forward.clear()

    def update(self, route: LibraryRoute) -> bool:
        """Update the last noted search if it is the same; tell whether it is."""
        same = bool(self._past) and _same_search(self._past[-1], route)
        if same:
            self._past[-1] = route
        return same

    def step_entry(self, step: int) -> None:
        """Replace the entry shown by the next or previous one of the list below."""
        if len(self._screens) > 1:
            *_, below, top = self._screens
            if (route := below.next_entry(step)) is not None:
                top.show_entry(route)

    def back(self) -> None:
        """Go back to the previous place."""
        if len(self._screens) > 1:
            self._screens[-1].dismiss(None)
            return
        here = self._lowest.route
        earlier = [at for at, route in enumerate(self._past) if self._elsewhere(route)]
        if earlier and isinstance(here, LibraryRoute):
            del self._past[earlier[-1] + 1 :]
            self._forward.append(here)
            self._lowest.restore(self._past[-1])

    def forward(self) -> None:
        """Go forward again to the place the user came back from last."""
        if not self._forward:
            return
        route = self._forward.pop()
        if isinstance(route, LibraryRoute):
            self._past.append(route)
            self._lowest.restore(route)
        else:
            self._open(route)

    @property
    def _screens(self) -> list[CommandScreen]:
        return [one for one in self._app.screen_stack if isinstance(one, CommandScreen)]

    def _open(self, route: Route) -> None:
        screen = screen_of(route, self.surroundings)
        if screen is not None:
            self._app.push_screen(screen, lambda _: self._forward.append(screen.route))

    def _elsewhere(self, route: LibraryRoute) -> bool:
        here = self._lowest.route
        return not (isinstance(here, LibraryRoute) and _same_search(route, here))


def _same_search(one: LibraryRoute, other: LibraryRoute) -> bool:
    return (one.search, one.sort) == (other.search, other.sort)
