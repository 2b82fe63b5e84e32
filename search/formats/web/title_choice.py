"""Which of the titles that a page gives itself is its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.page.lines import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_PARTED = re.compile(r"\s+(?:[|–—·•:»«/~-]|::|\|\|)\s+|\s*[|»]\s*")
_NEAR = 0.8
_LEAST_WORDS = 3


def choose_title(
    headings: Sequence[str], stated: Sequence[tuple[str, str]], itself: AbstractSet[str]
) -> tuple[str, str] | None:
    """Give the headline and where it was found; None if the page gives itself no title.

    A heading of the first level that says what a stated title says is what a reader sees, so it is
    taken, without the label it may have; so is the only heading that names what the titles name. Else
    the first title that another agrees with; else the first. The outlet's name is cut
    off before or after a title.

    Args:
        headings: of the first level, in order, then those of the others that the titles say too.
        stated: other titles, the surest first, each with where it stands.
        itself: the names of the outlet, casefolded.
    """
    titles = [(bare, where) for text, where in stated if (bare := without_outlet(text, itself))]
    heads = [bare for text in headings if (bare := without_outlet(text, itself))]
    for head in heads:
        near = [one for one in titles if alike(head, one[0])]
        if near:
            whole = any(words_of(head) == words_of(title) for title, _ in near)
            labelled = (
                None if whole else next((one for one in near if _labelled(one[0], head)), None)
            )
            return labelled or (head, "h1")
    told = [head for head in heads if len(words_of(head)) >= _LEAST_WORDS]
    if len(told) == 1 and _shares(told[0], titles):
        return told[0], "h1"
    for place, (title, where) in enumerate(titles):
        others = [one for one, _ in titles[place + 1 :]] + heads
        if any(alike(title, one) or _within(title, one) for one in others):
            return title, where
    if titles:
        return titles[0]
    if told:
        return told[0], "h1"
    return (heads[0], "h1") if len(heads) == 1 else None


def without_outlet(title: str, itself: AbstractSet[str]) -> str:
    """Cut the outlet's name off both ends of a title; empty if nothing else is there."""
    if title.casefold() in itself:
        return ""
    while parts := list(_PARTED.finditer(title)):
        first, last = parts[0], parts[-1]
        if _is_itself(title[last.end() :], itself):
            title = title[: last.start()].rstrip()
        elif _is_itself(title[: first.start()], itself):
            title = title[first.end() :].lstrip()
        else:
            break
    return title.strip(" |–—·•»«-") or title


def _is_itself(text: str, itself: AbstractSet[str]) -> bool:
    """Tell whether a text is the outlet's name, perhaps with its domain's ending."""
    name = text.strip().casefold()
    return not name or name in itself or name.removeprefix("the ") in itself


def alike(one: str, other: str) -> bool:
    """Tell whether two titles say the same but for a word or two."""
    left, right = words_of(one), words_of(other)
    both = len(set(left) & set(right))
    return bool(both) and 2 * both >= _NEAR * (len(set(left)) + len(set(right)))


def _within(title: str, other: str) -> bool:
    """Tell whether a title stands whole in another, besides a label or the outlet's name."""
    words = " ".join(words_of(title))
    return len(words.split()) >= _LEAST_WORDS and words in " ".join(words_of(other))


def _labelled(title: str, head: str) -> bool:
    """Tell whether a heading is a title with something before or after it, such as its section."""
    return _within(title, head) and len(words_of(title)) < len(words_of(head))


def _shares(head: str, titles: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a headline names two or more of what the titles name."""
    said = {word for word in words_of(head) if len(word) > _LEAST_WORDS}
    return any(len(said.intersection(words_of(title))) > 1 for title, _ in titles)
