"""How fast, how large, how much memory: our index beside others, in one run on one machine.

    python benchmarks/search_speed.py [--sizes 1000 10000 100000] [--engines diptych Tantivy …]

Needs what is compared: `pip install tantivy`; Xapian is looked for in the system's own Python.
An engine that isn't there is left out and said so; one that builds for more than `--bound`
seconds is stopped, and its table says of how many articles its figures are. Prints one table a
size.
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

PLAIN = (
    ("articles a second", "rate", 1, ",.0f"),
    ("articles a CPU second", "cpu rate", 1, ",.0f"),
    ("index to text", "size", 1, ".2f"),
    ("peak memory, MB", "peak", 1e-6, ",.0f"),
    ("open, ms", "open", 1e3, ".1f"),
    ("add ten, ms", "add ten", 1e3, ".1f"),
)
ENGINES = ("diptych", "diptych ×2", "stock Whoosh", "SQLite FTS5", "Tantivy", "Xapian")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--words", type=int, default=590)
    parser.add_argument("--engines", nargs="+", default=ENGINES, choices=ENGINES)
    parser.add_argument("--xapian-python", default="/usr/bin/python3", metavar="PATH")
    parser.add_argument("--bound", type=float, default=1800, metavar="SECONDS")
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
            python = asked.xapian_python if name == "Xapian" else sys.executable
            result = _measure([python, name, made, mix, asked.folder / "index", asked.bound])
            if result is None:
                print(f"{name}: not there, left out")
            else:
                told[name] = result
        _table(size, told)


def _measure(what: list[Any]) -> dict[str, Any] | None:
    python, *rest = map(str, what)
    folder = Path(rest[3])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    paths = os.pathsep.join([str(HERE), str(HERE.parent)])
    done = subprocess.run(
        [python, "-m", "speed.measure", *rest],
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
    names = [
        name if one["articles"] == size else f"{name}, the first {one['articles']:,}"
        for name, one in told.items()
    ]
    print(f"\n### {size:,} articles\n\n| | {' | '.join(names)} |\n|---|{'---|' * len(told)}")
    for label, key, unit, form in PLAIN:
        cells = (format(one[key] * unit, form) if key in one else "–" for one in told.values())
        print(f"| {label} | {' | '.join(cells)} |")
    asked = [one.get("queries", {}) for one in told.values()]
    for kind in dict.fromkeys(kind for one in asked for kind in one):
        cells = (_times(one.get(kind)) for one in asked)
        print(f"| {kind}, p50 / p95 ms | {' | '.join(cells)} |")


def _times(took: dict[str, float] | None) -> str:
    if took is None:
        return "–"
    if "over" in took:
        return f"over {took['over'] * 1000:,}"
    return f"{took['p50']:.2f} / {took['p95']:.2f}"


if __name__ == "__main__":
    main()
