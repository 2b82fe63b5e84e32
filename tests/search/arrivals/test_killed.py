"""Killed at any moment, `add` and `update` leave whole files, and the next run goes on and cleans up.

`benchmarks/fuzz/arriving.py` goes through as many moments as one likes; here are a few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from killed_arrivals import VERBS, Scene
from web_server import WebServer

if TYPE_CHECKING:
    from pathlib import Path

    from killed_arrivals import Verb

_SHARES = (0.35, 0.55, 0.7, 0.85, 0.97)


@pytest.mark.parametrize("verb", VERBS)
def test_killed_at_a_moment_nothing_is_half_and_the_next_run_goes_on(
    tmp_path: Path, verb: Verb
) -> None:
    with WebServer({}) as server:
        scene = Scene(tmp_path, server)
        expected, moments = scene.expected(verb)
        assert moments > 50
        for share in _SHARES:
            assert scene.faults(verb, int(moments * share), expected) == []
