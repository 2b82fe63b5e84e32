"""Where the user is, has been and can go forward to again: screens opened by their routes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.navigation.screen_of import screen_of
from tui.routes import LibraryRoute
from tui.screens.command_screen import CommandScreen

if TYPE_CHECKING:
    from textual.app import App

    from tui.routes import Route
    from tui.session.surroundings import Surroundings


class Ground(Protocol):
    """The screen below all others."""

    @property
    def route(self) -> Route:
        """Where the user is on it."""

    @property
    def around(self) -> Surroundings:
        """What the screens above share with it."""

    def restore(self, route: LibraryRoute) -> None:
        """Go back to an earlier search."""


class Navigator:
    """Keeps the list of routes the user has been on, and the way forward again.

    Going back leaves a screen, or on the lowest one goes to the search before. To go anywhere
    else than forward ends the way forward.

    Args:
        app: whose screens these are.
        ground: gives the lowest screen.
    """

    def __init__(self, app: App[None], ground: Ground) -> None:
        self._app = app
        self._ground = ground
        self._past: list[LibraryRoute] = []
        self._ahead: list[Route] = []

    @property
    def routes(self) -> tuple[Route, ...]:
        """Where the user is: the search in the library, then each screen above it."""
        return tuple(screen.route for screen in self._screens)

    @property
    def around(self) -> Surroundings:
        """What screens share with the lowest one; the library is waited for, if need be."""
        return self._ground.around

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return len(self._screens) > 1 or any(self._elsewhere(route) for route in self._past)

    @property
    def can_go_forward(self) -> bool:
        """Whether the user has come back from somewhere."""
        return bool(self._ahead)

    def go(self, route: Route) -> None:
        """Go somewhere; what is seen now stays below."""
        self._ahead.clear()
        self._open(route)

    def note(self, route: LibraryRoute) -> None:
        """Note a search the user has gone on to."""
        if not self.update(route):
            self._past.append(route)
            self._ahead.clear()

    def update(self, route: LibraryRoute) -> bool:
        """Note where the user is in the search noted last; tell whether it is that one."""
        same = bool(self._past) and _same_search(self._past[-1], route)
        if same:
            self._past[-1] = route
        return same

    def go_on(self, step: int) -> None:
        """Show the next or the previous entry of the list below in place of the one shown."""
        if len(self._screens) > 1:
            *_, below, top = self._screens
            if (route := below.entry(step)) is not None:
                top.show_entry(route)

    def back(self) -> None:
        """Go back to where the user was before."""
        if len(self._screens) > 1:
            self._screens[-1].dismiss(None)
            return
        here = self._ground.route
        earlier = [at for at, route in enumerate(self._past) if self._elsewhere(route)]
        if earlier and isinstance(here, LibraryRoute):
            del self._past[earlier[-1] + 1 :]
            self._ahead.append(here)
            self._ground.restore(self._past[-1])

    def forward(self) -> None:
        """Go forward again to where the user came back from last."""
        if not self._ahead:
            return
        route = self._ahead.pop()
        if isinstance(route, LibraryRoute):
            self._past.append(route)
            self._ground.restore(route)
        else:
            self._open(route)

    @property
    def _screens(self) -> list[CommandScreen]:
        return [one for one in self._app.screen_stack if isinstance(one, CommandScreen)]

    def _open(self, route: Route) -> None:
        screen = screen_of(route, self.around)
        if screen is not None:
            self._app.push_screen(screen, lambda _: self._ahead.append(screen.route))

    def _elsewhere(self, route: LibraryRoute) -> bool:
        here = self._ground.route
        return not (isinstance(here, LibraryRoute) and _same_search(route, here))


def _same_search(one: LibraryRoute, other: LibraryRoute) -> bool:
    return (one.search, one.sort) == (other.search, other.sort)
