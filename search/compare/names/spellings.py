"""Names of one thing that are written otherwise: firms, storms, departments, bodies of the U.N."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from search.compare.names.known_words import (
    first_names,
    is_institution,
    is_person_like,
    known,
    short_for,
)

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

Forms: TypeAlias = "tuple[str, ...]"

_ORDINALS = {
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "seventh": "7th",
    "eighth": "8th",
    "ninth": "9th",
    "tenth": "10th",
    "eleventh": "11th",
}
_LONG_FIRST_NAME = 6
"""Letters of a first name from which on one that differs by a letter is the same, misspelt."""
_MOST_BEARERS = 8
"""Names with one last word that are set against each other, the most frequent."""
_TURNED = frozenset({"department", "ministry", "university"})
"""Institutions that are named before or after what they are for: the Justice Department."""


def written_otherwise(counts: Counter[Forms]) -> dict[Forms, Forms]:
    """Map names, as folded words, to another that is written differently and means the same.

    `counts` says how often each stands. Firms are mapped to what they are called without `Inc`,
    the Justice Department to the Department of Justice, the U.N. Security Council to that of the
    United Nations, the U.S. Senate to the Senate, Harvard University to Harvard, storms to what
    they are called most. Only names that stand in the texts are mapped, to such. Cost: linear.
    """
    full = _storms(counts)
    surnames = {name[-1] for name in counts if len(name) > 1 and is_person_like(name)}
    full.update(_circuits(counts))
    full.update(_shortened_laws(counts))
    full.update(_misspelt(counts))
    for name in counts:
        if len(name) == 1:
            continue
        for other in (
            _without_kind(name, surnames),
            _turned(name),
            _spelt_out(name),
            _in_plural(name),
        ):
            if other != name and other in counts:
                full[name] = other
                break
    return full


def _without_kind(name: Forms, surnames: set[str]) -> Forms:
    """Give a firm without what kind it is, and the U.S. Senate without whose it is."""
    bare = name[:-1]
    if name[-2:] == ("of", "representatives"):
        return name[:-2]
    if name[-1] in known("alone.firms"):
        return bare
    if name[-1] in known("rows.kinds_at_end") and bare[-1] not in known("places.words"):
        return name if bare[-1] in surnames or is_person_like(bare) else bare
    if len(bare) == 1 and name[0] == "us":
        return name[1:] if name[1] in known("alone.institutions") else name
    return name


def _turned(name: Forms) -> Forms:
    """Give the Department of Justice for the Justice Department, also of the U.S."""
    if name[-1] not in _TURNED:
        return name
    bare = name[:-1]
    begin = 1 if name[0] == "us" and len(bare) > 1 else 0
    return name[-1], "of", *name[begin:-1]


def _spelt_out(name: Forms) -> Forms:
    if name[:2] == ("u", "s"):
        return ("us", *name[2:])
    begun = short_for("beginnings").get(name[0])
    return (*begun, *name[1:]) if begun else name


def _in_plural(name: Forms) -> Forms:
    """Give the Academy Awards for an Academy Award."""
    return (*name[:-1], f"{name[-1]}s") if name[-1] in known("rows.prizes") else name


def _circuits(counts: Counter[Forms]) -> dict[Forms, Forms]:
    """Map the names of a numbered court of appeals to the one used most: the 9th Circuit."""
    called: defaultdict[str, list[Forms]] = defaultdict(list)
    for name in counts:
        if "circuit" in name[1:]:
            ordinal = _ORDINALS.get(name[0], name[0])
            if ordinal[0].isdigit():
                called[ordinal].append(name)
    return _most_used(called.values(), counts)


def _shortened_laws(counts: Counter[Forms]) -> dict[Forms, Forms]:
    """Map a law or treaty to the one name that begins and ends as it does: the Clean Dairy Act."""
    laws = [name for name in counts if len(name) > 1 and name[-1] in known("rows.laws")]
    longer: defaultdict[Forms, list[Forms]] = defaultdict(list)
    for name in laws:
        for k in range(1, len(name) - 1):
            longer[(*name[:k], name[-1])].append(name)
    return {name: longer[name][0] for name in laws if len(longer.get(name, ())) == 1}


def _misspelt(counts: Counter[Forms]) -> dict[Forms, Forms]:
    """Map a person's name to one told more often that differs by a letter of the first: Jeromy Lee.

    Two first names that are both known are two people's.
    """
    bearers: defaultdict[str, list[Forms]] = defaultdict(list)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        if len(name) > 1 and _is_long(name[0]) and not is_institution(name[-1]):
            bearers[name[-1]].append(name)
    full: dict[Forms, Forms] = {}
    for names in bearers.values():
        for k, name in enumerate(names[:_MOST_BEARERS]):
            for other in names[:k]:
                unknown = not {name[0], other[0]} <= first_names()
                if unknown and other[1:] == name[1:] and _differ_by_one(name[0], other[0]):
                    full[name] = other
                    break
    return full


def _is_long(first: str) -> bool:
    return len(first) >= _LONG_FIRST_NAME and first.isalpha()


def _differ_by_one(one: str, other: str) -> bool:
    """Tell whether a letter was left out, added, changed or swapped with the next."""
    start = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) == 1
    rest, others = one[start:], other[start:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] in {others, others[1:]} or rest == others[1:]


def _storms(counts: Counter[Forms]) -> dict[Forms, Forms]:
    """Map what a storm was called in other strengths to what it is called most: Tropical Storm Ann."""
    called: defaultdict[Forms, list[Forms]] = defaultdict(list)
    for name in counts:
        bare = name
        while len(bare) > 1 and bare[0] in known("rows.storms"):
            bare = bare[1:]
        if bare != name:
            called[bare].append(name)
    return _most_used(called.values(), counts)


def _most_used(groups: Iterable[Sequence[Forms]], counts: Counter[Forms]) -> dict[Forms, Forms]:
    """Map the names of each group to the one used most."""
    full: dict[Forms, Forms] = {}
    for names in groups:
        most = min(names, key=lambda name: (-counts[name], name))
        full.update((name, most) for name in names if name != most)
    return full
