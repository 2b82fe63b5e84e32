"""An engine that counts the questions it is asked, as each may cross a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.engine import Engine

_FREE = {"known_id", "total"}
"""Names that are answered without a question."""


class Asked:
    """A wrapper that records the name of each method called."""

    def __init__(self, inner: Any, asked: list[str]) -> None:
        self._inner = inner
        self._asked = asked

    def __len__(self) -> int:
        self._asked.append("len")
        return len(self._inner)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._inner, name)
        if name in _FREE or not callable(value):
            return value

        def ask(*args: Any, **options: Any) -> Any:
            self._asked.append(name)
            answer = value(*args, **options)
            return Asked(answer, self._asked) if name == "search" else answer

        return ask


class CountingEngine:
    """An engine that records the names of the questions it is asked, in order."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.asked: list[str] = []

    def read(self, task: Callable[[Any], Any], *, aside: bool = False) -> Any:
        return self._engine.read(lambda s: task(Asked(s, self.asked)), aside=aside)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)
