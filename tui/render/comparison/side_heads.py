"""What stands above the two sides: whose text it is, how much of it meets, and the rule below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.article_facts import UNKNOWN_SOURCE, day
from tui.render.comparison.side import SIDES
from tui.render.paint import Mark, paint
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

    from search import Span
    from tui.render.comparison.side import ComparedSide

HEAD_ROWS = 3
MEETS = (
    "“Meets”: the share of words in sentences with a match across. "
    "Two outlets on one event share a median of three words in ten. "
    "“Quoted”: the share of words between quotation marks."
)
"""What the figures in the heads mean."""
_EIGHTHS = " ▏▎▍▌▋▊▉"
_BAR, _SHORTEST_BAR = 10, 4
_EDGES = 6
"""Cells of the rule that stay free of a note."""


class SideHeadInk(NamedTuple):
    """The styles of a head; all but `text` are laid over it."""

    text: Style
    source: Style
    title: Style
    faint: Style
    bar: Style
    match: Style


class SideHead(NamedTuple):
    """What one head shows: a side, the matches in its title, and a note at its right end."""

    telling: ComparedSide
    lit: tuple[Span, ...]
    note: str


def bar(share: float, cells: int) -> str:
    """Draw a share, 0 to 1, as a bar of so many cells, in eighths of a cell."""
    eighths = round(max(0.0, min(1.0, share)) * cells * 8)
    full, part = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[part] if part else "")).ljust(cells)


def head(shown: SideHead, width: int, ink: SideHeadInk) -> list[list[Segment]]:
    """Draw the three rows of one head, each exactly `width` cells."""
    article = shown.telling.article
    room = max(0, width - 2)
    source = clip(
        f"{SIDES[shown.telling.side]} {article.source or UNKNOWN_SOURCE} · {day(article.published)}",
        room,
    )
    title = clip(article.label, room)
    lit = [Mark(span.start, min(span.stop, len(title)), ink.match) for span in shown.lit]
    return [
        _filled([Segment(" ", ink.text), Segment(safe(source), ink.text + ink.source)], width, ink),
        _filled(
            [Segment(" ", ink.text), *paint(title, 0, len(title), ink.text + ink.title, lit)],
            width,
            ink,
        ),
        _meets(shown, width, ink),
    ]


def _meets(shown: SideHead, width: int, ink: SideHeadInk) -> list[Segment]:
    said = f" meets {round(shown.telling.shared * 100)} % "
    quoted = f"  quoted {round(shown.telling.quoted * 100)} %"
    note = clip(shown.note, max(0, width - cell_len(said) - 2))
    room = width - cell_len(said) - cell_len(note) - 2
    # Beside a whole bar or not at all: what is quoted is the first to go.
    if room < _BAR + 2 + cell_len(quoted) + 1:
        quoted = ""
    cells = min(_BAR, room - 2)
    row = [Segment(said, ink.text)]
    if cells >= _SHORTEST_BAR:
        row += [
            Segment("▕", ink.text + ink.faint),
            Segment(bar(shown.telling.shared, cells), ink.text + ink.bar),
            Segment("▏", ink.text + ink.faint),
            Segment(quoted, ink.text),
        ]
    used = sum(cell_len(segment.text) for segment in row)
    row.append(Segment(" " * max(1, width - used - cell_len(note) - 1), ink.text))
    row.append(Segment(safe(note), ink.text))
    return _filled(row, width, ink)


def _filled(row: Iterable[Segment], width: int, ink: SideHeadInk) -> list[Segment]:
    row = list(row)
    used = sum(cell_len(segment.text) for segment in row)
    return [*row, Segment(" " * max(0, width - used), ink.text)] if used < width else row


def rule(
    widths: Sequence[int], heavy: int, notes: Sequence[str], ink: SideHeadInk
) -> list[Segment]:
    """Draw the rule below the heads: a stretch a side, the one in use heavy, with notes set in.

    Args:
        widths: cells of each side's stretch; between two stands a crossing of one cell.
        heavy: the place in `widths` of the side in use.
        notes: one for each side, empty for none; a single one stands in the middle of all.
            Each is cut to what there is room for.
        ink: the styles.
    """
    if len(notes) == len(widths):
        row: list[Segment] = []
        for i, (width, note) in enumerate(zip(widths, notes, strict=True)):
            said = _set_in(note, width)
            line = _line((width,), 0 if i == heavy else 1, ink)
            row += [] if i == 0 else [Segment("┼", ink.text + ink.faint)]
            row += _over(line, said, width - cell_len(said) - 2, ink)
        return row
    width = sum(widths) + len(widths) - 1
    said = _set_in(notes[0], width)
    return _over(_line(widths, heavy, ink), said, (width - cell_len(said)) // 2, ink)


def _set_in(note: str, width: int) -> str:
    return f" {clip(safe(note), width - _EDGES)} " if note and width > 2 * _EDGES else ""


def _line(widths: Sequence[int], heavy: int, ink: SideHeadInk) -> list[Segment]:
    row: list[Segment] = []
    for i, width in enumerate(widths):
        row += [] if i == 0 else [Segment("┼", ink.text + ink.faint)]
        style = ink.text + (ink.source if i == heavy else ink.faint)
        row.append(Segment(("━" if i == heavy else "─") * width, style))
    return row


def _over(line: list[Segment], said: str, at: int, ink: SideHeadInk) -> list[Segment]:
    """Lay words over a line of single cells."""
    if not said:
        return line
    width = Segment.get_line_length(line)
    before, _, after = Segment.divide(line, [at, at + cell_len(said), width])
    return [*before, Segment(said, ink.text), *after]
