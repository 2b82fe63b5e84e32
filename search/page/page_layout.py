"""The layout of a page: its lines, their classes and block kinds, and the headline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.page.addresses import find_address, slug_words, unwrap
from search.page.headline import find_title
from search.page.line_class import LineClass, classify
from search.page.lines import has_words, split_lines, words_of
from search.page.story.block_kind import block_kinds
from search.page.story.interruptions import with_interruptions
from search.page.story.link_lists import mark_link_lists
from search.page.story.story_end import whole_story
from search.page.story.story_region import story_region
from search.page.story.teasers import mark_teasers

if TYPE_CHECKING:
    from search.article import BlockKind
    from search.page.lines import Line

_TITLE_REACH = 12
"""How many lines into a curated text its stated title may stand."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page taken apart; the three lists have the same length.

    Attributes:
        lines: in reading order, none empty.
        classes: what each looks like by itself.
        kinds: what part each plays; the headline's own is of no meaning.
        title: the place of the headline, None when there is none.
        depths: how far each is set in, as in `Block`; empty where none is.
    """

    lines: list[Line]
    classes: list[LineClass]
    kinds: list[BlockKind]
    title: int | None
    depths: tuple[int, ...] = ()

    @property
    def story(self) -> int:
        """The place of the first paragraph; the count of lines when there is none."""
        return next((i for i, k in enumerate(self.kinds) if k == "paragraph"), len(self.kinds))


def page_layout(text: str, first: int, *, curated: bool, title: str | None) -> PageLayout:
    """Take a page's text apart, or a text that someone curated and headed with front matter.

    A curated text is story from end to end but for lines that are plainly boilerplate; a page is
    searched for its story among navigation. A page without any full paragraph
    counts as curated, for it is all there is.

    Args:
        text: cleaned.
        first: the number of its first line in the file.
        curated: whether someone vouches for it.
        title: the headline, where it is known already.
    """
    lines = split_lines(text, first)
    classes = with_interruptions(lines, [classify(line) for line in lines])
    region = range(len(lines))
    if not curated:
        classes = mark_link_lists(lines, mark_teasers(lines, classes))
        found = whole_story(lines, classes, story_region(lines, classes))
        curated = not any(classes[i] is LineClass.PROSE for i in found)
        region = region if curated else found
    known = title_place(lines, title)
    if title is None:
        known = find_title(lines, classes, region, _slug(lines, classes))
    kinds = block_kinds(lines, classes, region, known, curated=curated)
    return PageLayout(lines, classes, kinds, known)


def title_place(lines: list[Line], title: str | None) -> int | None:
    """Find the line near the top that says a stated title again, or None."""
    if title is None:
        return None
    said = words_of(title)
    head = enumerate(lines[:_TITLE_REACH])
    return next((place for place, line in head if has_words(line.text, said)), None)


def _slug(lines: list[Line], classes: list[LineClass]) -> frozenset[str]:
    """Give the words of the addresses that stand alone on the page."""
    found = (
        find_address(line.text)
        for line, seen in zip(lines, classes, strict=True)
        if seen is LineClass.ADDRESS
    )
    return frozenset().union(*(slug_words(unwrap(address)) for address in found if address))
