"""Names that mean the same person or thing: `Guaidó`, `Guaido` and `Juan Guaidó`."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.names.known_words import (
    first_name_forms,
    first_names,
    is_institution,
    is_person_like,
    known,
    short_for,
)
from search.compare.names.spellings import written_otherwise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from search.compare.names.spellings import Forms

_RARER = 3
"""A name of several words is no part of one so many times rarer."""
_NUMBERS = frozenset({"ii", "iii", "iv"})
_MUCH_RARER = 20
"""The same for a single word, unless the longer one is a person's."""
_FIRST_AND_LAST = 2
_INITIALS = 3
"""Letters of an abbreviation from which on a name with these initials is meant by it."""


def full_names(
    names: Iterable[Forms],
    acronyms: AbstractSet[Forms] = frozenset(),
    defined: Mapping[Forms, Forms] | None = None,
    relatives: AbstractSet[Forms] = frozenset(),
    titled: AbstractSet[Forms] = frozenset(),
) -> Mapping[Forms, Forms]:
    """Map each name, as folded words, to the full name it is short for; often itself.

    A name belongs to a longer one that ends in it, unless two that begin differently do: a
    surname of two people is nobody's, unless one of them is named far more often or the others are
    called by their first names. It is none of the `relatives`' whom the text calls wife or son;
    what is a place's name, too, is one's whom it gives a title (`titled`).
    An acronym is no surname; it means what the text says (`defined`) or the one name with its
    initials. Initials, middle names and short forms of first names make no difference. Takes a
    name once for each time it stands. Cost: linear in the words of the names.
    """
    counts = Counter(names)
    full = _same_people(counts)
    full.update(_written_short(counts, acronyms, defined or {}))
    full.update(written_otherwise(counts))
    longer = _longer(counts)
    bearers = _by_first_name(counts, full)
    total: Counter[Forms] = Counter()
    for name, count in counts.items():
        total[_last(name, full)] += count
    shorter: dict[Forms, Forms] = {}
    for name in counts:
        if name in full or name in acronyms or (name not in titled and _is_kind(name)):
            continue
        others = [
            _last(other, full)
            for other in longer.get(name, ())
            if (other not in relatives or len(name) > 1) and _as_frequent(name, other, counts)
        ]
        found = _one_of(name, set(others), counts, total)
        if found is None and len(name) == 1 and not others:
            found = bearers.get(name[0])
        if found is not None:
            shorter[name] = found
    full.update(shorter)
    return {name: _last(name, full) for name in counts}


def _is_kind(name: Forms) -> bool:
    """Tell whether a single word means any of its kind: the Republicans, a university."""
    return (len(name) == 1 and name[0] not in known("groups.teams")) and (
        name[0] in english("names.before_of")
        or name[0] in known("groups.words")
        or name[0] in known("places.words")
        or name[0] in known("openers.of_bodies")
        or name[0] in known("joined.words")
        or name[0] in english("titles.qualifiers")
    )


def _one_of(
    name: Forms, others: set[Forms], counts: Counter[Forms], total: Counter[Forms]
) -> Forms | None:
    """Give the one full name of which another is the end, or None if it may be several."""
    near = {other for other in others if others.isdisjoint(_endings(other))}
    if len({other[0] for other in near}) > 1:
        near = {other for other in near if is_person_like(other)} or near
    if len({other[0] for other in near}) > 1:
        most, next_most = sorted(near, key=lambda other: (-total[other], other))[:2]
        if total[most] >= _RARER * total[next_most]:
            return most
        near = {other for other in near if not _called_by_first_name(other, name, counts)}
    if len({other[0] for other in near}) != 1:
        return None
    return min(near, key=lambda other: (-counts[other], -len(other), other))


def _as_frequent(name: Forms, other: Forms, counts: Counter[Forms]) -> bool:
    """Tell whether a longer name isn't too rare for another to be short for it."""
    rarer = _MUCH_RARER if len(name) == 1 else _RARER
    whose = " ".join(other[: -len(name)])
    return (
        is_person_like(other)
        or counts[other] * rarer >= counts[name]
        or (len(name) > 1 and whose in known("rows.whose_bodies"))
    )


def _called_by_first_name(person: Forms, surname: Forms, counts: Counter[Forms]) -> bool:
    """Tell whether a first name alone stands so often that the surname alone is another's."""
    return person[0] in first_names() and 2 * counts[person[:1]] >= counts[surname]


def _longer(names: Collection[Forms]) -> Mapping[Forms, list[Forms]]:
    """Give for each name the longer ones that it may be a shorter form of."""
    longer: defaultdict[Forms, list[Forms]] = defaultdict(list)
    for other in names:
        for name in dict.fromkeys(_endings(other)):
            if name in names:
                longer[name].append(other)
    return longer


