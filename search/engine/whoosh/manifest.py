"""The manifest: size, times and hash of each indexed file, so that a sync reads only changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.segments.columns import Blobs, Numbers, write_blobs, write_numbers
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.segment_file import SegmentFile
from search.engine.whoosh.segments.segment_output import SegmentOutput
from search.library import Entry, KnownFiles, RecordTable
from search.regular_file import put_in_place

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "manifest.arrays"


class Noted(NamedTuple):
    """What a manifest says.

    Attributes:
        known: the files of the index, and those that could not be read.
        mark: names the commit of the index that holds them.
    """

    known: KnownFiles
    mark: str


class Manifest:
    """The files of one index, kept in a file of arrays beside it.

    It is written after the index, whole and in one step, and names the commit it belongs to, so a
    manifest of another time or another index is told from its own. Every byte is checksummed:
    whatever is wrong with it, one that is missing included, is a DamagedError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def mark(self) -> str:
        """Name the commit it belongs to. Cost: the end of the file."""
        return self._mark(self._opened())

    def load(self) -> Noted:
        """Give all that is noted. Cost: about two microseconds a file."""
        file = self._opened()
        try:
            failed = zip(_blobs(file, "failed"), _blobs(file, "reason"), strict=True)
            failures = tuple((os.fsdecode(path), said.decode()) for path, said in failed)
            known = KnownFiles(_entries(file), failures, str(file.facts["folder"]))
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise DamagedError(f"{self._path}: no manifest: {error}") from None
        return Noted(known, self._mark(file))

    def save(self, known: KnownFiles, mark: str) -> None:
        """Note the files of a commit, in place of those before; raise OSError."""
        entries = [known.entries[path] for path in sorted(known.entries)]
        beside = self._path.with_suffix(f".{os.getpid()}")
        with SegmentOutput(beside) as out:
            write_blobs(out, "path", [os.fsencode(entry.path) for entry in entries])
            write_blobs(out, "stamp", [entry.stamp.encode() for entry in entries])
            write_blobs(out, "digest", [entry.digest for entry in entries])
            write_blobs(out, "rows", [entry.rows or b"" for entry in entries])
            write_blobs(out, "container", [_container(entry) for entry in entries])
            write_blobs(out, "passed over", [entry.passed_over.encode() for entry in entries])
            addresses = np.fromiter((entry.addresses for entry in entries), np.int64, len(entries))
            write_numbers(out, "addresses", addresses)
            sizes = np.fromiter((entry.size for entry in entries), np.int64, len(entries))
            write_numbers(out, "size", sizes)
            failures = sorted(dict(known.failures).items())
            write_blobs(out, "failed", [os.fsencode(path) for path, _ in failures])
            write_blobs(out, "reason", [said.encode("utf-8", "replace") for _, said in failures])
            out.close({"folder": known.folder, "mark": mark})
        put_in_place(beside, self._path)

    def _opened(self) -> SegmentFile:
        try:
            return SegmentFile(self._path)
        except FileNotFoundError:
            raise DamagedError(f"{self._path}: the manifest is gone") from None

    def _mark(self, file: SegmentFile) -> str:
        mark = file.facts.get("mark")
        if not isinstance(mark, str):
            raise DamagedError(f"{self._path}: no manifest")
        return mark


def _entries(file: SegmentFile) -> dict[str, Entry]:
    columns = zip(
        _blobs(file, "path"),
        Numbers(file, "size").values.tolist(),
        _blobs(file, "stamp"),
        _blobs(file, "digest"),
        _blobs(file, "container"),
        _blobs(file, "rows"),
        _blobs(file, "passed over"),
        Numbers(file, "addresses").values.tolist(),
        strict=True,
    )
    found: dict[str, Entry] = {}
    for raw, size, stamp, digest, container, rows, why, addresses in columns:
        path = os.fsdecode(raw)
        held = bytes(RecordTable(rows).rows) if container else None
        found[path] = Entry(path, size, stamp.decode(), digest, held, why.decode(), addresses)
    return found


def _container(entry: Entry) -> bytes:
    """Tell a container, which may be empty, from a file that is one article."""
    return b"" if entry.rows is None else b"1"


def _blobs(file: SegmentFile, name: str) -> list[bytes]:
    """Read a column whole."""
    column = Blobs(file, name)
    data, ends = column.data.all().tobytes(), column.ends.tolist()
    return [data[start:stop] for start, stop in zip([0, *ends], ends, strict=False)]
