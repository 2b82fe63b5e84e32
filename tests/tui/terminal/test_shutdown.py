from __future__ import annotations

import asyncio
import os
import pty
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tui.terminal import shutdown

if TYPE_CHECKING:
    from pathlib import Path


def failure() -> ValueError:
    with pytest.raises(ValueError, match="of two") as caught:
        raise ValueError("of two\nlines")
    return caught.value


def test_a_report_is_written_and_named_in_one_line(tmp_path: Path) -> None:
    line = shutdown.write_report(failure(), tmp_path / "reports")
    (path,) = (tmp_path / "reports").iterdir()
    assert line == f"unexpected error: ValueError: of two lines; a report is in {path}"
    written = path.read_text(encoding="utf-8")
    assert "Traceback" in written
    assert "raise ValueError" in written
    assert "textual 8." in written


def test_a_report_that_cannot_be_written_is_said_too(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    line = shutdown.write_report(failure(), blocked)
    assert (
        line
        == f"unexpected error: ValueError: of two lines; no report could be written to {blocked}"
    )


NEVER = 10_000_000
"""Seconds until a process that heeds signals is ended; this one runs the tests."""


@pytest.mark.parametrize(
    ("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130), ("SIGUSR1", 138)]
)
async def test_a_signal_asks_to_leave_with_its_own_code(name: str, code: int) -> None:
    left: asyncio.Queue[int] = asyncio.Queue()
    before = signal.getsignal(getattr(signal, name))
    loop = asyncio.get_running_loop()
    restore = shutdown.handle_signals(
        lambda code: loop.call_soon_threadsafe(left.put_nowait, code), NEVER
    )
    os.kill(os.getpid(), getattr(signal, name))
    assert await asyncio.wait_for(left.get(), 60) == code
    restore()
    assert signal.getsignal(getattr(signal, name)) == before


async def test_a_signal_ignored_by_the_parent_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        shutdown.handle_signals(lambda _: None, NEVER)()
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_terminal_that_was_closed_is_known_to_be_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    outer, inner = pty.openpty()
    with os.fdopen(inner, closefd=True) as stream:
        monkeypatch.setattr(sys, "__stdin__", stream)
        assert not shutdown.terminal_gone()
        os.close(outer)
        assert shutdown.terminal_gone()
