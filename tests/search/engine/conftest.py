from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from engines import ARCHIVE, ENGINES, engines_named, engines_to_test

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from engines import Place

    from search.engine import Engine

_FAILED: set[str] = set()
"""The kinds of engine that a test has failed on."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try engines named to be tested on one case of each test, then on the next case of each.

    Cases of one test fail alike: so an engine that gets something wrong fails sooner, and no more
    is asked of it.
    """
    if not engines_named():
        return
    turns: Counter[tuple[str, str]] = Counter()
    ranks = {}
    for item in items:
        test = item.nodeid.partition("[")[0], _kind(item)
        ranks[item] = turns[test]
        turns[test] += 1
    items.sort(key=ranks.__getitem__)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Leave a named engine alone once it has failed."""
    if not engines_named() or _kind(item) not in _FAILED:
        return None
    item.session._setupstate.teardown_exact(nextitem)  # what the test before left for this one
    return True


def _kind(item: pytest.Item) -> str:
    """Give the kind of engine that a test is on; none for a test of no engine."""
    kind: str = vars(item)["callspec"].params.get("place", "") if "callspec" in vars(item) else ""
    return kind


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep which kinds of engine fail a test."""
    report = yield
    if report.failed and _kind(item):
        _FAILED.add(_kind(item))
    return report


@pytest.fixture(
    params=[
        pytest.param(kind, marks=[pytest.mark.archive] * (kind in ARCHIVE))
        for kind in engines_to_test()
    ]
)
def place(request: pytest.FixtureRequest) -> Place:
    """Give a place for engines of each kind."""
    folder: Path = request.getfixturevalue("tmp_path")
    return ENGINES[request.param](folder)


@pytest.fixture
def engine(place: Place) -> Iterator[Engine]:
    """Give an empty engine of each kind."""
    engine = place.open()
    yield engine
    engine.close()
