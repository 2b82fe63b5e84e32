"""Whether long work goes on."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def never_cancelled() -> bool:
    """Never cancel: the default where nobody asks for it."""
    return False


_now: ContextVar[Callable[[], bool]] = ContextVar("_now", default=never_cancelled)


@contextmanager
def while_wanted(cancelled: Callable[[], bool]) -> Iterator[None]:
    """Have what this thread asks an engine elsewhere be wanted until `cancelled` says so.

    Such an engine then raises CancelledError, and stops there too; one at hand never waits. With
    `never_cancelled` it stays wanted as long as what it is a part of.
    """
    before = _now.set(_now.get() if cancelled is never_cancelled else cancelled)
    try:
        yield
    finally:
        _now.reset(before)


def cancelled_now() -> bool:
    """Tell whether nobody wants any more what this thread asks."""
    return _now.get()()


def may_be_cancelled() -> bool:
    """Tell whether what this thread asks may be cancelled at all."""
    return _now.get() is not never_cancelled
