"""Which names archives had in the settings, so that marks follow where one is renamed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from search.archive_address import archive_address
from search.errors import LibraryError
from search.sealed_file import DamagedFileError, load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from search.archive_address import ArchiveAddress

_FILE = "archives.json"
_MOST = 1_000
"""Names that are remembered; then the oldest is forgotten."""


class FormerNames:
    """The archives that were opened by a name, and where each was then.

    Kept in a small file beside the marks. What can't be read or written there is forgotten: the names in
    the settings are the truth.
    """

    def __init__(self, folder: Path) -> None:
        """Read what is kept in the folder of the marks."""
        self._file = folder / _FILE
        self._known = _read(self._file)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def of(self, address: ArchiveAddress, names: Collection[str]) -> list[str]:
        """Give the names that an archive had and no archive has now, of all `names` in the settings.

        It is the same one where its index is and at least one node.
        """
        return [
            name
            for name, known in self._known.items()
            if name not in names and _is_same(known, address)
        ]

    def note(self, name: str, address: ArchiveAddress) -> None:
        """Remember where an archive is that has a name, and none of those it had before."""
        known = {
            other: there for other, there in self._known.items() if not _is_same(there, address)
        }
        known[name] = address
        if known != self._known:
            kept = [[one, str(there)] for one, there in known.items()][-_MOST:]
            with suppress(OSError):
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                save_sealed(self._file, kept)
            self._known = known


def _is_same(one: ArchiveAddress, other: ArchiveAddress) -> bool:
    return one.index == other.index and not {*one.hosts}.isdisjoint(other.hosts)


def _read(file: Path) -> dict[str, ArchiveAddress]:
    try:
        return {str(name): archive_address(str(there)) for name, there in load_sealed(file)}
    except (OSError, DamagedFileError, LibraryError, TypeError, ValueError):
        return {}
