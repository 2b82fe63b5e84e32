"""What the text that a page shows says of it, for what its tags don't say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.article import Block
from search.formats.limits import cut_text
from search.formats.web.html_blocks import visible_text
from search.page.authors import (
    byline_names,
    inner_names,
    is_about,
    is_open_byline,
    sole_signature,
)
from search.page.days.numeric_order import in_one_order, order_shown
from search.page.lines import has_words, words_of
from search.page.offices import names_an_office
from search.page.page_head import read_head
from search.page.page_layout import page_layout

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from search.page.page_head import PageHead
    from search.page.page_layout import PageLayout

_LONG = 140
"""Characters of a row that is no link and no headline."""
_TAIL = 160
"""Characters at a row's end that are looked at."""
_LAST_WORDS = 8
_BELOW = 8
"""Rows below a story among which what stands in place of its rest is looked for."""
_HEAD = 40
"""Rows from there on among which its head stands."""
_ABOVE = 4
"""Rows above a headline among which its byline or its date may stand."""


class ShownText:
    """The text of a page, read when it is first asked for. Cost: linear, 20 µs a line."""

    def __init__(self, markup: str) -> None:
        """Take the page's HTML, cleaned."""
        self._markup = markup
        self._rows: list[str] | None = None

    @property
    def _text(self) -> list[str]:
        if self._rows is None:
            self._rows = cut_text(visible_text(self._markup))[0].split("\n")
        return self._rows

    def blocks(self, title: str | None) -> tuple[tuple[Block, ...], str | None]:
        """Give all lines as blocks, menus as boilerplate, and the headline, which is none of them.

        Without a `title` the headline is looked for; None if none stands out.
        """
        layout = page_layout("\n".join(self._text), 1, curated=False, title=title)
        head = read_head(layout)
        blocks = tuple(
            Block("boilerplate" if _besides(layout, head, place) else kind, line.text)
            for place, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True))
            if place != layout.title
        )
        return blocks, layout.lines[layout.title].text if layout.title is not None else None

    def head(
        self,
        title: str | None,
        *,
        day_first: bool | None = None,
        not_its_days: AbstractSet[str] = frozenset(),
    ) -> PageHead:
        """Give what the text says of itself near its headline; authors only where it says `By`.

        A name alone beside a date is as often the link to a subject.

        Args:
            title: the headline, where it is known.
            day_first: in which order days in numbers are by the page's language, where that
                tells; days on the page that read one way only outrank it.
            not_its_days: rows above the headline that show what day it was, not the article's.
        """
        place = self._headline(title) if title else None
        begin = max(0, (place or 0) - _ABOVE)
        above = [row for row in self._text[begin : place or 0] if row not in not_its_days]
        near = above + self._text[place or 0 :]
        shown = order_shown(near[:_HEAD])
        near[:_HEAD] = [
            in_one_order(row, day_first=day_first if shown is None else shown)
            for row in near[:_HEAD]
        ]
        known = None if place is None else title
        layout = page_layout("\n".join(near), 1, curated=False, title=known)
        head = read_head(layout)
        texts = [layout.lines[line].text for line in head.bylines]
        signs = (byline_names, inner_names, is_open_byline, sole_signature, names_an_office)
        if any(sign(text) for text in texts for sign in signs):
            return head
        return replace(head, authors=())

    def below(self, text: str) -> list[str]:
        """Give the rows that stand below the last one that ends as a text does; none without any."""
        said = words_of(text[-_TAIL:])[-_LAST_WORDS:]
        for place in range(len(self._text) - 1, -1, -1):
            if said and words_of(self._text[place][-_TAIL:])[-len(said) :] == said:
                return [row for row in self._text[place + 1 : place + 1 + 2 * _BELOW] if row][
                    :_BELOW
                ]
        return []

    def _headline(self, title: str) -> int | None:
        """Give the row that says a title again and has the story soonest below it, None if none does."""
        said = words_of(title)
        best: tuple[int, int] | None = None
        told = len(self._text)
        for place in range(len(self._text) - 1, -1, -1):
            row = self._text[place]
            if has_words(row, said):
                best = min(best or (told - place, place), (told - place, place))
            elif len(row) >= _LONG:
                told = place
        return best[1] if best else None


def _besides(layout: PageLayout, head: PageHead, place: int) -> bool:
    """Tell whether a line names the authors, whom the head has, or is about them."""
    return place in head.bylines or is_about(layout.lines[place].text, head.authors)
