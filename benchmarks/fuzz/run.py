"""Fuzz every reader of bytes, one after the other, and keep count.

    pip install --group fuzz
    python benchmarks/fuzz/run.py [TARGET ...] [--seconds 3600] [--slice 60]
        [--work FOLDER] [--seeds FOLDER ...]

Each target of `targets.py` gets a slice in turn until the time is up, in a process of its own,
guided by the branches it has reached (atheris, libFuzzer beneath). What it has found worth
keeping stays in FOLDER/TARGET and is gone on from the next time; the articles that come with
Diptych, and the files of the folders named, begin it. Whatever crashes, takes longer than 25
seconds or more than two gigabytes is kept in FOLDER/faults, and said. FOLDER/slices.jsonl has
a line for each slice; the table printed at the end adds all of them up.

To see one input again: `python benchmarks/fuzz/run.py TARGET --once FILE`.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from hashlib import blake2b
from itertools import cycle
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT)]

LONGEST, LONGEST_LINE = 4_096, 1_024
"""Bytes of a file, and of what is a line or a few; longer ones are for the benchmark of limits."""
_LINES = frozenset("addresses dates front_matter plain_yaml query words".split())
_PATIENCE = 25
_MEMORY = 2_048
_GRACE = 1_800
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_FAULT = re.compile(r"Test unit written to (\S+)")
_RAISED = "Uncaught Python exception"
_LIBRARIES = ["search", "tui", "targets", "markdown_it"]


def main() -> None:
    """Fuzz, or show one input."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("target", nargs="*", help="all of them when none is named")
    parser.add_argument("--seconds", type=int, default=3_600, help="for all together")
    parser.add_argument("--slice", type=int, default=60, help="seconds of a turn")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "diptych-fuzz")
    parser.add_argument("--seeds", type=Path, nargs="*", default=[], help="folders of files")
    parser.add_argument("--once", type=Path, help="a file to feed to one target")
    parser.add_argument("--child", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        fuzz(asked.target[0], asked.child)
    elif asked.once:
        from targets import TARGETS  # noqa: PLC0415 - beside this file

        TARGETS[asked.target[0]](asked.once.read_bytes())
    else:
        turns(asked)


def fuzz(target: str, options: list[str]) -> None:
    """Fuzz one target in this process; ends it."""
    import atheris  # noqa: PLC0415 - needed by this alone

    with atheris.instrument_imports(include=_LIBRARIES):
        from targets import TARGETS  # noqa: PLC0415 - to be instrumented

    atheris.Setup([sys.argv[0], *options], TARGETS[target])
    atheris.Fuzz()


def turns(asked: argparse.Namespace) -> None:
    """Give each target its turn until the time is up; print what came of all."""
    from seeds import SEEDS  # noqa: PLC0415 - beside this file
    from targets import TARGETS  # noqa: PLC0415 - likewise

    names = asked.target or list(TARGETS)
    faults = asked.work / "faults"
    faults.mkdir(parents=True, exist_ok=True)
    for name in names:
        files = [file for folder in (ROOT / "articles", *asked.seeds) for file in folder.rglob("*")]
        begun = [file.read_bytes() for file in files if file.is_file()]
        sow(asked.work / name, [*begun, *SEEDS.get(name, ())], longest(name))
    until = time.monotonic() + asked.seconds
    for name in cycle(names):
        if time.monotonic() >= until:
            break
        row = turn(name, asked.slice, asked.work / name, faults)
        with (asked.work / "slices.jsonl").open("a", encoding="utf-8") as stream:
            print(json.dumps(row), file=stream)
        if row["fault"]:
            print(f"{name}: {row['fault']}\n{row['said']}", flush=True)
    show(asked.work / "slices.jsonl")


def longest(name: str) -> int:
    """Say how many bytes an input of a target may have."""
    return LONGEST_LINE if name in _LINES else LONGEST


def sow(corpus: Path, begun: list[bytes], most: int) -> None:
    """Put inputs into a target's corpus, as far as they fit."""
    corpus.mkdir(exist_ok=True)
    for data in begun:
        name = blake2b(data, digest_size=8).hexdigest()
        (corpus / name).write_bytes(data[:most])


def turn(name: str, seconds: int, corpus: Path, faults: Path) -> dict[str, Any]:
    """Fuzz one target for some time; give how much was done and what was wrong."""
    options = [
        str(corpus),
        f"-max_total_time={seconds}",
        f"-timeout={_PATIENCE}",
        f"-rss_limit_mb={_MEMORY}",
        f"-max_len={longest(name)}",
        f"-artifact_prefix={faults}/{name}-",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-B", __file__, name, "--child", *options]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=seconds + _GRACE,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = done.stdout + done.stderr
    count = _EXECUTED.search(said)
    fault = _FAULT.search(said)
    if not (count or fault):
        raise RuntimeError(f"{name}: {said[-2_000:]}")
    return {
        "target": name,
        "seconds": round(time.monotonic() - begun, 1),
        "cpu": round(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, 1),
        "runs": int(count[1]) if count else 0,
        "fault": fault[1] if fault else "",
        "said": said[said.find(_RAISED) :][:3_000] if fault else "",
    }


def show(file: Path) -> None:
    """Print the sums of all slices."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * 4)
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        for place, value in enumerate(
            (row["seconds"], row["cpu"], row["runs"], bool(row["fault"]))
        ):
            sums[row["target"]][place] += value
    print("| target | seconds | CPU s | inputs | faults |\n|---|---|---|---|---|")
    sums["all"] = [sum(column) for column in zip(*sums.values(), strict=True)]
    for name, (seconds, worked, runs, faults) in sums.items():
        print(f"| {name} | {seconds:,.0f} | {worked:,.0f} | {runs:,.0f} | {faults:.0f} |")


if __name__ == "__main__":
    main()
