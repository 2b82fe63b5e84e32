"""`diptych add` and `update`, killed at one moment after another: is all whole, and does the next run go on?

    python benchmarks/fuzz/arriving.py [--count 200] [--seed 1]

A server on this machine has feeds with new, changed and old articles; the library keeps versions before a change and takes
out what is old. See `tests/support/killed_arrivals.py` for what a moment is. How far it is stands on standard error.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))

from killed_arrivals import VERBS, Scene
from web_server import WebServer


def main() -> int:
    """Go through the moments of both verbs; give 1 if anything wasn't as it must be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, WebServer({}) as server:
        scene = Scene(Path(folder), server)
        for verb in VERBS:
            expected, calls = scene.expected(verb)
            chance = random.Random(f"{options.seed}.{verb}")  # noqa: S311 - a seed is the point
            share = min(calls, -(-options.count // len(VERBS)))
            moments = sorted(chance.sample(range(1, calls + 1), share))
            for done, moment in enumerate(moments):
                print(f"\r{verb}: {done}/{share}", end="", file=sys.stderr, flush=True)
                for fault in scene.faults(verb, moment, expected):
                    wrong += 1
                    print(f"\r{verb}, moment {moment}: {fault}", flush=True)
            print(f"\r{verb}: {share} of {calls:,} moments, {wrong} faults so far", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
