"""Names that mean the same person or thing: `Guaidó`, `Guaido` and `Juan Guaidó`."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from search.compare.english import english

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

Forms: TypeAlias = "tuple[str, ...]"

_RARER = 3
"""A name of several words is no part of one so many times rarer."""


def full_names(
    names: Iterable[Forms], acronyms: AbstractSet[Forms] = frozenset()
) -> Mapping[Forms, Forms]:
    """Map each name, as folded words, to the full name it is short for; often itself.

    A name belongs to a longer one that ends in it, unless two that begin differently do: a
    surname of two people is nobody's, and an acronym no surname. Middle initials make no
    difference. Takes a name once for each time it stands. Cost: linear in the words of the names.
    """
    counts = Counter(names)
    longer = _longer(counts)
    full: dict[Forms, Forms] = {}
    for name in counts:
        if name in acronyms or (len(name) == 1 and name[0] in english("names.before_of")):
            continue
        others = [
            other
            for other in longer.get(name, ())
            if len(name) == 1 or counts[other] * _RARER >= counts[name]
        ]
        if others and len({other[0] for other in others}) == 1:
            full[name] = min(others, key=lambda other: (-counts[other], -len(other), other))
    return {name: _last(name, full) for name in counts}


def _longer(names: Collection[Forms]) -> Mapping[Forms, list[Forms]]:
    """Give for each name the longer ones that it may be a shorter form of."""
    longer: defaultdict[Forms, list[Forms]] = defaultdict(list)
    for other in names:
        for name in dict.fromkeys((*_endings(other), *_without_initials(other))):
            if name in names:
                longer[name].append(other)
    return longer


def _endings(other: Forms) -> Iterator[Forms]:
    """Yield the last words of a name that may stand for all of it."""
    if other[0] not in english("names.first_words_of_places"):
        for begin in range(1, len(other)):
            if other[begin - 1] not in english("names.links"):
                yield other[begin:]


def _without_initials(other: Forms) -> Iterator[Forms]:
    """Yield a name without the initials in its middle, if it has any and isn't another's ending."""
    name = (other[0], *(form for form in other[1:-1] if len(form) > 1), other[-1])
    if 1 < len(name) < len(other) and other[-len(name) :] != name:
        yield name


def _last(name: Forms, full: Mapping[Forms, Forms]) -> Forms:
    """Follow a name to the fullest; each step is longer than the one before."""
    while name in full:
        name = full[name]
    return name
