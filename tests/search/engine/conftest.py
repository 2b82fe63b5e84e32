from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from engines import ENGINES, engines_to_test

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engines import Place

    from search.engine import Engine


@pytest.fixture(params=engines_to_test())
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Give a place for engines of each kind."""
    return ENGINES[request.param](tmp_path)


@pytest.fixture
def engine(place: Place) -> Iterator[Engine]:
    """Give an empty engine of each kind."""
    engine = place.open()
    yield engine
    engine.close()
