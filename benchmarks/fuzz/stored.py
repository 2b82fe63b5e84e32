"""A small index of its own for the targets that read stored files, and how it is changed."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from itertools import zip_longest
from pathlib import Path

from search import Desk


def edited(whole: bytes, data: bytes) -> bytes:
    """Change some bytes, four of `data` a change: how, where, and what to."""
    changed = bytearray(whole)
    rows = zip_longest(*[iter(data)] * 4, fillvalue=0)
    for how, high, low, value in rows:
        at = (high << 8 | low) * len(whole) >> 16
        if how % 4 == 0:
            del changed[at:]
        elif how % 4 == 1:
            changed[at:at] = bytes([value]) * (how >> 2)
        else:
            changed[at : at + 1] = bytes([value])
    return bytes(changed)


@cache
def scratch() -> Path:
    """Make a folder in memory, where there is one."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a name of its own in it
    return Path(tempfile.mkdtemp(prefix="diptych-fuzz-", dir=memory))


@cache
def home() -> tuple[Path, Path]:
    """Make a small library and its cache."""
    library, cache_folder = scratch() / "library", scratch() / "cache"
    library.mkdir()
    for number in range(3):
        text = f"---\ntitle: Tide {number}\ndate: 2024-05-0{number + 1}\n---\n\nThe boat left.\n"
        (library / f"{number}.md").write_text(text, "utf-8")
    desk = Desk(library, cache=cache_folder)
    desk.sync()
    desk.close()
    return library, cache_folder


@cache
def index_files() -> tuple[Path, Path]:
    """Give the one segment of a small index, and its table of contents."""
    (whole,) = home()[1].glob("*/g-*/whoosh/*.arrays")
    (table,) = whole.parent.glob("*.toc")
    return whole, table


@cache
def manifest_file() -> tuple[Path, Path]:
    """Give the folder of a small index's manifest, and the manifest."""
    (whole,) = home()[1].glob("*/g-*/manifest.arrays")
    return whole.parent, whole


def array_names(whole: Path) -> bytes:
    """Give the names of the arrays of a segment, as JSON."""
    data = whole.read_bytes()
    begin = data.index(b'"sections":') + len(b'"sections":')
    return data[begin : data.index(b"}", begin) + 1]


def clear(folder: Path) -> None:
    """Delete the files of a folder."""
    for file in folder.iterdir():
        file.unlink()
