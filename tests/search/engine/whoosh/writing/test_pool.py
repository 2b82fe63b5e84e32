"""Whatever a helping process meets, its leader is told so, and no process stays behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import faults
import pytest
import tasks
from placed import folder_of
from tasks import made, sleepy
from waiting import within

from search import ArticleError, CancelledError, QueryError
from search.engine.whoosh.codec.array_index import create_index
from search.engine.whoosh.schema import schema
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.writing.array_writer import ArrayWriter
from search.processes.work_errors import WorkFailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from search.engine.whoosh.codec.array_index import ArrayIndex
    from search.processes.worker import Worker

MUCH = 1 << 20
"""Bytes: several times what a line between processes holds."""


@pytest.fixture
def index(tmp_path: Path) -> ArrayIndex:
    return create_index(tmp_path / "index", schema())


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other processes find the functions that they are sent."""
    monkeypatch.setenv("PYTHONPATH", str(Path(tasks.__file__).parent))


def team_of(writer: ArrayWriter) -> list[Worker]:
    assert writer._pool is not None
    return list(writer._pool._workers)


def ended(team: list[Worker]) -> bool:
    """Tell whether all processes have ended and none is a zombie."""
    return all(one._process.returncode is not None for one in team)


def working(index: ArrayIndex, work: Iterable[Any], prepare: Callable[[Any], Any]) -> list[Any]:
    """Have two processes do work and collect what came of it; see that none stays behind."""
    writer = ArrayWriter(index, workers=2)
    team = team_of(writer)
    try:
        told = list(writer.work(work, prepare))
        writer.checkpoint()
    except BaseException:
        assert ended(team)
        with pytest.raises(WorkFailedError, match=r"^the helping processes have ended$"):
            list(writer.work([1], faults.nothing))
        raise
    else:
        return told
    finally:
        writer.cancel()
        assert ended(team)
        ArrayWriter(index).cancel()
        assert not list(folder_of(index).glob("*.arrays"))


@pytest.mark.parametrize(
    ("name", "kind", "line"),
    [
        ("plain", WorkFailedError, "making an article failed: ValueError: a plain fault ?[2J"),
        ("two words", WorkFailedError, "making an article failed: TwoWordsError: bread and butter"),
        ("mute", WorkFailedError, "making an article failed: MuteError"),
        ("local", WorkFailedError, "making an article failed: LocalError: only known here"),
        ("os", WorkFailedError, "making an article failed: FileNotFoundError: [Errno 2] No such"),
        ("os of two words", WorkFailedError, "making an article failed: TwoWordsOSError: [Errno"),
        ("broken pipe", WorkFailedError, "making an article failed: BrokenPipeError: [Errno 32]"),
        ("interrupted", WorkFailedError, "making an article failed: InterruptedError: [Errno 4]"),
        ("exit", WorkFailedError, "a helping process failed: SystemExit: 3"),
        ("interrupt", WorkFailedError, "a helping process failed: KeyboardInterrupt"),
        ("memory", MemoryError, "no article is that large"),
        ("article", ArticleError, "a.md: it is no article"),
        ("query", QueryError, "position 3: it is no query"),
    ],
)
def test_an_error_in_a_task_is_one_line_here(
    index: ArrayIndex, name: str, kind: type[Exception], line: str
) -> None:
    with pytest.raises(kind) as met:
        within(partial(working, index, range(100), partial(faults.refuse, name)))
    assert type(met.value) is kind
    assert str(met.value).startswith(line)
    assert str(met.value).isprintable()
    assert len(str(met.value)) < 500


@pytest.mark.parametrize(
    ("prepare", "line"),
    [
        (partial(faults.leave, 3), r"has ended by itself \(status 3\)"),
        (partial(faults.leave, 0), r"has ended by itself \(status 0\)"),
        (tasks.die, r"has ended by itself \(signal 9\)"),
        (partial(faults.on_the_line, "garbage"), "can't be understood: something else"),
        (partial(faults.on_the_line, "a byte"), "can't be understood: something else"),
        (partial(faults.on_the_line, "zeros"), "can't be understood: something else"),
        (partial(faults.on_the_line, "close"), "has ended by itself"),
        (partial(faults.on_the_line, "shut"), "has ended by itself"),
        (partial(faults.on_the_line, "stop writing"), "has ended by itself"),
        (faults.shapeless, "making an article failed: TypeError: .* is not iterable"),
        (faults.unknown_fields, "a helping process failed: [A-Z]"),
        (faults.unsent_answer, "a helping process failed: TypeError: it stays here"),
        (partial(faults.unread_answer, ValueError("not here")), "can't be read: ValueError: not"),
        (partial(faults.unread_answer, SystemExit(3)), "can't be read: SystemExit: 3"),
    ],
)
def test_an_end_in_the_middle_and_a_strange_answer_are_one_line_here(
    index: ArrayIndex, prepare: Callable[[Any], Any], line: str
) -> None:
    with pytest.raises(WorkFailedError, match=line):
        within(partial(working, index, range(100), prepare))


