from __future__ import annotations

import re
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest

from tui.terminal import clipboard

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“Guaidó”\n— DW " + "x" * 200
BARE = re.compile(r"\x1b\]52;c;([\w+/=]*)\a")


def plain(asked: str) -> str:
    match = BARE.fullmatch(asked)
    assert match
    return b64decode(match[1]).decode()


def test_a_terminal_is_asked_by_osc_52() -> None:
    assert plain(clipboard.escape_sequence(TEXT, {"TERM": "xterm-256color"})) == TEXT


def test_tmux_gets_it_bare_and_wrapped_with_each_escape_doubled() -> None:
    asked = clipboard.escape_sequence(TEXT, {"TERM": "tmux-256color", "TMUX": "/run/tmux,1,0"})
    bare, begin, wrapped = asked.partition("\x1bPtmux;")
    assert begin
    assert plain(bare) == TEXT
    assert wrapped.endswith("\x1b\\")
    assert plain(wrapped.removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b")) == TEXT


def test_screen_passes_it_on_in_short_pieces() -> None:
    asked = clipboard.escape_sequence(TEXT, {"TERM": "screen-256color", "STY": "1.pts"})
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", asked, re.DOTALL)
    assert asked == "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    assert max(map(len, pieces)) <= 76
    assert plain("".join(pieces)) == TEXT


@pytest.mark.parametrize(
    "environment",
    [{"TERM": "linux"}, {}, {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}],
)
def test_a_terminal_known_to_have_no_clipboard_is_not_asked(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert clipboard.escape_sequence(TEXT, environment) == ""
    assert not clipboard.available(environment)


@pytest.mark.skipif("sys.platform == 'darwin'", reason="the desktop there has its own program")
def test_the_desktops_own_program_is_used_but_not_over_ssh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    program = tmp_path / "xclip"
    program.write_text(f'#!/bin/sh\n/bin/cat > "{kept}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not clipboard.copy_by_program(TEXT, {"DISPLAY": ":0", "SSH_CONNECTION": "a b"})
    assert not kept.exists()
    assert clipboard.copy_by_program(TEXT, {"DISPLAY": ":0"})
    assert kept.read_text(encoding="utf-8") == TEXT
    program.write_text("#!/bin/sh\nexit 1\n")
    assert not clipboard.copy_by_program(TEXT, {"DISPLAY": ":0"})
