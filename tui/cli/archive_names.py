"""Archives as they are named on the command line: by a name of the settings, or with a login in the address."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence


_LIBRARY = "--library="
_ARTICLES = ("article", "left", "right", "compare", "story", "claims", "of")
"""Arguments that are articles, or lists of them."""


def without_logins(words: Sequence[str]) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Take users and passwords out of the addresses among the words of a command line.

    Gives the words, and for each such address, without them, the address, the user and the password.
    """
    plain: list[str] = []
    logins: list[tuple[str, str, str]] = []
    for word in words:
        if "@" not in word:  # a login ends with one, and for few --version has to wait
            plain.append(word)
            continue
        head = _LIBRARY if word.startswith(_LIBRARY) else ""
        text, user, password = _without_login(word.removeprefix(head))
        plain.append(head + text)
        if user or password:
            logins.append((text.partition("#")[0], user, password))
    return plain, logins


def _without_login(address: str) -> tuple[str, str, str]:
    from search import without_login  # noqa: PLC0415 - for few

    return without_login(address)


def resolved(name: str) -> str:
    """Give the address of the archive that has a name in the settings; any other name as it is.

    A name with a slash, or that begins with a full stop or `~`, is always a path.
    """
    if os.sep in name or name.startswith((".", "~")):
        return name
    from search import library_named  # noqa: PLC0415 - for few
    from tui import settings  # noqa: PLC0415 - --help doesn't wait for platformdirs

    return library_named(name, settings.load().archives)


def archives_named(arguments: argparse.Namespace) -> list[str]:
    """Give the addresses of the archives whose articles are named, `ARCHIVE#ID`, the first first."""
    words = [word for name in _ARTICLES for word in _words(getattr(arguments, name, None))]
    return list(dict.fromkeys(_archives_of([word for word in words if "#" in word])))


def _words(value: object) -> list[str]:
    every = value if isinstance(value, list) else [value]
    return [one for one in every if isinstance(one, str)]


def _archives_of(words: Sequence[str]) -> Iterator[str]:
    if not words:
        return
    from search import archive_and_article  # noqa: PLC0415 - for few
    from tui import settings  # noqa: PLC0415 - as above

    archives = settings.load().archives
    for word in words:
        address, _ = archive_and_article(word, archives)
        if address:
            yield address