def test_a_process_that_hears_no_more_does_what_it_was_told_and_ends(index: ArrayIndex) -> None:
    with pytest.raises(WorkFailedError, match="has ended by itself"):
        within(partial(working, index, range(10_000), partial(faults.on_the_line, "stop reading")))


@pytest.mark.parametrize("error", [ValueError("not there"), SystemExit(3), EOFError("not there")])
def test_what_another_process_cant_read_is_told_of(index: ArrayIndex, error: BaseException) -> None:
    unread = faults.Unread(error)
    line = f"a helping process failed: {type(error).__name__}"
    with pytest.raises(WorkFailedError, match=line):
        within(partial(working, index, [1, unread], faults.nothing))
    with pytest.raises(WorkFailedError, match=line):
        within(partial(working, index, [1], partial(made, unread)))


def only_here(number: int) -> Generator[dict[str, Any], None, int]:
    """Be a function of a module that other processes can't import."""
    yield from ()
    return number


def test_a_function_that_another_process_cant_import_is_told_of(
    index: ArrayIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "only_here", sys.modules[__name__])
    monkeypatch.setattr(only_here, "__module__", "only_here")
    line = "a helping process failed: ModuleNotFoundError: No module named 'only_here'"
    with pytest.raises(WorkFailedError, match=line):
        within(partial(working, index, [1], only_here))


@pytest.mark.parametrize(
    ("work", "prepare"),
    [
        ([1, faults.Unsent()], faults.nothing),
        ([1, threading.Lock()], faults.nothing),
        ([1], lambda task: (None, task)),
        ([1], partial(made, faults.Unsent())),
    ],
)
def test_what_cant_be_sent_is_told_of_at_once(
    index: ArrayIndex, work: list[Any], prepare: Callable[[Any], Any]
) -> None:
    with pytest.raises(WorkFailedError, match=r"a helping process can't be told what to do: [A-Z]"):
        within(partial(working, index, work, prepare))


@pytest.mark.parametrize("message", [("dance",), ("batch",), ("join", 1, 2), (), (None, 1), "ab"])
def test_a_message_that_says_nothing_is_told_of(
    index: ArrayIndex, message: tuple[Any, ...]
) -> None:
    writer = ArrayWriter(index, workers=2)
    team = team_of(writer)
    team[1].send(*message) if message else team[1].send("")
    writer._pool.dirty = True  # type: ignore[union-attr]  # it has workers
    with pytest.raises(WorkFailedError, match=r"a helping process failed: [A-Z]"):
        within(writer.commit)
    assert ended(team)


@pytest.mark.parametrize("noise", [b"\n", b"noise" * 100, bytes(99)])
def test_noise_on_the_line_to_a_process_is_told_of(index: ArrayIndex, noise: bytes) -> None:
    writer = ArrayWriter(index, workers=1)
    team = team_of(writer)
    team[0]._outbox += noise
    with pytest.raises(WorkFailedError, match=r"a helping process (failed: Garbled|has ended)"):
        within(lambda: list(writer.work(range(10), faults.nothing)))
    writer.cancel()
    assert ended(team)


