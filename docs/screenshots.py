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

OUT = Path(__file__).parent / "screenshots"
SIZE = (120, 36)
PAIR = ("unnamed-site-pompeo-warns-moscow.txt", "al-jazeera-us-diplomats-leave-venezuela.txt")
QUIET_SECONDS = 1.5


async def shot(name: str, app: DiptychApp, *keys: str) -> None:
    """Press keys, let the screen come to rest and keep it."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(QUIET_SECONDS)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(QUIET_SECONDS)
        (OUT / f"{name}.svg").write_text(app.export_screenshot(title="Diptych"), encoding="utf-8")


async def main() -> None:
    """Make every screenshot of the readme and the docs."""
    OUT.mkdir(exist_ok=True)
    library = bundled()
    await shot("library", DiptychApp(library, search='guaido "armed forces"'))
    await shot("reader", DiptychApp(library, search="sanctions"), "enter", "z", "n", "n")
    await shot("compare", DiptychApp(library, compare=PAIR))
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
