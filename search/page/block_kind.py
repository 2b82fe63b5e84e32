"""What part each line of a page plays, once the story's place and the headline are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.page.authors import byline_names, is_name, is_open_byline
from search.page.line_class import FURNISHED, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import BlockKind
    from search.page.lines import Line

_HEADING_WORDS = 12
_MOST_HEADINGS = 2
"""A heading may have a sub-heading; more short lines in a row are links."""
_LEAD_WORDS = 60
_LEAD_REACH = 4
_LEAST_LEAD = 5
_HANDLE_WORDS = 12
_TELLING = frozenset({Look.PROSE, Look.SENTENCE})
_TOLD = _TELLING | {Look.ITEM, Look.POST}
_PLAYS: dict[Look, BlockKind] = {
    Look.PROSE: "paragraph",
    Look.SENTENCE: "paragraph",
    Look.CREDIT: "caption",
    Look.CAPTION: "caption",
    Look.POST: "quote",
    Look.ITEM: "list",
}


def kinds_of(
    lines: Sequence[Line],
    looks: Sequence[Look],
    region: range,
    title: int | None,
    *,
    curated: bool,
) -> list[BlockKind]:
    """Give the kind of each line, in order; the headline's own is of no meaning.

    Args:
        lines: the page's.
        looks: what each looks like.
        region: where the story stands.
        title: the headline's place.
        curated: whether a short line that is no heading belongs to the story all the same.
    """
    kinds: list[BlockKind] = ["boilerplate"] * len(lines)
    within = title is not None and title < region.stop
    first = min(region.start, title + 1) if title is not None and within else region.start
    stop = _with_captions(looks, region)
    headings = 0
    for place in range(stop - 1, first - 1, -1):
        seen = looks[place]
        if seen is not Look.SHORT:
            kinds[place] = "boilerplate" if seen in FURNISHED else _PLAYS[seen]
            headings = 0 if seen in _TOLD else headings
        elif (
            place >= region.start
            and _heads(lines, kinds, place, stop)
            and headings < _MOST_HEADINGS
        ):
            kinds[place] = "heading"
            headings += 1
        elif curated:
            kinds[place] = "paragraph"
    _list_after_colon(lines, looks, kinds, range(max(first, region.start), stop))
    _pair_captions(lines, looks, kinds, range(first, stop))
    _quote_posts(lines, looks, kinds, range(first, stop))
    if title is not None and within:
        _tell_head(lines, looks, kinds, title, curated=curated)
    return kinds


def _with_captions(looks: Sequence[Look], region: range) -> int:
    """Give the story's end, with the captions that stand right after it."""
    stop = region.stop
    while region and stop < len(looks):
        if looks[stop] in {Look.CREDIT, Look.CAPTION, Look.SENTENCE}:
            stop += 1
        elif looks[stop : stop + 2] == [Look.SHORT, Look.CREDIT]:
            stop += 2
        else:
            break
    return stop


def _heads(lines: Sequence[Line], kinds: Sequence[BlockKind], place: int, stop: int) -> bool:
    """Tell whether a short line is the heading of what comes below it.

    Captions may stand between; what follows has to be told, or be a sub-heading.
    """
    line = lines[place]
    below = place + 1
    while below < stop and kinds[below] == "caption":
        below += 1
    return (
        below < stop
        and line.gap
        and lines[place + 1].gap
        and line.words <= _HEADING_WORDS
        and kinds[below] in {"paragraph", "heading", "list", "quote"}
    )


def _list_after_colon(
    lines: Sequence[Line], looks: Sequence[Look], kinds: list[BlockKind], places: range
) -> None:
    """Make a list of the short lines that follow a line of the story that ends in a colon."""
    announced = False
    for place in places:
        told = kinds[place] in {"paragraph", "heading"}
        if announced and looks[place] is Look.SHORT and not lines[place].text.endswith(":"):
            kinds[place] = "list"
            announced = place + 1 < len(lines) and not lines[place + 1].gap
        else:
            announced = told and lines[place].text.endswith(":")


def _pair_captions(
    lines: Sequence[Line], looks: Sequence[Look], kinds: list[BlockKind], places: range
) -> None:
    """Make a caption of the line that a bare credit follows without a gap."""
    for place in places[1:]:
        if (
            looks[place] is Look.CREDIT
            and not lines[place].gap
            and looks[place - 1]
            in {
                Look.SHORT,
                Look.SENTENCE,
            }
        ):
            kinds[place - 1] = "caption"


def _quote_posts(
    lines: Sequence[Line], looks: Sequence[Look], kinds: list[BlockKind], places: range
) -> None:
    """Keep a post together: who posted it, and what."""
    for place in places:
        if looks[place] is not Look.POST or place + 1 not in places:
            continue
        by_whom = lines[place].words <= _HANDLE_WORDS
        if by_whom and looks[place + 1] is Look.SENTENCE:
            kinds[place + 1] = "quote"
        if kinds[place - 1] == "heading" and "@" in lines[place - 1].text:
            kinds[place - 1] = "quote"


def _tell_head(
    lines: Sequence[Line],
    looks: Sequence[Look],
    kinds: list[BlockKind],
    title: int,
    *,
    curated: bool,
) -> None:
    """Tell lead and caption apart between the headline and the story.

    The lead is the first thing said below the headline, with byline, date or a picture between
    it and the story.
    """
    body = _first_telling(looks, kinds, title)
    if body is None:
        return
    for place in range(title + 1, body):
        line = lines[place]
        if looks[place] is not Look.SHORT:
            continue
        if is_head_matter(line) or is_name(line.text) or lines[title].text in line.text:
            kinds[place] = "boilerplate"
        elif (
            looks[place - 1] is Look.DATE and not line.gap and lines[place + 1].gap and not curated
        ):
            kinds[place] = "caption"  # what a video shows stands right below the date
        elif place - title <= _LEAD_REACH and line.words >= _LEAST_LEAD and "lead" not in kinds:
            kinds[place] = "lead"
        elif not curated:
            kinds[place] = "boilerplate"
    if "lead" in kinds or body - title > _LEAD_REACH or lines[body].words > _LEAD_WORDS:
        return
    below = range(body + 1, min(body + 4, len(lines)))
    apart = [i for i in below if looks[i] not in _TOLD and looks[i] is not Look.SHORT]
    headed = any(looks[i] is Look.DATE or is_head_matter(lines[i]) for i in below)
    dated = any(looks[i] is Look.DATE for i in range(title + 1, body))
    pictured = looks[body + 1 : body + 2] in ([Look.CAPTION], [Look.CREDIT], [Look.ADDRESS])
    if headed or (pictured and (dated or body == title + 1) and apart):
        kinds[body] = "lead"


def _first_telling(looks: Sequence[Look], kinds: Sequence[BlockKind], title: int) -> int | None:
    places = range(title + 1, len(looks))
    return next((i for i in places if looks[i] in _TELLING and kinds[i] == "paragraph"), None)


def is_head_matter(line: Line) -> bool:
    """Tell whether a line is a byline, or the beginning of one."""
    return bool(byline_names(line.text)) or is_open_byline(line.text)
