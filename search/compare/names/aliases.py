"""Names that mean the same person or thing: `Guaidó`, `Guaido` and `Juan Guaidó`."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from search.compare.english import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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
    difference. Takes a name once for each time it stands. Cost: linear in the different names, but for those of one last
    word.
    """
    counts = Counter(names)
    ending: defaultdict[str, list[Forms]] = defaultdict(list)
    for name in counts:
        ending[name[-1]].append(name)
    full: dict[Forms, Forms] = {}
    for group in ending.values():
        for name in group:
            if name in acronyms or (len(name) == 1 and name[0] in english("names.before_of")):
                continue
            longer = [
                other
                for other in group
                if _belongs(name, other)
                and (len(name) == 1 or counts[other] * _RARER >= counts[name])
            ]
            if longer and len({other[0] for other in longer}) == 1:
                full[name] = min(longer, key=lambda other: (-counts[other], -len(other), other))
    return {name: _last(name, full) for name in counts}


def _belongs(name: Forms, other: Forms) -> bool:
    """Tell whether `name` is a shorter form of `other`."""
    if len(other) <= len(name):
        return False
    if other[-len(name) :] == name:
        another = other[0] in english("names.first_words_of_places")
        return not another and other[-len(name) - 1] not in english("names.links")
    between = other[1:-1]
    return (
        len(name) > 1
        and (name[0], name[-1]) == (other[0], other[-1])
        and name[1:-1] == tuple(form for form in between if len(form) > 1)
    )


def _last(name: Forms, full: Mapping[Forms, Forms]) -> Forms:
    """Follow a name to the fullest; each step is longer than the one before."""
    while name in full:
        name = full[name]
    return name
