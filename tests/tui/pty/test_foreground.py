"""What runs in the terminal owns it: an editor, a browser, and whatever they start."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Launch = Callable[..., Terminal]

DIPTYCH = f"{sys.executable} -m tui"
# Like vi it isn't ended by ctrl+c, which is for what it runs; it writes what it has on SIGHUP.
EDITOR = """
import os, signal, subprocess, sys, termios, tty

def save(text):
    with open(sys.argv[-1], "a") as file:
        file.write(text + "\\n")

def hung_up(*_):
    save("A zebra fled.")
    os._exit(1)

signal.signal(signal.SIGINT, lambda *_: None)
signal.signal(signal.SIGQUIT, lambda *_: None)
signal.signal(signal.SIGHUP, hung_up)
for word in sys.argv[1:-1]:
    print("DOING", word, flush=True)
    if word == "make":
        print("MADE", subprocess.call(["sleep", "600"]), flush=True)
    elif word == "stop-all":
        os.kill(0, signal.SIGTSTP)
    elif word == "stop-alone":
        os.kill(os.getpid(), signal.SIGSTOP)
    elif word == "crash":
        tty.setraw(0)
        os.kill(os.getpid(), signal.SIGKILL)
print("TYPE", flush=True)
try:
    save(input())
except (EOFError, OSError):
    hung_up()
"""


@pytest.fixture
def library(home: Path) -> Path:
    folder = home / "library"
    folder.mkdir()
    (folder / "one.md").write_text(
        "---\ntitle: One\nurl: https://a.example/b\n---\n\nA horse crossed.\n"
    )
    return folder


@pytest.fixture
def editor(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give what makes the small editor the user's own, with what it is to do before one can type."""
    script = home / "editor.py"
    script.write_text(EDITOR)

    def use(*words: str) -> None:
        monkeypatch.setenv("EDITOR", " ".join([sys.executable, str(script), *words]))

    return use


def begin(terminal: Terminal, key: str) -> None:
    """Press a key once the article can be read."""
    terminal.wait("A horse crossed")
    terminal.rest()
    terminal.press(key)


def finish(terminal: Terminal) -> None:
    """See the reader back with what was typed, and leave it."""
    terminal.rest()
    terminal.wait("A zebra crossed")
    terminal.press("ctrl+q")
    assert terminal.leave() == 0
    assert terminal.restored
    assert terminal.deserted()


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+\\"])
def test_what_breaks_off_a_program_of_the_editor_ends_nothing_else(
    launch: Launch, library: Path, editor: Callable[..., None], key: str
) -> None:
    editor("make")
    with launch(str(library), controlling=True) as terminal:
        begin(terminal, "E")
        terminal.wait("DOING make")
        terminal.rest()
        terminal.press(key)
        terminal.wait("TYPE")
        terminal.press(key, key)
        terminal.press("A zebra crossed.\r")
        finish(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGUSR1, signal.SIGHUP])
def test_a_signal_waits_for_the_end_of_the_editor(
    launch: Launch, library: Path, editor: Callable[..., None], number: signal.Signals
) -> None:
    editor()
    with launch(str(library), controlling=True) as terminal:
        begin(terminal, "E")
        terminal.wait("TYPE")
        os.kill(terminal.process.pid, number)
        if number != signal.SIGHUP:  # which is passed on, for the terminal is gone for both
            terminal.rest()
            terminal.press("A zebra crossed.\r")
        assert terminal.leave() == 128 + number
        assert terminal.restored
        assert terminal.deserted()
    assert "A zebra" in (library / "one.md").read_text()


def test_a_terminal_that_is_gone_ends_the_editor_first(
    launch: Launch, library: Path, editor: Callable[..., None]
) -> None:
    editor()
    with launch(str(library), controlling=True) as terminal:
        begin(terminal, "E")
        terminal.wait("TYPE")
        terminal.vanish()
        assert terminal.leave() == 128 + signal.SIGHUP
        assert terminal.deserted()
    assert "A zebra" in (library / "one.md").read_text()


def test_an_editor_that_crashes_leaves_a_reader_that_is_whole(
    launch: Launch, library: Path, editor: Callable[..., None]
) -> None:
    editor("crash")
    with launch(str(library), controlling=True) as terminal:
        begin(terminal, "E")
        terminal.wait(lambda _: b"DOING crash" in terminal.raw)  # it is gone at once
        terminal.rest()
        terminal.wait("A horse crossed")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


