"""The block kind of each line, once the story's place and the headline are known."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from search.page.authors import byline_names, is_name, is_open_byline
from search.page.line_class import BOILERPLATE_CLASSES, LineClass
from search.page.lines import content_words
from search.page.offices import names_an_office
from search.page.outlet_names import is_outlet
from search.page.story.short_lines import (
    headed_place,
    items_without_bullets,
    list_after_colon,
    repeated_lines,
    short_kind,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from search.article import BlockKind
    from search.page.lines import Line

_LEAD_WORDS = 60
_LEAD_REACH = 4
_LEAST_LEAD = 5
_HANDLE = re.compile(r"\(?(?<![\w.])@\w{2,40}\)?")
_SUMMED_UP = 0.25
"""The share of a lead's words that the story has too."""
_LONG_STORY = 100
"""Different words of a story that has most of those its lead has."""
_STORY_LINES = 24
_HANDLE_WORDS = 12
_TELLING = frozenset({LineClass.PROSE, LineClass.SENTENCE})
_TOLD = _TELLING | {LineClass.ITEM, LineClass.POST, LineClass.QUOTED, LineClass.ROW}
_PLAYS: dict[LineClass, BlockKind] = {
    LineClass.PROSE: "paragraph",
    LineClass.SENTENCE: "paragraph",
    LineClass.CREDIT: "caption",
    LineClass.CAPTION: "caption",
    LineClass.POST: "quote",
    LineClass.QUOTED: "quote",
    LineClass.ITEM: "list",
    LineClass.ROW: "list",
}


def block_kinds(
    lines: Sequence[Line],
    classes: Sequence[LineClass],
    region: range,
    title: int | None,
    *,
    curated: bool,
) -> list[BlockKind]:
    """Give the kind of each line, in order; the headline's own is of no meaning.

    Args:
        lines: the page's.
        classes: what each looks like.
        region: where the story stands.
        title: the headline's place.
        curated: whether a short line that is no heading belongs to the story all the same.
    """
    kinds: list[BlockKind] = ["boilerplate"] * len(lines)
    within = title is not None and title < region.stop
    first = min(region.start, title + 1) if title is not None and within else region.start
    stop = _with_captions(classes, region)
    inner = range(max(first, region.start), stop)
    repeated = frozenset[str]() if curated else repeated_lines(lines, classes, inner)
    items = frozenset[int]() if curated else items_without_bullets(lines, classes, inner)
    headings = 0
    for place in range(stop - 1, first - 1, -1):
        seen = classes[place]
        if seen is not LineClass.SHORT:
            kinds[place] = "boilerplate" if seen in BOILERPLATE_CLASSES else _PLAYS[seen]
            headings = 0 if seen in _TOLD else headings
        elif place in items:
            kinds[place], headings = "list", 0
        elif place >= region.start and lines[place].text not in repeated:
            below = headed_place(lines, kinds, place, stop, repeated)
            kinds[place] = short_kind(lines, kinds, place, below, headings, curated=curated)
            headings += kinds[place] == "heading"
        elif curated:
            kinds[place] = "paragraph"
    list_after_colon(lines, classes, kinds, inner)
    _pair_captions(lines, classes, kinds, range(first, stop))
    _quote_posts(lines, classes, kinds, range(first, stop))
    if title is not None and within:
        _tell_head(lines, classes, kinds, title, curated=curated)
    return kinds


def _with_captions(classes: Sequence[LineClass], region: range) -> int:
    """Give the story's end, with the captions that stand right after it."""
    stop = region.stop
    while region and stop < len(classes):
        if classes[stop] in {LineClass.CREDIT, LineClass.CAPTION, LineClass.SENTENCE}:
            stop += 1
        elif classes[stop : stop + 2] == [LineClass.SHORT, LineClass.CREDIT]:
            stop += 2
        else:
            break
    return stop


def _pair_captions(
    lines: Sequence[Line], classes: Sequence[LineClass], kinds: list[BlockKind], places: range
) -> None:
    """Make a caption of the line that a bare credit follows without a gap.

    A credit by itself tells nothing: it is part of a caption, or boilerplate.
    """
    for place in places:
        if classes[place] is not LineClass.CREDIT:
            continue
        above = place - 1
        paired = above in places and not lines[place].gap
        if paired and classes[above] in {LineClass.SHORT, LineClass.SENTENCE}:
            kinds[above] = "caption"
        if above not in places or kinds[above] != "caption":
            kinds[place] = "boilerplate"


def _quote_posts(
    lines: Sequence[Line], classes: Sequence[LineClass], kinds: list[BlockKind], places: range
) -> None:
    """Keep a post together: who posted it, and what."""
    for place in places:
        if classes[place] is not LineClass.POST or place + 1 not in places:
            continue
        by_whom = lines[place].words <= _HANDLE_WORDS
        if by_whom and classes[place + 1] is LineClass.SENTENCE:
            kinds[place + 1] = "quote"
        if kinds[place - 1] == "heading" and "@" in lines[place - 1].text:
            kinds[place - 1] = "quote"


