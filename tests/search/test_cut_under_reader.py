"""A file that shrinks or fails under an open library is an error of ours, never a signal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from search import Desk

ROOT = Path(__file__).parents[2]
BEGIN = """
import os, random, sys, threading
from pathlib import Path
from search import Desk, SearchError
from search.engine.whoosh import store
library, cache = map(Path, sys.argv[1:])
store._SMALL = 0  # so that nothing is read before it is used
QUERIES = ("boat", "har*", '"the pilot boat"', "harbuor~", "p?l*", "source:pilot", "", "date:2024")
def told(desk):
    return [desk.search(query).total for query in QUERIES]
"""
CUT = (
    BEGIN
    + """
desk = Desk(library, cache=cache)
desk.search("tide")
for file in cache.glob("*/g-*/whoosh/*.arrays"):
    os.truncate(file, int(os.environ["SHARE"]) * file.stat().st_size // 100)
print(told(desk), len(desk.stories()), desk.hear())
desk.close()
"""
)
RACE = (
    BEGIN
    + """
whole = {file: file.read_bytes() for file in cache.glob("*/g-*/whoosh/*.arrays")}
stop = threading.Event()
def shrink():
    chosen = random.Random(7)
    while not stop.is_set():
        for file, data in whole.items():
            if file.exists():
                os.truncate(file, chosen.randrange(len(data)))
                file.write_bytes(data)
thread = threading.Thread(target=shrink)
thread.start()
for _ in range(40):
    desk = Desk(library, cache=cache)
    try:
        told(desk)
    except SearchError as error:
        assert "\\n" not in str(error)
    desk.close()
stop.set()
thread.join()
desk = Desk(library, cache=cache)
desk.sync()
print(told(desk))
desk.close()
"""
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(60):
        words = " ".join(f"word{number * 97 + at}" for at in range(400))
        head = f"title: Tide {number}\nsource: Pilot {number % 3}\ndate: 2024-05-02\n"
        text = f"---\n{head}---\n\nThe harbour and the pilot boat. {words}.\n"
        (folder / f"{number:02}.md").write_text(text, "utf-8")
    desk = Desk(folder, cache=tmp_path / "cache")
    desk.sync()
    desk.close()
    return folder


def ended(code: str, library: Path, share: int = 0) -> list[str]:
    """Run a program over the library; it ends by itself, not by a signal."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(library), str(library.parent / "cache")],
        cwd=ROOT,
        env={"SHARE": str(share), "HOME": str(library.parent), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


ANSWERS = "[60, 60, 60, 60, 60, 60, 60, 60]"


@pytest.mark.parametrize("share", [0, 1, 30, 60, 99])
def test_cut_under_an_open_library_the_index_is_built_anew(library: Path, share: int) -> None:
    (said,) = ended(CUT, library, share)
    assert said.startswith(ANSWERS)
    assert said.endswith("('the index was damaged and has been built anew',)")


def test_cut_at_any_moment_no_signal_ends_the_program(library: Path) -> None:
    (said,) = ended(RACE, library)
    assert said == ANSWERS
