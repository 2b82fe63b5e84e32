"""Whatever happens while an index is written, the last commit is there and whole."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tasks
from placed import folder_of
from tasks import IMPOSSIBLE, die, made, sleepy
from whoosh.index import LockError
from whoosh.query.qcore import Every
from whoosh.query.terms import Term

from search.engine.whoosh.codec.array_index import create_index, open_index
from search.engine.whoosh.codec.searcher import ArraySearcher
from search.engine.whoosh.schema import schema
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.writing.array_writer import ArrayWriter
from search.errors import CancelledError
from search.processes.work_errors import WorkFailedError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.engine.whoosh.codec.array_index import ArrayIndex


@pytest.fixture
def index(tmp_path: Path) -> ArrayIndex:
    return create_index(tmp_path / "index", schema())


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other processes find the functions that they are sent."""
    monkeypatch.setenv("PYTHONPATH", str(Path(tasks.__file__).parent))


def put(writer: ArrayWriter, numbers: Iterable[int], text: str = "the words") -> None:
    for number in numbers:
        writer.update_document(id=f"{number:016x}", number=number, body_exact=f"{text} n{number}")


def commit(index: ArrayIndex, numbers: Iterable[int], text: str = "the words") -> None:
    writer = ArrayWriter(index)
    put(writer, numbers, text)
    writer.commit()


def found(index: ArrayIndex, word: str | None = None) -> list[int]:
    """Give the numbers of the articles that hold a word; of all, without one."""
    searcher = ArraySearcher.of(index)
    try:
        hits = searcher.hits(Term("body_exact", word) if word else Every())
        return sorted(
            number
            for view, (docs, _) in zip(searcher.views.views, hits, strict=True)
            for number in view.segment.numbers["number"].values[docs].tolist()
        )
    finally:
        searcher.close()


def files(index: ArrayIndex) -> set[str]:
    folder = folder_of(index)
    return {file.name for file in folder.iterdir() if file.suffix == ".arrays"}


def test_nothing_shows_before_a_commit(index: ArrayIndex) -> None:
    commit(index, [1])
    writer = ArrayWriter(index)
    put(writer, [2])
    assert found(index) == [1]
    writer.commit()
    assert found(index) == [1, 2]


def test_an_article_put_again_replaces_itself_wherever_it_lies(index: ArrayIndex) -> None:
    commit(index, [1, 2], "old")
    writer = ArrayWriter(index, memory=0)
    put(writer, [1], "middling")
    writer.flush()
    put(writer, [1, 3], "new")
    put(writer, [3], "newer")
    writer.commit()
    assert found(index) == [1, 2, 3]
    assert (found(index, "old"), found(index, "new"), found(index, "newer")) == ([2], [1], [3])
    assert found(index, "middling") == []


def test_removing_tells_how_many(index: ArrayIndex) -> None:
    commit(index, [1, 2])
    writer = ArrayWriter(index)
    assert writer.remove("id", f"{1:016x}") == 1
    assert writer.remove("id", f"{1:016x}") == 0
    assert writer.delete_by_term("body_exact", "n2") == 1
    writer.commit()
    assert found(index) == []


def test_a_writer_that_is_cancelled_leaves_no_trace(index: ArrayIndex) -> None:
    commit(index, [1])
    before = files(index)
    writer = ArrayWriter(index)
    put(writer, [1, 2])
    writer.flush()
    assert files(index) != before
    writer.cancel()
    assert files(index) == before
    assert found(index) == [1]


def test_a_checkpoint_is_a_commit_that_goes_on(index: ArrayIndex) -> None:
    writer = ArrayWriter(index)
    put(writer, [1])
    writer.checkpoint()
    assert found(index) == [1]
    put(writer, [2])
    writer.checkpoint()
    put(writer, [1, 3], "again")
    writer.cancel()
    assert found(index) == [1, 2]
    commit(index, [4])
    assert found(index) == [1, 2, 4]


