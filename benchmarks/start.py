"""How soon the reader is there, against an empty Textual app, in one run.

Runs both programs in turn in a pseudo-terminal of 120 by 40 and prints medians of the time from
exec to the first painted cell, for the reader also to the filled list, and their ratios.

    .venv/bin/python benchmarks/start.py [LIBRARY] [--runs 10] [--before FOLDER | --marked]

`--before FOLDER` starts another checkout's reader (of its own .venv) in turn with this one's, and
prints the ratios of the medians with bootstrap intervals. `--marked` does so with this one's where
nothing is marked, while elsewhere every article is read and starred and has a tag and a note.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "tests" / "support"))

from speed.ratios import ratio_of_medians  # noqa: E402 - found beside this file
from terminal import Terminal  # noqa: E402 - among what supports tests

EMPTY = "from textual.app import App; App().run()"
MARK = """
import sys
from pathlib import Path
from search import Desk, MarkChange, bundled
desk = Desk(Path(sys.argv[1]) if sys.argv[1:] else bundled())
desk.sync()
desk.marks.mark(desk.ids(), MarkChange(read=True, starred=True, tags=("seen",), note="Who says so?"))
desk.close()
"""


def painted(terminal: Terminal) -> bool:
    """Tell whether any cell shows anything but the terminal's own background."""
    return any(
        cell.data != " " or cell.bg != "default"
        for row in terminal.screen.buffer.values()
        for cell in row.values()
    )


def measure(command: list[str], environment: dict[str, str], filled: str | None) -> list[float]:
    """Give the milliseconds from exec to the first paint and, if asked for, to the filled list."""
    with Terminal(command, columns=120, rows=40, environment=environment) as terminal:
        times = [terminal.wait(lambda _: painted(terminal))]
        if filled:
            times.append(terminal.wait(filled))
        terminal.press("ctrl+q")
        terminal.leave()
        return [(at - terminal.began) * 1000 for at in times]


def main() -> None:
    """Print one line for each of the three medians."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "library", nargs="?", help="a folder of articles; the bundled ones if left out"
    )
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument(
        "--filled", default=r"\d articles?\b", help="pattern that shows the list is filled"
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--before", type=Path, help="another checkout, with a .venv of its own")
    other.add_argument("--marked", action="store_true", help="with marks, beside without any")
    options = parser.parse_args()
    readers = [str(Path(sys.executable).parent / "diptych")]
    library = [options.library] if options.library else []
    if options.before:
        readers.append(str(options.before / ".venv" / "bin" / "diptych"))
    elif options.marked:
        readers *= 2
    for name in [name for name in os.environ if name.startswith(("XDG_", "PYTHONDONT"))]:
        del os.environ[name]
    empty: list[float] = []
    frames: list[list[float]] = [[] for _ in readers]
    filled: list[list[float]] = [[] for _ in readers]
    with ExitStack() as stack:
        homes = [stack.enter_context(tempfile.TemporaryDirectory()) for _ in readers]
        if options.marked:
            command = [sys.executable, "-c", MARK, *library]
            subprocess.run(command, env={**os.environ, "HOME": homes[0]}, check=True)
        for run in range(options.runs + 1):
            blank = measure([sys.executable, "-c", EMPTY], {"HOME": homes[0]}, None)
            if run:
                empty.append(blank[0])
            for at in sorted(range(len(readers)), reverse=bool(run % 2)):
                command = [readers[at], *library]
                ours = measure(command, {"HOME": homes[at]}, options.filled)
                if run:  # the first run writes byte code and the index
                    frames[at].append(ours[0])
                    filled[at].append(ours[1])
    told = "one without marks" if options.marked else options.before
    report(empty, frames, filled, told)


def report(
    empty: list[float], frames: list[list[float]], filled: list[list[float]], other: object
) -> None:
    """Print medians of this reader, and ratios to the other one's if there is one."""
    base = statistics.median(empty)
    for name, times in (
        ("empty app", empty),
        ("first frame", frames[0]),
        ("list filled", filled[0]),
    ):
        median = statistics.median(times)
        print(f"{name:12} {median:6.0f} ms  {median / base:4.2f} of an empty app")
    if len(frames) > 1:
        for name, both in (("first frame", frames), ("list filled", filled)):
            ours, theirs = both
            print(f"{name:12} {ratio_of_medians(ours, theirs)} of {other}")


if __name__ == "__main__":
    main()
