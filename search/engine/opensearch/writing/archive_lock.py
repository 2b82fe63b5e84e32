"""The right to write one archive: a lease, renewed while its holder runs."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from threading import Event, RLock, Thread
from typing import TYPE_CHECKING, Any

from search.engine.opensearch.archive_connection import ConflictError, NotThereError
from search.engine.opensearch.writing.this_process import Process, has_ended, this_process
from search.errors import IndexFailedError, IndexLockedError

if TYPE_CHECKING:
    from search.engine.opensearch.archive_connection import Connection

_LEASE = 15.0
"""Seconds for which it holds without being renewed: a program that was killed leaves its own."""
_RENEWED = 4.0
"""Seconds between two renewals."""
_LOOK = 0.2
"""Seconds between two looks at a lease that another has."""


class ArchiveLock:
    """The right to write, renewed by a thread until it is released.

    A lease belongs to nobody any more when its process, on this machine, has ended, or when it
    wasn't renewed for as long as it holds, by the clock of whoever waits: clocks are never compared.
    So one left by a killed program is taken at once on the same machine, and within fifteen seconds
    on another, where one that is in use is known by its renewal after four.
    """

    def __init__(self, connection: Connection) -> None:
        """Take it; raise IndexLockedError while another program has it."""
        self._connection = connection
        self._path = f"/{connection.address.index}-state/_doc/lock"
        self._owner = secrets.token_hex(8)
        self._version: dict[str, Any] = {}
        self._held = RLock()
        self._since = 0.0
        self._taken = False
        self._take()
        self._ended = Event()
        self._renewing = Thread(target=self._keep, daemon=True)
        self._renewing.start()

    def renew(self) -> None:
        """Make sure that it is held; raise IndexLockedError if another program took it meanwhile.

        Asks nothing while the thread does its work. Safe to call from several threads.
        """
        with self._held:
            if self._taken:
                raise self._locked()
            if time.monotonic() - self._since > _LEASE / 2:
                self._hold(self._version)

    def release(self) -> None:
        """Let go of it, if it still is ours."""
        self._ended.set()
        self._renewing.join()
        with suppress(ConflictError, NotThereError):
            try:
                self._connection.send("DELETE", self._path, **self._version)
            except ConflictError:
                if self._is_ours():  # an answer to a renewal was lost
                    self._connection.send("DELETE", self._path, **self._version)

    def _keep(self) -> None:
        while not self._ended.wait(_RENEWED):
            with suppress(IndexFailedError, IndexLockedError), self._held:
                self._hold(self._version)

    def _take(self) -> None:
        seen: dict[str, Any] | None = None
        since = time.monotonic()
        while not self._try({"op_type": "create"}):
            found = self._other()
            if found is None:
                continue  # it was released just now
            version, process = found
            over = has_ended(process) or (seen == version and time.monotonic() - since > _LEASE)
            if over and self._try(version):
                return
            here = process.machine == this_process().machine
            if here or (seen is not None and version != seen):
                raise self._locked()
            seen = version
            time.sleep(_LOOK)

    def _try(self, how: dict[str, Any]) -> bool:
        try:
            self._hold(how)
        except IndexLockedError:
            self._taken = False
            return False
        return True

    def _other(self) -> tuple[dict[str, Any], Process] | None:
        """Give the version of the lease that another has, and its process; None without one."""
        try:
            found = self._connection.send("GET", self._path)
        except NotThereError:
            return None
        return _version_of(found), _process_of(found.get("_source"))

    def _hold(self, how: dict[str, Any]) -> None:
        begun = time.monotonic()
        told = {"owner": self._owner, "until": time.time() + _LEASE} | this_process()._asdict()
        try:
            body = {"kind": "lock", "told": told}
            answer = self._connection.send("PUT", self._path, body, **how)
        except ConflictError:
            if not self._is_ours():  # else the answer was lost, but not what we wrote
                self._taken = True
                raise self._locked() from None
        else:
            self._version = _version_of(answer)
        self._since = begun

    def _is_ours(self) -> bool:
        """Tell whether the lease that is there is ours, whatever its version, and know that then."""
        with suppress(NotThereError):
            found = self._connection.send("GET", self._path)
            source = found.get("_source")
            told = source.get("told") if isinstance(source, dict) else None
            if isinstance(told, dict) and told.get("owner") == self._owner:
                self._version = _version_of(found)
                return True
        return False

    def _locked(self) -> IndexLockedError:
        return IndexLockedError(self._connection.address, "another program is writing it")


def _version_of(answer: dict[str, Any]) -> dict[str, Any]:
    return {
        "if_seq_no": answer.get("_seq_no", 0),
        "if_primary_term": answer.get("_primary_term", 1),
    }


def _process_of(source: object) -> Process:
    """Read who has a lease; one that is broken is somebody elsewhere."""
    told = source.get("told") if isinstance(source, dict) else None
    if not isinstance(told, dict):
        return Process("", 0, "")
    number = told.get("number")
    whole = number if isinstance(number, int) else 0
    return Process(str(told.get("machine", "")), whole, str(told.get("started", "")))
