"""A section of a comparison's report as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.signs import SIDE_SIGNS
from search.export.comparison.report_lists import counts_of, in_one_table, shortened
from search.export.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.report import ReportGroup, ReportLine, ReportPiece, ReportSection
    from search.sides import Sides


def section_markdown(section: ReportSection, sides: Sides[str]) -> Iterator[str]:
    """Yield the lines of a section; none if it has no findings. Cost: linear."""
    if not section.groups:
        return
    yield from ("", f"## {plain(section.title)}")
    if in_one_table(section):
        yield from ("", row("", plain(sides.left), plain(sides.right)), "|---|---|---|")
        for group in section.groups:
            yield row(plain(group.title), _cell(group.left), _cell(group.right or ()))
    else:
        for group in section.groups:
            yield from _group(group, sides)
    yield from ("", plain(section.note))


def _group(group: ReportGroup, sides: Sides[str]) -> Iterator[str]:
    if group.title:
        yield from ("", f"**{plain(group.title)}**")
    if group.right is None:
        yield from _list(group, group.left, signed=True)
        return
    heads = group.heads or (sides.left, sides.right)
    for head, lines in zip(heads, (group.left, group.right), strict=True):
        yield from ("", f"### {plain(head)}")
        yield from _list(group, lines, signed=False)


def _list(group: ReportGroup, lines: Sequence[ReportLine], *, signed: bool) -> Iterator[str]:
    kept, more = shortened(group, lines)
    yield ""
    if group.brief:
        told = [f"{_text(line.pieces)}{counts_of(line)}" for line in kept]
        yield ", ".join(told) + (f" {more}" if more else "") if told else plain(group.none)
        return
    for line in kept:
        sign = f"{SIDE_SIGNS[line.side]} " if signed and line.side is not None else ""
        yield f"- {sign}{_text(line.pieces)}{counts_of(line)}"
    if not kept:
        yield plain(group.none)


def _cell(lines: Iterable[ReportLine]) -> str:
    return ", ".join(f"{_text(line.pieces)}{counts_of(line)}" for line in lines)


def _text(pieces: Iterable[ReportPiece]) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: ReportPiece) -> str:
    """Give a piece, bold where that is meant and Markdown can say it: between letters or digits."""
    # The middle dot keeps `plain` from taking a piece for the start of a line.
    text = plain(f"·{piece.text}·")[1:-1]
    bare = piece.text.strip()
    if piece.tone not in {"strong", "shared"} or not (bare[:1].isalnum() and bare[-1:].isalnum()):
        return text
    start = len(text) - len(text.lstrip())
    stop = len(text.rstrip())
    return f"{text[:start]}**{text[start:stop]}**{text[stop:]}"
