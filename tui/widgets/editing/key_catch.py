"""A line that waits for one key press, whatever that key does elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events


class KeyCatch(Static, can_focus=True):
    """Takes the next key press while it has the focus; escape gives up."""

    class Pressed(Message):
        """A key was pressed; `key` is its name, None for escape."""

        def __init__(self, key: str | None) -> None:
            super().__init__()
            self.key = key

    def on_key(self, event: events.Key) -> None:
        """Take the key, so that it does nothing else."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Pressed(None if event.key == "escape" else event.key))
