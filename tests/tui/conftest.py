"""Fixtures for all tests of the app."""

from __future__ import annotations

import pytest
from rest import press_keys, rest
from textual.app import App


@pytest.fixture(autouse=True)
def wait_until_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the Pilot wait until the app is really idle."""
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", rest)
    monkeypatch.setattr(App, "_press_keys", press_keys)


@pytest.fixture(autouse=True)
def notify_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show notifications long enough for a test to see them."""
    monkeypatch.setattr(App, "NOTIFICATION_TIMEOUT", 600)
