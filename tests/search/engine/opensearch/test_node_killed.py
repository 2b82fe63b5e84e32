"""One of two nodes is killed while an archive is searched and read: nobody fails or is told less."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from archive_cluster import can_start, two_nodes
from archive_to_test import archive_to_test

from search.archive_address import ArchiveAddress
from search.article import Article, ArticleId, Block
from search.engine.engine_choice import open_archive
from search.library import FilesUpdate
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.engine import Engine, Snapshot
    from search.engine.writer_protocol import Writer

MANY = 300
pytestmark = pytest.mark.skipif(
    not (archive_to_test() and can_start()), reason="archives are tried by make test-archive"
)


def fill(writer: Writer) -> None:
    for number in range(MANY):
        block = Block("paragraph", f"The harbour boat {number} sails.")
        day = f"2026-01-{1 + number % 28:02}"
        name = ArticleId(f"{number:016x}")
        writer.put(Article(name, f"{number}.md", (block,), title="Tide", published=day))
    writer.save()
    writer.note(FilesUpdate((), (), (), ""))


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


def test_no_search_fails_or_tells_less_while_a_node_is_killed() -> None:
    with two_nodes() as cluster:
        hosts = tuple(("127.0.0.1", port) for port in cluster.ports)
        engine = open_archive(ArchiveAddress(hosts, "news"))
        engine.write(fill)
        health = f"http://127.0.0.1:{cluster.ports[0]}/_cluster/health?wait_for_status=green"
        with urlopen(health, timeout=60) as answer:
            assert json.load(answer)["status"] == "green"
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
