"""Two sources compared, for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from search import contrast_report, more_note
from tui.cli.styled_lines import line_width, write
from tui.render.keyness import ColumnInk, columns, heading, replacement_line, word_row
from tui.render.safe import safe
from tui.render.wrap import clip, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment

    from search import Contrast, ContrastReport, GatheredWording, UsedMore, WordingTold
    from tui.render.comparison import Side

_INK = ColumnInk(*[Style()] * len(ColumnInk._fields))


def print_contrast(contrast: Contrast, limit: int, wording: GatheredWording | None = None) -> None:
    """Print the sizes of both, at most `limit` words that each uses more, and how to read that.

    With `wording` also what one puts in place of what the other says.
    """
    report = contrast_report(contrast, limit, wording)
    _print_sizes(report)
    width = line_width()
    _print_words(contrast, report.used.left, "left", width)
    _print_words(contrast, report.used.right, "right", width)
    if report.wording is not None:
        _print_wording(report.wording, width)
    write()
    level = safe(report.level)
    for line in paragraphs(f"{level}\n{report.meaning}".rstrip(), width):
        write(line)


def _print_sizes(report: ContrastReport) -> None:
    left, right = safe(report.names.left), safe(report.names.right)
    write(f"{left} ⇄ {right}")
    widest = max(cell_len(left), cell_len(right))
    for name, facts in ((left, report.facts.left), (right, report.facts.right)):
        write(f"  {name}{' ' * (widest - cell_len(name))}  {facts}")
    for note in report.notes:
        write(f"  {note}")


def _print_words(contrast: Contrast, used: UsedMore, side: Side, width: int) -> None:
    if not used.words:
        return
    write()
    write(safe(used.title))
    shown = columns(contrast, used.words, side, width - 2)
    write("  " + _text(heading(shown, Style())))
    for one in used.words:
        write("  " + _text(word_row(contrast, one, side, shown, _INK)))
    _print_rest(used.left_out)


def _print_wording(told: WordingTold, width: int) -> None:
    write()
    write(told.title)
    for one in told.replacements:
        write(f"  {clip(replacement_line(one), width - 2)}")
    _print_rest(told.left_out)
    for line in paragraphs(told.note, width - 2):
        write(f"  {line}")


def _print_rest(left_out: int) -> None:
    if left_out:
        write(f"  {more_note(left_out)} (--limit shows them)")


def _text(segments: Iterable[Segment]) -> str:
    return "".join(segment.text for segment in segments).rstrip()
