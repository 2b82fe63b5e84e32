"""Filtering and sorting the words of a source."""

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
"""The orders, in the sequence of the sort command, with their descriptions."""


def words_in_order(
    contrast: Contrast, side: Side, text: str = "", sorting: Sorting = "telling"
) -> tuple[Preference, ...]:
    """Give the words one side uses more and that contain a text. Cost: linear."""
    sign = 1 if side == "left" else -1
    wanted = text.strip().casefold()
    words = [
        preference
        for preference in contrast.preferences
        if preference.z * sign > 0 and wanted in preference.word
    ]
    match sorting:
        case "used":
            words.sort(
                key=lambda preference: -(preference.left if side == "left" else preference.right)
            )
        case "word":
            words.sort(key=lambda preference: preference.word)
        case "telling":
            pass
    return tuple(words)
