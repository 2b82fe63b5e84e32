"""Where the library is. Imports next to nothing: --help and the reader's first frame wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import search
from tui.cli.arguments import UsageError
from tui.cli.streams import notify

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from tui.settings import Settings


def library_path(arguments: argparse.Namespace) -> Path:
    """Give the library that was asked for, else the configured one, else the bundled one."""
    if arguments.library is not None:
        return search.named_path(arguments.library)
    chosen = configured()
    for fault in chosen.faults:
        notify(fault)
    return search.named_path(chosen.library or search.bundled())


def check_own_folder(verb: str, arguments: argparse.Namespace) -> None:
    """Require a library that articles may be saved in: one named or configured, and no archive.

    The bundled articles are no one's own. Raises UsageError.
    """
    name = arguments.library
    if name is None and not configured().library:
        raise UsageError(f"{verb}: which library? Name one, or set one in the settings")
    if search.is_archive(str(name if name is not None else configured().library)):
        raise UsageError(f"{verb}: an archive takes no files; diptych push brings a library there")


def is_library(name: str) -> bool:
    """Tell whether a name may be that of a library: something lies there, or it is an archive's address."""
    return search.is_archive(name) or search.named_path(name).exists()


def cookie_file() -> Path | None:
    """Give the file of cookies that the settings name, None without one."""
    chosen = configured().cookies
    return search.named_path(chosen) if chosen else None


def configured() -> Settings:
    """Load the settings."""
    from tui import settings  # noqa: PLC0415 - --help doesn't wait for platformdirs

    return settings.load()
