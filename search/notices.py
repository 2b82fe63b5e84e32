"""Notices for the user, each shown once."""

from __future__ import annotations

from threading import Lock


class Notices:
    """Collects notices for the user, each once. Safe to call from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._said: set[str] = set()
        self._waiting: list[str] = []

    def add(self, sentence: str | None) -> None:
        """Add a notice, unless it is None or was added before."""
        with self._lock:
            if sentence is not None and sentence not in self._said:
                self._said.add(sentence)
                self._waiting.append(sentence)

    def take(self) -> tuple[str, ...]:
        """Take the notices that are pending, in order."""
        with self._lock:
            waiting, self._waiting = tuple(self._waiting), []
        return waiting
