"""The outlet of a page, from its address or its boilerplate."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from search.page.addresses import find_domains, host, unwrap
from search.page.phrase_book import PhraseBook
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEXT_NAME = re.compile(r" (?:& )?([^\W\d_a-z]\w+)")
_LONGEST_LINE = 600
_CONTEXT = 48
_BESIDE_DOMAIN = 12
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class _Names:
    domains: dict[str, str]
    labels: int
    """How many parts the longest of the domains has."""
    spelt: PhraseBook[str]
    before: tuple[tuple[re.Pattern[str], int], ...]
    after: tuple[tuple[re.Pattern[str], int], ...]
    common: frozenset[str]
    forms: frozenset[str]
    known: dict[str, str]
    plain: dict[str, str]
    """Outlets by their own names, without case, spaces, signs and `The`."""


def outlet_of_address(address: str) -> str | None:
    """Give the outlet an address or a domain belongs to, also one wrapped in a proxy's."""
    names = _names()
    parts = host(unwrap(address)).split(".")[-names.labels :]
    for first in range(len(parts) - 1):
        if name := names.domains.get(".".join(parts[first:])):
            return name
    return None


def is_outlet(name: str) -> bool:
    """Tell whether a name is an outlet's, agencies included, whatever its case."""
    return name.casefold().removeprefix("the ") in _names().known


def outlet_called(name: str) -> str | None:
    """Give the outlet that a name is one of, whatever its case and with or without `The`."""
    return _names().known.get(name.casefold().removeprefix("the "))


def spelt_outlet(name: str) -> str:
    """Give a stated outlet's name as the outlet spells it: `the guardian` is `The Guardian`.

    Only case, spaces, stops and `The` are mended, so a name that is merely like a known one stays;
    of an unknown one a small `the` before it gets its capital. Cost: constant.
    """
    known = outlet_called(name) or _names().plain.get(_plain(name))
    if known and _plain(known) == _plain(name):
        return known
    return f"The {name[4:]}" if name.startswith("the ") and name[4:5].isupper() else name


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold().removeprefix("the ")))


def is_plain_word(name: str) -> bool:
    """Tell whether an outlet's name is also said of other things: `Time`, `The Express`."""
    return name in _names().common


def outlet_in_boilerplate(lines: Iterable[tuple[int, str]]) -> tuple[str, int] | None:
    """Find the outlet that a page's boilerplate names as its own, and the line that says it best.

    Args:
        lines: numbered lines of boilerplate only: a mention in a story is no evidence.

    Only set phrases count (`X's website`, `follow other X readers`, `© X`, a domain standing
    alone), never a bare name, and only if no other outlet is named as often. Cost: linear.
    """
    votes: dict[str, dict[str, int]] = defaultdict(dict)
    best: dict[str, tuple[int, int]] = {}
    for number, line in lines:
        if len(line) > _LONGEST_LINE:
            continue
        for outlet, weight, phrase in _mentions(line):
            votes[outlet][phrase] = weight  # a phrase repeated down the page counts once
            if weight > best.get(outlet, (0, 0))[0]:
                best[outlet] = (weight, number)
    ranked = sorted(((sum(v.values()), name) for name, v in votes.items()), reverse=True)
    if not ranked or ranked[0][0] < _ENOUGH:
        return None
    if len(ranked) > 1 and ranked[1][0] >= ranked[0][0]:
        return None
    name = ranked[0][1]
    return name, best[name][1]


@cache
def outlet_tokens() -> frozenset[str]:
    """Give tokens of which every name of an outlet has one."""
    return _names().spelt.keys


def _mentions(line: str) -> Iterator[tuple[str, int, str]]:
    """Yield outlet, weight and phrase for each set phrase of a line."""
    names = _names()
    if len(line) <= max(map(len, line.split()), default=0) + _BESIDE_DOMAIN:
        for domain in find_domains(line):
            if (outlet := outlet_of_address(domain)) and len(line) <= len(domain) + _BESIDE_DOMAIN:
                yield outlet, 2, domain
    for found in names.spelt.find(line):
        if _goes_on(line, found.stop):
            continue
        common = found.phrase in names.common
        if weight := _weight(line, found.start, found.stop, common=common):
            yield found.meaning, weight, f"{weight} {found.phrase}"


def _goes_on(line: str, stop: int) -> bool:
    """Tell whether a longer name goes on after this one: `Vox` in `Vox Media`."""
    following = _NEXT_NAME.match(line, stop)
    return following is not None and following[1].lower() not in _names().forms


def _weight(line: str, start: int, stop: int, *, common: bool) -> int:
    """Give how surely the words around a name make it the page's own."""
    before, after = line[max(0, start - _CONTEXT) : start], line[stop : stop + _CONTEXT]
    names = _names()
    weights = [w for pattern, w in names.before if pattern.search(before)]
    weights += [w for pattern, w in names.after if pattern.match(after)]
    weight = max(weights, default=0)
    return weight if not common or weight >= _ENOUGH + 1 else 0


@cache
def _names() -> _Names:
    phrases = word_lists("page/boilerplate")["own_name"]
    domains: dict[str, str] = {}
    spelt: dict[str, str] = {}
    for outlet, entry in word_lists("page/outlets").items():
        domains.update(dict.fromkeys(entry["domains"], outlet))
        own = [] if outlet.endswith(")") else [outlet]
        for name in [*own, *entry.get("names", ())]:
            spelt.setdefault(name, outlet)
    return _Names(
        domains=domains,
        labels=max(domain.count(".") for domain in domains) + 1,
        spelt=PhraseBook(spelt),
        before=tuple((re.compile(rf"(?:{p})\Z", re.IGNORECASE), w) for p, w in phrases["before"]),
        after=tuple((re.compile(p, re.IGNORECASE), w) for p, w in phrases["after"]),
        common=frozenset(phrases["common"]),
        forms=frozenset(phrases["forms"]),
        plain={_plain(outlet): outlet for outlet in reversed(word_lists("page/outlets"))},
        known={
            name.casefold().removeprefix("the "): outlet
            for name, outlet in (*((o, o) for o in word_lists("page/outlets")), *spelt.items())
        },
    )
