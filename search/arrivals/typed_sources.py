"""What somebody typed, or a terminal pasted, taken apart into paths and addresses."""

from __future__ import annotations

import shlex
from pathlib import Path
from urllib.parse import unquote

from search.typed_path import named_path
from search.untrusted import is_web_address

_FILE = "file://"
_HOSTS = ("", "localhost")
_LONGEST_PATH = 4_096
"""Characters of a path, as many as Linux takes."""
_MOST = 1_000
"""Names that are taken apart at most."""


def typed_sources(text: str) -> list[str]:
    """Give the paths and addresses that were typed in a line, in its order; at most a thousand.

    What is one existing path is that, blanks and all. Else blanks part them, as a shell has it; where
    quotation marks don't match, the whole is one. A `file://` URI of this machine is its path.
    """
    line = text.strip()
    if not line:
        return []
    if _is_there(line):
        return [line]
    return [_plain(word) for word in _words(line)[:_MOST]]


def dropped_sources(text: str) -> list[str]:
    """Give what a paste names as a terminal writes what was dropped on it; empty for any other text.

    That is an existing path, whole or quoted for a shell, a `file://` URI of one or an address of the
    web, or several of these, between blanks or line by line. A path that doesn't say where it begins
    is none: a word may be called like a file. Cost: linear, and a look for each name.
    """
    names: list[str] = []
    for line in text.strip().splitlines()[: _MOST + 1]:
        stated = line.strip()
        found = [stated] if _is_dropped(stated) else [_plain(word) for word in _words(stated)]
        if not all(map(_is_dropped, found)):
            return []
        names += found
    return names if len(names) <= _MOST else []


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:
        return [line]


def _plain(name: str) -> str:
    """Give the path of a `file://` URI of this machine; anything else as it is."""
    if not name.lower().startswith(_FILE):
        return name
    host, slash, path = name[len(_FILE) :].partition("/")
    return unquote(slash + path) if slash and host.lower() in _HOSTS else name


def _is_dropped(name: str) -> bool:
    return is_web_address(name) or (name.startswith(("/", "~")) and _is_there(name))


def _is_there(name: str) -> bool:
    if len(name) > _LONGEST_PATH:
        return False
    try:
        return Path(named_path(name)).exists()
    except (OSError, ValueError):
        return False
