"""What happens to the index is mended, or said in one line."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.tui.cli.conftest import Run

    Start = Callable[..., subprocess.Popen[bytes]]

WRITING = """
import sys
from pathlib import Path
from search import Desk

def wait(at):
    if at.done == 0:
        print("here", flush=True)
        sys.stdin.readline()

report = Desk(Path(sys.argv[1])).sync(wait)
print(report.articles, report.added)
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"Title of {name}\n\nA story of {name}.\n", "utf-8")
    return folder


@pytest.fixture
def writing(environment: dict[str, str], library: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Give a program that is in the middle of a sync until it is sent a line."""
    command = [sys.executable, "-c", WRITING, str(library)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe) as process:
        assert process.stdout
        assert process.stdout.readline() == b"here\n"
        yield process
        process.kill()


def test_of_two_writers_the_second_is_refused(
    run: Run, library: Path, writing: subprocess.Popen[bytes]
) -> None:
    done = run("index", str(library))
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("diptych: ")
    assert done.err.endswith(": another diptych is writing this index; try again shortly\n")
    assert done.err.count("\n") == 1
    out, _ = writing.communicate(b"go on\n")
    assert (writing.returncode, out) == (0, b"3 3\n")
    assert run("search", "story", str(library), "--no-sync", "--json").document["total"] == 3


def test_the_lock_of_a_writer_that_died_is_none(
    run: Run, library: Path, writing: subprocess.Popen[bytes], home: Path
) -> None:
    writing.send_signal(signal.SIGKILL)
    writing.wait()
    assert list((home / ".cache" / "diptych").glob("*/lock"))
    done = run("index", str(library), "--json")
    assert (done.code, done.err, done.document["added"]) == (0, "", 3)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("current", "the index was damaged and has been built anew"),
        ("g-*/stamp", "the index was outdated and has been built anew"),
        ("g-*/manifest.arrays", "the index was damaged and has been built anew"),
        ("g-*/whoosh/*.toc", "the index was damaged and has been built anew"),
        ("g-*/whoosh/*.arrays", "the index was damaged and has been built anew"),
        ("front.json", "the first page that was kept was damaged and has been made anew"),
    ],
)
@pytest.mark.parametrize("verb", [["search"], ["search", "--no-sync"], ["index"]])
def test_damage_is_mended_in_one_line(
    run: Run,
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    says: str,
    verb: list[str],
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert run("index", str(library)).code == 0
    for file in tmp_path.glob(f"diptych/*/{name}"):
        data = bytearray(file.read_bytes())
        data[len(data) // 3] ^= 1
        data[3] ^= 1
        file.write_bytes(data)
    what, *options = verb
    done = run(what, *(["story"] if what == "search" else []), str(library), "--json", *options)
    assert done.code == 0
    unseen = name == "front.json" and "--no-sync" in verb
    assert done.err == (f"diptych: {says}\n" if not unseen else "")
    assert run("search", "story", str(library), "--json").document["total"] == 3
