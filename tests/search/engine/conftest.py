from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from engines import ENGINES, engines_named, engines_to_test

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from engines import Place

    from search.engine import Engine

_FAILED: set[str] = set()
"""The kinds of engine that a test has failed on."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep which kinds of engine fail a test."""
    report = yield
    if report.failed and "callspec" in vars(item):
        _FAILED.add(vars(item)["callspec"].params.get("place", ""))
    return report


@pytest.fixture(params=engines_to_test())
def place(request: pytest.FixtureRequest) -> Place:
    """Give a place for engines of each kind; of engines named to be tested, until they fail once."""
    if engines_named() and request.param in _FAILED:
        pytest.skip("this engine has failed already")
    folder: Path = request.getfixturevalue("tmp_path")  # none for what is skipped
    return ENGINES[request.param](folder)


@pytest.fixture
def engine(place: Place) -> Iterator[Engine]:
    """Give an empty engine of each kind."""
    engine = place.open()
    yield engine
    engine.close()
