"""From the lines of pages to paragraphs, and what stands on every page apart."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from search.page.wrapping.broken_words import WordsSeen, rejoined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.formats.documents.pdf_lines import PageLine

_EDGE_LINES = 2
"""Lines at either end of a page that may be a running head or foot."""
_NEAR = 4.0
"""Points by which the place of what recurs may differ from page to page."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:\w{1,10}\W{1,3})?#(?:\W{1,3}(?:\w{1,4}\W{1,3})?#)?\W*|[ivxlc]{1,6}"
)
_NUMBERS = re.compile(r"\d+|^[ivxlc]{1,6}$")
_OTHER_SIZE = 1.1
_HEADING_SIZE = 1.15
_WIDE_GAP = 1.4
_SHORT_LINE = 0.8
_INDENT = 0.8
_MOST_TITLE_WORDS = 40
_BULLET = re.compile(r"[•·▪◦‣●○■□–—*]\s|\(?\d{1,3}[.)]\s")
_SENTENCE_END = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
_TAIL = 41
"""Characters at a line's end that tell whether a sentence ends there."""
_LONGEST_NUMBER = 40
"""Characters of a line that gives the number of its page."""


class PageText(NamedTuple):
    """The text of a document.

    Attributes:
        paragraphs: in order, headings among them; none empty.
        furniture: what stands on several pages at one place, once each, page numbers left out.
        title: the largest words on the first page, if they are larger than the text; else empty.
    """

    paragraphs: list[str]
    furniture: list[str]
    title: str


def page_text(lines: Sequence[PageLine]) -> PageText:
    """Join lines to paragraphs, and words that were broken at a line's end.

    A paragraph ends where the letters change their size, where there is more room than between
    lines, at a short line that ends a sentence, and before an indented line. A column or a page goes
    on in the next, unless a sentence ends there. Cost: linear.
    """
    recurring = _recurring(lines)
    told = [line for line in lines if _key(line) not in recurring]
    if not told:  # pages that are all alike
        recurring, told = {}, list(lines)
    body = _common_size(told)
    groups = list(_paragraphs(told, body))
    seen = WordsSeen([line.text for line in told])
    paragraphs = [rejoined([line.text for line in group], seen) for group in groups]
    furniture = [text for (key, _), text in recurring.items() if not _is_number(key)]
    return PageText(paragraphs, furniture, _title(groups, paragraphs, body))


def _key(line: PageLine) -> tuple[str, int]:
    """Give what a running head has alike on all pages: its words without numbers, and its place."""
    return _NUMBERS.sub("#", line.text.casefold()), round(line.up / _NEAR)


def _is_number(key: str) -> bool:
    """Tell whether all that recurs is the number of the page."""
    return len(key) <= _LONGEST_NUMBER and _PAGE_NUMBER.fullmatch(key) is not None


def _recurring(lines: Sequence[PageLine]) -> dict[tuple[str, int], str]:
    """Give the lines that recur at the edge of pages, by their keys, each as it first stands.

    Those that stand at one place on three pages, or on both of two.
    """
    pages: Counter[tuple[str, int]] = Counter()
    first: dict[tuple[str, int], str] = {}
    count = 0
    for _, group in groupby(lines, key=lambda line: line.page):
        count += 1
        rows = list(group)
        heights = sorted({line.up for line in rows})
        edge = {*heights[:_EDGE_LINES], *heights[-_EDGE_LINES:]}
        for line in {_key(line): line for line in rows if line.up in edge}.values():
            pages[_key(line)] += 1
            first.setdefault(_key(line), line.text)
    least = min(3, max(2, count))
    return {key: text for key, text in first.items() if pages[key] >= least}


def _common_size(lines: Iterable[PageLine]) -> float:
    """Give the size that most letters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _paragraphs(lines: Sequence[PageLine], body: float) -> Iterator[list[PageLine]]:
    if not lines:
        return
    leading = _leading(lines)
    lengths = sorted(len(line.text) for line in lines if line.size == body)
    full = lengths[len(lengths) * 3 // 4] if lengths else 0
    group = [lines[0]]
    for above, line in pairwise(lines):
        if _begins(above, line, leading, _SHORT_LINE * full):
            yield group
            group = []
        group.append(line)
    yield group


def _leading(lines: Sequence[PageLine]) -> float:
    """Give the room from line to line that most have, the least if several are as common."""
    rooms = Counter(
        round(above.up - line.up)
        for above, line in pairwise(lines)
        if above.page == line.page and above.up > line.up and above.size == line.size
    )
    return max(rooms, key=lambda room: (rooms[room], -room), default=0)


def _begins(above: PageLine, line: PageLine, leading: float, short: float) -> bool:
    """Tell whether a line begins a paragraph, given the one before it."""
    larger, smaller = max(above.size, line.size), min(above.size, line.size)
    if larger > _OTHER_SIZE * smaller or _BULLET.match(line.text):
        return True
    ended = _SENTENCE_END.search(above.text[-_TAIL:]) is not None
    down = above.up - line.up
    if above.page != line.page or down < -_NEAR:
        return ended  # goes on in the next column or on the next page, unless a sentence ends
    if down > _WIDE_GAP * max(leading, line.size):
        return True
    indented = line.left > above.left + _INDENT * line.size and down > _NEAR
    return ended and (len(above.text) < short or indented)


def _title(groups: Sequence[Sequence[PageLine]], paragraphs: Sequence[str], body: float) -> str:
    """Give the largest words of the first page, if they are larger than the text and few."""
    first = [
        (group[0].size, -place)
        for place, group in enumerate(groups)
        if group[0].page == groups[0][0].page
    ]
    if not first:
        return ""
    size, place = max(first)
    text = paragraphs[-place]
    few = len(text.split()) <= _MOST_TITLE_WORDS
    return text if size >= _HEADING_SIZE * body and few and any(map(str.isalpha, text)) else ""
