"""A long session: does anything grow, leak or slow down?

Runs the reader in a pseudo-terminal of 80 by 24 on a library of made-up articles, and goes round
and round: letters are typed in the search line, each of which is a search; articles are opened and
left, comparisons opened and walked, files of the library added, changed and deleted, each change
looked for with `r`. Prints for every tenth of the session the memory the reader holds, the files it
has open, its threads, and for each kind of action the median time until the screen rests and the
processor's work; last, how the end compares with what came after the first tenth.

    .venv/bin/python benchmarks/soak.py [--articles 2000] [--rounds 100]

A round is 200 searches, 50 articles, 5 comparisons and 2 changes: a hundred are 20,000, 5,000, 500
and 200, a working day of reading. Times are of the whole machine; the processor's work is not.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))

from keys import DIPTYCH, FILLED, processor
from speed.corpus import articles
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speed.corpus import Made

SEARCHES, ARTICLES, COMPARISONS, CHANGES = 200, 50, 5, 2
QUIET = 0.06
"""Seconds without a change after which an action is taken to be all on screen."""
PATIENCE = 0.5
"""Seconds an action has to change anything."""


class Held(NamedTuple):
    """What the reader holds: memory in MB, open files, threads, child processes."""

    memory: float
    files: int
    threads: int
    children: int


class Session:
    """One reader at work; what it does is timed by kind, in milliseconds."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.clock: defaultdict[str, list[float]] = defaultdict(list)
        self.work: defaultdict[str, list[float]] = defaultdict(list)

    @property
    def process(self) -> int:
        """The reader's number."""
        return self.terminal.process.pid

    def act(self, kind: str, *keys: str, quiet: float = QUIET) -> None:
        """Press keys, wait for a first change and until no other comes; count it as one."""
        worked = processor(self.process)
        self.terminal.forget_output()
        pressed = self.terminal.press(*keys)
        while self.terminal.last_output is None and time.perf_counter() - pressed < PATIENCE:
            self.terminal.settle(0.01, 0.02)
        rested = self.terminal.settle(quiet)
        if self.terminal.process.poll() is not None:
            raise SystemExit(f"the reader ended by itself:\n{self.terminal.text}")
        self.work[kind].append(processor(self.process) - worked)
        if rested is not None:
            self.clock[kind].append((rested - pressed) * 1000)


def main() -> None:
    """Make a library, read in it for long, and say what became of the reader."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000, help="how large the library is")
    parser.add_argument("--rounds", type=int, default=100)
    options = parser.parse_args()
    for name in [name for name in os.environ if name.startswith(("XDG_", "PYTHONDONT"))]:
        del os.environ[name]
    with tempfile.TemporaryDirectory() as folder:
        library, home = Path(folder) / "library", Path(folder) / "home"
        library.mkdir()
        home.mkdir()
        made = [one for batch in articles(options.articles, 370) for one in batch]
        for number, one in enumerate(made):
            put(library / f"{number:06}.md", one)
        soak(library, home, made, options.rounds)


def soak(library: Path, home: Path, made: list[Made], rounds: int) -> None:
    """Read for so many rounds and report."""
    with Terminal(
        [*DIPTYCH, str(library)], columns=80, rows=24, environment={"HOME": str(home)}
    ) as terminal:
        terminal.wait(FILLED, 120)
        terminal.settle(5, 600)
        whole = Session(terminal)
        words, changes = typed(made), changed(library, made)
        parts: list[tuple[Held, Session]] = []
        for number in range(rounds):
            part = Session(terminal)
            one_round(part, words, changes)
            parts.append((held(whole.process), part))
            if (number + 1) * 10 % rounds < 10:
                tell(number + 1, parts[-max(1, rounds // 10) :])
        compare(parts)
        terminal.press("ctrl+q")
        code = terminal.leave()
        print(f"left with exit code {code}; the terminal is as it was: {terminal.restored}")


def one_round(session: Session, words: Iterator[str], changes: Iterator[None]) -> None:
    """Search, read, compare, and let the library change."""
    searches = 0
    while searches < SEARCHES:
        session.act("leave", "/", "ctrl+u")
        for letter in next(words)[: SEARCHES - searches]:
            session.act("search", letter)
            searches += 1
        session.act("leave", "enter")
    session.act("leave", "/", "ctrl+u", "enter", quiet=0.3)
    session.act("article", "enter")
    for number in range(ARTICLES - 1):
        session.act("article", "J" if number % 3 else "K" if number % 2 else "J")
        if number % 5 == 0:
            session.act("page", " ")
    session.act("leave", "2")
    for _ in range(COMPARISONS):
        session.act("leave", "j", quiet=0.3)
        session.act("comparison", "c", quiet=0.3)
        if "⇄" not in session.terminal.text:
            session.terminal.wait("⇄", 20)
        session.act("page", "}")
        session.act("page", "pagedown")
        session.act("leave", "escape", quiet=0.3)
    for _ in range(CHANGES):
        next(changes)
        session.act("change", "r", quiet=0.6)


def typed(made: list[Made]) -> Iterator[str]:
    """Give words of the articles' titles, again and again, as they are typed."""
    for one in cycle(made):
        yield from islice(re.findall(r"[a-z]{4,}", one.title.lower()), 2)


