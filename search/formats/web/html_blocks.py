"""The blocks of HTML, and the text that it shows, without looking for a story in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from search.article import Block
from search.formats.limits import MOST_LINES, cut_text
from search.formats.web.html_pieces import VOID, pieces
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import BlockKind
    from search.formats.web.html_pieces import Piece

_APART = frozenset(
    "address article aside blockquote body center dl fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr html main nav ol p pre section table tbody tfoot thead ul caption".split()
)
"""Elements that a browser shows apart from what stands around them."""
_LINES = frozenset("br button dd details div dt legend li option summary tr".split())
"""Elements that it begins on a line of their own."""
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENDS_WITH = {
    "ul": ("li",),
    "ol": ("li",),
    "dl": ("dd", "dt"),
    "table": ("tr", "td", "th", "caption"),
    "figure": ("figcaption",),
}
_MAY_FILL_CELL = frozenset({"p", "div", "br"})
"""What stands in a cell around all it says, or parts what it says."""
LONGEST_CELL = 300
"""Characters of a cell; a table with longer ones lays out a page, and its cells are paragraphs."""
_KINDS: tuple[tuple[frozenset[str], BlockKind], ...] = (
    (_HEADINGS, "heading"),
    (frozenset({"figcaption", "caption"}), "caption"),
    (frozenset({"blockquote"}), "quote"),
    (frozenset({"li", "dd", "dt"}), "list"),
)
_DEEPEST = 1_000
"""Elements of one name within each other that are told apart where they aren't shown."""
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n")


class _Gathered:
    """Texts gathered into blocks while the tags of HTML go by."""

    def __init__(self) -> None:
        self.done: list[tuple[Block, bool]] = []
        """Blocks, each with whether it stands apart from the one before."""
        self._open: Counter[str] = Counter()
        self._hidden: list[str] = []
        self._parts: list[str] = []
        self._cells: list[str] = []
        self._broken = False
        self._gap = True

    def take(self, piece: Piece) -> None:
        """Take the next text or tag."""
        if self._hidden:
            self._pass_over(piece)
        elif not piece.tag:
            self._text(piece.text)
        elif piece.hidden and piece.tag not in VOID | {"html", "body", "p", "li"}:
            self._hidden.append(piece.tag)
        else:
            self._tag(piece.tag, closes=piece.closes)

    def _pass_over(self, piece: Piece) -> None:
        """Leave out what stands in an element that isn't shown, as far as the tag of its name."""
        if piece.tag == self._hidden[0]:
            if piece.closes:
                self._hidden.pop()
            elif len(self._hidden) < _DEEPEST:
                self._hidden.append(piece.tag)

    def _text(self, text: str) -> None:
        if self._broken and text.strip():
            self.end(apart=True)
        self._parts.append(text)

    def _tag(self, tag: str, *, closes: bool) -> None:
        in_row = self._open["tr"] > 0
        if tag in _CELLS and in_row:
            self._cell()
        elif in_row and tag in _MAY_FILL_CELL:
            self._broken = self._broken or bool("".join(self._parts).strip())
        elif tag in _APART or tag in _LINES:
            self.end(apart=tag in _APART)
        if tag in VOID:
            return
        if tag in _HEADINGS:
            self._open.subtract({one: self._open[one] for one in _HEADINGS})
        if not closes:
            self._open[tag] += 1
            return
        self._open[tag] = max(0, self._open[tag] - 1)
        for inner in _ENDS_WITH.get(tag, ()):  # whose own end tags may be left out
            if not self._open[tag]:
                self._open[inner] = 0

    def _cell(self) -> None:
        """End a cell of a table's row; the row is a block once it ends."""
        self._broken = False
        if said := _plain("".join(self._parts)):
            self._cells.append(said)
        self._parts.clear()

    def end(self, *, apart: bool) -> None:
        """End the block that is being gathered, if it says anything."""
        cells = [*self._cells, *filter(None, [_plain("".join(self._parts))])]
        kind = self._kind()
        self._parts.clear()
        self._cells.clear()
        self._broken = False
        if len(cells) > 1 and max(map(len, cells)) <= LONGEST_CELL:
            kind, cells = "list", [" | ".join(cells)]
        for said in cells:
            self.done.append((Block(kind, said), self._gap))
            self._gap = False
        self._gap = self._gap or apart

    def _kind(self) -> BlockKind:
        for tags, kind in _KINDS:
            if any(self._open[tag] for tag in tags):
                return kind
        return "paragraph"


def _plain(text: str) -> str:
    return one_line(clean(text))


def _gathered(markup: str) -> list[tuple[Block, bool]]:
    gathered = _Gathered()
    for piece in pieces(markup):
        gathered.take(piece)
        if len(gathered.done) > MOST_LINES:
            break  # what comes after would be cut
    gathered.end(apart=True)
    return gathered.done


def read_html_fragment(html: str) -> list[Block]:
    """Read HTML that stands in another file, such as a feed or a mail, as blocks in order.

    Headings, quotes, lists, captions and the rows of tables (cells by ` | `) keep their kinds,
    all else is a paragraph. Scripts, styles and what says that it is hidden are left out; a text
    without any tag is parted at its blank lines. As long as `search.formats.limits` allow; empty
    if nothing is said. Cost: linear.
    """
    if "<" not in html:
        rows = [_plain(row) for row in _PARAGRAPHS.split(next(_texts(html), ""))]
        blocks = [Block("paragraph", row) for row in rows if row]
    else:
        blocks = [block for block, _ in _gathered(html)]
    return cut_blocks(blocks)[0]


def _texts(html: str) -> Iterator[str]:
    return (piece.text for piece in pieces(html) if not piece.tag)


def visible_text(html: str) -> str:
    """Give the text that a page shows, a line for a line, a blank line where blocks stand apart.

    Clean, but for what `page_layout` reads by itself; all of the page, menus too. Cost: linear.
    """
    rows: list[str] = []
    for block, gap in _gathered(html):
        if gap and rows:
            rows.append("")
        rows.append(block.text)
    return "\n".join(rows)


def cut_blocks(blocks: list[Block]) -> tuple[list[Block], tuple[str, ...]]:
    """Give as many of the blocks as an article may have, and what was left out; see `limits`."""
    kept, cuts = cut_text("\n".join(block.text for block in blocks))
    if not cuts:
        return blocks, ()
    rows = kept.split("\n")
    return [
        Block(block.kind, row) for block, row in zip(blocks, rows, strict=False) if row.strip()
    ], cuts
