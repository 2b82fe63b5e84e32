"""An archive on OpenSearch beside the embedded index: the same answers, and what pushing costs.

    python tests/support/archive_cluster.py .venv/bin/python benchmarks/archive.py [--sizes 10000 20000]

Takes the archive that DIPTYCH_TEST_ARCHIVE names; `archive_cluster.py` starts one, with the memory
that DIPTYCH_TEST_HEAP says. Articles are those of the seeded corpus, in one file of JSON lines; one in
twenty is told again by another outlet a day later, with a third of its sentences among those of
others. The library is indexed before it is pushed, in a process of its own.

Printed are: articles pushed a second by the clock, and of processor time, here and there, which is
what counts where others use the machine too, with the load; the most memory that the pushing process and its
helpers had together, once as each counts its own, once with what they share counted once; for each kind of
query how often totals are equal, how many of the first ten are alike, and milliseconds until the
first twenty rows are there; and of the articles told again, how often their first counterpart is the
one they tell, dated and undated. Each question is put to both engines before the next.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from speed import corpus  # noqa: E402 - what is above says where it is found
from speed.questions import questions  # noqa: E402 - what is above says where it is found

from search import Desk, push_library  # noqa: E402 - beside what is found there
from search.archive_address import archive_address  # noqa: E402 - as above
from search.engine import engine_choice  # noqa: E402 - as above
from search.query import parse  # noqa: E402 - as above
from search.stories import profile, term_vector  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.archive_address import ArchiveAddress
    from search.article import Article, ArticleId
    from search.engine import Engine, Snapshot, Sort
    from search.query import Node

_WORDS = 590
_RETOLD = 20
_ASKED = 150
"""Articles told again whose counterparts are asked for."""
_ROWS = 20
_LOOK = 0.5
"""Seconds between two looks at the memory of a push."""
_TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    parser.add_argument("--push", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.push:
        _push(*asked.push)
        return
    url = os.environ.get("DIPTYCH_TEST_ARCHIVE")
    if not url:
        sys.exit("benchmarks/archive.py: set DIPTYCH_TEST_ARCHIVE, or see what it says of itself")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="diptych-archive-") as folder:
            address = f"opensearch://{url.partition('://')[2]}/benchmark-{os.getpid()}-{size}"
            _measure(Path(folder), size, address)


def _measure(folder: Path, size: int, address: str) -> None:
    made, library = folder / "made.jsonl", folder / "news"
    corpus.write(made, size, _WORDS)
    library.mkdir()
    retold = _write(made, library / "news.jsonl")
    desk = Desk(library, cache=folder / "cache", data=folder / "data")
    desk.sync()
    print(f"\n{desk.articles:,} articles\n")
    _pushed(folder, library, address)
    here = desk._engine  # noqa: SLF001 - engines are what is compared
    there = engine_choice.open_archive(archive_address(address))
    _mix(here, there, questions(made, size))
    heads = {head.title: head.id for head in desk.heads()}
    tellings = {heads[told]: heads[of] for told, of in retold.items()}
    asked = sorted(tellings)[:_ASKED]
    _counterparts(here, there, [desk.read(one) for one in asked], tellings)
    there.close()
    desk.close()
    _forget(archive_address(address))
    shutil.rmtree(folder / "cache")


def _write(made: Path, library: Path) -> dict[str, str]:
    """Write a library; give the titles of what is told again, and whose they tell."""
    rng = random.Random(5)  # noqa: S311 - a seed is the point
    with made.open(encoding="utf-8") as lines:
        everyone = [json.loads(line) for line in lines]
    retold: dict[str, str] = {}
    with library.open("w", encoding="utf-8") as out:
        for number, (_, title, body, source, day) in enumerate(everyone):
            _line(out, f"{title} {number}", body, source, day)
            if number % _RETOLD == 0:
                others = rng.sample(everyone, 3)
                again = _told_again(body, [other[2] for other in others], rng)
                retold[f"{others[0][1]} again {number}"] = f"{title} {number}"
                _line(out, f"{others[0][1]} again {number}", again, f"{source} too", day)
    return retold


def _line(out: Any, title: str, body: str, source: str, day: str) -> None:
    text = body.replace("\n", "\n\n")
    out.write(json.dumps({"title": title, "text": text, "source": source, "date": day}) + "\n")


def _told_again(body: str, others: Sequence[str], rng: random.Random) -> str:
    sentences = body.replace("\n", " ").split(". ")
    kept = rng.sample(sentences, max(1, len(sentences) // 3))
    for other in others[1:]:
        kept += rng.sample(other.split(". "), 1)
    rng.shuffle(kept)
    return ". ".join(kept)


# Pushing


def _pushed(folder: Path, library: Path, address: str) -> None:
    """Push in a process of its own, twice, and print what it told."""
    for said in ("pushed", "again, unchanged"):
        before, begun = _server_time(), time.monotonic()
        places = [str(library), str(folder), address]
        with subprocess.Popen(
            [sys.executable, __file__, "--push", *places], stdout=subprocess.PIPE, text=True
        ) as push:
            resident, shared = _most_memory(push)
            told = json.loads(push.communicate()[0])
        wall, count = time.monotonic() - begun, told["articles"]
        there = (_server_time() - before) / count * 1e3
        print(
            f"{said}: {told['added']:,} added, {count / told['seconds']:.0f} articles a second by the clock"
            f" ({wall:.1f} s with its start); processor time {told['here'] / count * 1e3:.2f} ms an article here,"
            f" {there:.2f} ms there; {resident / 1024:.0f} MB here, {shared / 1024:.0f} with what is shared once; load {os.getloadavg()[0]:.1f}"
        )


def _push(library: str, folder: str, address: str) -> None:
    """Push a library that is indexed already; print what it cost as JSON."""
    desk = Desk(Path(library), cache=Path(folder) / "cache", data=Path(folder) / "data")
    begun = time.process_time()
    report = push_library(desk, address)
    helped = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = {
        "articles": report.articles,
        "added": report.added,
        "seconds": report.seconds,
        "here": time.process_time() - begun + helped.ru_utime + helped.ru_stime,
    }
    desk.close()
    print(json.dumps(told))


def _most_memory(push: subprocess.Popen[str]) -> tuple[int, int]:
    """Wait for a process; give the most kB that it and those it started had at a time, in two ways.

    Once as the sum of what is resident in each, once with each page shared among those it is in.
    """
    resident = shared = 0
    while push.poll() is None:
        children = _read(f"/proc/{push.pid}/task/{push.pid}/children")
        told = [_read(f"/proc/{one}/smaps_rollup") for one in (push.pid, *children.split())]
        resident = max(resident, sum(_kilobytes(one, "Rss") for one in told))
        shared = max(shared, sum(_kilobytes(one, "Pss") for one in told))
        time.sleep(_LOOK)
    return resident, shared


def _kilobytes(told: str, name: str) -> int:
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith(f"{name}:"))


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except OSError:  # it has ended
        return ""


def _server_time() -> float:
    """Give the seconds of processor time that the server took; 0 where it isn't a process here."""
    number = os.environ.get("DIPTYCH_TEST_ARCHIVE_PROCESS")
    if not number:
        return 0.0
    told = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / _TICKS


