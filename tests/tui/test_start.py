from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("search.", "whoosh", "yaml", "numpy", "pygments", "markdown_it", "sqlite3")

PROGRAM = """
import asyncio, json, sys
from pathlib import Path
from tui.app import DiptychApp

async def main():
    app = DiptychApp(Path(sys.argv[1]))
    loaded = []
    opened = app.get_default_screen
    def screen():
        made = opened()
        begin = made.session.open
        def noted(*told, **options):
            loaded.extend(sorted(sys.modules))
            begin(*told, **options)
        made.session.open = noted
        return made
    app.get_default_screen = screen
    async with app.run_test(size=(120, 40)) as pilot:
        while not loaded:
            await pilot.pause()
    print(json.dumps(loaded))

asyncio.run(main())
"""


def test_nothing_heavy_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    here = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "articles"],
        capture_output=True,
        text=True,
        check=True,
        env={**here, "HOME": str(tmp_path)},
    )
    loaded = json.loads(done.stdout)
    assert "tui.screens.library.screen" in loaded
    assert {name for name in loaded if name.startswith(HEAVY)} <= {
        "search.errors",
        "search.export",
        "search.archive_address",
        "search.archive_options",
        "search.article_words",
        "search.export.citation_styles",
        "search.typed_path",
        "search.untrusted",
        "search.user_folders",
    }
    assert "textual.widgets._markdown" not in loaded
    assert "textual.widgets._text_area" not in loaded
    assert "tui.screens.comparison.screen" not in loaded
