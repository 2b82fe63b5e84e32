"""What the user should hear besides answers."""

from __future__ import annotations

from threading import Lock


class Notices:
    """Sentences to be told, each once. Safe to call from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._said: set[str] = set()
        self._waiting: list[str] = []

    def add(self, sentence: str | None) -> None:
        """Have a sentence told, if there is one and it wasn't told before."""
        with self._lock:
            if sentence is not None and sentence not in self._said:
                self._said.add(sentence)
                self._waiting.append(sentence)

    def take(self) -> tuple[str, ...]:
        """Give what hasn't been told yet, in order."""
        with self._lock:
            waiting, self._waiting = tuple(self._waiting), []
        return waiting
