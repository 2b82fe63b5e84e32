"""Syncing files and folders to disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from search.regular_file import create_own

if TYPE_CHECKING:
    from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a file and wait until its content is on the disk; its name may not be yet."""
    with os.fdopen(create_own(path), "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can do that."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
