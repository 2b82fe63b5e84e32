"""Four times the input never takes more than six times as long, whatever is repeated in it.

The long form, with units by chance and longer texts, is `benchmarks/fuzz/repeats.py`.
"""

from __future__ import annotations

import pytest
from growth import STEPS, Fault, growth, repeated, units

LENGTH = 8_000
EVERY = list(units())
PARTS = 8
"""Each step is given an eighth of the units, another than the step before; those dear once, all."""
DEAR = (
    "${n} ",
    "{n}% ",
    "abcde{w} ",
    "A{w} Bcd ",
    "![",
    "![](",
    "[a][",
    "a.",
    "a,",
    "2019-01-01 ",
    "economists Barclays ",
    "Aa Bb, saying ",
    "((( ",
    "Ann Lee said so. ",
    "Aa{n} Lee ",
    "“We go,” he said. ",
)


@pytest.mark.parametrize(("place", "step"), enumerate(STEPS), ids=[*STEPS])
def test_no_text_costs_a_step_more_than_its_length(place: int, step: str) -> None:
    chosen = dict.fromkeys((*DEAR, *EVERY[place % PARTS :: PARTS]))
    faults = [growth(step, ascii(unit), repeated(unit), LENGTH) for unit in chosen]
    assert [str(fault) for fault in faults if isinstance(fault, Fault)] == []


def test_work_that_grows_with_the_square_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("growth.FLOOR", 0.005)
    monkeypatch.setitem(STEPS, "line", lambda text: lambda: [sum(range(500)) for _ in text])
    monkeypatch.setitem(STEPS, "square", lambda text: lambda: [sum(range(len(text))) for _ in text])
    assert growth("line", "a", repeated("a"), 1_600) is None
    assert growth("square", "a", repeated("a"), 1_600) is not None