def _forget(address: ArchiveAddress) -> None:
    from search.engine.opensearch.archive_connection import Connection  # noqa: PLC0415 - to clean up

    Connection(address).send("DELETE", f"/{address.index}-*")


# Asking


def _mix(here: Engine, there: Engine, mix: dict[str, list[list[str]]]) -> None:
    print("\n| query | equal totals | first ten alike | here p50 | p95 | there p50 | p95 |")
    print("|---|---|---|---|---|---|---|")
    means: list[float] = []
    for kind, each in mix.items():
        same, alike = 0, list[float]()
        taken: tuple[list[float], list[float]] = ([], [])
        for words in each:
            root, sort = _asked(kind, words)
            answers = [
                _found(one, root, sort, ms) for one, ms in zip((here, there), taken, strict=True)
            ]
            same += answers[0][0] == answers[1][0]
            ten, others = (ids[:10] for _, ids in answers)
            if ten:
                alike.append(len(set(ten) & set(others)) / len(ten))
        means.append(mean(alike) if alike else 1.0)
        times = " | ".join(f"{median(ms):.1f} | {_p95(ms):.1f}" for ms in taken)
        print(f"| {kind} | {same} of {len(each)} | {means[-1]:.2f} | {times} |")
    print(f"\nfirst ten alike on the mean over the kinds: {mean(means):.3f}")


def _asked(kind: str, words: list[str]) -> tuple[Node, Sort]:
    text = " ".join(words)
    if kind == "three words, OR":
        text = " OR ".join(words)
    elif kind == "phrase":
        text = f'"{text}"'
    elif kind.startswith("prefix"):
        text += "*"
    elif kind == "one edit away":
        text += "~"
    elif kind == "range of days":
        text = f"date:{words[0]}..{words[1]}"
    sort: Sort = "newest" if kind.startswith("newest") else "relevance"
    return parse(text, typing=kind == "as typed").root, sort


def _found(engine: Engine, root: Node, sort: Sort, ms: list[float]) -> tuple[int, list[ArticleId]]:
    def ask(snapshot: Snapshot) -> tuple[int, list[ArticleId]]:
        found = snapshot.search(root, sort)
        return found.total.count, [row.head.id for row in found.rows(0, _ROWS) if row]

    begun = time.perf_counter()
    answer = engine.read(ask)
    ms.append((time.perf_counter() - begun) * 1e3)
    return answer


def _counterparts(
    here: Engine, there: Engine, asked: Iterable[Article], tellings: dict[ArticleId, ArticleId]
) -> None:
    print("\n| counterparts | here @1 | there @1 | the same first | here ms | there ms |")
    print("|---|---|---|---|---|---|")
    articles = list(asked)
    for said, some in (
        ("dated", articles),
        ("undated", [replace(one, published=None) for one in articles]),
    ):
        taken: tuple[list[float], list[float]] = ([], [])
        firsts: tuple[list[ArticleId | None], list[ArticleId | None]] = ([], [])
        for article in some:
            for engine, ms, first in zip((here, there), taken, firsts, strict=True):
                first.append(_first(engine, article, ms))
        right = [tellings[one.id] for one in some]
        scores = [mean(a == b for a, b in zip(right, first, strict=True)) for first in firsts]
        same = mean(a == b for a, b in zip(*firsts, strict=True))
        times = " | ".join(f"{median(ms):.0f}" for ms in taken)
        print(f"| {said} | {scores[0]:.3f} | {scores[1]:.3f} | {same:.3f} | {times} |")


def _first(engine: Engine, article: Article, ms: list[float]) -> ArticleId | None:
    terms = profile(article, term_vector(article))
    begun = time.perf_counter()
    found = engine.read(lambda snapshot: snapshot.similar(article, terms, 10))
    ms.append((time.perf_counter() - begun) * 1e3)
    return found[0].head.id if found else None


def _p95(ms: Sequence[float]) -> float:
    return sorted(ms)[int(len(ms) * 0.95)]


if __name__ == "__main__":
    main()
