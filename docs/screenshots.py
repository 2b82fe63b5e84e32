"""Make the screenshots in docs/screenshots from the running app.

.venv/bin/python docs/screenshots.py
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from search import Desk, bundled
from tui.app import DiptychApp
from tui.screens.comparison.screen import ComparisonScreen

OUT = Path(__file__).parent / "screenshots"
SIZE = (120, 36)
UNNAMED = "unnamed-site-pompeo-warns-moscow.txt"
JAZEERA = "al-jazeera-us-diplomats-leave-venezuela.txt"
INDEPENDENT = "independent-direct-contact-with-military.txt"
PRESS = "press-tv-pompeo-latin-america-tour.txt"
PAIRS = {
    "compare": (UNNAMED, JAZEERA, "The United States and dozens", "They and others now"),
    "compare-al-jazeera-independent": (JAZEERA, INDEPENDENT, "They and others now", "In the two"),
    "compare-press-tv-unnamed": (PRESS, UNNAMED, "Washington has been", "The United States and"),
}
"""The three bundled pairs that truly meet, and how two sentences begin that do."""
QUIET_SECONDS = 1.5


async def shot(name: str, app: DiptychApp, *keys: str) -> None:
    """Press keys, let the screen come to rest and keep it."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(QUIET_SECONDS)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(QUIET_SECONDS)
        keep(name, app)


async def shot_of_pair(name: str, library: Path) -> None:
    """Compare a pair, choose the link between the two sentences, and keep the screen."""
    left, right, *begins = PAIRS[name]
    app = DiptychApp(library, compare=(left, right))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(QUIET_SECONDS)
        screen = app.screen
        if not isinstance(screen, ComparisonScreen) or screen.view is None:
            raise TypeError(f"{name}: there is no comparison")
        found = screen.view.comparison
        for link in found.links:
            await pilot.press("right_curly_bracket")
            ends = (
                (found.left, found.sentences.left[link.left]),
                (
                    found.right,
                    found.sentences.right[link.right],
                ),
            )
            texts = [one.blocks[at.block].text[at.start : at.stop] for one, at in ends]
            if all(text.startswith(begin) for text, begin in zip(texts, begins, strict=True)):
                break
        else:
            raise ValueError(f"{name}: the two sentences don't meet")
        await pilot.pause(QUIET_SECONDS)
        keep(name, app)


def keep(name: str, app: DiptychApp) -> None:
    """Write what is on screen."""
    (OUT / f"{name}.svg").write_text(app.export_screenshot(title="Diptych"), encoding="utf-8")


async def main() -> None:
    """Make every screenshot of the readme and the docs."""
    OUT.mkdir(exist_ok=True)
    library = bundled()
    await shot("library", DiptychApp(library, search='guaido "armed forces"'))
    await shot("reader", DiptychApp(library, search="sanctions"), "enter", "z", "n", "n")
    for name in PAIRS:
        await shot_of_pair(name, library)
    await shot("uses", DiptychApp(library, search="military"), "asterisk", "v")
    await shot("help", DiptychApp(library), "f1")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        for name in ("CACHE", "CONFIG", "STATE", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        desk = Desk(bundled())
        desk.sync()
        desk.close()
        asyncio.run(main())
