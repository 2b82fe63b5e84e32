"""The versions of a story as entries of a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.article_facts import UNKNOWN_SOURCE, moment
from tui.render.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from search import Version

HEIGHT = 5
"""Lines of a version: source and time, title, two of its beginning, and the gap to the next."""

_WHEN = 17
_NARROW = 60


class TimelineInk(NamedTuple):
    """The styles of a version; `sign` is for notes such as which version ran first."""

    when: Style
    source: Style
    sign: Style
    title: Style
    text: Style
    rail: Style


def first_label(versions: Sequence[Version]) -> str:
    """Give the label of the versions that ran first; empty if none can be given.

    A version without a date may have run before all others, and among several of the first day it
    isn't known which was first.
    """
    dated = sum(version.head.published is not None for version in versions)
    first = sum(version.ran_first for version in versions)
    if dated == first:
        return ""
    if first > 1:
        return "on the first day" if dated == len(versions) else "on the first day known"
    return "ran it first" if dated == len(versions) else "first of those dated"


def version_lines(
    version: Version,
    after: Version | None,
    width: int,
    styles: TimelineInk,
    *,
    first: str,
    origin: bool,
) -> list[list[Segment]]:
    """Give the lines of a version, each at most `width` cells.

    Args:
        version: the version to draw.
        after: the version below it; None for the last.
        width: of a line, in cells. If it is narrow, the day stands below the title.
        styles: the styles.
        first: its label if it ran first; see `first_label`.
        origin: whether it is the version the user came from.
    """
    beside = width >= _NARROW
    margin = _WHEN + 1 if beside else 0
    when = moment(version.head.published)
    day = when.ljust(margin) if beside else ""
    first = first if version.ran_first else ""
    room = max(1, width - margin - 2)
    rail = Segment("│ ", styles.rail)
    blank = Segment(" " * margin, styles.when)
    signs = "".join(f"  {sign}" for sign in (first, "⇄ you came from here" * origin) if sign)
    label = clip(signs, max(0, room - 6))
    source = clip(version.head.source or UNKNOWN_SOURCE, max(1, room - cell_len(label)))
    texts = [
        Segment(text, styles.text) for text in _beginning(version.line, room, 2 if beside else 1)
    ]
    if not beside:
        texts.insert(0, Segment(clip(when, room), styles.when))
    texts += [Segment("", styles.text)] * (2 - len(texts))
    end = [Segment("│ " if after else "", styles.rail), Segment(_gap(version, after), styles.when)]
    below = rail if after else Segment("  ", styles.rail)
    dot = Segment("◆ " if first else "● ", styles.rail)
    return [
        [
            Segment(day, styles.when),
            dot,
            Segment(source, styles.source),
            Segment(label, styles.sign),
        ],
        [blank, below, Segment(clip(version.head.title or version.head.path, room), styles.title)],
        *([blank, below, text] for text in texts),
        [blank, *end],
    ]


def _beginning(line: str | None, width: int, most: int) -> list[str]:
    """Wrap a text into at most so many lines; if it is cut, it ends with an ellipsis."""
    if not line:
        return []
    cuts = wrap(line, width)
    shown = [clip(line[start:stop], width) for start, stop in cuts[:most]]
    if len(cuts) > most:
        shown[-1] = clip(line[cuts[most - 1][0] :], width)
    return shown


def _gap(version: Version, after: Version | None) -> str:
    """Give how many days later the next version ran; empty for the same day or without dates."""
    if after is None or not version.head.published or not after.head.published:
        return ""
    first, last = version.head.day, after.head.day
    days = (last - first).days if first and last else 0
    return f"{days:,} day{'' if days == 1 else 's'} later" if days > 0 else ""