def _endings(other: Forms) -> Iterator[Forms]:
    """Yield the last words of a name that may stand for all of it."""
    place = other[0] in english("names.first_words_of_places")
    for begin in range(2 if place else 1, len(other)):
        if other[begin - 1] not in english("names.links"):
            yield other[begin:]


def _same_people(counts: Counter[Forms]) -> dict[Forms, Forms]:
    """Map names of people to a fuller form: J. Biden, Bob Lee, George Bush, Omar M. Mateen."""
    people = [name for name in counts if is_person_like(name)]
    best: dict[tuple[str, str], Forms] = {}
    letters: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in people:
        key = name[0], _surname(name)
        best[key] = max(best.get(key, name), name, key=lambda one: _rank(one, counts))
        letters[name[0][0], _surname(name)].add(name[0])
    full: dict[Forms, Forms] = {}
    for name in people:
        firsts = {name[0], *first_name_forms().get(name[0], ())}
        if len(name[0]) == 1:
            spelt = {first for first in letters[name[0], _surname(name)] if len(first) > 1}
            firsts |= spelt if _are_one(spelt) else set()
        found = [
            other
            for first in firsts
            if (other := best.get((first, _surname(name)))) and _may_be_one(name, other)
        ] or [name]
        fullest = max(found, key=lambda one: _rank(one, counts))
        if _rank(fullest, counts) > _rank(name, counts):
            full[name] = fullest
    return full


def _surname(name: Forms) -> str:
    """Give the last word, but for the number of a namesake: Henry Ford II."""
    return [form for form in name[1:] if form not in _NUMBERS or form == name[1]][-1]


def _may_be_one(name: Forms, other: Forms) -> bool:
    """Tell whether no middle names keep two apart: George W. Bush and George H. W. Bush."""
    middle, others = ([form for form in one[1:-1] if form != "o"] for one in (name, other))
    return not (middle and others) or middle[0][0] == others[0][0]


def _are_one(firsts: Collection[str]) -> bool:
    """Tell whether first names may all be one person's: `Bob` and `Robert`."""
    shortest = min(firsts, key=lambda first: (len(first), first), default=None)
    return shortest is not None and all(
        first == shortest or first in first_name_forms().get(shortest, ()) for first in firsts
    )


def _rank(name: Forms, counts: Counter[Forms]) -> tuple[bool, int, int, int, Forms]:
    """Rank a name above those that it may stand for: spelt out before initials, then by length."""
    return len(name[0]) > 1, len(name), len(name[0]), counts[name], name


def _by_first_name(counts: Counter[Forms], full: Mapping[Forms, Forms]) -> Mapping[str, Forms]:
    """Give by first name the one person who bears it.

    Whose first name isn't known is a person if the surname stands alone as well.
    """
    bearers: defaultdict[str, set[Forms]] = defaultdict(set)
    for name in counts:
        if is_person_like(name) or _has_surname(name, counts):
            bearers[name[0]].add(_last(name, full))
    return {first: min(those) for first, those in bearers.items() if len(those) == 1}


def _has_surname(name: Forms, counts: Counter[Forms]) -> bool:
    last = name[-1]
    return (
        len(name) == _FIRST_AND_LAST
        and last.isalpha()
        and counts[last,] > 0
        and counts[name] + counts[last,] >= counts[name[:1]]
        and not is_institution(last)
        and last not in known("places.words")
        and last not in first_names()
        and name[0] not in english("names.first_words_of_places")
    )


def _written_short(
    counts: Counter[Forms], acronyms: AbstractSet[Forms], defined: Mapping[Forms, Forms]
) -> dict[Forms, Forms]:
    """Map abbreviations to what the text says they stand for, or to the one name with these initials."""
    meant: defaultdict[str, set[Forms]] = defaultdict(set)
    for name in counts:
        if len(name) > 1 and not is_person_like(name):
            for letters in {_initials(name), _initials(_without_links(name))}:
                meant[letters].add(name)
    full: dict[Forms, Forms] = {}
    for name in counts:
        if len(name) > 1:
            continue
        short = short_for("shortened").get(name[0]) or short_for("states").get(name[0])
        same = meant.get(name[0], ()) if len(name[0]) >= _INITIALS and name in acronyms else ()
        if name in defined and defined[name] in counts and len(defined[name]) > 1:
            full[name] = defined[name]
        elif short is not None and short in counts and short != name:
            full[name] = short
        elif len(same) == 1:
            full[name] = min(same)
    return full


def _initials(name: Forms) -> str:
    return "".join(form[0] for form in name)


def _without_links(name: Forms) -> Forms:
    small = english("names.links") | {"for", "on", "a"}
    return tuple(form for form in name if form not in small)


def _last(name: Forms, full: Mapping[Forms, Forms]) -> Forms:
    """Follow a name to the fullest; once round at most, if odd initials lead back."""
    passed: set[Forms] = set()
    while name in full and name not in passed:
        passed.add(name)
        name = full[name]
    return name
