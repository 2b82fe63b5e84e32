"""Sealed files: small JSON files with a checksum, so that damage is noticed.

The first line is the CRC-32 of the rest, which is JSON.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from search.regular_file import NotRegularError, read_regular, save_regular

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 64 << 20
"""Bytes of a file that is still read: what is saved has a hundredth of it."""


class DamagedFileError(Exception):
    """A sealed file is damaged."""


def load_sealed(path: Path, *, links: bool = True) -> Any:
    """Load what `save_sealed` saved; raise DamagedFileError if it is damaged, OSError if unreadable.

    A file that isn't regular, or larger than any that is saved, counts as damaged and isn't read;
    without `links` so does a link.
    """
    try:
        data = read_regular(path, _LARGEST, links=links)
    except NotRegularError as error:
        raise DamagedFileError(f"{path} is {error.strerror}") from None
    check, _, body = data.partition(b"\n")
    if check != _check(body):
        raise DamagedFileError(f"{path} is damaged")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise DamagedFileError(f"{path} is damaged: {error}") from None


def save_sealed(path: Path, value: object, *, sure: bool = True) -> None:
    """Save a JSON value, replacing the file atomically; raise OSError.

    If it can't be, nothing has changed. Unless `sure` says no, it is on the disk once this
    returns, which may take some hundredths of a second.
    """
    body = json.dumps(value).encode()
    save_regular(path, _check(body) + b"\n" + body, sure=sure)


def _check(body: bytes) -> bytes:
    return f"{zlib.crc32(body):08x}".encode()
