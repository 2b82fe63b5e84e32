"""Two sources compared, for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from tui.cli.styled_lines import line_width, write
from tui.render.keyness import (
    MEANING,
    ColumnInk,
    columns,
    heading,
    lack_note,
    level_note,
    months_note,
    replacement_line,
    scope_note,
    size_note,
    source_name,
    stories_note,
    word_row,
    wording_note,
    words_in_order,
)
from tui.render.wrap import clip, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment

    from search import Contrast, GatheredWording
    from tui.render.comparison import Side

_INK = ColumnInk(*[Style()] * len(ColumnInk._fields))


def print_contrast(contrast: Contrast, limit: int, wording: GatheredWording | None = None) -> None:
    """Print the sizes of both, at most `limit` words that each uses more, and how to read that.

    With `wording` also what one puts in place of what the other says.
    """
    _print_sizes(contrast)
    write(f"  {scope_note(contrast)}")
    width = line_width()
    _print_words(contrast, "left", limit, width)
    _print_words(contrast, "right", limit, width)
    if wording is not None:
        _print_wording(contrast, wording, limit, width)
    write()
    for line in paragraphs(lack_note(contrast) or f"{level_note(contrast)}\n{MEANING}", width):
        write(line)


def _print_sizes(contrast: Contrast) -> None:
    left, right = source_name(contrast.left), source_name(contrast.right)
    write(f"{left} ⇄ {right}")
    widest = max(cell_len(left), cell_len(right))
    for name, articles, words, months in (
        (left, contrast.articles.left, contrast.words.left, contrast.months.left),
        (right, contrast.articles.right, contrast.words.right, contrast.months.right),
    ):
        facts = " · ".join(filter(None, (size_note(articles, words), months_note(months))))
        write(f"  {name}{' ' * (widest - cell_len(name))}  {facts}")
    if sentence := stories_note(contrast.stories):
        write(f"  {sentence}")


def _print_words(contrast: Contrast, side: Side, limit: int, width: int) -> None:
    used = words_in_order(contrast, side)
    if not used:
        return
    write()
    write(f"used more by {source_name(contrast.left if side == 'left' else contrast.right)}")
    shown = columns(contrast, used[:limit], side, width - 2)
    write("  " + _text(heading(shown, Style())))
    for one in used[:limit]:
        write("  " + _text(word_row(contrast, one, side, shown, _INK)))
    if len(used) > limit:
        write(f"  … and {len(used) - limit:,} more (--limit shows them)")


def _print_wording(contrast: Contrast, wording: GatheredWording, limit: int, width: int) -> None:
    write()
    write(f"{source_name(contrast.left)} → {source_name(contrast.right)}, in place of each other")
    for one in wording.replacements[:limit]:
        write(f"  {clip(replacement_line(one), width - 2)}")
    if (more := len(wording.replacements) - limit) > 0:
        write(f"  … and {more:,} more (--limit shows them)")
    for line in paragraphs(wording_note(wording), width - 2):
        write(f"  {line}")


def _text(segments: Iterable[Segment]) -> str:
    return "".join(segment.text for segment in segments).rstrip()
