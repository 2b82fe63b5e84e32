"""Help: all keys by place, an explanation of signs, and the query language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.commands import HOMES, commands_of, key_name
from tui.render.comparison import MEETS
from tui.screens.overlay.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.commands import Command, Home

_KEYS_WIDTH = 18

QUERY: tuple[tuple[str, str], ...] = (
    ("guaido maduro", "both words, in all their forms, without regard to accents"),
    ("guaido OR maduro", "either; | says the same"),
    ("-pompeo", "not this; NOT says the same"),
    ('"armed forces"', "exactly these words in this order"),
    ('"two words"~5', "within five words of each other"),
    ("sanct*", "words that begin like this"),
    ("guiado~", "words spelt nearly like this"),
    ("( )", "what belongs together"),
    ("title:  source:  author:", "only there; source:dw, author:smith"),
    ("date:2019-02", "in this year, month or on this day; date:2019-02..2019-05"),
    ("after:  before:  newer:2w", "from this day, before it, in the last two weeks"),
    ("lang:en", "in this language"),
)
"""Forms of the query language, with what they find."""

LEGEND: tuple[tuple[str, str], ...] = (
    ("✓", "read; among the sources: the filter that is chosen"),
    ("★  #  ✎", "starred; tagged; with notes"),
    ("×7", "so many matches"),
    ("+4", "so many other sources tell the story"),
    ("⇄", "marked for comparing"),
    ("◷", "a saved search"),
    ("▌", "the row or passage chosen"),
    ("=  ≈  ~", "in a comparison: almost the same words, says the same, related"),
)
"""The signs of all screens, with what they mean."""

MEANT: dict[Home, tuple[str, ...]] = {
    "compare": (
        "= almost the same words, ≈ says the same, ~ related; the number leads across.",
        "No sign: no match found, which doesn’t mean that the other side leaves it out.",
        MEETS,
    ),
    "picker": (
        "“Close”: how much one resembles the article, beside what else resembles either.",
        "100 % is as much as those closest to the two do, or more.",
    ),
}
"""Explanations of the signs and figures of a home."""


def help_sheet(homes: Iterable[Home], keymap: Mapping[str, str]) -> Sheet:
    """Make the help screen.

    Args:
        homes: where the user is, from the innermost place outwards; others are left out.
        keymap: the user's own keys: a command's id to keys, comma-separated.
    """
    blocks = []
    for home in homes:
        if commands := [c for c in commands_of(home) if c.keys or c.id in keymap]:
            blocks.append(_block(HOMES[home], [_command(c, keymap) for c in commands]))
        if home in MEANT:
            blocks.append(Content("\n".join(MEANT[home])))
    language = _block("What can be searched", [(form, meaning) for form, meaning in QUERY])
    signs = _block("Signs", list(LEGEND))
    return Sheet("Help", Content("\n\n").join([*blocks, language, signs]))


def _command(command: Command, keymap: Mapping[str, str]) -> tuple[str, str]:
    keys = keymap[command.id].split(",") if command.id in keymap else command.keys
    return "  ".join(key_name(key.strip()) for key in keys), command.help


def _block(heading: str, lines: list[tuple[str, str]]) -> Content:
    lines_shown = [Content.styled(heading, "bold $text-accent")]
    width = max(_KEYS_WIDTH, *(len(left) for left, _ in lines))
    lines_shown += [
        Content.assemble((f"  {left.ljust(width)}  ", "bold"), right) for left, right in lines
    ]
    return Content("\n").join(lines_shown)
