"""The layout of one side of a comparison: its text cut into rows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
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
"""Prefixes of the first row of a block and of its other rows, of the same width."""


class SideRow(NamedTuple):
    """One row of a side.

    Attributes:
        kind: `text` shows `blocks[block].text[start:stop]`; `fold` stands for hidden
            sentences; `blank` shows no text.
        block, start, stop: where its text is; 0 when it has none.
        sentence: the linked sentence it belongs to, or the first one hidden by a fold; None for
            text without links.
        nth: its index among the rows of that sentence, or how many sentences a fold hides.
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
"""A sentence gets at least so many rows, or one for each link, to have room for link signs."""


@dataclass(frozen=True, slots=True)
class SideLayout:
    """The rows of one side at one width.

    Attributes:
        rows: from top to bottom; the first and the last are never blank.
        first: for each sentence the row it begins in, or the fold that hides it; ascending.
    """

    rows: tuple[SideRow, ...]
    first: tuple[int, ...]

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def at(self, row: int) -> int:
        """Give the last sentence that begins in a row or above it; 0 if there is none."""
        return max(0, bisect_right(self.first, row) - 1)


class _Piece(NamedTuple):
    """Text that is wrapped together: one linked sentence, or adjacent ones without a link."""

    start: int
    stop: int
    sentences: tuple[int, ...]
    linked: bool
    shown: bool


def lay_out_side(
    compared: ComparedSide,
    width: int,
    show: Show = "all",
    *,
    flowing: bool = True,
    unfolded: Container[int] = (),
) -> SideLayout:
    """Cut a side into rows of at most `width` cells.

    A linked sentence begins on a row of its own and has room for its links' signs beside it;
    adjacent sentences without links are one paragraph unless `flowing` is False. Blocks are
    separated by a blank row. Boilerplate is left out. Each run of sentences not to be shown is
    folded to one row, except for those in `unfolded`. Cost: linear.
    """
    rows: list[SideRow] = []
    first: list[int] = []
    hidden: list[int] = []

    def place_fold() -> None:
        if hidden:
            if rows and rows[-1].kind != "blank":
                rows.append(BLANK)
            first.extend(len(rows) for _ in hidden)
            rows.append(SideRow("fold", sentence=hidden[0], nth=len(hidden)))
            hidden.clear()

    after = -1
    for block, pieces in _blocks(compared, show, unfolded, flowing=flowing):
        text = compared.article.blocks[block].text
        room = max(1, width - len(PREFIXES.get(compared.article.blocks[block].kind, ("",))[0]))
        for piece in pieces:
            if not piece.shown:
                hidden.extend(piece.sentences)
                continue
            place_fold()
            if rows and (rows[-1].kind == "fold" or block != after):
                rows.append(BLANK)
            after = block
            begin = len(rows)
            rows.extend(_wrapped(compared, block, text, piece, room))
            first.extend(_row_of(rows, begin, compared.sentences[s].start) for s in piece.sentences)
    place_fold()
    return SideLayout(tuple(rows), tuple(first))


def _wrapped(
    compared: ComparedSide, block: int, text: str, piece: _Piece, room: int
) -> Iterator[SideRow]:
    lines = wrap(text[piece.start : piece.stop], room)
    lines = [(piece.start + start, piece.start + stop) for start, stop in lines]
    if not piece.linked:
        for start, stop in lines:
            yield SideRow("text", block, start, stop)
        return
    sentence = piece.sentences[0]
    lines += [(piece.stop, piece.stop)] * (min(_SIGNS, len(compared.links[sentence])) - len(lines))
    for nth, (start, stop) in enumerate(lines):
        yield SideRow("text", block, start, stop, sentence, nth, len(lines))


def _row_of(rows: list[SideRow], begin: int, offset: int) -> int:
    return max(begin, bisect_right(rows, offset, lo=begin, key=attrgetter("start")) - 1)


def _blocks(
    compared: ComparedSide, show: Show, unfolded: Container[int], *, flowing: bool
) -> Iterator[tuple[int, list[_Piece]]]:
    """Yield the blocks that have sentences, each cut into pieces."""
    places = enumerate(compared.sentences)
    for block, group in groupby(places, key=lambda place: place[1].block):
        pieces: list[_Piece] = []
        for sentence, at in group:
            linked = bool(compared.links[sentence])
            shown = sentence in unfolded or compared.shows(sentence, show)
            last = pieces[-1] if pieces else None
            if last and flowing and not linked and not last.linked and shown == last.shown:
                pieces[-1] = _Piece(
                    last.start, at.stop, (*last.sentences, sentence), linked=False, shown=shown
                )
            else:
                pieces.append(_Piece(at.start, at.stop, (sentence,), linked=linked, shown=shown))
        yield block, pieces
