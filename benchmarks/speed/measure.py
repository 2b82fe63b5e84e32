"""Builds one engine's index, or holds one open and answers; in a process of its own.

python measure.py build ENGINE CORPUS FOLDER SECONDS
python measure.py ask ENGINE CORPUS FOLDER

`build` stops after so many seconds, and prints what it measured as JSON. `ask` reads a JSON array
a line, `[what, *arguments]`, and prints what came of it as JSON: see `Held`.

The engines are those found on the path, which may be of another checkout, an older one too: for
that, this file is run by its path and takes nothing else from the folder that it lies in.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, cast

from speed.engines import ENGINES, size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Self, TypeVar

    from speed.engines.asked import Answer, Engine, Made
    from speed.shared import Shared

    T = TypeVar("T")

BATCH = 1000
LONGEST = 10
"""Seconds a question may take."""
HITS = 50
SHARED = "diptych ×2"


class OverError(Exception):
    """Something took longer than is waited for."""


class WrongError(Exception):
    """What an engine told doesn't add up."""


def engine_of(name: str, folder: str) -> Engine:
    """Give an engine by its name."""
    if name == SHARED:
        from speed.shared import Shared

        return Shared(folder)
    return ENGINES[name](folder)


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise OverError in what takes longer."""

    def stop(*_: object) -> None:
        raise OverError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def batches(path: str) -> Iterator[list[Made]]:
    """Read the corpus, a thousand articles at a time."""
    batch: list[Made] = []
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            batch.append(json.loads(line))
            if len(batch) == BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


class Peak:
    """Watches how much memory this process and those it started have at a time, in bytes.

    What the system itself remembers of a process begins with what had started it, so it is
    looked at as often as that is cheap; pages that processes share count for each.
    """

    def __init__(self) -> None:
        self.bytes = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            self.bytes = max(self.bytes, sum(map(_resident, _family())))


def _family() -> Iterator[int]:
    mine = os.getpid()
    with suppress(OSError):
        for task in os.listdir("/proc/self/task"):
            with open(f"/proc/self/task/{task}/children") as children:
                yield from map(int, children.read().split())
    yield mine


def _resident(process: int) -> int:
    try:
        with open(f"/proc/{process}/statm") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0


def timed(task: Callable[..., T], *args: Any) -> tuple[float, float, T]:
    """Give how many seconds a task takes by the clock and of processors, and what it gives."""
    begun, used = time.perf_counter(), time.process_time()
    given = task(*args)
    return time.perf_counter() - begun, time.process_time() - used, given


def build(engine: Engine, corpus: str, bound: float) -> tuple[int, int, float, float]:
    """Build, up to some seconds; reading the corpus doesn't count."""
    if hasattr(engine, "work"):
        return build_shared(cast("Shared", engine), corpus)
    used = time.process_time()
    seconds, _, _ = timed(engine.begin)
    count = text = 0
    reading = 0.0
    given = batches(corpus)
    while True:
        before = time.thread_time()
        batch = next(given, None)
        reading += time.thread_time() - before  # its own threads may go on meanwhile: theirs counts
        if batch is None:
            break
        seconds += timed(engine.add, batch)[0]
        count += len(batch)
        text += sum(len(one[1].encode()) + len(one[2].encode()) for one in batch)
        if seconds > bound:
            break
    seconds += timed(engine.commit)[0]
    return count, text, seconds, time.process_time() - used - reading


def build_shared(engine: Shared, corpus: str) -> tuple[int, int, float, float]:
    """Build with several processes; that they read the corpus does count."""
    tasks = list(engine.tasks(corpus))
    begun = time.perf_counter()
    engine.begin()
    text = engine.work(tasks)
    engine.commit()
    seconds = time.perf_counter() - begun
    each = resource.getrusage(resource.RUSAGE_CHILDREN)
    return len(tasks), text, seconds, time.process_time() + each.ru_utime + each.ru_stime


def built(name: str, corpus: str, folder: str, bound: str) -> dict[str, Any]:
    """Build; give what that took."""
    engine = engine_of(name, folder)
    with Peak() as peak:
        count, text, seconds, used = build(engine, corpus, float(bound))
    searched = sys.modules.get("search")
    return {
        "articles": count,
        "rate": count / seconds,
        "cpu rate": count / used,
        "size": size(folder) / text,
        "peak": peak.bytes,
        "code": searched and os.path.dirname(os.path.dirname(searched.__file__ or "")),
    }


class Held:
    """An engine held open, and what may be asked of it."""

    def __init__(self, name: str, corpus: str, folder: str) -> None:
        if hasattr(os, "sched_setaffinity"):  # all on one core: each finds what the others leave
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        self.engine = engine_of(name, folder)
        ten = next(batches(corpus))[:10]
        self.ten = [[f"new{i}", *one[1:]] for i, one in enumerate(ten)]
        self.answers: Sequence[str] | None = getattr(self.engine, "answers", None)
        self.engine.open()

    def can(self) -> dict[str, Any]:
        """Tell what its answers may hold. Those of older checkouts always hold everything."""
        return {"answers": self.answers or ["counts"]}

    def reopen(self) -> dict[str, Any]:
        """Open once more, with the code for it loaded."""
        self.engine.close()
        seconds, used, _ = timed(self.engine.open)
        return {"seconds": seconds, "cpu": used}

    def forget(self) -> dict[str, Any]:
        """Let go of what was kept from questions: no answer may come from having been asked."""
        if hasattr(self.engine, "forget"):
            self.engine.forget()
        gc.collect()
        return {}

    def ask(self, kind: str, words: list[str], holds: str) -> dict[str, Any]:
        """Ask a question; without `seconds` it took too long or can't be asked at all."""
        more = () if self.answers is None else (holds,)
        try:
            with bounded(LONGEST):
                seconds, used, found = timed(self.engine.ask, kind, words, *more)
        except OverError:
            return {"over": LONGEST}
        if found is None:
            return {}
        return {"seconds": seconds, "cpu": used, "total": self.checked(found, holds)}

    def checked(self, found: Answer, holds: str) -> int | None:
        """Give the total, having seen that the answer holds what it should."""
        if self.answers is None:
            return None
        hits, total, sources, months = found
        if holds != "hits" and (total is None or hits != min(HITS, total)):
            raise WrongError(f"{hits} hits of {total}")
        if holds == "counts":
            for counts in (sources, months):
                if counts is None or sum(count for _, count in counts) != total:
                    raise WrongError(f"counts of a total of {total}: {counts}")
        return total

    def add(self) -> dict[str, Any]:
        """Add ten articles to what was built."""
        self.engine.close()
        seconds, used, _ = timed(self._add_ten)
        self.engine.open()
        return {"seconds": seconds, "cpu": used}

    def _add_ten(self) -> None:
        self.engine.again()
        self.engine.add(self.ten)
        self.engine.commit()


def main(task: str, name: str, corpus: str, folder: str, *bound: str) -> None:
    """Build, or answer until nothing more is asked."""
    if task == "build":
        print(json.dumps(built(name, corpus, folder, *bound)))
        return
    held = Held(name, corpus, folder)
    for line in sys.stdin:
        what, *args = json.loads(line)
        print(json.dumps(getattr(held, what)(*args)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
