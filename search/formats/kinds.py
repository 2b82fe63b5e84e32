"""What part each line of a page plays, once the story's place and the headline are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.authors import byline_names
from search.formats.looks import Look, is_date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import BlockKind
    from search.formats.lines import Line

_HEADING_WORDS = 10
_LEAD_WORDS = 60
_FURNISHED = frozenset({Look.FURNITURE, Look.COMMENTS, Look.OTHERS, Look.DATE, Look.ADDRESS})
_PLAYS: dict[Look, BlockKind] = {
    Look.PROSE: "paragraph",
    Look.SENTENCE: "paragraph",
    Look.CREDIT: "caption",
    Look.CAPTION: "caption",
    Look.POST: "quote",
    Look.ITEM: "list",
}


def kinds_of(
    lines: Sequence[Line], looks: Sequence[Look], region: range, title: int | None
) -> list[BlockKind]:
    """Give the kind of each line, in order; the headline's own is of no meaning."""
    kinds: list[BlockKind] = ["boilerplate"] * len(lines)
    stop = _stretch(looks, region)
    first = region.start if title is None or title < region.start else title + 1
    for place in range(first, stop):
        kinds[place] = _plays(lines, looks, place, stop)
    start = first if title is None else title + 1
    _pair_captions(lines, looks, kinds, range(start, stop))
    _quote_posts(lines, looks, kinds, range(start, stop))
    if title is not None:
        _tell_head(lines, looks, kinds, title)
    return kinds


def _stretch(looks: Sequence[Look], region: range) -> int:
    """Give the story's end with the captions that stand right after it."""
    stop = region.stop
    while region and stop < len(looks):
        if looks[stop] in {Look.CREDIT, Look.CAPTION, Look.SENTENCE}:
            stop += 1
        elif stop + 1 < len(looks) and looks[stop] is Look.SHORT and looks[stop + 1] is Look.CREDIT:
            stop += 2
        else:
            break
    return stop


def _plays(lines: Sequence[Line], looks: Sequence[Look], place: int, stop: int) -> BlockKind:
    seen = looks[place]
    if seen in _FURNISHED:
        return "boilerplate"
    if seen is not Look.SHORT:
        return _PLAYS[seen]
    line = lines[place]
    follows = next((i for i in range(place + 1, stop) if looks[i] not in {Look.CREDIT}), None)
    told = {Look.PROSE, Look.SENTENCE, Look.ITEM, Look.POST}
    if (
        line.words <= _HEADING_WORDS
        and line.gap
        and follows is not None
        and looks[follows] in told
        and lines[follows].gap
    ):
        return "heading"
    return "boilerplate"


def _pair_captions(
    lines: Sequence[Line], looks: Sequence[Look], kinds: list[BlockKind], places: range
) -> None:
    """Make a caption of the line that a bare credit follows without a gap."""
    for place in places[1:]:
        if looks[place] is Look.CREDIT and not lines[place].gap:
            if kinds[place - 1] != "paragraph" or looks[place - 1] is Look.SENTENCE:
                kinds[place - 1] = "caption"
            kinds[place] = "caption"


def _quote_posts(
    lines: Sequence[Line], looks: Sequence[Look], kinds: list[BlockKind], places: range
) -> None:
    """Make a quotation of what follows the name and handle of who posted it."""
    for place in places[1:]:
        if (
            looks[place - 1] is Look.POST
            and lines[place - 1].words <= 12
            and looks[place] in {Look.SENTENCE}
        ):
            kinds[place] = "quote"


def _tell_head(
    lines: Sequence[Line], looks: Sequence[Look], kinds: list[BlockKind], title: int
) -> None:
    """Tell lead, byline and caption apart between the headline and the story."""
    body = next((i for i in range(title + 1, len(lines)) if kinds[i] == "paragraph"), len(lines))
    lead: int | None = None
    for place in range(title + 1, min(body, len(lines))):
        line = lines[place]
        if kinds[place] not in {"boilerplate", "heading"} or looks[place] not in {
            Look.SHORT,
            Look.PROSE,
            Look.SENTENCE,
        }:
            continue
        kinds[place] = "boilerplate"
        if byline_names(line.text) or is_date_line(line.text):
            continue
        dated = any(looks[i] is Look.DATE for i in range(title + 1, place))
        if dated and not line.gap and line.words > 4:
            kinds[place] = "caption"
        elif lead is None and not dated and 5 <= line.words <= _LEAD_WORDS:
            kinds[place] = "lead"
            lead = place
    if lead is None and body + 1 < len(lines):
        after = looks[body + 1]
        dated = any(looks[i] is Look.DATE for i in range(title + 1, body))
        below = looks[body + 1 : body + 8]
        headed = any(seen in {Look.DATE} or False for seen in below[:3])
        if lines[body].words <= _LEAD_WORDS and (
            headed
            or (
                after in {Look.CAPTION, Look.CREDIT, Look.ADDRESS}
                and (dated or after is Look.CAPTION)
            )
        ):
            kinds[body] = "lead"
