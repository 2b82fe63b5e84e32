"""The folder of an index on disk: generations, locks, and whether they can be trusted.

    <cache>/<library>/lock        held while an index is written
    <cache>/<library>/current     the name of the generation in use
    <cache>/<library>/g-…/        one generation: stamp, manifest.arrays, whoosh/; `used` once
                                  it was the one in use

An index that is built anew is built beside the one in use and then takes its place in one step,
so there is never a moment without a readable index.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import uuid4

import whoosh

from search.engine.whoosh.codec.array_index import open_index
from search.engine.whoosh.codec.locking import Lock
from search.engine.whoosh.fingerprint import fingerprint
from search.engine.whoosh.in_use import CURRENT, generation_in_use, read_line
from search.engine.whoosh.manifest import MANIFEST, Manifest
from search.engine.whoosh.schema import schema
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.fsync import sync_folder, write_text
from search.engine.whoosh.segments.segment_file import SegmentFile
from search.errors import (
    CacheRefusedError,
    IndexFailedError,
    IndexLockedError,
    SearchError,
    reason_of,
)
from search.processes.work_errors import WorkFailedError
from search.regular_file import put_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search.engine.whoosh.codec.array_index import ArrayIndex

Judgement: TypeAlias = Literal["missing", "outdated", "damaged", "ready"]

NAME = f"Whoosh {whoosh.versionstring()}"

_WAIT = 2.0
_SMALL = 1 << 22
"""Bytes of a file that is read whole whenever it is judged: a millisecond."""


class Store:
    """The folder of one library's index. Stateless: every question looks at the disk."""

    def __init__(self, folder: Path, refused: str | None = None) -> None:
        """Know a folder; where it is `refused`, nothing in it is read or written, for that reason."""
        self.folder = folder
        self.refused = refused

    def generation(self) -> Path | None:
        """Give the folder of the generation in use, None without one."""
        return None if self.refused else generation_in_use(self.folder)

    def state(self, *, whole: bool = False) -> Judgement:
        """Judge the generation in use. Cost: a look at each of its files; all of them, if `whole`."""
        generation = self.generation()
        judged = self._judge(generation, whole=whole)
        while judged != "ready" and generation != (generation := self.generation()):
            judged = self._judge(generation, whole=whole)  # another program replaced it meanwhile
        return judged

    def _judge(self, generation: Path | None, *, whole: bool) -> Judgement:
        if generation is None:
            return "damaged" if self._used() else "missing"
        try:
            if read_line(generation / "stamp") != stamp():
                return "outdated"
            return "ready" if _sound(generation, whole=whole) else "damaged"
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return "damaged"

    def _used(self) -> bool:
        """Tell whether there was an index that could be searched."""
        try:
            if self.refused:
                return False
            return os.path.lexists(self.folder / CURRENT) or any(self.folder.glob("g-*/used"))
        except OSError:
            return False

    def start(self) -> Path:
        """Make the folder of a new generation and clear away what crashes left behind."""
        with guarded(self.folder, new=True):
            self.clear()
            generation = self.folder / f"g-{uuid4().hex[:12]}"
            self._make()
            generation.mkdir(mode=0o700)
            (generation / "whoosh").mkdir(mode=0o700)
            write_text(generation / "stamp", stamp())
            return generation

    def _make(self) -> None:
        for folder in (self.folder.parent, self.folder):  # by mkdir's `parents` others might write
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def publish(self, generation: Path) -> None:
        """Make a generation the one in use, in one step, and delete the others.

        Whenever the power fails, `current` names a generation that is whole on the disk.
        """
        with guarded(self.folder):
            sync_folder(generation)
            sync_folder(self.folder)
            beside = self.folder / f"current-{generation.name}"
            write_text(beside, generation.name)
            put_in_place(beside, self.folder / CURRENT)
            sync_folder(self.folder)
            with suppress(OSError):  # it only tells an index that was lost from one that never was
                (generation / "used").touch()
            self.clear()

    def move(self, folder: Path) -> None:
        """Be another folder from now on, of which all may be read and written."""
        self.folder, self.refused = folder, None

    def withdraw(self, before: Path | None) -> None:
        """Delete the generation in use if it isn't the one before; the caller holds no lock."""
        generation = self.generation()
        if generation is not None and generation != before:
            shutil.rmtree(generation, ignore_errors=True)
            with suppress(OSError):
                (self.folder / CURRENT).unlink()

    def condemn(self) -> None:
        """Mark the generation in use as damaged, so that the next sync builds anew."""
        if generation := self.generation():
            with suppress(OSError):
                (generation / "stamp").unlink()

    def clear(self) -> None:
        """Delete every generation but the one in use. The caller holds the lock."""
        keep = self.generation()
        for folder in self.folder.glob("g-*"):
            if folder != keep:
                shutil.rmtree(folder, ignore_errors=True)
        for file in self.folder.glob("current-*"):
            with suppress(OSError):
                file.unlink()

    def holder(self) -> int | None:
        """Give the process that took the lock last; None if that isn't known."""
        try:
            return int(read_line(self.folder / "lock"))
        except (OSError, ValueError):
            return None

    @contextmanager
    def lock(self, wait: float = _WAIT) -> Iterator[bool]:
        """Hold the right to write; raise IndexLockedError when another keeps it `wait` seconds.

        The system lets go of the lock when its holder dies; a file left over is no lock. Yields
        whether the file system has locks; where it has none, nobody is kept out.
        """
        if self.refused:
            raise CacheRefusedError(self.folder, self.refused)
        with guarded(self.folder, new=True):
            self._make()
            lock = Lock(str(self.folder / "lock"))
            until = time.monotonic() + wait
            while not lock.acquire(blocking=False):
                if time.monotonic() >= until:
                    reason = "another diptych is writing this index; try again shortly"
                    raise IndexLockedError(self.folder, reason)
                time.sleep(0.05)
        lock.sign()
        try:
            yield not lock.void
        finally:
            lock.release()


