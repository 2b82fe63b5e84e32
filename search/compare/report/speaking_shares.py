"""Who speaks how much: the words quoted of each speaker."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import text_at
from search.text import fold, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.compare.comparison import At, Comparison
    from search.sides import Side


class SpeakingShare(NamedTuple):
    """One speaker of a side: the words quoted, three and more at a time, and where they stand.

    `speaker` is None for what nobody is plainly said to say.
    """

    speaker: str | None
    words: int
    places: tuple[At, ...]


def speaking_shares(comparison: Comparison, side: Side) -> tuple[SpeakingShare, ...]:
    """Give the speakers of one side, who says most first; nobody in particular comes last.

    The forms of one name that both articles use are one speaker. Cost: linear in the words quoted
    and in the names.
    """
    called = _full_names(comparison)
    words: defaultdict[str | None, int] = defaultdict(int)
    places: defaultdict[str | None, list[At]] = defaultdict(list)
    for quote in comparison.quotes.of(side):
        who = called.get(fold(quote.speaker), quote.speaker) if quote.speaker else None
        words[who] += sum(1 for _ in tokenize(quote.text))
        places[who].append(quote.at)
    shares = [SpeakingShare(who, words[who], tuple(places[who])) for who in words]
    return tuple(sorted(shares, key=lambda one: (one.speaker is None, -one.words, one.places)))


def _full_names(comparison: Comparison) -> Mapping[str, str]:
    """Give each form of a name, folded, with the name as it is shown; a form of two is neither's."""
    found: dict[str, str] = {}
    of_two: set[str] = set()
    for name in comparison.names:
        forms = {fold(text_at(comparison.left, at)) for at in name.left}
        forms |= {fold(text_at(comparison.right, at)) for at in name.right}
        of_two |= forms & found.keys()
        found.update(dict.fromkeys(forms | {fold(name.text)}, name.text))
    return {form: name for form, name in found.items() if form not in of_two}
