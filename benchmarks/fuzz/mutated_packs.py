"""Mutated mail, documents and web archives, changed before and after they are packed.

    python benchmarks/fuzz/mutated_packs.py [SUFFIX ...] [--inputs 1000] [--seed 1] [--keep FOLDER]

A changed byte of what is compressed only breaks it, so most changes are made to what is within. Each
input is recognised, opened, walked through and understood. What crashes, takes more than two seconds of
processor, makes the process grow by more than 500 MB, isn't told in one line or lets a control
character through, is kept in FOLDER and said. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from mutated import costs, mutated  # noqa: E402 - beside this file
from packs import PACKS, harmless, taken_apart  # noqa: E402 - what supports tests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from packs import Make

    from search.formats.kinds import Kind

_SECONDS = 2.0


def run(kind: Kind, makes: Sequence[Make], inputs: int, seed: int, keep: Path) -> int:
    """Take mutated files of one kind apart, and give how many were faults."""
    chance = random.Random(f"{seed}.{kind.suffixes}")  # noqa: S311 - a seed is the point
    faults, slowest, articles = 0, 0.0, 0
    for number in range(inputs):
        data = chance.choice(makes)(lambda whole: mutated(whole, chance))
        count = 0

        def take(data: bytes = data) -> None:
            nonlocal count
            found = taken_apart(kind, data)
            for article in found:
                harmless(article)
            count = len(found)

        took, fault = costs(take)
        slowest, articles = max(slowest, took), articles + count
        if fault or took > _SECONDS:
            faults += 1
            (keep / f"{seed}-{number}{kind.suffixes[0]}").write_bytes(data)
            print(f"{seed}-{number}{kind.suffixes[0]}: {took:.1f} s {fault}", flush=True)
    print(
        f"{kind.name} ({kind.suffixes[0]}): {inputs:,} inputs, {articles:,} articles, "
        f"the dearest {slowest:.2f} s of processor, {faults} faults"
    )
    return faults


def main() -> int:
    """Run so many inputs a kind; give 1 if any was a fault."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("suffix", nargs="*", help="of the kinds; all of them when none is named")
    parser.add_argument("--inputs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("mutated-faults"))
    asked = parser.parse_args()
    asked.keep.mkdir(parents=True, exist_ok=True)
    faults = 0
    for kind, makes in PACKS:
        if not asked.suffix or kind.suffixes[0] in asked.suffix:
            faults += run(kind, makes, asked.inputs, asked.seed, asked.keep)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
