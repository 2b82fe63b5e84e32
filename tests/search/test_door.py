"""What a bare import costs: nothing of the screen, nothing of the engine."""

from __future__ import annotations

import subprocess
import sys

import pytest

import search


def loaded_by(code: str) -> set[str]:
    """Give the modules a fresh interpreter has after running some code."""
    report = f"{code}\nimport sys; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", report], check=True, capture_output=True, text=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_importing_search_loads_no_screen_and_no_engine() -> None:
    assert not loaded_by("import search") & {"textual", "rich", "tui", "whoosh", "numpy", "yaml"}


def test_using_a_desk_loads_no_screen() -> None:
    assert not loaded_by("import search; search.Desk") & {"textual", "rich", "tui"}


def test_every_public_name_is_there() -> None:
    for name in search.__all__:
        assert getattr(search, name) is not None


def test_an_unknown_name_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = search.nonsense
