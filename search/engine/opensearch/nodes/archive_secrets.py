"""Who asks an archive: user and password, or a key, from the environment, a command or the keyring.

What is found here is shown to nobody: no error repeats it.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from base64 import b64encode
from importlib import import_module
from typing import TYPE_CHECKING

from search.errors import IndexFailedError

if TYPE_CHECKING:
    from search.archive_address import ArchiveAddress
    from search.archive_options import ArchiveOptions

USER_VARIABLE = "DIPTYCH_ARCHIVE_USER"
PASSWORD_VARIABLE = "DIPTYCH_ARCHIVE_PASSWORD"  # noqa: S105 - the name of a variable, no password
KEY_VARIABLE = "DIPTYCH_ARCHIVE_API_KEY"
KEYRING_SERVICE = "diptych"
"""Under which a keyring has passwords of archives, each by its user."""
_SECONDS = 60
"""What a command may take: it may ask somebody for a password."""
_NEEDS = "the keyring needs a package that isn't installed: pip install 'diptych[keyring]'"


def authorization(address: ArchiveAddress, options: ArchiveOptions) -> str | None:
    """Give the header by which an archive knows who asks; None if nobody in particular does.

    What the settings say of this archive goes before the environment. Cost: perhaps a command.
    Raises IndexFailedError where a command or the keyring has no answer.
    """
    if options.api_key_command:
        key = _said(address, "api_key_command", options.api_key_command)
        return f"ApiKey {_safe(address, key)}"
    user = options.user or os.environ.get(USER_VARIABLE, "")
    if not user and (known := os.environ.get(KEY_VARIABLE)):
        return f"ApiKey {_safe(address, known)}"
    if not user:
        return None
    pair = f"{user}:{_password(address, options, user)}".encode("utf-8", "surrogateescape")
    return f"Basic {b64encode(pair).decode()}"


def _password(address: ArchiveAddress, options: ArchiveOptions, user: str) -> str:
    if options.password:
        return options.password
    if options.password_command:
        return _said(address, "password_command", options.password_command)
    if options.keyring:
        return _kept(address, user)
    return os.environ.get(PASSWORD_VARIABLE, "")


def _said(address: ArchiveAddress, name: str, command: str) -> str:
    """Give the first line that a command prints; no shell reads it."""
    try:
        words = shlex.split(command)
        done = subprocess.run(  # noqa: S603 - the user's own command, from the user's settings
            words, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, ValueError, IndexError):
        raise IndexFailedError(address, f"its {name} can't be run") from None
    except subprocess.TimeoutExpired:
        raise IndexFailedError(address, f"its {name} took more than {_SECONDS} seconds") from None
    lines = done.stdout.decode("utf-8", "surrogateescape").splitlines()
    if done.returncode or not lines or not lines[0]:
        why = f"failed with exit code {done.returncode}" if done.returncode else "printed nothing"
        raise IndexFailedError(address, f"its {name} {why}")
    return lines[0]


def _kept(address: ArchiveAddress, user: str) -> str:
    """Ask the system's keyring."""
    try:
        keyring = import_module("keyring")
    except ImportError:
        raise IndexFailedError(address, _NEEDS) from None
    try:
        password = keyring.get_password(KEYRING_SERVICE, user)
    except Exception as error:  # noqa: BLE001 - each system's keyring has errors of its own
        kind = type(error).__name__
        raise IndexFailedError(address, f"the keyring can't be asked ({kind})") from None
    if not isinstance(password, str) or not password:
        reason = f"the keyring has no password of {user}; keyring set {KEYRING_SERVICE} {user}"
        raise IndexFailedError(address, reason)
    return password


def _safe(address: ArchiveAddress, key: str) -> str:
    """Give a key that fits a header."""
    key = key.strip()
    if not key.isascii() or not key.isprintable():
        raise IndexFailedError(address, "its API key has signs that no key has")
    return key
