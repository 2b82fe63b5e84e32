"""Which words of a source are listed, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from search import Contrast, Preference
    from tui.render.comparison import Side

Sorting: TypeAlias = Literal["telling", "used", "word"]

SORTS: dict[Sorting, str] = {
    "telling": "most telling first",
    "used": "most used first",
    "word": "by the alphabet",
}
"""The orders there are, as they follow each other, in words."""


def words_in_order(
    found: Contrast, side: Side, text: str = "", sorting: Sorting = "telling"
) -> tuple[Preference, ...]:
    """Give the words one side uses more that have a text in them. Cost: linear."""
    sign = 1 if side == "left" else -1
    wanted = text.strip().casefold()
    words = [one for one in found.preferences if one.z * sign > 0 and wanted in one.word]
    match sorting:
        case "used":
            words.sort(key=lambda one: -(one.left if side == "left" else one.right))
        case "word":
            words.sort(key=lambda one: one.word)
        case "telling":
            pass
    return tuple(words)