def test_many_commits_leave_few_files(index: ArrayIndex) -> None:
    for number in range(40):
        commit(index, [number])
    assert found(index) == list(range(40))
    assert len(files(index)) <= 6


def test_memory_bounds_what_gathers(index: ArrayIndex) -> None:
    writer = ArrayWriter(index, memory=0)
    put(writer, range(30), "many words " * 10_000)
    assert len(files(index)) > 1
    writer.commit()
    assert found(index) == list(range(30))
    assert len(files(index)) == 1


def test_there_is_one_writer_at_a_time(index: ArrayIndex) -> None:
    writer = ArrayWriter(index)
    with pytest.raises(LockError):
        ArrayWriter(open_index(folder_of(index), schema()))
    writer.cancel()
    ArrayWriter(index).cancel()


def test_a_merge_that_is_cancelled_leaves_the_last_commit(index: ArrayIndex) -> None:
    for number in range(3):
        commit(index, [number])
    before = files(index)
    writer = ArrayWriter(index, cancelled=lambda: True)
    put(writer, [3])
    with pytest.raises(CancelledError):
        writer.commit()
    assert (found(index), files(index)) == ([0, 1, 2], before)
    commit(index, [3])
    assert found(index) == [0, 1, 2, 3]


KILLED = """
import os, signal, sys
from pathlib import Path
from search.engine.whoosh.writing import array_writer as module, join_segments, segment_buffer
from search.engine.whoosh.codec.array_index import open_index
from search.engine.whoosh.schema import schema

folder, step = sys.argv[1:]
writer = module.ArrayWriter(open_index(Path(folder), schema()))
for number in range(5):
    writer.update_document(id=f"{number:016x}", number=number, body_exact="new")
at = {"in the segment": (segment_buffer.SegmentBuilder, "write"), "before the table": (writer, "_commit_toc"),
      "after the table": (writer, "_finish"), "in a merge": (join_segments, "merge")}[step]
setattr(*at, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
writer.commit(optimize=True)
"""


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_work_is_shared_by_processes(index: ArrayIndex, workers: int) -> None:
    commit(index, range(3), "old")
    writer = ArrayWriter(index, workers=workers)
    told = list(writer.work(range(1_000), partial(made, "new")))
    assert sorted(told) == list(range(1_000))
    assert writer.remove("id", f"{7:016x}") == 1
    writer.checkpoint()
    assert found(index, "old") == []
    expected = [number for number in range(1_000) if number % 100 != 99 and number != 7]
    assert found(index, "new") == expected
    list(writer.work([8, 9], partial(made, "newer")))
    put(writer, [10], "newest")
    writer.commit()
    assert found(index) == expected
    assert (found(index, "newer"), found(index, "newest")) == ([8, 9], [10])


@pytest.mark.parametrize("workers", [0, 2])
def test_a_checkpoint_amid_the_work_loses_and_doubles_nothing(
    index: ArrayIndex, workers: int
) -> None:
    commit(index, range(500), "old")
    writer = ArrayWriter(index, workers=workers)
    for done, _ in enumerate(writer.work(range(500), partial(made, "new"))):
        if done % 100 == 50:
            writer.checkpoint()
            assert found(index) == list(range(500))
    writer.commit(optimize=True)
    assert found(index) == list(range(500))
    assert found(index, "new") == [number for number in range(500) if number % 100 != 99]


def test_cancelling_several_processes_leaves_no_trace(index: ArrayIndex) -> None:
    commit(index, [1])
    before = files(index)
    writer = ArrayWriter(index, workers=2, memory=0)
    for done, _ in enumerate(writer.work(range(600), partial(made, "many words " * 20_000))):
        if done == 200:
            break
    writer.cancel()
    assert (found(index), files(index)) == ([1], before)


def test_who_waits_for_other_processes_can_be_interrupted(index: ArrayIndex) -> None:
    writer = ArrayWriter(index, workers=2, cancelled=lambda: True)
    with pytest.raises(CancelledError):
        list(writer.work(range(10), sleepy))
    writer.cancel()