def _tell_head(
    lines: Sequence[Line],
    classes: Sequence[LineClass],
    kinds: list[BlockKind],
    title: int,
    *,
    curated: bool,
) -> None:
    """Tell lead and caption apart between the headline and the story.

    The lead is the first thing said below the headline, with byline, date or a picture between
    it and the story.
    """
    body = _first_telling(classes, kinds, title)
    if body is None:
        return
    story = _story_words(lines, kinds, body)
    for place in range(title + 1, body):
        line = lines[place]
        if classes[place] is not LineClass.SHORT:
            continue
        if is_head_matter(line) or is_name(line.text) or _says_again(line, lines[title]):
            kinds[place] = "boilerplate"
        elif (
            classes[place - 1] is LineClass.DATE
            and not line.gap
            and lines[place + 1].gap
            and not curated
        ):
            kinds[place] = "caption"  # what a video shows stands right below the date
        elif (
            place - title <= _LEAD_REACH
            and line.words >= _LEAST_LEAD
            and "lead" not in kinds
            and (curated or (_sums_up(line, story) and not _is_signed_anew(lines, title, place)))
        ):
            kinds[place] = "lead"
        elif not curated:
            kinds[place] = "boilerplate"
    far = body - title > _LEAD_REACH or lines[body].words > _LEAD_WORDS
    if "lead" not in kinds and not far and _stands_apart(lines, classes, title, body):
        kinds[body] = "lead" if curated or _sums_up(lines[body], story) else "boilerplate"
        _fold_signature(lines, classes, kinds, body)


def _fold_signature(
    lines: Sequence[Line], classes: Sequence[LineClass], kinds: list[BlockKind], lead: int
) -> None:
    """Make boilerplate of who wrote it, between a lead and the story: a name, an office, a handle."""
    story = _first_telling(classes, kinds, lead)
    for place in range(lead + 1, story or lead):
        line = lines[place]
        if classes[place] is LineClass.POST and line.words <= _HANDLE_WORDS:
            if names_an_office(_HANDLE.sub("", line.text).strip()):
                kinds[place] = "boilerplate"
        elif (
            classes[place] is LineClass.SHORT
            and kinds[place] != "caption"  # a picture of somebody
            and (is_head_matter(line) or is_name(line.text))
        ):
            kinds[place] = "boilerplate"


def _is_signed_anew(lines: Sequence[Line], title: int, place: int) -> bool:
    """Tell whether a line below the byline has one of its own: it teases another story."""
    below = lines[place + 1] if place + 1 < len(lines) else None
    signed = any(byline_names(line.text) for line in lines[title + 1 : place])
    return signed and below is not None and bool(byline_names(below.text))


def _says_again(line: Line, title: Line) -> bool:
    """Tell whether a line is the title again, to which one of them may have something glued."""
    return title.text in line.text or (line.words >= _LEAST_LEAD and line.text in title.text)


def _stands_apart(
    lines: Sequence[Line], classes: Sequence[LineClass], title: int, body: int
) -> bool:
    """Tell whether byline, date or a picture stands below the first thing said."""
    below = range(body + 1, min(body + 4, len(lines)))
    apart = [i for i in below if classes[i] not in _TOLD and classes[i] is not LineClass.SHORT]
    headed = any(classes[i] is LineClass.DATE or is_head_matter(lines[i]) for i in below)
    dated = any(classes[i] is LineClass.DATE for i in range(title + 1, body))
    pictured = classes[body + 1 : body + 2] in (
        [LineClass.CAPTION],
        [LineClass.CREDIT],
        [LineClass.ADDRESS],
    )
    return headed or (pictured and (dated or body == title + 1) and bool(apart))


def _story_words(lines: Sequence[Line], kinds: Sequence[BlockKind], body: int) -> frozenset[str]:
    """Give the words of a story's first paragraphs, but for the one that may be its lead."""
    told = (i for i in range(body + 1, len(lines)) if kinds[i] == "paragraph")
    return frozenset().union(*(content_words(lines[i].text) for i in islice(told, _STORY_LINES)))


def _sums_up(line: Line, story: AbstractSet[str]) -> bool:
    """Tell whether a line says what the story says; a teaser of another one has other words.

    Of a few words that can't be told; in a short story one of them is enough.
    """
    words = content_words(line.text)
    if len(words) < _LEAST_LEAD or not story:
        return True
    wanted = _SUMMED_UP * len(words) if len(story) >= _LONG_STORY else 1
    return len(words & story) >= wanted


def _first_telling(
    classes: Sequence[LineClass], kinds: Sequence[BlockKind], title: int
) -> int | None:
    places = range(title + 1, len(classes))
    return next((i for i in places if classes[i] in _TELLING and kinds[i] == "paragraph"), None)


def is_head_matter(line: Line) -> bool:
    """Tell whether a line is a byline, the beginning of one, or names an outlet or an agency."""
    return bool(byline_names(line.text)) or is_open_byline(line.text) or is_outlet(line.text)