def test_a_process_that_is_killed_is_told_of_while_another_holds_its_line(
    index: ArrayIndex, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    try:
        with pytest.raises(WorkFailedError, match="signal 9"):
            within(partial(working, index, [1], partial(faults.linger, str(held))))
    finally:
        os.kill(int(held.read_text("ascii")), signal.SIGKILL)


def test_a_thread_that_is_left_running_holds_nothing_up(index: ArrayIndex) -> None:
    assert within(partial(working, index, [1, 2], faults.thread)) == [1, 2]
    writer = ArrayWriter(index, workers=1)
    team = team_of(writer)
    list(writer.work([1], faults.thread))
    within(writer.commit)
    assert [one._process.returncode for one in team] == [0]


def test_a_disk_that_refuses_a_process_is_told_of_as_here(index: ArrayIndex) -> None:
    with pytest.raises(OSError, match="File too large"):
        within(partial(working, index, [1], faults.no_room))


def test_damage_that_a_process_finds_is_damage_here(index: ArrayIndex) -> None:
    writer = ArrayWriter(index, workers=1)
    list(writer.work(range(3), partial(made, "words")))
    writer.commit()
    (file,) = folder_of(index).glob("*.arrays")
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    writer = ArrayWriter(index, workers=1)
    team = team_of(writer)
    with pytest.raises(DamagedError):
        within(lambda: writer._joined([writer.segments]))
    assert ended(team)
    writer.cancel()


def test_both_ways_may_be_full(index: ArrayIndex) -> None:
    many = [bytes([number]) * MUCH for number in range(90)]
    told = within(partial(working, index, many, partial(faults.wide, MUCH)))
    assert sorted(told) == many


@pytest.fixture
def stuck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes that never say or read anything, and that only a kill ends."""
    program = tmp_path / "stuck"
    program.write_text("#!/bin/sh\ntrap '' TERM INT HUP\nexec sleep 600\n", "ascii")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))


class After:
    """Says so from the second time on that it is asked."""

    def __init__(self) -> None:
        self._asked = 0

    def __call__(self) -> bool:
        self._asked += 1
        return self._asked > 1


@pytest.mark.usefixtures("stuck")
@pytest.mark.parametrize("work", [[1], [bytes(MUCH)] * 100])
def test_who_waits_for_stuck_processes_can_be_interrupted(
    index: ArrayIndex, work: list[Any]
) -> None:
    writer = ArrayWriter(index, workers=2, cancelled=After())
    team = team_of(writer)
    with pytest.raises(CancelledError):
        within(lambda: list(writer.work(work, faults.nothing)))
    assert ended(team)
    within(writer.cancel)


@pytest.mark.usefixtures("stuck")
def test_stuck_processes_that_owe_nothing_are_ended(index: ArrayIndex) -> None:
    writer = ArrayWriter(index, workers=2)
    team = team_of(writer)
    within(writer.commit)
    assert [one._process.returncode for one in team] == [-signal.SIGKILL] * 2


def test_a_process_that_is_stopped_can_be_left(index: ArrayIndex) -> None:
    writer = ArrayWriter(index, workers=1, cancelled=After())
    team = team_of(writer)
    os.kill(team[0]._process.pid, signal.SIGSTOP)
    with pytest.raises(CancelledError):
        within(lambda: list(writer.work([bytes(MUCH)] * 100, faults.nothing)))
    assert ended(team)
    writer.cancel()


def test_work_that_is_interrupted_leaves_no_process(index: ArrayIndex) -> None:
    writer = ArrayWriter(index, workers=2, cancelled=After())
    team = team_of(writer)
    with pytest.raises(CancelledError):
        within(lambda: list(writer.work(range(10), sleepy)))
    assert ended(team)
    writer.cancel()


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (None, "a helping process can't be started: FileNotFoundError"),
        ("no program", "a helping process can't be started: PermissionError"),
        ("#!/bin/sh\nexit 3\n", r"a helping process has ended by itself \(status 3\)"),
        ("#!/bin/sh\nkill -TERM $$\n", r"a helping process has ended by itself \(signal 15\)"),
        (
            f"#!{sys.executable}\nimport os, sys\nos.write(int(sys.argv[3]), b'no Diptych')\n",
            "can't be understood: something else",
        ),
    ],
)
def test_a_process_that_cant_start_is_told_of(
    index: ArrayIndex,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    program: str | None,
    line: str,
) -> None:
    path = tmp_path / "python"
    if program is not None:
        path.write_text(program, "ascii")
        path.chmod(0o700 if program.startswith("#!") else 0o600)
    monkeypatch.setattr(sys, "executable", str(path))
    with pytest.raises(WorkFailedError, match=line):
        within(partial(list, working_on(index)))
    ArrayWriter(index).cancel()


def working_on(index: ArrayIndex) -> Iterator[Any]:
    writer = ArrayWriter(index, workers=2)
    try:
        yield from writer.work(range(100), faults.nothing)
    finally:
        writer.cancel()


def test_of_several_processes_all_start_or_none(
    index: ArrayIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    from search.processes import worker as module

    started: list[Any] = []
    start = module._started

    def once(runs: str) -> Any:
        if started:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started.append(start(runs))
        return started[-1]

    monkeypatch.setattr(module, "_started", once)
    with pytest.raises(WorkFailedError, match="can't be started: BlockingIOError"):
        within(partial(ArrayWriter, index, workers=2))
    assert started[0][1].returncode is not None
    ArrayWriter(index).cancel()


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("raise ImportError('half an update')", "ImportError: half an update"),
        ("import not_there", "ModuleNotFoundError: No module named 'not_there'"),
        ("1 +", "SyntaxError: invalid syntax"),
        ("raise SystemExit(5)", "SystemExit: 5"),
    ],
)
def test_a_process_that_cant_import_says_why(
    index: ArrayIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, line: str
) -> None:
    (tmp_path / "numpy.py").write_text(module, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(WorkFailedError, match=f"^a helping process can't start: {line}"):
        within(partial(working, index, range(100), faults.nothing))
