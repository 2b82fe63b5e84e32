"""Builds and asks one engine in a process of its own; prints what it measured as JSON.

python -m speed.measure ENGINE CORPUS QUESTIONS FOLDER SECONDS

An engine that isn't done building after so many seconds stops there and isn't asked anything; a
kind of question of which one takes more than ten is told as that.
"""

import gc
import json
import os
import resource
import signal
import sys
import threading
import time
from contextlib import contextmanager, suppress

from speed.engines import ENGINES, size
from speed.shared import Shared

BATCH = 1000
ROUNDS = 3
PATIENCE = 60
LONGEST = 10
"""Seconds a question may take."""


class OverError(Exception):
    """Something took longer than is waited for."""


@contextmanager
def bounded(seconds):
    """Raise OverError in what takes longer."""

    def stop(*_):
        raise OverError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def batches(path):
    """Read the corpus, a thousand articles at a time."""
    batch = []
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

    def __init__(self):
        self.bytes = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()

    def _watch(self):
        while not self._over.wait(0.02):
            self.bytes = max(self.bytes, sum(map(_resident, _family())))


def _family():
    mine = os.getpid()
    with suppress(OSError):
        for task in os.listdir("/proc/self/task"):
            with open(f"/proc/self/task/{task}/children") as children:
                yield from map(int, children.read().split())
    yield mine


def _resident(process):
    try:
        with open(f"/proc/{process}/statm") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0


def timed(task, *args):
    """Give how many seconds a task takes by the clock and of processors, and what it gives."""
    begun, used = time.perf_counter(), time.process_time()
    given = task(*args)
    return time.perf_counter() - begun, time.process_time() - used, given


def build(engine, corpus, bound):
    """Build, up to some seconds; reading the corpus doesn't count."""
    if isinstance(engine, Shared):
        return build_shared(engine, corpus)
    seconds, used, _ = timed(engine.begin)
    count = text = 0
    for batch in batches(corpus):
        took = timed(engine.add, batch)
        seconds, used = seconds + took[0], used + took[1]
        count += len(batch)
        text += sum(len(one[1].encode()) + len(one[2].encode()) for one in batch)
        if seconds > bound:
            break
    took = timed(engine.commit)
    return count, text, seconds + took[0], used + took[1]


def build_shared(engine, corpus):
    """Build with several processes; that they read the corpus does count."""
    tasks = list(engine.tasks(corpus))
    begun = time.perf_counter()
    engine.begin()
    text = engine.work(tasks)
    engine.commit()
    seconds = time.perf_counter() - begun
    each = resource.getrusage(resource.RUSAGE_CHILDREN)
    return len(tasks), text, seconds, time.process_time() + each.ru_utime + each.ru_stime


def ask(engine, questions):
    """Time each kind of query, each question by its best of some rounds, in milliseconds."""
    told = {}
    for kind, asked in questions.items():
        best = [float("inf")] * len(asked)
        begun = time.perf_counter()
        for round_ in range(ROUNDS + 1):
            if hasattr(engine, "forget"):
                engine.forget()  # no answer may come from having been asked before
            for i, words in enumerate(asked):
                try:
                    with bounded(LONGEST):
                        seconds, _, found = timed(engine.ask, kind, words)
                except OverError:
                    found = None
                    told[kind] = {"over": LONGEST}
                if found is None:
                    break
                if round_:  # the first round reads the files
                    best[i] = min(best[i], seconds * 1000)
            if found is None or (round_ and time.perf_counter() - begun > PATIENCE):
                break
        if found is not None:
            best.sort()
            told[kind] = {"p50": best[len(best) // 2], "p95": best[int(len(best) * 0.95)]}
    return told


def main(name, corpus, questions, folder, bound):
    """Measure one engine."""
    engine = (ENGINES | {"diptych ×2": Shared})[name](folder)
    with Peak() as peak:
        count, text, seconds, used = build(engine, corpus, float(bound))
    told = {
        "articles": count,
        "rate": count / seconds,
        "cpu rate": count / used,
        "size": size(folder) / text,
        "peak": peak.bytes,
    }
    with open(corpus, "rb") as lines:
        if count < sum(1 for _ in lines):
            print(json.dumps(told))
            return
    gc.collect()
    told["open"], _, _ = timed(engine.open)
    told["queries"] = ask(engine, json.load(open(questions, encoding="utf-8")))
    engine.close()
    ten = next(batches(corpus))[:10]
    ten = [[f"new{i}", *one[1:]] for i, one in enumerate(ten)]
    times = []
    for _ in range(7):
        seconds, _, _ = timed(lambda: (engine.again(), engine.add(ten), engine.commit()))
        times.append(seconds)
    told["add ten"] = sorted(times)[3]
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
