"""A section of a comparison's report as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.signs import SIDE_SIGNS
from search.export.comparison.report_lists import counts_of, in_one_table, shortened
from search.export.web_text import escaped, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare import Comparison
    from search.compare.report import (
        ReportGroup,
        ReportLine,
        ReportPiece,
        ReportSection,
    )
    from search.sides import Sides

_TAGS = {
    "plain": "{}",
    "strong": "<strong>{}</strong>",
    "shared": "<strong>{}</strong>",
    "own": '<span class="own">{}</span>',
    "faint": '<span class="about">{}</span>',
}


def section_page(
    section: ReportSection, sides: Sides[str], comparison: Comparison
) -> Iterator[str]:
    """Yield the HTML of a section; none if it has no findings. Lines lead to their link. Linear."""
    if not section.groups:
        return
    yield f"<h2>{escaped(section.title)}</h2>"
    if in_one_table(section):
        heads = "", f"<bdi>{escaped(sides.left)}</bdi>", f"<bdi>{escaped(sides.right)}</bdi>"
        yield table(heads, (_row(group, comparison) for group in section.groups))
    else:
        for group in section.groups:
            yield from _group(group, sides, comparison)
    yield f'<p class="note">{escaped(section.note)}</p>'


def _row(group: ReportGroup, comparison: Comparison) -> tuple[str, str, str]:
    left, right = (
        "<br>".join(_line(line, comparison) for line in lines)
        for lines in (group.left, group.right or ())
    )
    return f"<bdi>{escaped(group.title)}</bdi>", left, right


def _group(group: ReportGroup, sides: Sides[str], comparison: Comparison) -> Iterator[str]:
    if group.title:
        yield f"<h3>{escaped(group.title)}</h3>"
    if group.right is None:
        yield _list(group, group.left, comparison, signed=True)
        return
    heads = group.heads or (sides.left, sides.right)
    yield '<div class="sides">'
    for name, head, lines in zip(("left", "right"), heads, (group.left, group.right), strict=True):
        inner = _list(group, lines, comparison, signed=False)
        yield f'<div class="{name}">\n<h3><bdi>{escaped(head)}</bdi></h3>\n{inner}\n</div>'
    yield "</div>"


def _list(
    group: ReportGroup, lines: Sequence[ReportLine], comparison: Comparison, *, signed: bool
) -> str:
    kept, more = shortened(group, lines)
    if not kept:
        return f"<p>{escaped(group.none)}</p>"
    if group.brief:
        told = ", ".join(_line(line, comparison) for line in kept)
        return f"<p>{told}{f' {more}' if more else ''}</p>"
    told = "\n".join(
        f'<li dir="auto">{_sign(line) if signed else ""}{_line(line, comparison)}</li>'
        for line in kept
    )
    return f'<ul class="report">\n{told}\n</ul>'


def _sign(line: ReportLine) -> str:
    return f"{SIDE_SIGNS[line.side]} " if line.side is not None else ""


def _line(line: ReportLine, comparison: Comparison) -> str:
    told = f"<bdi>{_text(line.pieces)}</bdi>{escaped(counts_of(line))}"
    if line.link is None:
        return told
    place = comparison.links[line.link].left
    return f'{told} <a href="#left-{place}" title="link {line.link + 1}">↗</a>'


def _text(pieces: Iterable[ReportPiece]) -> str:
    return "".join(_TAGS[piece.tone].format(escaped(piece.text)) for piece in pieces)
