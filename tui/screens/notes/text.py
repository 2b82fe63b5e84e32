"""The texts of the screen of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.routes import NoteOrder

READING = "Reading the notes …"
NONE = (
    "There are no notes yet.\n\n"
    "Where an article is read, a writes one: on what is selected, on the marked sentence, or on"
    " the whole article."
)
GONE = "Its article isn't in the library any more; the note keeps what it quoted."
LOST = "Its passage is no longer in the text; the note keeps what it quoted."

_ORDERS: dict[NoteOrder, str] = {
    "newest": "newest first",
    "article": "by article",
    "source": "by source",
}


def figures(shown: int, total: int, order: NoteOrder) -> str:
    """Give the counts and the order: `3 of 12 notes · newest first`."""
    noun = "note" if total == 1 else "notes"
    count = f"{total:,} {noun}" if shown == total else f"{shown:,} of {total:,} {noun}"
    return f"{count} · {_ORDERS[order]}"


def empty(words: str) -> str:
    """Say why no note is listed."""
    return f"No note has “{words.strip()}” in its text or its passage." if words.strip() else NONE
