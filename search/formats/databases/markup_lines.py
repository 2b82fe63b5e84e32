"""Lines of HTML as a browser would break them, each with the part of the page it stands in."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from search.formats.databases.tag_scan import attribute, scan_tags

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.formats.databases.tag_scan import Piece

RULE = "_" * 60
"""How a rule across the page is given, and the beginning of a document of an export."""

_PARAGRAPHS = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header main nav ol p pre section summary table tbody tfoot thead ul
    text""".split()
)
_LINES = frozenset({"br", "li"})
_CELLS = frozenset({"td", "th"})
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEAD = frozenset({"title", "head"})
_DEEPEST = 5_000
_NEAR = 40
"""Open elements among which the one is sought that a tag closes."""

_SPACE = re.compile(r"[ \n\r\f\v\u00a0]+")
_DOCUMENT = re.compile(r"doc_?id", re.IGNORECASE)


class MarkedLine(NamedTuple):
    """A line of a page.

    Attributes:
        text: cells of a table with tabs between them; empty between two paragraphs.
        mark: of the part it stands in; empty in none.
    """

    text: str
    mark: str


def markup_lines(markup: str, marks: Mapping[str, str] | None = None) -> list[MarkedLine]:
    """Give the lines of a page, with an empty one between two paragraphs.

    A rule (`hr`), and an anchor called as exports call that of a document, is a line of `RULE`.
    The page's head is left out. Cost: linear.

    Args:
        markup: HTML, however broken.
        marks: the marks of parts by the class that elements of these have; what lies within
            has its mark too.
    """
    page = _Page(marks or {})
    for piece in scan_tags(markup):
        if piece.name:
            page.tag(piece)
        else:
            page.say(piece.text)
    page.end_line()
    return page.lines


class _Page:
    def __init__(self, marks: Mapping[str, str]) -> None:
        self.lines: list[MarkedLine] = []
        self._marks = marks
        self._open: list[tuple[str, str]] = []
        self._line: list[str] = []
        self._mark = ""
        self._head = False
        self._rows: list[int] = []
        self._cells: list[int] = []

    def say(self, text: str) -> None:
        if self._head:
            return
        mark = self._open[-1][1] if self._open else ""
        if mark != self._mark and text.strip():
            self.end_line()
            self._mark = mark
        self._line.append(text.replace("\t", " "))

    def end_line(self) -> None:
        text = _SPACE.sub(" ", "".join(self._line)).strip(" ")
        self._line.clear()
        if stripped := text.strip("\t "):
            self.lines.append(MarkedLine(stripped, self._mark))

    def _end_paragraph(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1].text:
            self.lines.append(MarkedLine("", ""))

    def tag(self, piece: Piece) -> None:
        name = piece.name.removeprefix("/")
        opens = name == piece.name
        if name in _HEAD:
            self._head = opens and name == "title"
        elif name in _PARAGRAPHS:
            self._end_paragraph()
        elif name in _LINES:
            self.end_line()
        elif name in _CELLS and opens:
            self.end_line()
            self._cells.append(len(self.lines))
        elif name == "tr":
            self._row(opens=opens)
        elif name == "hr" or (
            name == "a" and opens and _DOCUMENT.match(attribute(piece.text, "name"))
        ):
            self._end_paragraph()
            self.lines += (MarkedLine(RULE, ""), MarkedLine("", ""))
        if name not in _VOID:
            self._nest(name, piece, opens=opens)

    def _row(self, *, opens: bool) -> None:
        """Begin a row, or end it: cells of a line each are one line, others the lines they are."""
        self.end_line()
        if opens:
            self._rows.append(len(self._cells))
            return
        first = self._rows.pop() if self._rows else 0
        starts = [*self._cells[first:], len(self.lines)]
        del self._cells[first:]
        cells = [[x for x in self.lines[a:b] if x.text] for a, b in pairwise(starts)]
        if len(cells) > 1 and all(len(cell) <= 1 for cell in cells):
            del self.lines[starts[0] :]
            text = "\t".join(cell[0].text if cell else "" for cell in cells).rstrip()
            mark = next((cell[0].mark for cell in cells if cell), "")
            if text:
                self.lines.append(MarkedLine(text, mark))

    def _nest(self, name: str, piece: Piece, *, opens: bool) -> None:
        if opens:
            if len(self._open) < _DEEPEST:
                self._open.append((name, self._mark_of(piece)))
            return
        for place in range(len(self._open) - 1, max(-1, len(self._open) - _NEAR), -1):
            if self._open[place][0] == name:
                del self._open[place:]
                return

    def _mark_of(self, piece: Piece) -> str:
        inherited = self._open[-1][1] if self._open else ""
        if not self._marks:
            return inherited
        classes = attribute(piece.text, "class").lower().split()
        return next((self._marks[c] for c in classes if c in self._marks), inherited)
