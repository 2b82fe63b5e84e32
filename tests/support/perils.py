"""Syncs that are killed, or whose disk is full, at one step after another.

Run it as a program, which forks a child for each moment without importing anything again:

    python perils.py killed|refused|limited|full first|change|rebuild|many|parts FOLDER MOMENT …

A moment is the number of a step that changes files, or a number of seconds with a point in it.
For each there is one line of JSON: the moment, the child's message, whether the child came to its
end, and what was wrong afterwards.
`killed` ends the child at the moment. From then on, `refused` lets no file be made or renamed, and
`limited` lets nothing be written. For `full`, a moment is the free space of a file system of its
own in KiB, which takes the right to mount one.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from found import ids_of, storage_of
from packing import zipped

from search import Desk, IndexFailedError
from search.desk import stand_in
from search.ingest import sync

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_STEPS = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"}
_COMMITS = 6
"""Commits before the test: so many that the next one merges segments."""
_MANY = 450
"""So many files that helping processes read them."""
_RECORDS = 60
_LONG = 8
"""Records of a container, and how often each says the same: more than are read at a time, or looked
at before it is decided what they are called."""
QUERIES = ("", "old", "new", "story", "title:tide", "beginn*")


def put(library: Path, name: str, state: str) -> None:
    """Write an article."""
    text = (
        f"---\ntitle: Tide {name}\nsource: The {state} Pilot\n---\n\nA story {state}, beginning.\n"
    )
    (library / f"{name}.md").write_text(text, "utf-8")


def put_containers(library: Path, state: str) -> None:
    """Write JSON Lines, which are read in parts, and an archive with some in it.

    A new state has a record and a file changed, one of each gone, some new, and two of one name.
    """
    new = state == "new"
    said = {name: "new" if new and name % 9 == 3 else "old" for name in range(_RECORDS)}
    names = [*said, *range(_RECORDS, _RECORDS + 9), 5] if new else [*said]
    rows = [_row(name, said.get(name, state)) for name in names if not (new and name == 7)]
    (library / "rows.jsonl").write_text("".join(rows), "utf-8")
    files = {f"{name}.txt": _row(name, said[name]).encode() for name in range(new, 5)}
    files["in.jsonl"] = "".join(rows[:3]).encode()
    (library / "pack.zip").write_bytes(zipped(files))


def _row(name: int, state: str) -> str:
    told = {"id": name, "title": f"Tide {name} {state}", "source": f"The {state} Pilot"}
    return json.dumps({**told, "text": f"A story {state}, beginning. " * _LONG}) + "\n"


def prepare(folder: Path, commits: int, *, containers: bool = False) -> None:
    """Make a library that was indexed in so many commits and then changed."""
    library, cache = folder / "library", folder / "cache"
    library.mkdir()
    cache.mkdir()
    for number in range(commits):
        put(library, f"a{number}", "old")
        if containers and number == commits - 2:
            put_containers(library, "old")
        desk = Desk(library, cache=cache)
        desk.sync()
        desk.close()
    put(library, "a1", "new")
    put(library, "b1", "new")
    (library / "a2.md").unlink(missing_ok=True)
    if containers:
        put_containers(library, "new")


def mount(folder: Path, how: str) -> None:
    """Mount a file system in memory, or change its options."""
    command = ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)]
    subprocess.run(command, check=True)


def index_content(library: Path, cache: Path) -> list[Any]:
    """Give what a library's index contains, by some answers of it."""
    desk = Desk(library, cache=cache)
    answers = [desk.search(query) for query in QUERIES]
    answers_seen = [(one.total, sorted(ids_of(one)), one.sources, one.months) for one in answers]
    rows = desk.hits(answers[0], 0, answers[0].total)
    desk.close()
    return [answers_seen, sorted((row.head.path, row.head.title, row.head.source) for row in rows)]


def child(peril: str, moment: str, library: Path, cache: Path, *, rebuild: bool) -> None:
    """Sync until the moment of the fault."""
    steps = 0

    def full(event: str, given: tuple[Any, ...]) -> None:
        if event in {"os.mkdir", "os.rename"} or (event == "open" and given[2] & _WRITING):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def watch(event: str, given: tuple[Any, ...]) -> None:
        nonlocal steps
        if event not in _STEPS and not (event == "open" and given[2] & _WRITING):
            return
        if isinstance(given[0], int) or str(cache) not in os.fsdecode(given[0]):
            return
        steps += 1
        if peril == "full" or "." in moment or steps < int(moment):
            return
        if peril == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        elif peril == "refused":
            full(event, given)
        else:
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    stand_in.LARGEST = -1  # no other folder takes the place of the cache
    desk = Desk(library, cache=cache)
    sys.addaudithook(watch)
    desk.sync(rebuild=rebuild)