@pytest.mark.parametrize("command", ["broken", 'vi "'])
def test_an_editor_that_cannot_be_started_is_said(
    launch: Launch, library: Path, home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    broken = home / "broken"
    broken.write_bytes(b"\x7fELF, but no more of it")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(home))
    monkeypatch.setenv("EDITOR", command)
    with launch(str(library), controlling=True) as terminal:
        begin(terminal, "E")
        terminal.wait("could not be started" if command == "broken" else "There is no editor")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


@pytest.mark.skipif(shutil.which("bash") is None, reason="a shell with job control is needed")
@pytest.mark.parametrize("word", ["stop-all", "stop-alone"])
def test_an_editor_that_stops_takes_the_reader_along_and_back(
    home: Path, library: Path, editor: Callable[..., None], word: str
) -> None:
    assert home.is_dir()
    editor(word)
    shell = ["bash", "--norc", "--noprofile", "--noediting", "-i"]
    with Terminal(shell, controlling=True, environment={"PS1": "READY> "}) as terminal:
        terminal.wait("READY>")
        terminal.press(f"{DIPTYCH} {library}\r")
        begin(terminal, "E")
        terminal.wait(r"Stopped[^\n]*\n(.*\n)*READY> ")
        terminal.press("fg\r")
        terminal.wait("TYPE")
        terminal.press("A zebra crossed.\r")
        terminal.rest()
        terminal.wait("A horse crossed. A zebra crossed")
        terminal.press("ctrl+q")
        terminal.wait(lambda _: terminal.raw.endswith(b"READY> "))
        terminal.press("exit 7\r")
        assert terminal.leave() == 7
        assert terminal.restored


@pytest.mark.skipif(shutil.which("vi") is None, reason="there is no vi")
def test_nothing_typed_in_vi_is_lost(
    launch: Launch, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    with launch(str(library), controlling=True) as terminal:
        begin(terminal, "E")
        terminal.wait("one.md")
        terminal.rest()
        terminal.press("GoA zebra crossed.", "escape")
        terminal.rest()
        terminal.press(":!sleep 600\r")
        terminal.wait(":!sleep 600")
        terminal.rest()
        terminal.press("ctrl+c")
        terminal.wait(r"(?i)interrupt|press enter|returned")
        terminal.press("\r")
        terminal.rest()
        terminal.press(":wq\r")
        finish(terminal)


BROWSER = """#!{python}
import os, sys
with open({noted!r}, "w") as file:
    print(sys.argv[1], os.isatty(0), os.getsid(0) == os.getppid() or os.getsid(0) == os.getpid(), file=file)
if os.isatty(0):
    input("BROWSING")
"""


def browser(home: Path, name: str) -> Path:
    """Put a browser of this name on the path's front; give where it notes what it was given."""
    noted = home / "noted"
    program = home / name
    program.write_text(BROWSER.format(python=sys.executable, noted=str(noted)))
    program.chmod(0o755)
    return noted


def test_a_browser_in_the_terminal_owns_it(
    launch: Launch, library: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = browser(home, "lynx")
    monkeypatch.setenv("BROWSER", f"nowhere:{home / 'lynx'}")
    with launch(str(library), controlling=True) as terminal:
        begin(terminal, "o")
        terminal.wait("BROWSING")
        terminal.press("\r")
        terminal.rest()
        terminal.wait("A horse crossed")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
    assert noted.read_text().startswith("https://a.example/b True")


def test_a_browser_with_a_window_gets_nothing_of_the_terminal(
    launch: Launch, library: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = browser(home, "firefox")
    monkeypatch.setenv("BROWSER", f"{home / 'firefox'} %s &")
    with launch(str(library), controlling=True) as terminal:
        begin(terminal, "o")
        terminal.wait("Asked the browser")
        terminal.wait(lambda _: noted.exists() and bool(noted.read_text()))
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert b"\x1b[?1049l" not in bytes(terminal.raw)[: bytes(terminal.raw).index(b"Asked the")]
    assert noted.read_text() == "https://a.example/b False True\n"


def test_without_a_browser_that_is_said(
    launch: Launch, library: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))
    monkeypatch.setenv("BROWSER", "nowhere")
    with launch(str(library)) as terminal:
        begin(terminal, "o")
        terminal.wait("There is no browser")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
