"""Waiting until an app under test is idle, exactly, where Textual's Pilot guesses."""

from __future__ import annotations

import asyncio
import time
import unicodedata
from typing import TYPE_CHECKING

from textual._context import active_app
from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump

_ROUNDS = 3
"""Rounds of the event loop without any work; in a single one, a message may be between queues."""

_SECONDS = 60
"""Seconds after which an app counts as never idle."""


async def press_keys(app: App[object], keys: Iterable[str]) -> None:
    """Press keys one after the other, and let the app come to rest after each.

    It replaces `App._press_keys`. Within a word that is typed into a line, the app needn't have been
    drawn before the next letter: nobody looks.
    """
    keys = list(keys)
    for key, after in zip(keys, [*keys[1:], None], strict=True):
        assert app._driver is not None
        event = _key(app, key)
        app._driver.send_message(event)
        within = event.is_printable and after is not None and _key(app, after).is_printable
        drawn = not (within and isinstance(app.focused, Input))
        await rest(drawn=drawn)
        await app._animator.wait_until_complete()
        await rest(drawn=drawn)


def _key(app: App[object], key: str) -> Key:
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    sign: str | None
    try:
        sign = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        sign = key if len(key) == 1 else None
    event = Key(name, sign)
    event.set_sender(app)
    return event


async def rest(*_: float, drawn: bool = True) -> None:
    """Wait until nothing is left to do in the event loop, however long that takes.

    It replaces `textual._wait.wait_for_idle`, for which a process is idle that has used no CPU for
    20 ms, as one on a busy machine may. It doesn't wait for threads, as a test may block them on
    purpose.
    """
    app = active_app.get()
    loop = asyncio.get_running_loop()
    until = time.monotonic() + _SECONDS
    quiet = 0
    while quiet < _ROUNDS:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined] # of asyncio's own loops
            quiet = 0
        elif _waits(app, drawn=drawn):
            quiet = 0
            await asyncio.sleep(0.002)
        else:
            quiet += 1
        if time.monotonic() > until:
            raise AssertionError(f"the app never comes to rest: {app}")


def _waits(app: App[object], *, drawn: bool) -> bool:
    """Tell whether something waits for a timer: a screen to be drawn, or a key to be handled."""
    if app._exit or not app._running or not app._screen_stack:
        return False
    screen = app.screen
    undrawn = (
        drawn
        and not app._batch_count
        and (
            screen._layout_required
            or screen._scroll_required
            or screen._repaint_required
            or screen._recompose_required
            or screen._dirty_widgets
            or screen._callbacks
        )
    )
    order = getattr(app, "_key_order", None)
    held = order is not None and order._waiting
    return bool(undrawn or held or any(map(_unread, _pumps(app))))


def _pumps(app: App[object]) -> list[MessagePump]:
    return [app, *app.screen.walk_children(with_self=True)]


def _unread(pump: MessagePump) -> bool:
    if not pump._running:
        return False
    queue: asyncio.Queue[Message | None] = pump._message_queue
    return not queue.empty()
