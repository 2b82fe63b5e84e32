"""The lines of a PDF's pages, in the order in which they are drawn, with bounded work."""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING, Any, NamedTuple

from search.formats.limits import MOST_DRAWING
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

_MOST_ON_PAGE = 2 << 20
"""Bytes of drawing of one page; more than that is a map, not a page of text."""
_MOST_OPERATIONS = 60_000
_MOST_SECONDS = 3.0
"""Of the processor, where little is drawn again and again; the other bounds come first elsewhere."""
_SOFT_HYPHEN = "\u00ad"


class PageLine(NamedTuple):
    """A line of text on a page.

    Attributes:
        page: the number of its page, from 0.
        text: clean, in one line, never empty; what ends in a soft hyphen ends in `-`.
        left, up: where it begins, in points from the lower left corner.
        size: of its letters, in points.
    """

    page: int
    text: str
    left: float
    up: float
    size: float


class PagesRead(NamedTuple):
    """What was read of a document's pages.

    Attributes:
        lines: of all pages in order.
        read: how many pages were looked at.
        broken: how many of these couldn't be read.
        whole: whether all pages were looked at, and nothing of the last was left out.
    """

    lines: list[PageLine]
    read: int
    broken: int
    whole: bool


class _EnoughError(Exception):
    """The work that one document may make is done."""


class _Work:
    """Counts what is done for a document, and raises when it is enough."""

    def __init__(self) -> None:
        self._operations = 0
        self._until = thread_time() + _MOST_SECONDS

    def __call__(self, *_operation: object) -> None:
        self._operations += 1
        if self._operations > _MOST_OPERATIONS or thread_time() > self._until:
            raise _EnoughError


class _Gathered:
    """The pieces of text of one page, which pypdf hands over one by one, as lines."""

    def __init__(self, page: int) -> None:
        self.lines: list[PageLine] = []
        self._page = page
        self._parts: list[str] = []
        self._place = (0.0, 0.0, 0.0)

    def take(
        self, text: str, current: Sequence[float], matrix: Sequence[float], _: Any, size: float
    ) -> None:
        """Take a piece, with the matrices that place it; a line break in it ends a line."""
        for number, row in enumerate(text.split("\n")):
            if number:
                self.end()
            if row.strip() and not "".join(self._parts).strip():
                self._place = _placed(current, matrix, size)
            self._parts.append(row)

    def end(self) -> None:
        """End the line that is being gathered."""
        raw = "".join(self._parts).rstrip()
        self._parts.clear()
        text = one_line(clean(raw))
        if text:
            self.lines.append(PageLine(self._page, _hyphened(raw, text), *self._place))


def _hyphened(raw: str, text: str) -> str:
    return f"{text}-" if raw.endswith(_SOFT_HYPHEN) and not text.endswith("-") else text


def _placed(
    current: Sequence[float], matrix: Sequence[float], size: float
) -> tuple[float, float, float]:
    """Give where a piece begins on the page, and the size of its letters there."""
    a, b, c, d, e, f = (float(value) for value in current[:6])
    left = matrix[4] * a + matrix[5] * c + e
    up = matrix[4] * b + matrix[5] * d + f
    height = abs(float(matrix[3]) * d) or abs(float(matrix[1]) * b) or 1.0
    return round(left, 1), round(up, 1), round(float(size) * height, 1)


def page_lines(pages: Sequence[PageObject]) -> PagesRead:
    """Read the lines of pages, as many as bounded work allows. Cost: linear, 2 to 4 µs a byte drawn."""
    lines: list[PageLine] = []
    drawn = broken = number = 0
    enough = False
    work = _Work()
    for number in range(len(pages)):
        gathered = _Gathered(number)
        try:
            page = pages[number]
            contents = page.get_contents()
            here = len(contents.get_data()) if contents is not None else 0
            enough = number > 0 and drawn + here > MOST_DRAWING
            drawn += here
            if enough:
                break
            if here > _MOST_ON_PAGE:
                broken += 1
            else:
                page.extract_text(visitor_operand_before=work, visitor_text=gathered.take)
        except _EnoughError:
            enough = True
        except Exception:  # noqa: BLE001 - pypdf raises whatever it trips over; other pages may do
            broken += 1
        gathered.end()
        lines += gathered.lines
        number += 1  # noqa: PLW2901 - it has been read
        if enough:
            break
    return PagesRead(lines, number, broken, not enough)
