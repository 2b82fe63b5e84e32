"""Two programs on one library, one of which may be killed; and a library that disappears."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]

WRITING = """
import sys
from pathlib import Path
from search import Desk
Desk(Path(sys.argv[1])).sync(lambda at: at.done or (print("here", flush=True), sys.stdin.read()))
"""


@pytest.fixture
def library(home: Path) -> Path:
    folder = home / "library"
    folder.mkdir()
    for name in "abc":
        put(folder, name)
    return folder


def put(folder: Path, name: str) -> None:
    (folder / f"{name}.md").write_text(f"---\ntitle: Tide {name}\n---\n\nA story.\n", "utf-8")


@pytest.fixture
def writing(library: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Give a program that is in the middle of a sync."""
    command = [sys.executable, "-c", WRITING, str(library)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:
        assert process.stdout
        assert process.stdout.readline() == b"here\n"
        yield process
        process.kill()


def test_beside_a_program_that_indexes_and_is_killed(
    launch: Launch, library: Path, writing: subprocess.Popen[bytes]
) -> None:
    with launch(str(library), columns=160) as terminal:
        terminal.wait("another diptych is writing this index")
        writing.kill()
        writing.wait()
        terminal.press("r")
        terminal.wait("3 articles")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


def test_two_readers_each_see_what_the_other_has_indexed(launch: Launch, library: Path) -> None:
    with launch(str(library)) as one, launch(str(library)) as other:
        for terminal in (one, other):
            terminal.wait("3 articles|another diptych")
            terminal.rest()
            terminal.press("r")
            terminal.wait("3 articles")
            terminal.rest()
        put(library, "d")
        one.press("r")
        one.wait("4 articles")
        one.process.kill()
        other.press("r")
        other.wait("Tide d")
        other.press("ctrl+q")
        assert other.leave() == 0
        assert other.restored


def test_a_library_that_vanishes_stays_on_screen_and_one_line_says_so(
    launch: Launch, library: Path, home: Path
) -> None:
    with launch(str(library), columns=120) as terminal:
        terminal.wait("3 articles")
        terminal.wait("A story")
        terminal.rest()
        library.rename(home / "elsewhere")
        terminal.press("r")
        terminal.wait("library: no such file or directory")
        terminal.wait("Tide b")
        terminal.wait("A story")
        (home / "elsewhere").rename(library)
        put(library, "d")
        terminal.press("r")
        terminal.wait("4 articles")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


def test_an_index_that_is_damaged_under_the_open_reader_is_mended_and_one_line_says_so(
    launch: Launch, library: Path, home: Path
) -> None:
    with launch(str(library), columns=120) as terminal:
        terminal.wait("3 articles")
        terminal.rest()
        for file in (home / ".cache").rglob("*.arrays"):
            if "whoosh" in file.parts:
                data = file.read_bytes()
                with file.open("r+b") as stream:
                    stream.write(bytes(byte ^ 4 for byte in data))
        terminal.press("/")
        for letter in "story":
            terminal.press(letter)
        terminal.wait("3 of 3")
        terminal.wait("the index was damaged and has been built")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


def test_what_the_reader_made_and_was_damaged_is_named(
    launch: Launch, library: Path, home: Path
) -> None:
    searches = home / ".local" / "state" / "diptych" / "searches.json"
    searches.parent.mkdir(parents=True, exist_ok=True)
    searches.write_text("rubbish", "utf-8")
    with launch(str(library), columns=120) as terminal:
        terminal.wait(r"searches\.json\.damaged-1")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
    assert searches.with_name("searches.json.damaged-1").read_text("utf-8") == "rubbish"