def forked(peril: str, moment: str, library: Path, cache: Path, *, rebuild: bool) -> dict[str, Any]:
    """Sync in a child process; give its message and whether it came to its end."""
    near, far = os.pipe()
    number = os.fork()
    if number == 0:
        message = "done"
        try:
            child(peril, moment, library, cache, rebuild=rebuild)
        except IndexFailedError as error:
            message = str(error)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
            message = f"fault: {type(error).__name__}: {error}"
        os.write(far, message.encode())
        os._exit(0)
    os.close(far)
    if "." in moment:
        time.sleep(float(moment))
        os.kill(number, signal.SIGKILL)
    os.waitpid(number, 0)
    with os.fdopen(near, "rb") as stream:
        message = stream.read().decode()
    return {"moment": moment, "said": message, "ended": message == "done"}


def between(now: list[Any], before: list[Any], after: list[Any]) -> bool:
    """Tell whether each article is as before or as after, and none is lost that is in both.

    Of two records of one name either may be there meanwhile.
    """
    rows, old, new = (set(content[1]) for content in (now, before, after))
    ids, old_ids, new_ids = (set(content[0][0][1]) for content in (now, before, after))
    return rows <= old | new and old_ids & new_ids <= ids <= old_ids | new_ids


def wrong(
    before: list[Any] | None,
    after: list[Any],
    library: Path,
    cache: Path,
    *,
    gradual: bool = False,
) -> list[str]:
    """Give what is wrong with the index after a fault, and after the next sync.

    `gradual` is whether what was read so far may have been saved now and then.
    """
    faults = []
    desk = Desk(library, cache=cache)
    if before is not None:
        if not desk.ready:
            faults.append(f"the index is {desk.inspect().health.state.kind}")
        elif gradual:
            if not between(index_content(library, cache), before, after):
                faults.append("the index is not between before and after")
        elif index_content(library, cache) not in (before, after):
            faults.append("the index is neither as before nor as after")
    if storage_of(desk).locked:
        faults.append("the lock is still held")
    report = desk.sync()
    if report.rebuilt:
        faults.append(f"the next sync built anew: {report.rebuilt}")
    if index_content(library, cache) != after:
        faults.append("the next sync doesn't put it right")
    if len(list(cache.glob("*/g-*"))) != 1 or list(cache.glob("*/current-*")):
        faults.append("something is left over")
    desk.close()
    return faults


def main() -> None:
    """Run the test at each moment."""
    peril, scenario, place, *moments = sys.argv[1:]
    folder = Path(place)
    library, cache = folder / "library", folder / "work"
    parts = scenario == "parts"
    if parts:
        sync._FIRST_SAVE = sync._LAST_SAVE = 0.0  # else so few records are saved once
    prepare(folder, 0 if scenario in {"first", "many"} else _COMMITS, containers=parts)
    for number in range(_MANY if scenario == "many" else 0):
        put(library, f"c{number}", "new")
    before = (
        index_content(library, folder / "cache")
        if scenario in {"change", "rebuild", "parts"}
        else None
    )
    shutil.copytree(folder / "cache", folder / "whole")
    desk = Desk(library, cache=folder / "whole")
    desk.sync()
    desk.close()
    after = index_content(library, folder / "whole")
    for moment in moments:
        cache.mkdir()
        if peril == "full":
            mount(cache, "size=64m")
        if before is not None:
            shutil.copytree(folder / "cache", cache, dirs_exist_ok=True)
        if peril == "full":
            used = os.statvfs(cache)
            taken = (used.f_blocks - used.f_bfree) * used.f_frsize >> 10
            mount(cache, f"remount,size={taken + int(moment)}k")
        outcome = forked(peril, moment, library, cache, rebuild=scenario == "rebuild")
        if peril == "full":
            mount(cache, "remount,size=64m")
        outcome["wrong"] = wrong(before, after, library, cache, gradual=parts)
        print(json.dumps(outcome), flush=True)  # noqa: T201 - what this program is for
        if peril == "full":
            subprocess.run(["umount", "--lazy", cache], check=True)
        shutil.rmtree(cache)
        if outcome["ended"] and "." not in moment:
            break


if __name__ == "__main__":
    main()
