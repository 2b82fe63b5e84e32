"""Where the library is. Imports next to nothing: --help and the reader's first frame wait for it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import search
from tui.cli.archive_names import archives_named, resolved
from tui.cli.arguments import UsageError
from tui.cli.streams import notify

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from search import Archives, NamedArchive
    from tui.settings import Settings


_SEEN = (
    "a password in an address is seen by everybody on this machine, and kept by the shell;"
    " set DIPTYCH_ARCHIVE_PASSWORD, or see docs/archive.md"
)


def library_path(arguments: argparse.Namespace) -> Path:
    """Give the library that was asked for, else the configured one, else the bundled one."""
    if arguments.library is not None:
        return search.named_path(arguments.library)
    chosen = configured()
    for fault in chosen.faults:
        notify(fault)
    library = str(chosen.library or search.bundled())
    return search.named_path(search.library_named(library, chosen.archives))


def known_archives(arguments: argparse.Namespace, library: Path) -> Archives:
    """Give how archives are asked; says what is wrong with the settings where the library is one."""
    chosen = configured()
    if search.is_archive(str(library)) and arguments.library is not None:
        for fault in chosen.faults:
            notify(fault)
    return archives_for(arguments, library, chosen.archives)


def archives_for(arguments: argparse.Namespace, library: object, known: Archives) -> Archives:
    """Give how archives are asked: what the settings say, and the command line above that.

    Says aloud what isn't safe about it, where `library` is an archive, and about others of which
    articles are named.
    """
    there: list[NamedArchive] = []
    for text in (str(library), *archives_named(arguments)):
        if search.is_archive(text):
            with suppress(search.LibraryError):  # whoever opens it says so
                there.append(search.archive_at(text))
    for one in reversed(dict.fromkeys(there)):
        known = _asked(arguments, one, known)
    return known


def _asked(arguments: argparse.Namespace, archive: NamedArchive, known: Archives) -> Archives:
    address = archive.address
    options = next(
        (one.options for one in known if one.address == address), search.ArchiveOptions()
    )
    for text, user, password in arguments.logins:
        if search.archive_at(text).address == address:
            options = replace(options, user=user, password=password)
            notify(_SEEN)
    if arguments.insecure:
        options = replace(options, insecure=True)
    asked = search.NamedArchive("", address, options)
    if said := search.unsafe(asked):
        notify(said)
    return (asked, *known)


def check_own_folder(verb: str, arguments: argparse.Namespace) -> None:
    """Require a library that articles may be saved in: one named or configured, and no archive.

    The bundled articles are no one's own. Raises UsageError.
    """
    name = arguments.library
    if name is None and not configured().library:
        raise UsageError(f"{verb}: which library? Name one, or set one in the settings")
    if search.is_archive(name if name is not None else str(library_path(arguments))):
        raise UsageError(f"{verb}: an archive takes no files; diptych push brings a library there")


def is_library(name: str) -> bool:
    """Tell whether a name may be that of a library: something lies there, or it is an archive's address."""
    return search.is_archive(resolved(name)) or search.named_path(name).exists()


def cookie_file() -> Path | None:
    """Give the file of cookies that the settings name, None without one."""
    chosen = configured().cookies
    return search.named_path(chosen) if chosen else None


def allowed_hosts(named: Iterable[str]) -> list[str]:
    """Give the hosts of private networks that may be asked: those named, and those of the settings."""
    return [*named, *configured().hosts]


def configured() -> Settings:
    """Load the settings."""
    from tui import settings  # noqa: PLC0415 - --help doesn't wait for platformdirs

    return settings.load()
