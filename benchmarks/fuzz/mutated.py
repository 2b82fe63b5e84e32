"""Mutated files of all kinds through the whole way: read, indexed, searched, compared, laid out, exported.

    python benchmarks/fuzz/mutated.py [--inputs 50000] [--skip 0] [--seed 1] [--seeds FOLDER ...]
        [--only SUFFIX ...] [--keep FOLDER] [--workers 2]

An input is a file with some of its bytes changed, cut, doubled, or replaced by signs that formats
live by, before it is packed or after (`file_seeds`, `mutation`): texts, Markdown and pages, tables,
reading lists, mail, documents, web archives, archives, and the files of the folders named. Each is
taken apart, its articles lit by queries, laid out for the reader, set beside one of the file it was
made of, and exported in every form; a hundred at a time they are a library, which the verbs of the
command line are run on. What crashes, takes more than two seconds of processor, makes the process
grow by more than 500 MB, isn't told in one line, or lets a control character through, is kept in
FOLDER with its seed, and said. The same seed gives the same inputs. Needs Linux.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from file_seeds import seeds
from mutation import mutated
from whole_way import articles, as_library, through

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from file_seeds import Seed

    from search import Article

_BATCH = 100
_TOLD = 1_000
"""After so many inputs it is said how far it is."""
_SECONDS = 2.0
_GROWTH = 500 << 20
_MISNAMED = 0.03
"""The share of inputs whose suffix is another's."""


@dataclass
class Tally:
    """What came of some inputs: how many articles, the faults, each in a line, and the dearest."""

    inputs: int = 0
    none: int = 0
    articles: int = 0
    slowest: float = 0.0
    largest: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def take(self, other: Tally) -> None:
        """Add what came of others."""
        self.inputs += other.inputs
        self.none += other.none
        self.articles += other.articles
        self.slowest = max(self.slowest, other.slowest)
        self.largest = max(self.largest, other.largest)
        self.kinds += other.kinds
        self.faults += other.faults


def memory(of: str) -> int:
    """Give the bytes of memory the process has (`VmRSS`), or had at most (`VmHWM`)."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(f"{of}:"):
            return int(line.split()[1]) << 10
    raise RuntimeError(of)


def costs(do: Callable[[], object]) -> tuple[float, int, str]:
    """Give the seconds of processor and the memory something took, and what was wrong, if anything."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak counts from here
    before, begun = memory("VmRSS"), time.process_time()
    said = ""
    try:
        do()
    except Exception:  # noqa: BLE001 - whatever it is, it is a fault to be told
        said = traceback.format_exc(limit=-4)
    took, grown = time.process_time() - begun, memory("VmHWM") - before
    if took > _SECONDS:
        said += f"took {took:.1f} s"
    if grown > _GROWTH:
        said += f"grew by {grown >> 20} MB"
    return took, grown, said


@lru_cache(maxsize=512)
def original(seed: Seed) -> Article:
    """Give the first article of a file as it was, or of one that has some."""
    found = next(articles(seed.make(bytes), f"a{seed.suffix}"), None)
    return found or original(seeds([])[0][0])


def batch(number: int, seed: int, begun_with: Sequence[Sequence[Seed]], keep: Path) -> Tally:
    """Make a batch of inputs, and take each of them the whole way, then all as a library."""
    chance, tally = random.Random(f"{seed}.{number}"), Tally()  # noqa: S311 - a seed is the point
    with tempfile.TemporaryDirectory() as place:
        library, home = Path(place, "library"), Path(place, "home")
        library.mkdir()
        home.mkdir()
        for count in range(_BATCH):
            source = chance.choice(chance.choice(begun_with))
            data = source.make(lambda whole: mutated(whole, chance))
            named = source
            if chance.random() < _MISNAMED:
                named = chance.choice(chance.choice(begun_with))
            path = library / f"{count}{named.suffix}"
            path.write_bytes(data)
            one(tally, source, path, keep / f"{seed}-{number}-{path.name}")
        _, _, fault = costs(lambda: as_library(library, home))
        if fault and not fault.startswith("took"):
            tally.faults.append(f"{seed}-{number} as a library: {fault}")
    return tally


def one(tally: Tally, source: Seed, path: Path, kept: Path) -> None:
    """Take an input the whole way, and count what came of it."""
    data, count, other = path.read_bytes(), 0, original(source)

    def take() -> None:
        nonlocal count
        count = through(data, path.name, other)

    took, grown, fault = costs(take)
    tally.inputs += 1
    tally.kinds[source.suffix] += 1
    tally.none += not count
    tally.articles += count
    tally.slowest, tally.largest = max(tally.slowest, took), max(tally.largest, grown)
    if fault:
        kept.write_bytes(data)
        tally.faults.append(f"{kept.name}: {fault}")


def batch_of(
    number: int, seed: int, folders: Sequence[Path], only: Sequence[str], keep: Path
) -> Tally:
    """Do a batch in a process of its own, which makes the files to begin with itself."""
    every = seeds(folders)
    if only:
        chosen = tuple(one for group in every for one in group if one.suffix in only)
        every = (chosen,)
    return batch(number, seed, every, keep)


def summary(total: Tally, begun: float) -> str:
    """Say what came of all inputs so far."""
    return (
        f"{total.inputs:,} inputs in {time.monotonic() - begun:,.0f} s, {total.articles:,} articles, "
        f"{total.none:,} inputs with none, the dearest {total.slowest:.2f} s of processor, "
        f"the largest {total.largest >> 20} MB, {len(total.faults)} faults"
    )


def main() -> int:
    """Run so many inputs; give 1 if any was a fault."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--inputs", type=int, default=50_000)
    parser.add_argument("--skip", type=int, default=0, help="inputs that were tried before")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=Path, nargs="*", default=[])
    parser.add_argument("--only", nargs="*", default=[], help="suffixes of the files to begin with")
    parser.add_argument("--keep", type=Path, default=Path("mutated-faults"))
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    asked.keep.mkdir(parents=True, exist_ok=True)
    total, begun = Tally(), time.monotonic()
    do = partial(batch_of, seed=asked.seed, folders=asked.seeds, only=asked.only, keep=asked.keep)
    numbers = range(asked.skip // _BATCH, -(-(asked.skip + asked.inputs) // _BATCH))
    with get_context("spawn").Pool(asked.workers, maxtasksperchild=20) as pool:
        for done in pool.imap_unordered(do, numbers):
            total.take(done)
            for fault in done.faults:
                print(fault, flush=True)
            if total.inputs % _TOLD == 0:
                print(summary(total, begun), flush=True)
    for suffix, inputs in sorted(total.kinds.items()):
        print(f"{suffix}: {inputs:,}")
    print(summary(total, begun))
    return 1 if total.faults else 0


if __name__ == "__main__":
    sys.exit(main())
