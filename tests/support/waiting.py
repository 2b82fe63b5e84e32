"""Time limits for what might never end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_LONG = 120.0
"""Seconds to wait: many times what is needed on a busy machine."""


def within(do: Callable[[], T]) -> T:
    """Run a function in a thread; give its result or raise its error; fail if it takes too long."""
    given: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            given.append(do())
        except BaseException as error:  # noqa: BLE001 - raised below
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(_LONG)
    assert not thread.is_alive(), "it waits for ever"
    if raised:
        raise raised[0]
    return given[0]
