"""Archives as they are named on the command line: by a name of the settings, or with a login in the address."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


_LIBRARY = "--library="


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
            logins.append((text, user, password))
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
