"""Giving an article to a command, in the app on real articles."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from library import filled, text, until
from onscreen import on_top, shows
from textual.widgets import Input

from tui.screens.dialog.pipe_dialog import PipeDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


def line(pilot: Pilot[None]) -> Input:
    return on_top(pilot.app, PipeDialog).query_one(Input)


def told(pilot: Pilot[None]) -> str:
    return "\n".join(toast.message for toast in pilot.app._notifications)


def without_terminal(app: DiptychApp, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def suspended() -> Iterator[None]:
        yield

    monkeypatch.setattr(app, "suspend", suspended)


async def run(pilot: Pilot[None], command: str, *keys: str) -> None:
    await pilot.press("vertical_line")
    await until(pilot, lambda: shows(pilot.app, PipeDialog))
    line(pilot).value = command
    await pilot.press(*keys, "enter")
    await until(pilot, lambda: not shows(pilot.app, PipeDialog))


async def test_a_command_reads_the_article_unwrapped_and_never_as_a_command(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    long = "$(touch hacked) | touch hacked ; touch hacked " + "A long paragraph goes on. " * 40
    (library / "a.md").write_text(f"---\ntitle: '*Ships*'\n---\n\n{long}\n")
    out, hacked = tmp_path / "out", tmp_path / "hacked"
    monkeypatch.chdir(tmp_path)
    app = launch(library)
    without_terminal(app, monkeypatch)
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await run(pilot, f"cat > {out}")
        lines = out.read_text().split("\n")
        assert lines[0] == "*Ships*"
        assert " ".join(long.split()) in lines
        await run(pilot, f"cat > {out}", "tab")
        assert out.read_text().startswith("# \\*Ships\\*\n")
        assert told(pilot) == ""
        assert not hacked.exists()


async def test_a_command_that_fails_is_told(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = launch()
    without_terminal(app, monkeypatch)
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await run(pilot, "exit 3")
        assert "“exit 3” failed: exit code 3" in told(pilot)
        await run(pilot, "kill -9 $$")
        assert "failed: SIGKILL" in told(pilot)


async def test_commands_of_the_session_come_back(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = launch()
    without_terminal(app, monkeypatch)
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        for command in ("true", "true", "cat > /dev/null"):
            await run(pilot, command)
        await pilot.press("vertical_line", *"abc", "up")
        assert line(pilot).value == "cat > /dev/null"
        await pilot.press("up", "up")
        assert line(pilot).value == "true"
        await pilot.press("down", "down")
        assert line(pilot).value == "abc"
        assert "plain text" in text(pilot)
        await pilot.press("escape")
        assert not shows(pilot.app, PipeDialog)
        assert app.commands_run == ["true", "cat > /dev/null"]
