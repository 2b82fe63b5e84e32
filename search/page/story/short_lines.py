"""What short lines of a story are: headings, list items, sentences of few words, or links."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from search.page.line_class import LineClass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from search.article import BlockKind
    from search.page.lines import Line

_HEADING_WORDS = 12
_MOST_HEADINGS = 2
"""A heading may have a sub-heading; more short lines in a row are links."""
_AGAIN = 3
_LEAST_SENTENCE = 2
_LEAST_ITEMS = 3
_MOST_ITEMS = 20
_ITEM_WORDS = 12
"""Words that an item usually has at most; headlines of other stories have more."""
_ANNOUNCED_WORDS = 30
"""Words of an item below a line that ends in a colon."""
_ABOVE_LIST = frozenset(
    {LineClass.PROSE, LineClass.SENTENCE, LineClass.SHORT, LineClass.CREDIT, LineClass.CAPTION}
)
"""What a list of a story stands below; links stand below what only pages say."""
_RUNNING = 0.45
"""The share of small words from which a line reads as part of a sentence, not as a link."""
_NOTE_MARKS = "*†‡"
_NOTE_REACH = 20
_LISTED = frozenset({LineClass.SHORT, LineClass.SENTENCE, LineClass.ITEM})


def repeated_lines(
    lines: Sequence[Line], classes: Sequence[LineClass], places: range
) -> frozenset[str]:
    """Give the short lines that stand in a story again and again: a picture's credit, a link.

    Who speaks in a transcript stands so, too, but with a colon or in capitals.
    """
    said = Counter(lines[i].text for i in places if classes[i] is LineClass.SHORT)
    again = (text for text, times in said.items() if times >= _AGAIN)
    return frozenset(text for text in again if not (text.endswith(":") or text.isupper()))


def items_without_bullets(
    lines: Sequence[Line], classes: Sequence[LineClass], places: range
) -> frozenset[int]:
    """Give the places of list items whose bullets were lost when the page was copied.

    They stand below each other without a gap, three to twenty, below what the story says, and most of
    them run on in small letters, as the links of a menu don't. Cost: linear.
    """
    items: set[int] = set()
    start = places.start
    while start < places.stop:
        stop = start + 1
        while stop < places.stop and not lines[stop].gap and classes[stop] in _LISTED:
            stop += 1
        run = range(start, stop)
        if _LEAST_ITEMS <= len(run) <= _MOST_ITEMS and _are_items(lines, classes, run):
            items.update(i for i in run if classes[i] is LineClass.SHORT)
        start = stop
    return frozenset(items)


def _are_items(lines: Sequence[Line], classes: Sequence[LineClass], run: range) -> bool:
    """Tell whether lines below each other are items of a list: no links, and no headlines."""
    above = classes[run.start - 1] if run.start else LineClass.BOILERPLATE
    if classes[run.start] not in _LISTED:
        return False
    running = sum(lines[i].small >= _RUNNING for i in run)
    usual = median(lines[i].words for i in run)
    announced = lines[run.start].text.endswith(":")
    longest = _ANNOUNCED_WORDS if announced else _ITEM_WORDS
    return (announced or above in _ABOVE_LIST) and 2 * running > len(run) and usual <= longest


def short_kind(
    lines: Sequence[Line],
    kinds: Sequence[BlockKind],
    place: int,
    below: int | None,
    headings: int,
    *,
    curated: bool,
) -> BlockKind:
    """Give the kind of a short line of the story.

    Args:
        lines: the page's.
        kinds: what is known of the lines below it.
        place: the line's.
        below: what it would be the heading of; see `headed_place`.
        headings: how many headings stand right below it.
        curated: whether a short line that is no heading belongs to the story all the same.
    """
    line = lines[place]
    asks = line.text.endswith("?")
    answers = place > 0 and lines[place - 1].text.endswith("?")
    told = line.ends and line.gap and (answers or line.words >= _LEAST_SENTENCE)
    if (told and not asks) or _is_note(lines, place):
        return "paragraph"
    if headings < _MOST_HEADINGS and below is not None and _heads(lines, kinds, place, below):
        return "heading"
    return "paragraph" if curated or told else "boilerplate"


def headed_place(
    lines: Sequence[Line],
    kinds: Sequence[BlockKind],
    place: int,
    stop: int,
    repeated: AbstractSet[str],
) -> int | None:
    """Give the place that a line would head, past captions and what is only repeated."""
    for below in range(place + 1, stop):
        if kinds[below] != "caption" and lines[below].text not in repeated:
            return below
    return None


def _heads(lines: Sequence[Line], kinds: Sequence[BlockKind], place: int, below: int) -> bool:
    """Tell whether a short line is a heading: what follows has to be told, or be a sub-heading."""
    line = lines[place]
    return (
        line.gap
        and lines[place + 1].gap
        and line.words <= _HEADING_WORDS
        and kinds[below] in {"paragraph", "heading", "list", "quote"}
    )


def _is_note(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is the note that a mark in one of the lines above refers to."""
    text = lines[place].text
    if text[0] not in _NOTE_MARKS or not text[1:2].isalnum():
        return False
    above = lines[max(0, place - _NOTE_REACH) : place]
    return any(line.text.rstrip(".").endswith(text[0]) and len(line.text) > 1 for line in above)


def list_after_colon(
    lines: Sequence[Line], classes: Sequence[LineClass], kinds: list[BlockKind], places: range
) -> None:
    """Make a list of the short lines that follow a line of the story that ends in a colon.

    A figure with a word that menus have too, `6,327 women`, is no link there.
    """
    announced = False
    for place in places:
        told = kinds[place] in {"paragraph", "heading"}
        text = lines[place].text
        counted = classes[place] is LineClass.BOILERPLATE and text[0].isdigit()
        if announced and (classes[place] is LineClass.SHORT or counted) and text[-1] != ":":
            kinds[place] = "list"
            announced = place + 1 < len(lines) and not lines[place + 1].gap
        else:
            announced = told and text.endswith(":")
