"""When an app that a test drives has come to rest: known, where Textual's Pilot guesses."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from textual._context import active_app

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump

_ROUNDS = 3
"""Rounds of the loop in which nothing happens: one may be spent between two queues."""

_SECONDS = 60
"""After which an app is given up that never rests."""


async def rest(*_: float) -> None:
    """Wait until nothing is left to be done in the loop, whatever that takes on this machine.

    In place of `textual._wait.wait_for_idle`, which takes a process for idle that has used no
    processor for 20 ms: one that was given none looks so too. What goes on in threads isn't
    waited for, as a test may hold that up on purpose.
    """
    app = active_app.get()
    loop = asyncio.get_running_loop()
    until = time.monotonic() + _SECONDS
    quiet = 0
    while quiet < _ROUNDS:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined] # of asyncio's own loops
            quiet = 0
        elif _waits(app):
            quiet = 0
            await asyncio.sleep(0.002)
        else:
            quiet += 1
        if time.monotonic() > until:
            raise AssertionError(f"the app never comes to rest: {app}")


def _waits(app: App[object]) -> bool:
    """Tell whether something waits for a clock: a screen to be drawn, or a key for its turn."""
    if app._exit or not app._running or not app._screen_stack:
        return False
    screen = app.screen
    undrawn = not app._batch_count and (
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
    turns = getattr(app, "_turns", None)
    return bool(undrawn or (turns is not None and turns._held) or any(map(_unread, _pumps(app))))


def _pumps(app: App[object]) -> list[MessagePump]:
    return [app, *app.screen.walk_children(with_self=True)]


def _unread(pump: MessagePump) -> bool:
    if not pump._running:
        return False
    queue: asyncio.Queue[Message | None] = pump._message_queue
    return not queue.empty()
