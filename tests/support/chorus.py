"""A library whose three sources use the same word; includes hostile text and a foreign script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flood import Placed, surroundings

from tui.routes import ConcordanceRoute
from tui.screens.concordance.screen import ConcordanceScreen
from tui.widgets.use_list import UseList

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk

HERALD = """---
title: "[bold]The levee[/bold] and the town"
source: Valley Herald
date: 2024-03-02
url: https://herald.example/levee
---
The levee broke on Tuesday. Nobody had looked after the old levee since the winter.

Engineers said a levee is only as good as its upkeep, and upkeep costs money.
"""

COURIER = """---
title: A new levee for Marlow
source: The Courier of the Upper Valley and the Lower Valley
date: 2024-04-03
---
A new levee will cost ninety million euros, and 東京の専門家 will plan the levee \x1b[31m\u202ewith care.
"""

NOTE = """---
title: A note
---
Two levees stood here once.
"""


def write_chorus(library: Path) -> Path:
    """Write the articles into a new folder."""
    library.mkdir()
    for name, text in (("herald", HERALD), ("courier", COURIER), ("note", NOTE)):
        (library / f"{name}.md").write_text(text, encoding="utf-8")
    return library


def concordance_of(desk: Desk, word: str) -> Placed:
    """Make the concordance screen of a word."""
    return Placed(ConcordanceScreen(ConcordanceRoute(word), surroundings(desk)), desk)


def uses(pilot: Pilot[None]) -> UseList:
    """Give the list of uses, whatever screen is on top."""
    screens = pilot.app.screen_stack
    return next(s for s in screens if isinstance(s, ConcordanceScreen)).query_one(UseList)


def listed_uses(pilot: Pilot[None]) -> list[tuple[str | None, str]]:
    """Give each listed use as its source and the words before and after it, in order."""
    return [
        (
            use.head.source,
            f"{use.before.split()[-1] if use.before.split() else ''}|{use.after.split()[0]}",
        )
        for use in uses(pilot)._listing.uses
    ]
