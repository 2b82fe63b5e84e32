"""Who speaks how much: the words quoted of each speaker."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import text_at
from search.compare.english import english
from search.text import count_words, fold, tokenize

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
    """Give the speakers of one side, who says most first.

    What is quoted but written, a letter or a law, comes after all who speak, and nobody in
    particular last. The forms of one name that both articles use are one speaker. Cost: linear in the words quoted
    and in the names.
    """
    called = _full_names(comparison)
    words: defaultdict[str | None, int] = defaultdict(int)
    places: defaultdict[str | None, list[At]] = defaultdict(list)
    for quote in comparison.quotes.of(side):
        who = called.get(fold(quote.speaker), quote.speaker) if quote.speaker else None
        words[who] += count_words(quote.text)
        places[who].append(quote.at)
    shares = [SpeakingShare(who, words[who], tuple(places[who])) for who in words]
    return tuple(sorted(shares, key=_rank))


def _rank(share: SpeakingShare) -> tuple[bool, bool, int, tuple[At, ...]]:
    who = share.speaker
    return who is None, who is not None and _is_written(who), -share.words, share.places


def _is_written(speaker: str) -> bool:
    """Tell whether what is quoted is no person or body: `his latest column for the Times`."""
    inner = english("speakers.inside_phrase")
    words = [speaker[token.start : token.stop] for token in tokenize(speaker)]
    stop = next((k for k, word in enumerate(words) if word in inner), len(words))
    # A capital makes it a name: Ann Law.
    return bool(stop) and words[stop - 1].removesuffix("s") in english("speakers.writings")


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
