"""Markdown: its blocks as an article's, its inline marks as plain text."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from search.formats.limits import DEEPEST, MOST_MARKS
from search.formats.wikilinks import without_wikilinks
from search.page.line_class import BOILERPLATE_CLASSES, LineClass, classify
from search.page.lines import line_of
from search.page.page_layout import PageLayout, title_place
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from search.article import BlockKind

_NESTED = re.compile(
    r" +(?! |$)"  # what is indented: code, or goes on with a list
    r"|>|<|\[|```|~~~"  # quote, HTML, the address of a link, fence
    r"|(?:[-+*]|\d{1,9}[.)])(?: |$)"  # list
    r"|(?:[-*_] *){3,}$|[-=]+ *$"  # rule, line below a heading
    r"|\||:?-+:? *\|"  # table
)
"""The beginning of a line that makes a text more than paragraphs and headings."""
_HEADING = re.compile(r"(#{1,6})(?: +(.*))?")
_CLOSED_HEADING = re.compile(r"(?:^| )#+ *$")
_INLINE = re.compile(r"[\\`*_\[<&]")
"""A text without any of these has no inline marks."""
_MARKS = "\\`*_[]<&!"
"""What the parser looks at closely."""
_CELLS = frozenset({"th_open", "td_open"})
_CELLS_APART = " | "
_DEEPEST_CODE = 40
"""Spaces before a line of code that are kept."""
_ENTERED = frozenset({"blockquote_open", "list_item_open"})
_KEPT = frozenset({"text", "code_inline", "text_special"})


class MarkedBlock(NamedTuple):
    """A block of a Markdown text.

    Attributes:
        number: its first line in the file, from 1.
        kind: paragraph, heading, quote, list, code or caption; lead for one all in emphasis.
        text: never empty, in one line.
        level: 1 to 6 for a heading, else 0.
        row: whether it is a row of a table, which is a list to the reader.
        depth: how far it is set in; see `Block`.
    """

    number: int
    kind: BlockKind
    text: str
    level: int = 0
    row: bool = False
    depth: int = 0


def markdown_blocks(text: str, first: int = 1) -> list[MarkedBlock]:
    """Read CommonMark; links become their text, images captions, raw HTML is left out.

    A row of a table is a block of a list, its cells with ` | ` between them. A line between fences
    is a block of code; what is only set in by spaces is more often a paragraph.

    A text that nests deeper than `DEEPEST` is read as paragraphs and headings alone; so is one of
    more than `MOST_MARKS` marks, which stay in it. Cost: linear.

    Args:
        text: cleaned.
        first: the number of its first line in the file.
    """
    text = text.replace("\f", "\n\n")
    rows = text.split("\n")
    if sum(map(text.count, _MARKS)) > MOST_MARKS:
        return list(_flat_blocks(rows, first, marked=False))
    if any(map(_NESTED.match, rows)):
        tokens = _parser().parse(text)
        # The parser would leave out what is in a quote or an item on its last level, and more.
        if not any(token.level >= DEEPEST - 1 and token.type in _ENTERED for token in tokens):
            return list(_blocks(tokens, first))
    return list(_flat_blocks(rows, first))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown files need it

    return MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")


def markdown_layout(text: str, first: int, *, title: str | None) -> PageLayout:
    """Take a Markdown text apart; its marks tell what its blocks are.

    The headline is the block that says `title` again, else the first heading of level 1, else
    a heading at the very beginning. Paragraphs that are plainly boilerplate are told apart.

    Args:
        text: cleaned.
        first: the number of its first line in the file.
        title: the headline, where it is known already.
    """
    blocks = markdown_blocks(text, first)
    lines = [line_of(block.number, block.text, gap=True) for block in blocks]
    classes = [
        LineClass.ROW if block.row else classify(line)
        for block, line in zip(blocks, lines, strict=True)
    ]
    place = title_place(lines, title)
    if title is None:
        place = next((i for i, block in enumerate(blocks) if block.level == 1), None)
        if place is None and blocks and blocks[0].level:
            place = 0
    kinds: list[BlockKind] = []
    for i, (block, seen) in enumerate(zip(blocks, classes, strict=True)):
        kind = block.kind
        if kind == "lead" and i != (0 if place is None else place + 1):
            kind = "paragraph"
        if kind in {"paragraph", "list"} and seen in BOILERPLATE_CLASSES:
            kind = "boilerplate"
        kinds.append("caption" if kind == "paragraph" and seen is LineClass.CREDIT else kind)
    return PageLayout(lines, classes, kinds, place, tuple(block.depth for block in blocks))


def _flat_blocks(lines: Sequence[str], first: int, *, marked: bool = True) -> Iterator[MarkedBlock]:
    """Read lines of nothing but paragraphs and headings; the parser would say the same.

    Marks within them are read only where they are `marked`.
    """
    rows: list[str] = []
    number = first
    for place, row in enumerate([*lines, ""], first):
        heading = _HEADING.fullmatch(row) if row.startswith("#") else None
        if heading or not row.strip():
            if rows:
                yield from _flat_block(number, "\n".join(rows).strip(), 0, marked=marked)
                rows = []
            if heading:
                said = _CLOSED_HEADING.sub("", heading[2] or "").strip()
                yield from _flat_block(place, said, len(heading[1]), marked=marked)
        else:
            number = number if rows else place
            rows.append(row)


def _flat_block(number: int, text: str, level: int, *, marked: bool) -> Iterator[MarkedBlock]:
    if marked and _INLINE.search(text):
        children = _parser().parseInline(text)[0].children or []
        yield from _marked(number, ["heading_open"] if level else [], children, level)
    elif bare := one_line(text) if "\n" in text or "  " in text else text:
        yield MarkedBlock(number, "heading" if level else "paragraph", bare, level)


def _blocks(tokens: Sequence[Token], first: int) -> Iterator[MarkedBlock]:
    within: list[str] = []
    cells: list[str] = []
    number, level = first, 0
    for token in tokens:
        if token.map:
            number = first + token.map[0]
        if token.nesting > 0:
            within.append(token.type)
            level = int(token.tag[1]) if token.type == "heading_open" else level
        elif token.nesting < 0:
            within.pop()
            if token.type == "tr_close":
                for row in _block(number, "list", _CELLS_APART.join(cells) if any(cells) else ""):
                    yield row._replace(row=True)
                cells = []
        elif token.type in {"fence", "code_block"}:
            yield from _code(number, token)
        elif token.type == "inline" and within[-1] in _CELLS:
            cells.append(one_line(_plain(token.children or [])))
        elif token.type == "inline":
            yield from _marked(number, within, token.children or [], level)


def _marked(
    number: int, within: Sequence[str], children: Sequence[Token], level: int
) -> Iterator[MarkedBlock]:
    """Give the captions of the pictures in a block, then what it says."""
    for caption in _captions(children):
        yield from _block(number, "caption", caption)
    kind = _kind(within, children)
    depth = within.count("list_item_open") - 1 if kind == "list" else 0
    for block in _block(number, kind, _plain(children), level if kind == "heading" else 0):
        yield block._replace(depth=depth)


def _code(number: int, token: Token) -> Iterator[MarkedBlock]:
    """Give the lines between fences, without empty ones; else the paragraph that is set in."""
    if token.type != "fence":
        yield from _block(number, "paragraph", token.content)
        return
    for place, line in enumerate(token.content.split("\n"), number + 1):
        for block in _block(place, "code", line):
            depth = len(line) - len(line.lstrip(" "))
            yield block._replace(depth=min(depth, _DEEPEST_CODE))


def _block(number: int, kind: BlockKind, text: str, level: int = 0) -> Iterator[MarkedBlock]:
    # Entities such as `&#27;` were decoded by the parser, so the text is cleaned once more.
    if bare := one_line(clean(text)):
        yield MarkedBlock(number, kind, bare, level)


def _kind(within: Sequence[str], children: Sequence[Token]) -> BlockKind:
    if "heading_open" in within:
        return "heading"
    if "blockquote_open" in within:
        return "quote"
    if "list_item_open" in within:
        return "list"
    return "lead" if _all_emphasis(children) else "paragraph"


def _all_emphasis(children: Sequence[Token]) -> bool:
    """Tell whether all of a paragraph stands in emphasis."""
    depth = 0
    seen = False
    for token in children:
        if token.type in {"em_open", "em_close", "strong_open", "strong_close"}:
            depth += token.nesting
        elif token.type in _KEPT and token.content.strip():
            if depth == 0:
                return False
            seen = True
    return seen


def _plain(children: Sequence[Token]) -> str:
    """Give what inline tokens say, wikilinks as the words that they show, but not in code."""
    parts: list[str] = []
    for is_code, tokens in groupby(children, key=lambda token: token.type == "code_inline"):
        said = [
            token.content if token.type in _KEPT else " "
            for token in tokens
            if token.type in _KEPT or token.type in {"softbreak", "hardbreak"}
        ]
        parts.append("".join(said) if is_code else without_wikilinks("".join(said)))
    return "".join(parts)


def _captions(children: Sequence[Token]) -> Iterator[str]:
    for token in children:
        if token.type == "image":
            yield token.content or str(token.attrs.get("title", ""))
