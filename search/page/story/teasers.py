"""Teasers of other stories that stand in the midst of one: a label, a title, a sentence."""

from __future__ import annotations

from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from search.page.authors import byline_names, is_open_byline
from search.page.line_class import LineClass
from search.page.lines import content_words
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.page.lines import Line

_TITLE_WORDS = 24
_TEASER_WORDS = 40
_HEADING_WORDS = 12
_LONGEST_LABEL = 40
_SIGNED_WITHIN = 3
_MUCH_SHORTER = 2
_SAID = frozenset({LineClass.SHORT, LineClass.SENTENCE, LineClass.PROSE})


def mark_teasers(lines: Sequence[Line], classes: Sequence[LineClass]) -> list[LineClass]:
    """Give the classes of lines, with `TEASER` for a label of another story, its title, its teaser.

    The label stands alone, `Related story`, below a first paragraph; the title right below it ends
    openly. What stands below the title is its teaser if it is short and names what the title
    names, or is much shorter than the story's paragraphs: without either it may as well be the
    story's next paragraph. A title with a byline or a date is the page's own, or an entry's.
    Cost: linear.
    """
    seen = list(classes)
    prose = [place for place, one in enumerate(classes) if one is LineClass.PROSE]
    if not prose:
        return seen
    usual = median(lines[place].words for place in prose)
    for place in range(prose[0] + 1, len(lines) - 1):
        if _is_label(lines[place].text) and _is_title(lines, seen, place + 1):
            seen[place] = seen[place + 1] = LineClass.TEASER
            if _is_teaser(lines, seen, place + 2, usual):
                seen[place + 2] = LineClass.TEASER
    return seen


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and text.lower().strip(" .:|>»›→…") in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(word_lists("page/boilerplate")["teasers"]["labels"])


def _is_title(lines: Sequence[Line], seen: Sequence[LineClass], place: int) -> bool:
    line = lines[place]
    if seen[place] not in _SAID or line.words > _TITLE_WORDS or line.text[-1] in ".:。":
        return False
    below = range(place + 1, min(place + 1 + _SIGNED_WITHIN, len(lines)))
    return not any(
        seen[i] is LineClass.DATE or byline_names(lines[i].text) or is_open_byline(lines[i].text)
        for i in below
    )


def _is_teaser(lines: Sequence[Line], seen: Sequence[LineClass], place: int, usual: float) -> bool:
    """Tell whether a line is the teaser of the title above it; a heading has fewer words."""
    if place >= len(lines) or seen[place] not in _SAID:
        return False
    line = lines[place]
    if line.words > _TEASER_WORDS or (not line.ends and line.words <= _HEADING_WORDS):
        return False
    shared = content_words(line.text) & content_words(lines[place - 1].text)
    return bool(shared) or line.words * _MUCH_SHORTER < usual
