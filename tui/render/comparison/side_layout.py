"""One telling cut into rows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from search import BlockKind
    from tui.render.comparison.side import ComparedSide, Show

Kind: TypeAlias = Literal["text", "blank", "fold"]
PREFIXES: dict[BlockKind, tuple[str, str]] = {
    "quote": ("┊ ", "┊ "),
    "caption": ("▫ ", "  "),
    "list": ("• ", "  "),
}
"""What stands before the first row of a block and before its others, in equally many cells."""


class SideRow(NamedTuple):
    """One row of a sheet.

    Attributes:
        kind: `text` shows `blocks[block].text[start:stop]`; `fold` stands for sentences left
            out; `blank` shows no text.
        block, start, stop: where its text is; 0 when it has none.
        sentence: the linked sentence it belongs to, or the first left out by a fold; None in
            text that meets nothing.
        nth: its place among the rows of that sentence, or how many sentences a fold hides.
        rows: how many rows that sentence has.
    """

    kind: Kind
    block: int = 0
    start: int = 0
    stop: int = 0
    sentence: int | None = None
    nth: int = 0
    rows: int = 0


BLANK = SideRow("blank")
_SIGNS = 4
"""A sentence has at least so many rows, or as many as links, so that their signs find room."""


@dataclass(frozen=True, slots=True)
class SideLayout:
    """The rows of one telling at one width.

    Attributes:
        rows: from top to bottom; never begins or ends with a blank one.
        first: for each sentence the row it begins in, or the fold that hides it. Never falls.
    """

    rows: tuple[SideRow, ...]
    first: tuple[int, ...]

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    def at(self, row: int) -> int:
        """Give the last sentence that begins in a row or above it; 0 above all and in none."""
        return max(0, bisect_right(self.first, row) - 1)


class _Piece(NamedTuple):
    """Text that stays together: one linked sentence, or neighbours without a link."""

    start: int
    stop: int
    sentences: tuple[int, ...]
    linked: bool
    shown: bool


def lay_out_side(
    telling: ComparedSide,
    width: int,
    show: Show = "all",
    *,
    flowing: bool = True,
    unfolded: Container[int] = (),
) -> SideLayout:
    """Cut a telling into rows of at most `width` cells.

    A linked sentence begins on a row of its own and has room for its links' signs beside it;
    neighbours without a link flow on in one paragraph unless `flowing` is False. Between blocks
    stands a blank row. Boilerplate is left out, and sentences not to be shown are folded to one
    row for each stretch of them, but for those `unfolded`. Cost: linear.
    """
    rows: list[SideRow] = []
    first: list[int] = []
    hidden: list[int] = []

    def unfold() -> None:
        if hidden:
            if rows and rows[-1].kind != "blank":
                rows.append(BLANK)
            first.extend(len(rows) for _ in hidden)
            rows.append(SideRow("fold", sentence=hidden[0], nth=len(hidden)))
            hidden.clear()

    after = -1
    for block, pieces in _blocks(telling, show, unfolded, flowing=flowing):
        text = telling.article.blocks[block].text
        room = max(1, width - len(PREFIXES.get(telling.article.blocks[block].kind, ("",))[0]))
        for piece in pieces:
            if not piece.shown:
                hidden.extend(piece.sentences)
                continue
            unfold()
            if rows and (rows[-1].kind == "fold" or block != after):
                rows.append(BLANK)
            after = block
            begin = len(rows)
            rows.extend(_wrapped(telling, block, text, piece, room))
            first.extend(_row_of(rows, begin, telling.sentences[s].start) for s in piece.sentences)
    unfold()
    return SideLayout(tuple(rows), tuple(first))


def _wrapped(
    telling: ComparedSide, block: int, text: str, piece: _Piece, room: int
) -> Iterator[SideRow]:
    lines = wrap(text[piece.start : piece.stop], room)
    lines = [(piece.start + start, piece.start + stop) for start, stop in lines]
    if not piece.linked:
        for start, stop in lines:
            yield SideRow("text", block, start, stop)
        return
    sentence = piece.sentences[0]
    lines += [(piece.stop, piece.stop)] * (min(_SIGNS, len(telling.links[sentence])) - len(lines))
    for nth, (start, stop) in enumerate(lines):
        yield SideRow("text", block, start, stop, sentence, nth, len(lines))


def _row_of(rows: list[SideRow], begin: int, offset: int) -> int:
    at = begin
    for i in range(begin, len(rows)):
        if rows[i].start <= offset:
            at = i
    return at


def _blocks(
    telling: ComparedSide, show: Show, unfolded: Container[int], *, flowing: bool
) -> Iterator[tuple[int, list[_Piece]]]:
    """Yield the blocks that hold sentences, each cut into pieces."""
    places = enumerate(telling.sentences)
    for block, group in groupby(places, key=lambda place: place[1].block):
        pieces: list[_Piece] = []
        for sentence, at in group:
            linked = bool(telling.links[sentence])
            shown = sentence in unfolded or telling.shows(sentence, show)
            last = pieces[-1] if pieces else None
            if last and flowing and not linked and not last.linked and shown == last.shown:
                pieces[-1] = _Piece(
                    last.start, at.stop, (*last.sentences, sentence), linked=False, shown=shown
                )
            else:
                pieces.append(_Piece(at.start, at.stop, (sentence,), linked=linked, shown=shown))
        yield block, pieces
