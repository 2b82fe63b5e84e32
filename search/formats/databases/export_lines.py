"""Lines of an export put together again: blocks, and paragraphs that were wrapped by hand."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WIDEST = 100
"""Characters of a line that was wrapped; a program that wraps none writes longer ones."""

_ENOUGH = 0.9
_MOST = 95
"""Of a hundred such lines."""

_INDENT = 2


def wrapping_width(lines: Sequence[str]) -> int:
    """Give the width at which a text was wrapped, 0 if it wasn't: then a line is a paragraph.

    It was if its lines are no longer than a page is wide, but for one in ten of its text. Few lines
    that another follows are longer than the width: those decide, not a heading that sticks out.
    """
    lengths = [len(line.rstrip()) for line in lines]
    if sum(length for length in lengths if length <= _WIDEST) < _ENOUGH * sum(lengths):
        return 0
    followed = sorted(one for one, after in pairwise(lengths) if one and after)
    return followed[len(followed) * _MOST // 100] if followed else 0


def blocks_of(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the runs of lines between empty ones, their indents kept."""
    for told, block in groupby(lines, key=lambda line: bool(line.strip())):
        if told:
            yield [line.rstrip() for line in block]


def paragraphs_of(lines: Iterable[str], width: int) -> list[str]:
    """Join lines that were wrapped at a width into paragraphs; none is empty. Cost: linear.

    A line goes on with the one before if its first word would not have fitted there, or begins
    small. Where a block has indents, these alone begin its paragraphs.
    """
    return [text for block in blocks_of(lines) for text in _joined(block, width)]


def one_paragraph(lines: Iterable[str]) -> str:
    """Give lines as one, whatever broke them."""
    return " ".join(" ".join(lines).split())


def _joined(block: Sequence[str], width: int) -> Iterator[str]:
    if not width:
        yield from (" ".join(line.split()) for line in block)
        return
    block = [line.expandtabs() if len(line) <= _WIDEST else line for line in block]
    indents = [len(line) - len(line.lstrip()) for line in block]
    margin = min(indents)
    begins = [indent >= margin + _INDENT for indent in indents]
    by_indent = any(begins[1:])
    gathered: list[str] = []
    for line, indented in zip(block, begins, strict=True):
        first = line.split(maxsplit=1)[0]
        fits = bool(gathered) and len(gathered[-1]) + 1 + len(first) <= width
        if gathered and (indented if by_indent else fits and not first[0].islower()):
            yield one_paragraph(gathered)
            gathered = []
        gathered.append(line)
    yield one_paragraph(gathered)
