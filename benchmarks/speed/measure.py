"""Builds and asks one engine in a process of its own; prints what it measured as JSON.

python -m speed.measure ENGINE CORPUS QUESTIONS FOLDER
"""

import gc
import json
import resource
import sys
import time

from speed.engines import ENGINES, size
from speed.shared import PARTNERS, Shared

BATCH = 1000
ROUNDS = 3
PATIENCE = 60


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


def peak():
    """Give the highest memory of this process and of those it started, in bytes.

    Of those the highest of any is counted for each; they do the same work.
    """
    each = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + PARTNERS * each) * 1024


def timed(task, *args):
    """Give how many seconds a task takes by the clock and of processors, and what it gives."""
    begun, used = time.perf_counter(), time.process_time()
    given = task(*args)
    return time.perf_counter() - begun, time.process_time() - used, given


def build(engine, corpus):
    """Build; reading the corpus doesn't count."""
    if isinstance(engine, Shared):
        return build_shared(engine, corpus)
    seconds, used, _ = timed(engine.begin)
    count = text = 0
    for batch in batches(corpus):
        took = timed(engine.add, batch)
        seconds, used = seconds + took[0], used + took[1]
        count += len(batch)
        text += sum(len(one[1].encode()) + len(one[2].encode()) for one in batch)
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
                seconds, _, found = timed(engine.ask, kind, words)
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


def main(name, corpus, questions, folder):
    """Measure one engine."""
    engine = (ENGINES | {"diptych ×2": Shared})[name](folder)
    count, text, seconds, used = build(engine, corpus)
    told = {
        "articles": count,
        "rate": count / seconds,
        "cpu rate": count / used,
        "size": size(folder) / text,
        "peak": peak(),
    }
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
