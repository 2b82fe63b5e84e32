"""Two articles on one flood and an unrelated one, and an app that shows one screen of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from search import user_folder
from tui.navigation.navigating_app import NavigatingApp
from tui.remembered import ChosenPanel
from tui.routes import ComparisonRoute, LibraryRoute, Lighting
from tui.screens.comparison.screen import ComparisonScreen
from tui.session.surroundings import MarkedArticle, Surroundings

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen

    from search import ArticleId, Desk

HERALD = """---
title: "[bold]The dam[/bold] that failed the old town of Marlow, and the ministry that had been warned of it"
source: Valley Herald
date: 2024-03-02
---
The river burst its banks on Tuesday night and flooded the old town of Marlow within two hours.

Firefighters rescued forty people from rooftops, the regional fire service said. Bread was scarce.

“We warned the ministry about the dam three times last year,” said council engineer Petra Lang.

## Anger in the town

The siren system failed because its batteries had not been replaced, according to the mayor.

東京の気象庁は大雨警報を発表した。Cats slept through it all, unbothered and dry in attics.
"""

COURIER = """---
title: Flood in Marlow
source: The Courier
date: 2024-03-03
---
“We warned the ministry about the dam three times last year,” engineer Petra Lang told reporters.

The mayor said the siren system failed because batteries had not been replaced.

The old town of Marlow was flooded within two hours when the river burst its banks on Tuesday night.

Insurers expect claims of ninety million euros.

Forty people were rescued from rooftops by firefighters, the regional fire service said.
"""

QUIET = """---
title: Quiet
source: Elsewhere
---
Birds sang at dawn.

Nobody minded.
"""


class Placed(NamedTuple):
    """A screen with its library."""

    screen: Screen[Any]
    desk: Desk


class _Nowhere:
    """The lowest screen, below the one under test."""

    def __init__(self, desk: Desk | None) -> None:
        self._desk = desk

    @property
    def route(self) -> LibraryRoute:
        return LibraryRoute()

    @property
    def surroundings(self) -> Surroundings:
        if self._desk is None:
            raise AssertionError("this screen leads nowhere")
        return surroundings(self._desk)

    def restore(self, route: LibraryRoute) -> None:
        raise AssertionError(f"nothing to go back to: {route}")


class Harness(NavigatingApp):
    """An app that shows one screen over an empty one, and the screens it leads to."""

    def __init__(self, shown: Screen[Any] | Placed) -> None:
        super().__init__(ansi_color=None)
        screen, desk = shown if isinstance(shown, Placed) else (shown, None)
        self.start_at(Path(), _Nowhere(desk), {}, resume=False)
        self._first = screen
        self.answer: object = None

    def on_mount(self) -> None:
        def answered(answer: object) -> None:
            self.answer = answer

        self.push_screen(self._first, answered)


def kept_panel() -> Path:
    """Give the file that keeps whether the panel is shown."""
    return user_folder("state") / "harness" / "panel.json"


def surroundings(desk: Desk, *, panel: bool = False) -> Surroundings:
    """Give the surroundings of a screen without the library's screen, its panel put away or not."""
    chosen = ChosenPanel(kept_panel())
    chosen.remember(shown=panel)
    return Surroundings(desk, 72, MarkedArticle(), lambda _: None, panel=chosen)


def write_flood(library: Path) -> Path:
    """Write the three articles into a new folder."""
    library.mkdir()
    for name, text in (("herald", HERALD), ("courier", COURIER), ("quiet", QUIET)):
        (library / f"{name}.md").write_text(text, encoding="utf-8")
    return library


def id_of(desk: Desk, name: str) -> ArticleId:
    """Give the id of the article whose path begins so."""
    return next(id_ for id_ in desk.ids() if desk.read(id_).path.startswith(name))


def comparison_of(
    desk: Desk, left: str, right: str, query: str = "", *, panel: bool = False
) -> Placed:
    """Make the comparison screen of two articles, with a query highlighted."""
    lighting = Lighting(query) if query else None
    route = ComparisonRoute(id_of(desk, left), id_of(desk, right), lighting)
    return Placed(ComparisonScreen(route, surroundings(desk, panel=panel)), desk)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until all work is done and its results are shown."""
    working = True
    while working:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        working = any(worker.is_running for worker in pilot.app.workers)
