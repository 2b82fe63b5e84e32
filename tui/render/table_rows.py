"""The rows of a table in an article: cells spread so that they stand below each other."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.render.article_page import Part

APART = " | "
"""What stands between two cells of a row."""
_FIGURE = re.compile(r"[-+−–]?[$€£¥]?\d[\d.,’ ]{0,20}(?:%|[$€£¥])?|[-–—]?")
_MOST_CELLS = 40
"""Cells of a row that is aligned."""


def aligned(parts: Sequence[Part], width: int) -> list[Part]:
    """Give the parts, with blank cells to be put into the rows of tables that fit a width.

    A table is two rows or more that follow each other, with as many cells each. Columns of figures
    end below each other, others begin so; a row that is longer than the width leaves its table as
    it is. Cost: linear.
    """
    found: list[Part] = []
    for count, run in groupby(parts, cells):
        rows = list(run)
        if count > 1 and len(rows) > 1:
            rows = list(_spread(rows, width))
        found += rows
    return found


def cells(part: Part) -> int:
    """Count the cells of a row; 0 for what is none."""
    count = part.text.count(APART) + 1 if part.kind == "list" and part.is_text else 0
    return count if 1 < count <= _MOST_CELLS else 0


def _spread(rows: Sequence[Part], width: int) -> Iterator[Part]:
    table = [row.text.split(APART) for row in rows]
    sizes = [[cell_len(safe(cell)) for cell in row] for row in table]
    columns = [max(column) for column in zip(*sizes, strict=True)]
    figures = [
        all(map(_FIGURE.fullmatch, (cell.strip() for cell in column[1:])))
        for column in zip(*table, strict=True)
    ]
    room = width - max(len(row.first) for row in rows)
    if sum(columns) + len(APART) * (len(columns) - 1) > room:
        yield from rows
        return
    for row, words, own in zip(rows, table, sizes, strict=True):
        blanks = [wide - used for wide, used in zip(columns, own, strict=True)]
        yield replace(row, pads=tuple(_pads(words, blanks, figures)))


def _pads(
    row: Sequence[str], blanks: Sequence[int], figures: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """Yield where blanks go: before a figure, after other cells but the last."""
    at = 0
    for number, (cell, blank) in enumerate(zip(row, blanks, strict=True)):
        last = number == len(row) - 1
        if blank and (figures[number] or not last):
            yield (at if figures[number] else at + len(cell)), blank
        at += len(cell) + len(APART)
