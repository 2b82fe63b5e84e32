"""The one place that chooses a search engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.archive_options import ArchiveOptions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.archive_address import ArchiveAddress
    from search.engine.archive_protocol import Archive
    from search.engine.protocol import Engine

_AS_ANY = ArchiveOptions()


def open_engine(
    folder: Path,
    memory: int | None,
    refill: Callable[[], object],
    tell: Callable[[str], None],
    refused: str | None = None,
    stand_in: Callable[[], Path | None] = lambda: None,
) -> Engine:
    """Open the engine of a library; it loads now, which takes some tenths of a second.

    Args:
        folder: where it may keep files; made when first needed.
        memory: bytes that writing may take at its peak, all processes together; the engine's
            own bound when None.
        refill: brings a damaged engine up to date again, by `write`.
        tell: passes a sentence on to the user.
        refused: why nothing may be read or written in the folder, None if it may.
        stand_in: gives a folder for this run where that one can't be written and holds nothing to
            be searched; None if there is no such folder.
    """
    from search.engine.whoosh.engine import WhooshEngine  # noqa: PLC0415 - loaded when chosen

    return WhooshEngine(folder, memory, refill, tell, refused, stand_in)


def saved_version(folder: Path) -> str:
    """Name what an engine's folder holds, as `Engine.version` does, without loading the engine."""
    from search.engine.whoosh.in_use import generation_in_use, version_of  # noqa: PLC0415 - as above

    generation = generation_in_use(folder)
    return version_of(generation) if generation else ""


def open_archive(
    address: ArchiveAddress,
    options: ArchiveOptions = _AS_ANY,
    tell: Callable[[str], None] = lambda _: None,
) -> Archive:
    """Open an archive, with the texts of its articles; it is asked nothing before it is used.

    `tell` passes a sentence on to the user. Raises IndexFailedError where the package is missing by which archives are asked.
    """
    from search.engine.opensearch.archive_engine import ArchiveEngine  # noqa: PLC0415 - loaded when chosen

    return ArchiveEngine(address, options, tell)


def open_any_archive(
    address: ArchiveAddress, options: ArchiveOptions, tell: Callable[[str], None]
) -> Engine:
    """Open an archive to be read, also an index that others built; else as `open_archive`."""
    from search.engine.opensearch.foreign.opened_archive import OpenedArchive  # noqa: PLC0415 - loaded when chosen

    return OpenedArchive(address, options, tell)
