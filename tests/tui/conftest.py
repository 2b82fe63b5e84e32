"""The app as the tests drive it."""

from __future__ import annotations

import pytest
from rest import rest
from textual.app import App


@pytest.fixture(autouse=True)
def known_to_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the Pilot wait until an app rests, not until it seems to."""
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", rest)


@pytest.fixture(autouse=True)
def said_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what the app says for a few seconds stand as long as it may take a test to look."""
    monkeypatch.setattr(App, "NOTIFICATION_TIMEOUT", 600)
