"""Paragraphs gathered from what a document's markup says, one after another or in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.office.office_document import Paragraph

if TYPE_CHECKING:
    from search.formats.office.office_document import Part


class TextFlow:
    """Gathers paragraphs; what begins inside another, as a text box does, comes before it.

    A row of a table is one paragraph, its cells with tabs between them; what a cell has beyond its
    first paragraph follows. A table within a cell is read as that cell's paragraphs.
    """

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._open: list[tuple[Part, list[str]]] = []
        self._rows = 0
        self._cells: list[list[str]] = []

    def begin(self, part: Part = "paragraph") -> None:
        """Begin a paragraph."""
        self._open.append((part, []))

    def call(self, part: Part) -> None:
        """Say what the open paragraph is."""
        if self._open:
            self._open[-1] = (part, self._open[-1][1])

    def say(self, text: str) -> None:
        """Go on with the open paragraph; what stands in none is not text."""
        if self._open:
            self._open[-1][1].append(text)

    @property
    def is_open(self) -> bool:
        """Whether a paragraph has begun."""
        return bool(self._open)

    def finish(self) -> None:
        """End the open paragraph; a line break inside it ends one too."""
        if not self._open:
            return
        part, pieces = self._open.pop()
        for line in "".join(pieces).split("\n"):
            self._place(line.strip(), part)

    def begin_row(self) -> None:
        """Begin a row of a table."""
        self._rows += 1
        if self._rows == 1:
            self._cells = []

    def begin_cell(self) -> None:
        """Begin a cell of the row."""
        if self._rows == 1:
            self._cells.append([])

    def finish_row(self) -> None:
        """End the row."""
        self._rows = max(0, self._rows - 1)
        if self._rows or not self._cells:
            return
        cells, self._cells = self._cells, []
        self._place("\t".join(cell[0] if cell else "" for cell in cells).rstrip(), "list")
        for cell in cells:
            for text in cell[1:]:
                self._place(text, "paragraph")

    def _place(self, text: str, part: Part) -> None:
        if self._rows:
            if self._cells and text:
                self._cells[-1].append(text)
        elif text or (self.paragraphs and self.paragraphs[-1].text):
            self.paragraphs.append(Paragraph(text, part if text else "paragraph"))
