"""Asks engines in turn, each held open by a process of its own, so that a noise hits all alike."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROUNDS = 3
PATIENCE = 60
"""Seconds of asking an engine one kind of question, after which it isn't asked another round."""
_SCRIPT = Path(__file__).with_name("measure.py")


class Place(NamedTuple):
    """Where an engine is found: its name there, the Python and the checkout that have it."""

    engine: str
    python: str
    checkout: Path

    def run(self, task: str, *args: object, **how: Any) -> subprocess.Popen[str]:
        """Start a process that does a task with it."""
        paths = os.pathsep.join([str(self.checkout / "benchmarks"), str(self.checkout)])
        return subprocess.Popen(
            [self.python, str(_SCRIPT), task, self.engine, *map(str, args)],
            env={**os.environ, "PYTHONPATH": paths},
            stdout=subprocess.PIPE,
            text=True,
            **how,
        )


class Took(NamedTuple):
    """What questions of a kind took, each at its best: milliseconds, and how many it found."""

    clock: list[float]
    processor: list[float]
    totals: list[int | None]


class Worker:
    """An engine held open by a process of its own."""

    def __init__(self, name: str, place: Place, corpus: Path, folder: Path) -> None:
        self.name = name
        self._process = place.run("ask", corpus, folder, stdin=subprocess.PIPE)
        self.answers: list[str] = self.tell("can")["answers"]

    def tell(self, what: str, *args: object) -> dict[str, Any]:
        """Have it do one thing; give what came of it."""
        given, got = self._process.stdin, self._process.stdout
        assert given is not None  # noqa: S101 - both are pipes
        assert got is not None  # noqa: S101 - a bug here, no input
        print(json.dumps([what, *args]), file=given, flush=True)
        line = got.readline()
        if not line:
            sys.exit(f"{self.name} ended while asked: {what} {args}")
        told: dict[str, Any] = json.loads(line)
        return told

    def end(self) -> None:
        """Let it go."""
        self._process.communicate()


def build(place: Place, corpus: Path, folder: Path, bound: float) -> dict[str, Any] | None:
    """Build an engine's index; None, with what it said on stderr, if it isn't there."""
    process = place.run("build", corpus, folder, bound, stderr=subprocess.PIPE)
    out, said = process.communicate()
    if process.returncode:
        print(*said.strip().splitlines()[-1:], file=sys.stderr)
        return None
    told: dict[str, Any] = json.loads(out)
    return told


def repeated(workers: list[Worker], what: str, times: int) -> dict[str, float]:
    """Have each do something so often, in turn; give the middle of the seconds it took."""
    took: dict[str, list[float]] = {one.name: [] for one in workers}
    for turn in range(times):
        for one in _shuffled(workers, turn):
            took[one.name].append(one.tell(what)["seconds"])
    return {name: sorted(each)[times // 2] for name, each in took.items()}


def ask(
    workers: list[Worker], kind: str, asked: list[list[str]], holds: str
) -> dict[str, Took | str]:
    """Ask all questions of a kind of each engine, the engines taking turns at each question.

    The order of the turns is drawn anew for each question. The first round reads the files and
    isn't told. Of an engine which takes too long for one of them, how long is told.
    """
    size = len(asked)
    going = list(workers)
    told: dict[str, Took | str] = {}
    spent = {one.name: 0.0 for one in workers}
    for turn in range(ROUNDS + 1):
        for one in going:
            one.tell("forget")
        for i, words in enumerate(asked):
            for one in _shuffled(going, turn * size + i):
                got = one.tell("ask", kind, words, holds)
                if "seconds" not in got:
                    going.remove(one)
                    told.pop(one.name, None)
                    if "over" in got:
                        told[one.name] = f"over {got['over'] * 1000:,}"
                    continue
                spent[one.name] += got["seconds"]
                if turn:
                    _keep(told, one.name, size, i, got)
        going = [one for one in going if not turn or spent[one.name] < PATIENCE]
    return told


def _keep(
    told: dict[str, Took | str], name: str, size: int, place: int, got: dict[str, Any]
) -> None:
    took = told.setdefault(name, Took([float("inf")] * size, [float("inf")] * size, [None] * size))
    if isinstance(took, Took):
        took.clock[place] = min(took.clock[place], got["seconds"] * 1000)
        took.processor[place] = min(took.processor[place], got["cpu"] * 1000)
        took.totals[place] = got["total"]


def _shuffled(workers: list[Worker], seed: int) -> list[Worker]:
    return random.Random(seed).sample(workers, len(workers))
