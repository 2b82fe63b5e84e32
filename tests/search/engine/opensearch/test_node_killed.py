"""One of two nodes is killed while an archive is searched, read and written: nobody fails, is told less or loses anything."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from archive_cluster import can_start, two_nodes

from search.archive_address import ArchiveAddress
from search.article import Article, ArticleId, Block
from search.engine.engine_choice import open_archive
from search.library import FilesUpdate
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive_cluster import TwoNodes

    from search.engine import Engine, Snapshot
    from search.engine.writer_protocol import Writer

MANY = 300
AT_ONCE = 20
KILLED_AFTER = 12
"""Requests that were handed over; two of them may be under way."""
pytestmark = [
    pytest.mark.archive,
    pytest.mark.skipif(
        not can_start(), reason="here are no Maven and Java to start a cluster with"
    ),
]


def fill(writer: Writer) -> None:
    put(writer, range(MANY))
    writer.save()
    writer.note(FilesUpdate((), (), (), ""))


def put(writer: Writer, numbers: range) -> None:
    for number in numbers:
        block = Block("paragraph", f"The harbour boat {number} sails.")
        day = f"2026-01-{1 + number % 28:02}"
        name = ArticleId(f"{number:016x}")
        writer.put(Article(name, f"{number}.md", (block,), title="Tide", published=day))


def look(snapshot: Snapshot) -> tuple[int, int, int]:
    found = snapshot.search(parse("harbour").root, "newest")
    rows = found.rows(100, 130)
    return found.total.count, len(rows), sum(count for _, count in found.counts("month"))


def until(asked: Callable[[], bool], answers: list[object], engine: Engine) -> list[float]:
    """Search and read until told to stop; give how long each took."""
    took: list[float] = []
    while asked():
        begun = time.monotonic()
        answers.append(engine.read(look))
        answers.append(len(engine.read(lambda one: one.articles([ArticleId(f"{7:016x}")]))))
        took.append(time.monotonic() - begun)
    return took


def wait_until_green(cluster: TwoNodes) -> None:
    health = f"http://127.0.0.1:{cluster.ports[0]}/_cluster/health?wait_for_status=green"
    with urlopen(health, timeout=60) as answer:
        assert json.load(answer)["status"] == "green"


def test_no_search_fails_or_tells_less_while_a_node_is_killed() -> None:
    with two_nodes() as cluster:
        hosts = tuple(("127.0.0.1", port) for port in cluster.ports)
        engine = open_archive(ArchiveAddress(hosts, "news"))
        engine.write(fill)
        wait_until_green(cluster)
        answers: list[object] = []
        going = True
        with ThreadPoolExecutor(2) as threads:
            work = [threads.submit(until, lambda: going, answers, engine) for _ in range(2)]
            try:
                while len(answers) < 20:
                    time.sleep(0.05)
                cluster.other.kill()
                cluster.other.wait()
                killed = len(answers)
                ends = time.monotonic() + 60
                while len(answers) < killed + 60 and time.monotonic() < ends:
                    time.sleep(0.05)
            finally:
                going = False
            took = [seconds for one in work for seconds in one.result()]
        engine.close()
        assert len(answers) >= killed + 60
        assert set(answers) == {(MANY, 30, MANY), 1}
        print(f"{len(answers)} answers, slowest {max(took):.2f} s")  # noqa: T201 - shown by -rP


def test_nothing_is_lost_where_a_node_is_killed_while_an_archive_is_written() -> None:
    with two_nodes() as cluster:
        hosts = tuple(("127.0.0.1", port) for port in cluster.ports)
        engine = open_archive(ArchiveAddress(hosts, "news"))
        engine.write(fill)
        wait_until_green(cluster)
        sent: list[int] = []

        def write(writer: Writer) -> None:
            for start in range(0, 4 * MANY, AT_ONCE):
                put(writer, range(start, start + AT_ONCE))
                writer.save()
                sent.append(start)
                if len(sent) == KILLED_AFTER:
                    cluster.other.kill()
            writer.note(FilesUpdate((), (), (), ""))

        engine.write(write)
        cluster.other.wait()
        assert engine.read(look) == (4 * MANY, 30, 4 * MANY)
        every = [ArticleId(f"{number:016x}") for number in range(4 * MANY)]
        assert all(engine.read(lambda one: one.articles(every)))
        engine.close()
