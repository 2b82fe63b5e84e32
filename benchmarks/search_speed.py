"""How fast, how large, how much memory: our index beside others, in one run on one machine.

    python benchmarks/search_speed.py [--sizes 1000 10000 100000] [--engines diptych Tantivy …]

Needs what is compared: `pip install tantivy`; Xapian is looked for in the system's own Python.
An engine that isn't there is left out and said so. Prints one table a size.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from speed import corpus  # noqa: E402 - found beside this file
from speed.questions import questions  # noqa: E402

ENGINES = ("diptych", "diptych ×2", "stock Whoosh", "SQLite FTS5", "Tantivy", "Xapian")
_SYSTEM = {"Xapian": "/usr/bin/python3"}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--words", type=int, default=590)
    parser.add_argument("--engines", nargs="+", default=ENGINES, choices=ENGINES)
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "diptych-speed"
    )
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for size in asked.sizes:
        made = asked.folder / f"{size}x{asked.words}.jsonl"
        if not made.exists():
            corpus.write(made, size, asked.words)
        mix = asked.folder / f"{size}x{asked.words}.questions.json"
        mix.write_text(json.dumps(questions(made, size)), "utf-8")
        told = {}
        for name in asked.engines:
            result = _measure(name, made, mix, asked.folder / "index")
            if result is None:
                print(f"{name}: not there, left out")
            else:
                told[name] = result
        _table(size, told)


def _measure(name: str, made: Path, mix: Path, folder: Path) -> dict[str, Any] | None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    command = [_SYSTEM.get(name, sys.executable), "-m", "speed.measure", name, made, mix, folder]
    paths = os.pathsep.join([str(HERE), str(HERE.parent)])
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1:], file=sys.stderr)
        return None
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _table(size: int, told: dict[str, dict[str, Any]]) -> None:
    print(f"\n### {size:,} articles\n\n| | {' | '.join(told)} |\n|---|{'---|' * len(told)}")
    plain = [
        ("articles a second", lambda one: f"{one['rate']:,.0f}"),
        ("articles a CPU second", lambda one: f"{one['cpu rate']:,.0f}"),
        ("index to text", lambda one: f"{one['size']:.2f}"),
        ("peak memory, MB", lambda one: f"{one['peak'] / 1e6:,.0f}"),
        ("open, ms", lambda one: f"{one['open'] * 1000:.1f}"),
        ("add ten, ms", lambda one: f"{one['add ten'] * 1000:.1f}"),
    ]
    for label, shown in plain:
        print(f"| {label} | {' | '.join(shown(one) for one in told.values())} |")
    kinds = dict.fromkeys(kind for one in told.values() for kind in one["queries"])
    for kind in kinds:
        cells = [one["queries"].get(kind) for one in told.values()]
        print(
            f"| {kind}, p50 / p95 ms | "
            + " | ".join(f"{c['p50']:.2f} / {c['p95']:.2f}" if c else "–" for c in cells)
            + " |"
        )


if __name__ == "__main__":
    main()
