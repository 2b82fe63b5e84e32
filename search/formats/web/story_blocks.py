"""The blocks of an article, out of what an extractor took for a page's story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article import Block
from search.formats.web.title_choice import alike
from search.page.authors import byline_names, is_about
from search.page.line_class import BOILERPLATE_CLASSES, LineClass, classify
from search.page.lines import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from search.article import BlockKind
    from search.page.lines import Line

CELLS = " | "
"""What parts the cells of a table's row."""
_LEAST_LEAD = 5
_HEAD_REACH = 4
"""How many blocks into a story its title, its byline and its date may be said again."""
_CREDITS = frozenset({LineClass.CREDIT, LineClass.CAPTION})


def story_blocks(
    found: Sequence[Block], title: str, authors: tuple[str, ...], captions: AbstractSet[str]
) -> tuple[Block, ...]:
    """Give the story's blocks without its title; what is plainly boilerplate is marked so.

    A long heading above the first paragraph is the lead, what says whose picture it is a caption.

    Args:
        found: blocks in reading order.
        title: the headline; empty if none is known.
        authors: known names; lines about them are no part of the story.
        captions: texts that the page marks as captions.
    """
    blocks: list[Block] = []
    begun = led = listing = False
    for place, block in enumerate(found):
        if title and not begun and place < _HEAD_REACH and alike(block.text, title):
            continue
        line = line_of(1, block.text, gap=True)
        seen = classify(line)
        kind = _kind(block, line, seen, captions)
        listing = seen is LineClass.OTHERS or (listing and _is_link(line, seen))
        byline = not begun and place < _HEAD_REACH and byline_names(block.text)
        if listing or byline or is_about(block.text, authors):
            kind = "boilerplate"
        elif kind == "heading" and not begun and not led and _may_lead(line):
            kind, led = "lead", True
        begun = begun or kind == "paragraph"
        blocks.append(Block(kind, block.text))
    while begun and blocks[-1].kind == "heading":
        blocks.pop()  # what it headed is no part of the story
    return tuple(blocks)


def _kind(block: Block, line: Line, seen: LineClass, captions: AbstractSet[str]) -> BlockKind:
    if block.text in captions and block.kind != "heading":
        return "caption"
    row = block.kind == "list" and CELLS in block.text  # of a table, which isn't read as a line
    if row or block.kind == "quote":
        return block.kind
    if seen in BOILERPLATE_CLASSES:
        return "boilerplate"
    if seen in _CREDITS and block.kind == "paragraph":
        if seen is LineClass.CREDIT:
            return "boilerplate"  # whose picture it is, without the picture or what it shows
        return block.kind if line.breaks else "caption"
    return block.kind


def _may_lead(line: Line) -> bool:
    return line.words >= _LEAST_LEAD and line.ends


def _is_link(line: Line, seen: LineClass) -> bool:
    """Tell whether a block that follows `Read also` may be one of what it lists."""
    return seen is LineClass.SHORT or (seen is not LineClass.PROSE and not line.ends)
