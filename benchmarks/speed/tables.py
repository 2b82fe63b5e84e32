"""Prints what was measured as tables in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speed.asking import Took
from speed.ratios import ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Told = Mapping[str, Mapping[str, Took | str]]
    """By kind of question, by engine."""

PLAIN = (
    ("articles a second", "rate", 1, ",.0f"),
    ("articles a CPU second", "cpu rate", 1, ",.0f"),
    ("index to text", "size", 1, ".2f"),
    ("peak memory, MB", "peak", 1e-6, ",.0f"),
    ("open, ms", "open", 1e3, ".1f"),
    ("add ten, ms", "add ten", 1e3, ".1f"),
)
HOLDS = {
    "hits": "fifty hits",
    "total": "fifty hits and the exact total",
    "counts": "fifty hits, the exact total, and how many of each source and of each month",
}


def built(size: int, told: Mapping[str, Mapping[str, Any]]) -> None:
    """Print what building, opening and adding took."""
    names = [
        name if one["articles"] == size else f"{name}, the first {one['articles']:,}"
        for name, one in told.items()
    ]
    print(f"\n### {size:,} articles\n")
    rows = (
        (label, [format(one[key] * unit, form) if key in one else "–" for one in told.values()])
        for label, key, unit, form in PLAIN
    )
    _table(names, rows)


def asked(names: list[str], holds: str, told: Told) -> None:
    """Print what questions took, and how that compares with the first engine.

    The comparison is of a processor's time: what takes longer than the system lets a process run
    at a time is, by the clock, lengthened by whatever else the machine does; what is short isn't.
    """
    names = [name for name in names if any(name in each for each in told.values())]
    if not names:
        return
    print(f"\nAsked for {HOLDS[holds]}; ms by the clock, p50 / p95, and (of a processor):\n")
    _each(names, told, _times)
    first, *others = names
    if others:
        print(f"\nTimes what {first} takes of a processor, [95 %]:\n")
        _each(others, told, lambda took, each: _against(took, each.get(first)))


def found(names: list[str], told: Iterable[Told]) -> None:
    """Print how much engines found, by whichever of their answers held it."""
    totals: dict[str, dict[str, Took | str]] = {}
    for by_kind in told:
        for kind, each in by_kind.items():
            for name, took in each.items():
                if isinstance(took, Took) and None not in took.totals:
                    totals.setdefault(kind, {})[name] = took
    names = [name for name in names if any(name in each for each in totals.values())]
    if names:
        print("\nThe mean of the totals that they found:\n")
        _each(names, totals, _mean)


def pair(now: str, before: str, told: Told) -> None:
    """Print how one engine compares with what it was."""
    rows = []
    for kind, each in told.items():
        these, those = each.get(now), each.get(before)
        if isinstance(these, Took) and isinstance(those, Took):
            clock = ratio(these.clock, those.clock)
            rows.append((kind, [str(clock), str(ratio(these.processor, those.processor))]))
    if rows:
        print(f"\n{now}: times what {before} takes, [95 %]:\n")
        _table(["clock", "processor"], rows)


def _each(
    names: list[str],
    told: Told,
    cell: Callable[[Took, Mapping[str, Took | str]], str],
) -> None:
    rows = []
    for kind, each in told.items():
        cells = (each.get(name, "–") for name in names)
        rows.append((kind, [one if isinstance(one, str) else cell(one, each) for one in cells]))
    _table(names, rows)


def _times(took: Took, _: object) -> str:
    clock, processor = (" / ".join(map(_ms, _ends(each))) for each in took[:2])
    return f"{clock} ({processor})"


def _ms(time: float) -> str:
    return f"{time:.2f}" if time < 100 else f"{time:.0f}"


def _ends(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


def _mean(took: Took, _: object) -> str:
    return f"{sum(total or 0 for total in took.totals) / len(took.totals):,.1f}"


def _against(took: Took, first: Took | str | None) -> str:
    return str(ratio(took.processor, first.processor)) if isinstance(first, Took) else "–"


def _table(names: Iterable[str], rows: Iterable[tuple[str, list[str]]]) -> None:
    names = list(names)
    print(f"| | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for name, cells in rows:
        print(f"| {name} | {' | '.join(cells)} |")