def test_what_another_process_meets_is_raised_here(index: ArrayIndex) -> None:
    writer = ArrayWriter(index, workers=2)
    with pytest.raises(MemoryError, match="no article is that large"):
        list(writer.work([1, IMPOSSIBLE], partial(made, "new")))
    writer.cancel()
    assert found(index) == []


def test_a_process_that_dies_is_told_of(index: ArrayIndex) -> None:
    writer = ArrayWriter(index, workers=1)
    with pytest.raises(WorkFailedError, match="has ended"):
        list(writer.work([1], die))
    writer.cancel()


@pytest.mark.parametrize(
    ("step", "after"),
    [
        ("in the segment", "old"),
        ("in a merge", "old"),
        ("before the table", "old"),
        ("after the table", "new"),
    ],
)
def test_killed_at_any_step_the_index_is_as_before_or_after(
    index: ArrayIndex, step: str, after: str
) -> None:
    commit(index, range(9), "old")
    command = [sys.executable, "-c", KILLED, str(folder_of(index)), step]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert found(index) == list(range(9))
    assert found(index, "new") == (list(range(5)) if after == "new" else [])
    commit(index, [9])
    assert found(index) == list(range(10))


FULL = """
import resource, signal, sys
from pathlib import Path
from search.engine.whoosh.codec.array_index import open_index
from search.engine.whoosh.schema import schema
from search.engine.whoosh.writing.array_writer import ArrayWriter

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
writer = ArrayWriter(open_index(Path(sys.argv[1]), schema()))
for number in range(500):
    writer.update_document(id=f"{number:016x}", number=number, body_exact=f"new word{number}")
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    writer.commit()
except OSError as error:
    print(error.errno)
"""


def test_a_disk_that_refuses_loses_nothing(index: ArrayIndex) -> None:
    commit(index, [1])
    before = files(index)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder_of(index))], capture_output=True, check=False
    )
    assert done.stdout.split() == [b"27"], done.stderr  # EFBIG, as a full disk's ENOSPC
    assert (found(index), files(index)) == ([1], before)
    commit(index, [2])
    assert found(index) == [1, 2]


def test_readers_see_one_commit_or_another_never_half(index: ArrayIndex) -> None:
    commit(index, range(20), "round0")
    stop = threading.Event()
    seen: list[list[int]] = []
    faults: list[BaseException] = []

    def read() -> None:
        folder = folder_of(index)
        while not stop.is_set():
            try:
                seen.append(found(open_index(folder, schema())))
            except FileNotFoundError:
                continue  # replaced between looking and opening
            except BaseException as error:  # noqa: BLE001 - whatever it is fails the test
                faults.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for round_ in range(1, 15):
        commit(index, range(20), f"round{round_}")
    stop.set()
    reader.join()
    assert not faults
    assert seen
    assert all(one == list(range(20)) for one in seen)


def test_an_open_searcher_outlives_the_files_it_reads(index: ArrayIndex) -> None:
    commit(index, range(5), "old")
    searcher = ArraySearcher.of(index)
    for number in range(9):
        commit(index, [number], "new")
    (hits,) = searcher.hits(Term("body_exact", "old"))
    assert len(hits.docs) == 5
    searcher.close()


def test_any_byte_changed_in_the_table_of_contents_is_noticed(index: ArrayIndex) -> None:
    commit(index, [1])
    folder = folder_of(index)
    (table,) = folder.glob("*.toc")
    good = table.read_bytes()
    for at in range(0, len(good), 7):
        table.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        with pytest.raises(DamagedError):
            open_index(folder, schema())


def test_a_segment_of_another_time_is_noticed(index: ArrayIndex) -> None:
    commit(index, [1])
    folder = folder_of(index)
    (file,) = folder.glob("*.arrays")
    old = file.read_bytes()
    commit(index, range(9))
    (other, *_) = (one for one in folder.glob("*.arrays") if one.name != file.name)
    other.write_bytes(old)
    with pytest.raises(DamagedError):
        found(open_index(folder, schema()))
