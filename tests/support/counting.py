"""An engine that counts what it is asked, as each question may cross a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.engine import Engine

_FREE = {"known_id", "total"}
"""What is answered without asking."""


class Asked:
    """Something whose methods are questions, each noted by its name."""

    def __init__(self, sound: Any, asked: list[str]) -> None:
        self._sound = sound
        self._asked = asked

    def __len__(self) -> int:
        self._asked.append("len")
        return len(self._sound)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._sound, name)
        if name in _FREE or not callable(value):
            return value

        def ask(*args: Any, **named: Any) -> Any:
            self._asked.append(name)
            answer = value(*args, **named)
            return Asked(answer, self._asked) if name == "search" else answer

        return ask


class CountingEngine:
    """An engine with the names of the questions it was asked, in order."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.asked: list[str] = []

    def read(self, task: Callable[[Any], Any], *, aside: bool = False) -> Any:
        return self._engine.read(lambda s: task(Asked(s, self.asked)), aside=aside)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)
