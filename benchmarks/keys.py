"""How long a key takes to be painted, and the list to be there, in a large library against a small.

Runs the reader in a pseudo-terminal of 120 by 40, in turn on five articles of a library and on all
of it, and prints for both the median and the 95th percentile, in milliseconds, of the time

- from exec to the filled list;
- of a step in the list while changed files are looked for;
- from a key to the last thing it changed on screen, by what the key does;
- from a letter to the first change, which is its being seen in the search line;
- from the last of a burst of keys to the last change;

how long the processor works for a key, how much memory is held at most, and all ratios. The words
typed are those of the five articles' titles, so both libraries find something.

    .venv/bin/python benchmarks/keys.py LIBRARY [--runs 5] [--home DIR] [--before FOLDER]

`--before FOLDER` measures another checkout (its own .venv, and a home of its own) on the whole
library in turn with this one instead, and prints the ratios of the medians with bootstrap intervals.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "tests" / "support"))

from speed.ratios import ratio_of_medians  # noqa: E402 - found beside this file
from terminal import Terminal  # noqa: E402 - among what supports tests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

FILLED = r"\d articles?\b"
DIPTYCH = (sys.executable, "-m", "tui")
MOVES = ("j", "j", "k", "pagedown", "pagedown", "pageup", "end", "pageup", "home")
QUIET = 0.3
"""Seconds without a change after which what a key did is taken to be all on screen."""
BURST = 0.02
"""Seconds between two keys of a burst."""

Times = dict[str, list[float]]


class Measured:
    """One session: what it does is timed into `times`, in milliseconds, by kind."""

    def __init__(self, terminal: Terminal, times: Times) -> None:
        self.terminal = terminal
        self.times = times

    def key(self, kind: str, key: str) -> None:
        """Press a key and wait until nothing changes any more; one that changes nothing is free."""
        self.terminal.forget_output()
        pressed = self.terminal.press(key)
        changed = self.terminal.settle(QUIET)
        first = self.terminal.first_output
        if first is not None and changed is not None:
            self.times[kind].append((changed - pressed) * 1000)
            if kind == "type":
                self.times["letter shown"].append((first - pressed) * 1000)

    def burst(self, kind: str, keys: Iterable[str]) -> None:
        """Press keys without waiting for what they do; time from the last one."""
        pressed = 0.0
        for key in keys:
            pressed = self.terminal.press(key)
            self.terminal.settle(BURST, BURST)
        if (changed := self.terminal.settle(QUIET)) is not None:
            self.times[kind].append(max(0.0, changed - pressed) * 1000)


def session(
    library: Path, home: Path, words: str, times: Times, program: Sequence[str] = DIPTYCH
) -> None:
    """Start, move in the list of all, search, read, move in what was found, leave."""
    with Terminal(
        [*program, str(library)], columns=120, rows=40, environment={"HOME": str(home)}
    ) as terminal:
        filled = terminal.wait(FILLED)
        times["list filled"].append((filled - terminal.began) * 1000)
        for key, seen in (("j", r"2 of \d"), ("k", r"1 of \d")) * 5:
            pressed = terminal.press(key)
            times["while looking"].append((terminal.wait(seen) - pressed) * 1000)
        terminal.settle(1.5, 60)  # the look for changed files
        here = Measured(terminal, times)
        for key in MOVES:
            here.key("move", key)
        terminal.press("/")
        terminal.settle(QUIET)
        worked = processor(terminal.process.pid)
        for letter in words:
            here.key("type", letter)
        worked = processor(terminal.process.pid) - worked
        times["type, CPU"].append(worked / len(words))
        for _ in range(3):
            here.key("erase", "backspace")
        terminal.press("enter")
        terminal.settle(QUIET)
        for key in MOVES:
            here.key("move", key)
        terminal.press("enter")
        terminal.settle(QUIET)
        for key in "nnNJK":
            here.key("read", key)
        terminal.press("2", "/")
        terminal.settle(QUIET)
        here.burst("burst typed", words)
        terminal.press("escape", "escape")
        terminal.settle(QUIET)
        worked = processor(terminal.process.pid)
        here.burst("burst of j", "j" * 40)
        times["j, CPU"].append((processor(terminal.process.pid) - worked) / 40)
        times["memory, MB"].append(memory(terminal.process.pid))
        terminal.press("ctrl+q")
        terminal.leave()


def processor(process: int) -> float:
    """Give how long a process has worked, in milliseconds; 0 where the system doesn't say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:13])) * 1000 / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """Give the most a process has held, in MB; 0 where the system doesn't say."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def index(library: Path, home: Path, program: Sequence[str] = DIPTYCH) -> int:
    """Bring a library's index up to date; give how many articles it has."""
    done = subprocess.run(
        [*program, "index", str(library), "--json"],
        env={**os.environ, "HOME": str(home)},
        stdout=subprocess.PIPE,
        check=True,
    )
    articles: int = json.loads(done.stdout)["articles"]
    return articles


