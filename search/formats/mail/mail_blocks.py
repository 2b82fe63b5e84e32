"""The blocks of a mail's text: paragraphs, what is quoted, and what only mail says around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from search.article import Block
from search.formats.limits import cut_text
from search.formats.web.html_blocks import cut_blocks, read_html_fragment
from search.page.line_class import BOILERPLATE_CLASSES, classify
from search.page.lines import has_words, line_of, words_of
from search.page.page_layout import page_layout
from search.text.clean import clean
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import BlockKind

_Row: TypeAlias = "tuple[str, BlockKind | None]"
"""A line, and what it is whatever it says: quoted, or signature."""

_QUOTED = re.compile(r"(?:> ?)+")
_LINK_TARGET = re.compile(r" ?(?:[(<\[] ?https?://[^\s()<>\[\]]++ ?[)>\]])")
_LETTER = re.compile(r" {0,3}[^\W_]|[\"'“”‘’«»„(\[¿¡–—]")
_NARROWEST, _WIDEST = 50, 110
"""Characters of a line that a program has broken; what is wider it has not."""
_HEAD_REACH = 5
"""Blocks from the top among which a mail says where else it can be read."""
_FOOT_REACH = 15
"""Blocks from the end among which it says who gets it and why."""
_MOST_WORDS = 60
"""A block of more is a paragraph, whatever it speaks of."""
_FEW_WORDS = 30
"""A block of fewer, below the line that says how to end it, belongs to that."""


def html_mail_blocks(html: str, title: str) -> tuple[list[Block], tuple[str, ...]]:
    """Give the blocks of a mail's HTML, the title not among them, and what was left out.

    Tables make its layout: their rows are no lists, unless it has no other use for lists.
    """
    blocks, cuts = cut_blocks(read_html_fragment(html))
    if "<li" not in html and "<LI" not in html:
        blocks = [_as_paragraph(block) for block in blocks]
    said = words_of(title)
    for place, block in enumerate(blocks[:_HEAD_REACH]):
        if said and has_words(block.text, said):
            del blocks[place]
            break
    return around_folded(blocks), cuts


def _as_paragraph(block: Block) -> Block:
    return Block("paragraph", block.text) if block.kind == "list" else block


def plain_mail_blocks(
    text: str, title: str, *, linked: bool
) -> tuple[list[Block], tuple[str, ...]]:
    """Give the blocks of a mail's plain text, the title not among them, and what was left out.

    Lines quoted by `>` are quotes. From the line `-- ` on it is a signature (RFC 3676).

    Args:
        text: decoded, its lines as they stand.
        title: the mail's subject, empty if it has none.
        linked: whether it was made of HTML, so that an address in brackets is where a link leads.
    """
    text, cuts = cut_text(clean(text))
    if linked:
        text = _LINK_TARGET.sub("", text)
    rows = list(_joined(list(_rows(text))))
    layout = page_layout("\n".join(row for row, _ in rows), 0, curated=True, title=title)
    blocks: list[Block] = []
    for place, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        if place != layout.title:
            mark = rows[line.number][1]
            blocks.append(Block(kind if kind == "boilerplate" else mark or kind, line.text))
    return around_folded(blocks), cuts


def _rows(text: str) -> Iterator[_Row]:
    """Yield the lines without the signs of quoting, a blank line where that begins and ends."""
    signed = False
    before: bool | None = None
    for row in text.replace("\f", "\n").split("\n"):
        if row.rstrip() == "--":
            signed = True
            yield "", "boilerplate"
            continue
        sign = _QUOTED.match(row)
        if before is not None and bool(sign) is not before:
            yield "", None
        before = bool(sign)
        mark: BlockKind | None = "boilerplate" if signed else "quote" if sign else None
        yield row[sign.end() :] if sign else row, mark


def _joined(rows: list[_Row]) -> Iterator[_Row]:
    """Join lines that were broken only because the next word had no room.

    A program breaks all lines of a mail at one width, those it quotes at another.
    """
    widths: dict[BlockKind | None, int] = {}
    for (row, mark), (below, _) in pairwise(rows):
        if below.strip() and len(row) <= _WIDEST:
            widths[mark] = max(widths.get(mark, 0), len(row.rstrip()))
    parts: list[str] = []
    for (row, mark), (above, marked) in zip(rows, [("", None), *rows], strict=False):
        full = _NARROWEST <= len(above) <= _WIDEST and mark == marked and parts
        if full and _LETTER.match(row) and len(above) + 1 + _first(row) > widths.get(mark, 0):
            parts.append(row.strip())
            continue
        if parts:
            yield " ".join(parts), marked
        parts = [row.rstrip()]
    if parts:
        yield " ".join(parts), rows[-1][1]


def _first(row: str) -> int:
    """Give the length of a line's first word."""
    return len(row.split(" ", 1)[0])


def unflowed(text: str, *, joined: bool) -> str:
    """Join the lines of a text that goes on where a line ends in a space (RFC 3676).

    Args:
        text: with any line ends.
        joined: whether that space is none of the text (`DelSp=yes`).
    """
    done: list[str] = []
    parts: list[str] = []
    depth = 0
    for raw in text.splitlines():
        sign = len(raw) - len(raw.lstrip(">"))
        row = raw[sign:].removeprefix(" ")
        if parts and (sign != depth or row == "-- "):
            done.append(">" * depth + " " * bool(depth) + "".join(parts).rstrip())
            parts = []
        depth = sign
        if row.endswith(" ") and row != "-- ":
            parts.append(row[:-1] if joined else row)
        else:
            done.append(">" * depth + " " * bool(depth) + "".join((*parts, row)))
            parts = []
    return "\n".join((*done, "".join(parts)))


def around_folded(blocks: Sequence[Block]) -> list[Block]:
    """Make boilerplate of what only mail says: where else to read it, how to unsubscribe.

    Only near the top and near the end, and only what says so itself; below the line near the end
    that first says so, few words that stand alone (addresses, names, rights) go with it.
    """
    found = list(blocks)
    foot = max(_HEAD_REACH, len(found) - _FOOT_REACH)
    ended = False
    for place, block in enumerate(found):
        line = line_of(0, block.text, gap=True)
        if _HEAD_REACH <= place < foot or line.words > _MOST_WORDS:
            continue
        says = _says_how(block.text)
        if says or (ended and line.words < _FEW_WORDS) or classify(line) in BOILERPLATE_CLASSES:
            found[place] = Block("boilerplate", block.text)
        ended = ended or (says and place >= len(found) // 2)
    return found


def _says_how(text: str) -> bool:
    lowered = text.casefold().replace("’", "'")
    return any(phrase in lowered for phrase in word_lists("formats/mail/mail")["around"]["phrases"])
