"""Find texts that take a step more than their share of time: short pieces, repeated.

    python benchmarks/fuzz/repeats.py [--seconds 600] [--seed 1] [--length 50000] [--step NAME ...]

What makes a step slow is seldom strange bytes, but something plain that comes again and again:
`.a.a.a`, `$5 $5 $5`, `[[[[`. First each mark and piece of `tests/support/growth.py` by itself, then two
to four of them, drawn by chance, are repeated to a length and given to each step: reading a page and
Markdown, front matter, weighing, lighting, laying out, comparing in four shapes with all that is made
of it, a query, a settings file. Prints what takes more than six times as long for four times the text,
and how many texts were tried. With `--seed 0` there are no texts by chance.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from growth import SIGNS, STEPS, WORDS, growth, repeated, units  # noqa: E402 - what supports tests

if TYPE_CHECKING:
    from collections.abc import Iterator


def main() -> None:
    """Try one text after the other until the time is up."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, default=50_000)
    parser.add_argument("--step", nargs="*", choices=STEPS, default=list(STEPS))
    asked = parser.parse_args()
    until = time.monotonic() + asked.seconds
    tried = 0
    for unit in chain(units(), by_chance(asked.seed) if asked.seed else ()):
        if time.monotonic() >= until:
            break
        tried += 1
        for step in asked.step:
            if fault := growth(step, ascii(unit), repeated(unit), asked.length):
                print(fault, flush=True)
    print(f"{tried:,} texts, {len(asked.step)} steps")


def by_chance(seed: int) -> Iterator[str]:
    """Yield two to four pieces, without end."""
    chance = random.Random(seed)  # noqa: S311 - a seed is the point
    known = [*SIGNS, *filter(None, WORDS), " ", "\n", "\n\n", "\f"]
    while True:
        yield "".join(chance.choices(known, k=chance.randint(2, 4)))


if __name__ == "__main__":
    main()
