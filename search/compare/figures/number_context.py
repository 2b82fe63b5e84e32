"""The words around a number, which say what it is a number of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from search.compare.annotated_article import Word

_NEAR = 6
"""Content words on either side of a number that are taken for its surroundings."""
_FAR = 20
"""Words on either side among which these are looked for."""
_COUNTED = 4
"""Words after a number that may say what is counted."""
_NAMED = 0.5
"""What a name counts for that both have, where another word counts 1: it is all over the story."""


class Surroundings(NamedTuple):
    """The stems around a number in its sentence: of names, of other words, and of what is counted.

    What is counted follows at once: `six Muslim-majority countries`, up to the first stop word.
    """

    named: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()


def surroundings(
    words: Sequence[Word], place: range, text: str, known: Collection[str]
) -> Surroundings:
    """Give what stands around a number. Cost: constant.

    Args:
        words: of the sentence.
        place: of the number and its unit among them.
        text: of the block.
        known: forms of words that are numbers, which say nothing here.
    """
    before = range(place.start - 1, max(-1, place.start - 1 - _FAR), -1)
    after = range(place.stop, min(place.stop + _FAR, len(words)))
    near = [*_content(words, before, known), *_content(words, after, known)]
    named = {words[k].stem for k in near if k and words[k].capitalised}
    other = {words[k].stem for k in near} - named
    return Surroundings(frozenset(named), frozenset(other), frozenset(_counted(words, after, text)))


def _content(words: Sequence[Word], places: Iterable[int], known: Collection[str]) -> list[int]:
    return [
        k
        for k in places
        if not (words[k].stop_word or words[k].form in known or words[k].form[0].isdigit())
    ][:_NEAR]


def _counted(words: Sequence[Word], after: range, text: str) -> Iterable[str]:
    for k in after[:_COUNTED]:
        gap = text[words[k - 1].stop : words[k].start]
        if words[k].form in table("numbers")["beside"]["between"]:
            continue
        if words[k].stop_word or gap.strip("-’' \u00a0") or words[k].form[0].isdigit():
            return
        yield words[k].stem
        if gap == "-" and k == after.start:  # a 90-day ban counts days, not bans
            return


def shared(one: Surroundings, other: Surroundings, but: Collection[str] = ()) -> float:
    """Give how many words around two numbers are the same, apart from some; a name counts half."""
    words = (one.other | one.named) & (other.other | other.named) - set(but)
    return sum(_NAMED if {word} & (one.named | other.named) else 1.0 for word in words)
