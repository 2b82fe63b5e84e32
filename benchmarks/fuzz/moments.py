"""Killed, or refused by the disk, at one system call after another: is anything lost?

    python benchmarks/fuzz/moments.py [--peril killed|full|failing] [--count 1000] [--seed 1]
        [--scenario first|change|rebuild|marking ...] [--work FOLDER]

A child indexes a library (articles, a file of JSON Lines and an archive), saving what it has after
each part of a file, brings it up to date, rebuilds it, or marks articles as read, notes something on
them and says that they are one story, under `strace`, which counts the system calls that change files
and at one of them kills the child, or has the call and all behind it fail with "no space left" or
"input/output error". Moments are drawn with the seed among as many calls as the scenario makes.
Afterwards the index must answer as it did before or as it would have after; the next sync must put all
right without building anew; every mark that was acknowledged must be known; nothing may be left over.
How far it is stands on standard error, as a moment takes some seconds. Needs `strace`.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from perils import index_content, prepare, wrong  # noqa: E402 - the folder has to be known first

from search import Desk, MarkChange  # noqa: E402 - likewise
from search.ingest import sync  # noqa: E402 - likewise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CALLS = (
    "write,pwrite64,writev,pwritev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,"
    "mkdir,mkdirat,rmdir,ftruncate,fallocate,link,linkat,symlink,symlinkat,close,flock,fcntl"
)
_REFUSED = "write,pwrite64,writev,pwritev,fsync,fdatasync,rename,mkdir,ftruncate,fallocate"
_PERILS = {
    "killed": (_CALLS, "signal=SIGKILL"),
    "full": (_REFUSED, "error=ENOSPC"),
    "failing": (_REFUSED, "error=EIO"),
}
_CALL = re.compile(r"(\d+) +(\w+)\(")
_COMMITS = 6
_SCENARIOS = ("first", "change", "rebuild", "marking")
_ANY_TRACER = 0x59616D61, -1
"""For prctl: where the system lets only ancestors trace a process, these may be any."""


def do(place: Path, scenario: str, told: int, begin: int) -> None:
    """Do in a child what a scenario is, once a byte says so, and print what is acknowledged."""
    sync._FIRST_SAVE = sync._LAST_SAVE = 0.0  # noqa: SLF001 - else so small a library is saved once
    ctypes.CDLL(None).prctl(*_ANY_TRACER)
    desk = Desk(place / "library", cache=place / "cache", data=place / "data")
    ids = sorted(desk.ids())
    os.read(begin, 1)
    if scenario == "marking":
        for at in range(1, len(ids)):
            desk.marks.mark([ids[at]], MarkChange(read=True, note=f"Note {at}"))
            desk.story_groups.merge(ids[0], ids[at])
            os.write(told, b"%d " % at)
    else:
        desk.sync(rebuild=scenario == "rebuild")
    desk.close()
    os.write(told, b"done")


class Moment(NamedTuple):
    """One of the calls that the main thread of a child makes, and how many of each were before."""

    place: int
    name: str
    before: Counter[str]

    def inject(self, peril: str) -> Iterator[str]:
        """Give what has a peril happen then; strace counts each kind of call by itself."""
        calls, how = _PERILS[peril]
        if peril == "killed":
            yield f"inject={self.name}:{how}:when={self.before[self.name] + 1}"
        else:
            for name in calls.split(","):
                yield f"inject={name}:{how}:when={self.before[name] + 1}+"


def run(
    place: Path, scenario: str, peril: str, moment: Moment | None
) -> tuple[list[str], list[Moment]]:
    """Run a child; give the lines it printed, and the calls its main thread made of its work.

    Args:
        place: holds `library`, `cache` and `data`.
        scenario: what the child does.
        peril: what happens to it.
        moment: at which call; None only counts.
    """
    calls = _PERILS[peril][0]
    near, told = os.pipe()
    begin, start = os.pipe()
    number = os.fork()
    if number == 0:
        with suppress(BaseException):  # a refusal, as a rule; what it did is looked at afterwards
            do(place, scenario, told, begin)
        os._exit(0)
    os.close(told)
    os.close(begin)
    with tempfile.NamedTemporaryFile("r") as log, os.fdopen(near, "rb") as said:
        inject = [word for one in (moment.inject(peril) if moment else ()) for word in ("-e", one)]
        command = ["strace", "-f", "-qq", "-o", log.name, "-e", f"trace={calls}", *inject]
        tracer = subprocess.Popen([*command, "-p", str(number)], stderr=subprocess.DEVNULL)
        while not _traced(number):
            time.sleep(0.001)
        os.write(start, b".")
        os.close(start)
        printed = said.read().decode().split()
        os.waitpid(number, 0)
        tracer.wait()
        return printed, list(_moments(log, str(number)))


def _traced(number: int) -> bool:
    status = Path(f"/proc/{number}/status").read_text("ascii")
    return "TracerPid:\t0" not in status


def _moments(log: Iterable[str], main: str) -> Iterator[Moment]:
    """Yield the calls of a process's first thread."""
    before: Counter[str] = Counter()
    for line in log:
        named = _CALL.match(line)
        if named is not None and named[1] == main:
            yield Moment(before.total(), named[2], before.copy())
            before[named[2]] += 1


