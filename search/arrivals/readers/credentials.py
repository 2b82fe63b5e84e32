"""Logins of other readers: from the environment, or from a command that the environment names.

Which is used follows from the server's host alone. A library may come from anybody, so its file can
name neither a variable nor a command: it would have secrets sent to whatever server it names, or run
what it likes.
"""

from __future__ import annotations

import shlex
import subprocess
from typing import TYPE_CHECKING

from search.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS = {".": "_", "-": "__"}
_SECONDS = 60
_LONGEST = 4_096


def variables(host: str) -> tuple[str, str]:
    """Give the variables for a host: of its token or password, and of a command that prints it.

    No two hosts have the same: `a.b` is `A_B`, and `a-b`, which may be somebody else's, `A__B`.
    """
    name = "".join(_SIGNS.get(sign) or _spelt(sign) for sign in host.lower())
    return f"DIPTYCH_TOKEN_{name}", f"DIPTYCH_COMMAND_{name}"


def secret_for(url: str, host: str, environment: Mapping[str, str], written: str = "") -> str:
    """Give the token or password for a server; raise FetchError, which never tells it, without one.

    Args:
        url: the server, for errors.
        host: its host, in lower case.
        environment: where it is looked for.
        written: what the library's file says, which counts last.
    """
    token, command = variables(host)
    if said := environment.get(token, "").strip():
        return _fit(url, said)
    if line := environment.get(command, "").strip():
        return _fit(url, _printed(url, command, line))
    if written:
        return _fit(url, written)
    raise FetchError(url, f"no login: {token} or {command} in the environment gives it")


def _spelt(sign: str) -> str:
    """Give a letter or digit as it stands in a name; any other sign by its number, in small letters."""
    return sign.upper() if sign.isascii() and sign.isalnum() else f"_x{ord(sign):x}_"


def _printed(url: str, name: str, line: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command
            shlex.split(line),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        raise FetchError(url, f"the command of {name} failed") from None
    return done.stdout.decode("utf-8", "replace").split("\n")[0].strip()


def _fit(url: str, secret: str) -> str:
    if not secret or not secret.isprintable() or len(secret) > _LONGEST:
        raise FetchError(url, "its login is empty, or can't be one")
    return secret
