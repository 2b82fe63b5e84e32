"""Send the reader what no keyboard would, in a pseudo-terminal, and see that it stays and can be left.

    python benchmarks/fuzz/noise_run.py [--pieces 20000] [--seed 1] [--each 500]

Sequences of all kinds (keys, mouse in four encodings, reports, strings, pastes) with numbers of any
size, cut anywhere, and bytes beyond ASCII; see `tests/support/noise.py`. Every so many pieces the
reader is left and begun anew, in another place. Prints the seed and the last pieces where it ended by
itself, did not rest or could not be left, or left the terminal otherwise than it was.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import deque
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))

from noise import noise
from terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
PLACES: tuple[tuple[str, ...], ...] = ((), ("enter",), ("c",), ("?",), ("/", "x"), ("*",), ("A",))
"""Keys that lead to where the noise is sent to."""


def main() -> None:
    """Run it; say what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pieces", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=500, help="pieces for one reader")
    asked = parser.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as home:
        for seed in range(asked.seed, asked.seed + -(-asked.pieces // asked.each)):
            fault = once(seed, asked.each, home)
            faults += fault is not None
            print(f"seed {seed}: {fault or 'stayed, and was left'}", flush=True)
    print(f"{asked.pieces:,} pieces from seed {asked.seed}: {faults} faults")
    sys.exit(bool(faults))


def once(seed: int, pieces: int, home: str) -> str | None:
    """Send noise to one reader; say what went wrong."""
    last: deque[bytes] = deque(maxlen=5)
    surroundings = {"HOME": home, "EDITOR": "true", "BROWSER": "true &", "PYTHONPATH": str(ROOT)}
    for name in ("CACHE", "CONFIG", "STATE", "DATA"):
        surroundings[f"XDG_{name}_HOME"] = os.path.join(home, name.lower())  # noqa: PTH118 - a setting
    with Terminal([sys.executable, "-m", "tui"], environment=surroundings) as terminal:
        try:
            terminal.wait(r"5 articles")
            terminal.rest()
            terminal.press(*PLACES[seed % len(PLACES)])
            for piece in islice(noise(seed), pieces):
                last.append(piece)
                terminal.send(piece)
                terminal.settle(0.001)
                if terminal.process.poll() is not None:
                    return f"ended with {terminal.process.returncode} after {list(last)}"
            terminal.send(b"\x1b[201~")
            terminal.rest(2)
            terminal.press("ctrl+q")
            code = terminal.leave()
        except (TimeoutError, OSError) as error:
            return f"{error} after {list(last)}"
        return None if code == 0 and terminal.restored else f"left with {code}, {terminal.restored}"


if __name__ == "__main__":
    main()