def typed(library: Path, home: Path) -> list[str]:
    """Give two words of each title of a small library, as they are typed."""
    done = subprocess.run(
        [*DIPTYCH, "show", "--all", str(library)],
        env={**os.environ, "HOME": str(home)},
        stdout=subprocess.PIPE,
        check=True,
    )
    titles = [json.loads(line)["title"] or "" for line in done.stdout.splitlines()]
    words = [re.findall(r"[a-z]{4,}", title.lower())[:2] for title in titles]
    return [" ".join(some) for some in words if some]


def at(values: list[float], share: float) -> float:
    """Give the value that a share of them doesn't pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def report(small: Times, large: Times) -> None:
    """Print a line for each kind of what was timed."""
    print(f"{'':14} {'p50':>7} {'p95':>7} {'p50':>9} {'p95':>7} {'ratio p50':>11} {'p95':>6}")
    for kind, few in small.items():
        many = large[kind]
        low, high = statistics.median(few), at(few, 0.95)
        low2, high2 = statistics.median(many), at(many, 0.95)
        ratios = f"{low2 / low:11.2f} {high2 / high:6.2f}" if low else ""
        print(f"{kind:14} {low:7.1f} {high:7.1f} {low2:9.1f} {high2:7.1f} {ratios}")


def beside(options: argparse.Namespace, home: Path, words: list[str]) -> None:
    """Measure two checkouts in turn on one library, and print how they compare."""
    programs = {
        home / "this": DIPTYCH,
        home / "before": (str(options.before / ".venv" / "bin" / "python"), "-P", "-m", "tui"),
    }
    times: dict[Path, Times] = {place: defaultdict(list) for place in programs}
    for place, program in programs.items():
        place.mkdir(exist_ok=True)
        print(f"{index(options.library, place, program):,} articles")
        session(options.library, place, "a", defaultdict(list), program)
    for run in range(options.runs):
        for place in sorted(programs, reverse=bool(run % 2)):
            said = words[run % len(words)]
            session(options.library, place, said, times[place], programs[place])
    these, those = times.values()
    print(f"{'':14} {'p50':>7} {'before':>9}   ratio of medians")
    for kind, ours in these.items():
        middles = statistics.median(ours), statistics.median(those[kind])
        print(
            f"{kind:14} {middles[0]:7.1f} {middles[1]:9.1f}   {ratio_of_medians(ours, those[kind])}"
        )


def main() -> None:
    """Make the small library, bring both indexes up to date, and measure in turn."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("library", type=Path, help="a folder of many articles, one file each")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--home", type=Path, help="where indexes are kept from run to run")
    parser.add_argument("--before", type=Path, help="another checkout, with a .venv of its own")
    options = parser.parse_args()
    for name in [name for name in os.environ if name.startswith(("XDG_", "PYTHONDONT"))]:
        del os.environ[name]
    with tempfile.TemporaryDirectory() as folder:
        home = (options.home or Path(folder)).resolve()
        five = Path(folder) / "five"
        five.mkdir()
        files = (path for path in sorted(options.library.rglob("*")) if path.is_file())
        for _, path in zip(range(5), files, strict=False):
            shutil.copy2(path, five)
        if options.before:
            beside(options, home, typed(five, home))
            return
        libraries: dict[Path, Times] = {}
        take: Callable[[], Times] = lambda: defaultdict(list)  # noqa: E731 - a type and a maker
        for library in (five, options.library):
            libraries[library] = take()
            print(f"{index(library, home):,} articles in {library}")
            session(library, home, "a", take())  # writes byte code, warms what the system keeps
        words = typed(five, home)
        for run in range(options.runs):
            for library, times in libraries.items():
                session(library, home, words[run % len(words)], times)
        report(*libraries.values())


if __name__ == "__main__":
    main()