def changed(library: Path, made: list[Made]) -> Iterator[None]:
    """Change the library a little more each time: one comes, one is edited, one goes."""
    for number in cycle(range(len(made))):
        late = library / f"late-{number:06}.md"
        put(late, made[number])
        yield
        put(late, made[number]._replace(title=f"{made[number].title} again"))
        yield
        late.unlink()
        yield


def put(path: Path, one: Made) -> None:
    """Write an article as a file."""
    head = f"---\ntitle: {one.title}\nsource: {one.source}\ndate: {one.day}\n---\n"
    path.write_text(head + one.body.replace("\n", "\n\n"), "utf-8")


def held(process: int) -> Held:
    """Say what a process holds now."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    memory = re.search(r"VmRSS:\s+(\d+)", status)
    threads = re.search(r"Threads:\s+(\d+)", status)
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return Held(
        int(memory[1]) / 1024 if memory else 0.0,
        len([*Path(f"/proc/{process}/fd").iterdir()]),
        int(threads[1]) if threads else 0,
        len(children),
    )


def tell(rounds: int, parts: list[tuple[Held, Session]]) -> None:
    """Print a line on the last rounds."""
    now = parts[-1][0]
    said = [f"{kind} {clock:.0f} ms ({work:.0f})" for kind, clock, work in medians(parts)]
    print(
        f"after {rounds:3} rounds: {now.memory:.0f} MB, {now.files} files, {now.threads} threads, "
        f"{now.children} children; until at rest (work): {', '.join(said)}",
        flush=True,
    )


def medians(parts: list[tuple[Held, Session]]) -> list[tuple[str, float, float]]:
    """Give each kind's median time and mean work."""
    kinds = ("search", "article", "comparison", "change")
    clocks = {kind: [t for _, one in parts for t in one.clock[kind]] for kind in kinds}
    works = {kind: [t for _, one in parts for t in one.work[kind]] for kind in kinds}
    return [(kind, statistics.median(clocks[kind]), statistics.mean(works[kind])) for kind in kinds]


def compare(parts: list[tuple[Held, Session]]) -> None:
    """Print how the last tenth compares with the second."""
    tenth = max(1, len(parts) // 10)
    early, late = parts[tenth : 2 * tenth] or parts[:tenth], parts[-tenth:]
    before, after = early[-1][0], late[-1][0]
    most = max(one.memory for one, _ in parts)
    print(
        f"memory: {after.memory / before.memory:.3f} of the second tenth's, {most:.0f} MB at most"
    )
    print(
        f"open files: {before.files}, then {after.files}; threads {before.threads}, {after.threads}"
    )
    for (kind, clock, work), (_, clock2, work2) in zip(medians(early), medians(late), strict=True):
        print(f"{kind}: time {clock2 / clock:.2f}, work {work2 / work:.2f} of the second tenth's")


if __name__ == "__main__":
    main()
