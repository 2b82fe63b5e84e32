"""The fingerprint of the code an index was made by."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

_ROOMS = (
    "article.py",
    "formats",
    "engine/whoosh",
    "library/file_names.py",
    "library/known_files.py",
    "page",
    "stories",
    "text",
    "word_lists.py",
)


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Hash the source of all packages that decide what an index holds, data files included.

    No number to forget: a change of rules makes every index outdated. Cost: reading some
    thirty small files, once a process.
    """
    package = Path(__file__).resolve().parents[2]
    digest = blake2b(digest_size=8)
    for room in _ROOMS:
        path = package / room
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(package).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
