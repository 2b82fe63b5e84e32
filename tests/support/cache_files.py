"""The files of a cache, as patterns below the folder of a library."""

from __future__ import annotations

CACHE_FILES = (
    "current",
    "front.json",
    "lock",
    "g-*/used",
    "g-*/stamp",
    "g-*/manifest*",
    "g-*/stories*",
    "g-*/whoosh/*.toc",
    "g-*/whoosh/*.arrays",
)
