"""The right to write an archive, on a running OpenSearch."""

from __future__ import annotations

import subprocess
import sys
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from archive_to_test import archive_for_test, ask_archive

from search.engine.opensearch.archive_connection import Connection
from search.engine.opensearch.archive_state import ArchiveState
from search.engine.opensearch.writing import archive_lock
from search.engine.opensearch.writing.archive_lock import ArchiveLock
from search.engine.opensearch.writing.this_process import this_process
from search.errors import IndexLockedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.archive

TAKE = """
import sys
from pathlib import Path
from search.archive_address import archive_address
from search.engine.opensearch.archive_connection import Connection
from search.engine.opensearch.writing.archive_lock import ArchiveLock
lock = ArchiveLock(Connection(archive_address(sys.argv[1])))
print("taken", flush=True)
input()
"""


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Connection]:
    connection = Connection(archive_for_test(tmp_path))
    ArchiveState(connection).begin()
    yield connection
    connection.close()


def leave(there: Connection, **told: object) -> None:
    """Leave the lease of a program somewhere."""
    known = {"owner": "x", "until": 0} | this_process()._asdict() | told
    path = f"/{there.address.index}-state/_doc/lock"
    ask_archive("PUT", path, {"kind": "lock", "told": known})


def test_a_lease_of_a_running_program_is_respected_at_once(there: Connection) -> None:
    lock = ArchiveLock(there)
    with pytest.raises(IndexLockedError):
        ArchiveLock(there)
    lock.release()
    ArchiveLock(there).release()


def test_a_lease_of_a_program_killed_on_this_machine_is_free_at_once(
    there: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_lock, "_LEASE", 1e6)
    with subprocess.Popen(
        [sys.executable, "-c", TAKE, str(there.address)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        with pytest.raises(IndexLockedError):
            ArchiveLock(there)
        other.kill()
    ArchiveLock(there).release()


def test_a_lease_from_another_machine_ends_when_it_isn_t_renewed(
    there: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(there, machine="elsewhere", until=1e12)
    monkeypatch.setattr(archive_lock, "_LEASE", 0.5)
    ArchiveLock(there).release()


def test_a_lease_from_another_machine_that_is_renewed_is_respected(there: Connection) -> None:
    leave(there, machine="elsewhere")
    done = Event()

    def renewing() -> None:
        while not done.wait(0.1):
            leave(there, machine="elsewhere")

    thread = Thread(target=renewing)
    thread.start()
    try:
        with pytest.raises(IndexLockedError):
            ArchiveLock(there)
    finally:
        done.set()
        thread.join()


def test_a_lease_nobody_understands_ends_too(
    there: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(there, machine=["?"], number="many", started=None)
    monkeypatch.setattr(archive_lock, "_LEASE", 0.5)
    ArchiveLock(there).release()


def test_whoever_lost_a_lease_is_told_when_renewing(
    there: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_lock, "_RENEWED", 0.05)
    lock = ArchiveLock(there)
    lock.renew()
    leave(there, machine="elsewhere")
    lost = Event()
    while not lost.is_set():
        try:
            lock.renew()
        except IndexLockedError:
            lost.set()
        else:
            lost.wait(0.02)
    lock.release()
    assert "lock" in str(ask_archive("GET", f"/{there.address.index}-state/_doc/lock"))