def known_marks(place: Path) -> dict[str, int]:
    """Give how many marks of each kind are known; the database must be whole."""
    desk = Desk(place / "library", cache=place / "cache", data=place / "data")
    store = desk.marks.store
    known = {
        "rulings of stories": len(store.rulings()),
        "articles read": len(store.set_of("read")),
        "notes": len(store.notes()),
    }
    desk.close()
    return known


def lost(
    place: Path, printed: Sequence[str], before: list[Any] | None, after: list[Any]
) -> list[str]:
    """Name what isn't as it must be."""
    faults = wrong(before, after, place / "library", place / "cache", gradual=True)
    acknowledged = [int(word) for word in printed if word.isdigit()]
    if acknowledged:
        faults += [
            f"{acknowledged[-1]} {kind} were acknowledged, {known} are known"
            for kind, known in known_marks(place).items()
            if known < acknowledged[-1]
        ]
    return faults


def prepared(place: Path, scenario: str) -> tuple[list[Any] | None, list[Any]]:
    """Make a library and its cache; give what the index answers before and after the scenario."""
    place.mkdir()
    prepare(place, 0 if scenario == "first" else _COMMITS, containers=True)
    (place / "data").mkdir()
    if scenario == "marking":
        Desk(place / "library", cache=place / "cache").sync()
    before = None if scenario == "first" else index_content(place / "library", place / "cache")
    shutil.copytree(place / "cache", place / "whole")
    desk = Desk(place / "library", cache=place / "whole")
    desk.sync()
    desk.close()
    return before, index_content(place / "library", place / "whole")


def go_through(scenario: str, options: argparse.Namespace, work: Path) -> Counter[str]:
    """Go through the moments of one scenario; give how they ended, and print what was lost."""
    # An index belongs to the path of its library, so all happens in one place.
    first, place = work / f"{scenario}-first", work / "now"
    before, after = prepared(place, scenario)
    shutil.copytree(place, first)
    _, calls = run(place, scenario, options.peril, None)
    shutil.rmtree(place)
    chance = random.Random(f"{options.seed}.{scenario}")  # noqa: S311 - a seed is the point
    share = -(-options.count // len(options.scenario))
    moments = sorted(chance.sample(calls, share)) if share < len(calls) else calls
    counts: Counter[str] = Counter()
    for done, moment in enumerate(moments):
        print(f"\r{scenario}: {done}/{len(moments)}", end="", file=sys.stderr, flush=True)
        shutil.copytree(first, place)
        printed, _ = run(place, scenario, options.peril, moment)
        counts["ended" if "done" in printed else options.peril] += 1
        for fault in lost(place, printed, before, after):
            counts["faults"] += 1
            where = {"scenario": scenario, "moment": moment.place, "call": moment.name}
            print(json.dumps({**where, "fault": fault}), flush=True)
        shutil.rmtree(place)
    print("\r", end="", file=sys.stderr)
    print(f"{scenario}: {len(calls):,} calls, {dict(counts)}", flush=True)
    return counts


def main() -> int:
    """Go through the scenarios; give 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--peril", choices=_PERILS, default="killed")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenario", nargs="*", choices=_SCENARIOS, default=list(_SCENARIOS))
    parser.add_argument("--work", type=Path)
    options = parser.parse_args()
    if shutil.which("strace") is None:
        print("moments.py needs strace", file=sys.stderr)
        return 2
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        for scenario in options.scenario:
            total += go_through(scenario, options, Path(work))
    print(f"{total.total() - total['faults']:,} moments, {total['faults']} faults")
    return 1 if total["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