@contextmanager
def guarded(folder: Path, *, new: bool = False) -> Iterator[None]:
    """Turn errors into those of this package: refused by the system, failed work, damaged index.

    Raises IndexFailedError, a sentence for the user, for the ones, DamagedError for the other.
    A file that isn't there is missing from an index, but where a `new` one is only being made,
    the system has refused or lost its folder.
    """
    try:
        yield
    except (SearchError, DamagedError):
        raise
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not new:
            raise DamagedError(str(error)) from error
        reason = f"the index can't be written: {reason_of(error)}"
        raise CacheRefusedError(folder, reason) from None
    except WorkFailedError as error:
        raise IndexFailedError(folder, f"the index can't be written: {error}") from None
    except MemoryError:
        reason = "the index can't be written: there isn't enough memory"
        raise IndexFailedError(folder, reason) from None
    except Exception as error:
        raise DamagedError(f"{type(error).__name__}: {error}") from error


def stamp() -> str:
    """Name everything that decides what an index holds: any change makes it outdated."""
    return json.dumps({"whoosh": whoosh.versionstring(), "rules": fingerprint()})


def _sound(generation: Path, *, whole: bool) -> bool:
    """Tell whether the files are those written, and belong together.

    Small ones are read whole; of others the headers, for what they hold is checked in use. Files
    that no table of contents names, such as those being written, don't matter.
    """
    folder = generation / "whoosh"
    seen = None
    while (tables := sorted(folder.glob("*.toc"))) != seen:  # else a commit came between
        seen = tables
        with suppress(Exception):  # whatever it is, these aren't the files written
            _verify(generation, whole=whole)
            return True
    return False


def _verify(generation: Path, *, whole: bool) -> None:
    """Judge the files of the last commit; raise whatever is wrong with them."""
    folder, manifest = generation / "whoosh", Manifest(generation / MANIFEST)
    index = open_index(folder, schema())
    check_mark(index, manifest.load().mark if whole else manifest.mark())
    reader = index.reader()
    try:
        segments = [leaf.segment() for leaf, _ in reader.leaf_readers()]
    finally:
        reader.close()
    for segment in segments:
        if segment is not None:
            file = folder / segment.filename
            if whole or file.stat().st_size <= _SMALL:
                SegmentFile(file, segment.seal).verify()


def check_mark(index: ArrayIndex, mark: str) -> None:
    """Raise DamagedError unless the list of files that has a mark belongs to an index.

    It is written just after the index, so it may be one commit behind; nothing else is.
    """
    if mark not in {index.contents.mark, index.contents.noted}:
        raise DamagedError("the index and the list of its files are of different times")
