"""The table of settings as the Markdown page docs/settings.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.settings.own_themes import LEAST_CONTRAST
from tui.settings.setting_table import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator


def markdown() -> str:
    """Give docs/settings.md: all settings besides keys, then what goes for the file."""
    return "\n".join(_markdown()) + "\n"


def _markdown() -> Iterator[str]:
    yield "# Settings"
    yield ""
    yield "Made from the table in `tui/settings/setting_table.py` by `python -m tui.settings`. All of them stand"
    yield "in one TOML file, and everything in it may be left out. `diptych config` says where the file is, what is set, from"
    yield "where, what else it may be, and on which line something is wrong; what is wrong falls back to the default and never"
    yield "keeps the reader from starting. In the reader, *Settings* (`f2`, or in the palette) changes the file and keeps its"
    yield "comments and order; what is damaged isn't written over."
    group = ""
    for setting in PLAIN:
        if setting.group != group:
            group = setting.group
            yield from ("", f"## {group}")
        default = json.dumps(setting.default) if setting.default is not None else "nothing"
        yield from ("", f"`{setting.name}`: {_lower(setting.help)}.", "")
        yield f"- *may be*: {setting.allowed}"
        yield f"- *by default*: `{default}`"
        yield from ("", "```toml", setting.example, "```")
    yield from ("", "## Keys", "")
    yield "`[keys]` has commands by name, each with its keys: [which there are](keys.md). A key that another"
    yield "command of the same place has is taken from it, and said. Leaving always keeps `ctrl+q`."
    yield from ("", "```toml", "[keys]", 'next-match = "n,f3"', "```")
    yield from ("", "## Themes of your own", "")
    yield "`[themes.NAME]` wants `primary`, `foreground` and `background`, each as `#rrggbb`; the other base colours"
    yield f"may be left out. A colour whose contrast with its ground is below {LEAST_CONTRAST} to 1 (WCAG 2.2, level AA) is used"
    yield "and warned of, with its line."
    yield from ("", "## Word lists", "")
    yield "`[words.NAME]` has `words`, or `file` with a word on each line (`#` begins a comment), or both. A word means"
    yield "all its forms, as in a query, `sanct*` all that begins so; one in quotation marks, or with a space in it, is a phrase. `style` and `sign`"
    yield "may be left out. `W` lights all lists, then each by itself, then none; counts stand above the article, and of both"
    yield "sides in a comparison. What one has at most: [limits](limits.md#input)."


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]
