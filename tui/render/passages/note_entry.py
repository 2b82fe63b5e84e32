"""One note in a list of notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render.article_facts import UNKNOWN_SOURCE, day
from tui.render.passages.page_notes import NOTE_SIGN
from tui.render.wrap import clip, wrap

if TYPE_CHECKING:
    from search import Head, Note
    from tui.render.shade import Shades

HEIGHT = 5
"""Lines of an entry, the rule below it included."""
_GUTTER = 2
_SHOWN = 2_000
"""Characters of a note or passage that a row can have use for."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as it is listed.

    Attributes:
        head: its article's; None where that isn't in the library any more.
        lost: whether its passage is no longer in the text; also False while that isn't known.
    """

    note: Note
    head: Head | None
    lost: bool = False

    @property
    def title(self) -> str:
        """The article's title, or its last path."""
        return self.head.label if self.head is not None else self.note.path

    @property
    def source(self) -> str:
        """The article's source."""
        return (self.head.source if self.head is not None else None) or UNKNOWN_SOURCE

    @property
    def facts(self) -> str:
        """The day of the note, then source and day of the article, or that it is gone."""
        noted = f"{NOTE_SIGN} {day(self.note.changed)}"
        if self.head is None:
            return f"{noted} · not in the library any more"
        return f"{noted} · {self.source} · {day(self.head.published)}"

    @property
    def passage(self) -> str:
        """What it is on."""
        quote = " ".join(self.note.passage.quote[:_SHOWN].split())
        if not quote:
            return "on the whole article"
        return f"{'no longer in the text: ' if self.lost else ''}“{quote}”"


def note_entry(row: NoteRow, width: int, shades: Shades, bar: str) -> list[Strip]:
    """Draw the `HEIGHT` lines of one note, each `width` cells; the last is the rule below it.

    `bar` is the sign of the current row, empty for others.
    """
    plain = base = shades.base
    gutter = Segment(" " * _GUTTER, base)
    if bar:
        base += shades["chosen"]
        gutter = Segment(bar.ljust(_GUTTER), base + shades["bar"])
    room = max(1, width - _GUTTER - 1)
    bold = Style(bold=True) if bar else Style()
    facts = clip(row.facts, room * 3 // 5)
    title = clip(row.title, max(1, room - cell_len(facts) - 2))
    lost = shades["lost"] if row.lost or row.head is None else Style()
    text = " ".join(row.note.text[:_SHOWN].split())
    cuts = wrap(text, room)
    lines = [text[start:stop] for start, stop in cuts[:1]]
    if len(cuts) > 1:
        lines.append(text[cuts[1][0] :])
    drawn = [
        [
            Segment(f"{title}  ", base + shades["title"] + bold),
            Segment(facts, base + shades["facts"]),
        ],
        [Segment(clip(row.passage, room), base + shades["quote"] + lost)],
        *([Segment(clip(line, room), base + shades["text"])] for line in lines),
    ]
    drawn += [[] for _ in range(HEIGHT - 1 - len(drawn))]
    rule = Segment("─" * room, plain + shades["rule"])
    return [
        *(Strip([gutter, *cells]).adjust_cell_length(width, base) for cells in drawn),
        Strip([Segment(" " * _GUTTER, plain), rule, Segment(" ", plain)]),
    ]
