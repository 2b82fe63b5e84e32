"""Killed, or refused by the disk, at one system call after another: is anything lost?

    python benchmarks/fuzz/moments.py [--peril killed|full|failing] [--count 1000] [--seed 1]
        [--scenario first|change|rebuild|marking ...] [--work FOLDER]

A child indexes a library, brings it up to date, rebuilds it, or says of articles that they are one
story, under `strace`, which counts the system calls that change files and at one of them kills the
child, or has the call and all behind it fail with "no space left" or "input/output error". Moments
are drawn with the seed among as many calls as the scenario makes. Afterwards the index must answer as
it did before or as it would have after; the next sync must put all right without building anew; what
was acknowledged of stories must be known; nothing may be left over. Needs `strace`.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from perils import index_content, prepare, wrong  # noqa: E402 - the folder has to be known first

from search import Desk  # noqa: E402 - likewise

if TYPE_CHECKING:
    from collections.abc import Sequence

_CALLS = (
    "write,pwrite64,writev,pwritev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,"
    "mkdir,mkdirat,rmdir,ftruncate,fallocate,link,linkat,symlink,symlinkat,close,flock,fcntl"
)
_REFUSED = "write,pwrite64,writev,pwritev,fsync,fdatasync,rename,mkdir,ftruncate,fallocate"
_INJECT = {
    "killed": (_CALLS, "signal=SIGKILL:when={}"),
    "full": (_REFUSED, "error=ENOSPC:when={}+"),
    "failing": (_REFUSED, "error=EIO:when={}+"),
}
_COMMITS = 6
_SCENARIOS = ("first", "change", "rebuild", "marking")
_BEGIN = "/diptych-begins-here"
_CHILD = f"""
import os, sys
from pathlib import Path
from search import Desk
library, cache, scenario = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
desk = Desk(library, cache=cache, data=cache.with_name("data"))
ids = sorted(desk.ids())
os.access({_BEGIN!r}, 0)
if scenario == "marking":
    for at in range(1, len(ids)):
        desk.story_groups.merge(ids[0], ids[at])
        print(at, flush=True)
else:
    desk.sync(rebuild=scenario == "rebuild")
desk.close()
print("done", flush=True)
"""


def run(place: Path, scenario: str, peril: str, when: int | None) -> tuple[list[str], range]:
    """Run a child; give the lines it printed, and which calls its main thread made of its work.

    Args:
        place: holds `library`, `cache` and `data`.
        scenario: what the child does.
        peril: what happens to it.
        when: at which call; None only counts.
    """
    calls, how = _INJECT[peril]
    with tempfile.NamedTemporaryFile("r") as log:
        inject = [] if when is None else ["-e", f"inject={calls}:{how.format(when)}"]
        command = ["strace", "-f", "-qq", "-o", log.name, "-e", f"trace=access,{calls}", *inject]
        command += [sys.executable, "-c", _CHILD, str(place / "library"), str(place / "cache")]
        done = subprocess.run([*command, scenario], capture_output=True, text=True, check=False)
        lines = [line.split(None, 1) for line in log if "resumed>" not in line]
    main = [call for thread, call in lines if thread == lines[0][0]]
    begin = next((at for at, call in enumerate(main) if _BEGIN in call), 0)
    before = sum(not call.startswith("access") for call in main[:begin])
    after = sum(not call.startswith("access") for call in main[begin:])
    return done.stdout.split(), range(before + 1, before + after + 1)


def known_of_stories(place: Path) -> int:
    """Give how many overrides of stories are known; the file must be whole."""
    files = list((place / "data").rglob("*.json"))
    if not files:
        return 0
    desk = Desk(place / "library", cache=place / "cache", data=place / "data")
    known = len(desk.story_groups._overrides.all())  # noqa: SLF001 - nobody else gives the number
    desk.close()
    return known


def lost(
    place: Path, printed: Sequence[str], before: list[Any] | None, after: list[Any]
) -> list[str]:
    """Name what isn't as it must be."""
    faults = wrong(before, after, place / "library", place / "cache")
    acknowledged = [int(word) for word in printed if word.isdigit()]
    if acknowledged and known_of_stories(place) < acknowledged[-1]:
        faults.append(f"{acknowledged[-1]} overrides were acknowledged, fewer are known")
    return faults


def prepared(place: Path, scenario: str) -> tuple[list[Any] | None, list[Any]]:
    """Make a library and its cache; give what the index answers before and after the scenario."""
    place.mkdir()
    prepare(place, 0 if scenario == "first" else _COMMITS)
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
    moments = sorted(chance.choices(calls, k=share)) if share < len(calls) else list(calls)
    counts: Counter[str] = Counter()
    for moment in moments:
        shutil.copytree(first, place)
        printed, _ = run(place, scenario, options.peril, moment)
        counts["ended" if "done" in printed else options.peril] += 1
        for fault in lost(place, printed, before, after):
            counts["faults"] += 1
            print(json.dumps({"scenario": scenario, "moment": moment, "fault": fault}), flush=True)
        shutil.rmtree(place)
    print(f"{scenario}: {len(calls):,} calls, {dict(counts)}", flush=True)
    return counts


def main() -> int:
    """Go through the scenarios; give 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--peril", choices=_INJECT, default="killed")
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
