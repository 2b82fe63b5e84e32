"""How soon the reader is there, against an empty Textual app, in one run.

Runs both programs in turn in a pseudo-terminal of 120 by 40 and prints medians of the time from
exec to the first painted cell, for the reader also to the filled list, and their ratios.

    .venv/bin/python benchmarks/start.py [LIBRARY] [--runs 10]
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))

from terminal import Terminal

EMPTY = "from textual.app import App; App().run()"


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
    options = parser.parse_args()
    reader = [str(Path(sys.executable).parent / "diptych")]
    if options.library:
        reader.append(options.library)
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home}
        for name in [name for name in os.environ if name.startswith(("XDG_", "PYTHONDONT"))]:
            del os.environ[name]
        empty: list[float] = []
        frame: list[float] = []
        full: list[float] = []
        for run in range(options.runs + 1):
            blank = measure([sys.executable, "-c", EMPTY], environment, None)
            ours = measure(reader, environment, options.filled)
            if run:  # the first run writes byte code and the index
                empty.append(blank[0])
                frame.append(ours[0])
                full.append(ours[1])
    base = statistics.median(empty)
    for name, times in (("empty app", empty), ("first frame", frame), ("list filled", full)):
        median = statistics.median(times)
        print(f"{name:12} {median:6.0f} ms  {median / base:4.2f} of an empty app")


if __name__ == "__main__":
    main()
