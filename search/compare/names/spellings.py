"""Names of one thing that are written otherwise: firms, storms, departments, bodies of the U.N."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from search.compare.names.known_words import known, short_for

if TYPE_CHECKING:
    from collections import Counter

Forms: TypeAlias = "tuple[str, ...]"

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
    surnames = {name[-1] for name in counts if len(name) > 1}
    for name in counts:
        if len(name) == 1:
            continue
        for other in (_without_kind(name, surnames), _turned(name), _spelt_out(name)):
            if other != name and other in counts:
                full[name] = other
                break
    return full


def _without_kind(name: Forms, surnames: set[str]) -> Forms:
    """Give a firm without what kind it is, and the U.S. Senate without whose it is."""
    bare = name[:-1]
    if name[-1] in known("alone.firms"):
        return bare
    if name[-1] in known("rows.kinds_at_end") and bare[-1] not in known("places.words"):
        return name if bare[-1] in surnames else bare
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
    begun = short_for("beginnings").get(name[0])
    return (*begun, *name[1:]) if begun else name


def _storms(counts: Counter[Forms]) -> dict[Forms, Forms]:
    """Map what a storm was called in other strengths to what it is called most: Tropical Storm Ann."""
    called: defaultdict[Forms, list[Forms]] = defaultdict(list)
    for name in counts:
        bare = name
        while len(bare) > 1 and bare[0] in known("rows.storms"):
            bare = bare[1:]
        if bare != name:
            called[bare].append(name)
    full: dict[Forms, Forms] = {}
    for names in called.values():
        most = min(names, key=lambda name: (-counts[name], name))
        full.update((name, most) for name in names if name != most)
    return full
