"""How an archive is asked: who asks, what is trusted, how long is waited, how much is counted."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from search.archive_address import archive_address, is_archive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.archive_address import ArchiveAddress

TIMEOUT = 30
"""Seconds that an answer may take, unless chosen otherwise."""
COUNT_TO = 100_000_000
"""Articles up to which a total is exact, unless chosen otherwise."""
SAMPLE = 10_000
"""Articles that are looked at here where an archive can't add up, unless chosen otherwise."""
ARCHIVE_FIELDS = ("title", "text", "source", "day", "language", "author", "tag", "url")
"""What a field of an index that others built may be here."""

SECRET_VARIABLES = ("DIPTYCH_ARCHIVE_PASSWORD", "DIPTYCH_ARCHIVE_API_KEY")
"""What of the environment says who asks."""
_THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]"}


@dataclass(frozen=True, slots=True)
class ArchiveOptions:
    """How an archive is asked. No secret is in it but a password that stood in an address.

    Attributes:
        user: who asks; that of the environment where it is empty.
        password: as it stood in an address; never shown.
        password_command: a command line whose first line of output is the password.
        api_key_command: likewise of an API key, which is used instead of user and password.
        keyring: whether the password is the one that the system's keyring has for the user.
        ca: a file of certificates to trust instead of the system's; empty for those.
        client_certificate, client_key: files by which this machine is known there.
        insecure: whether any certificate is believed.
        timeout: seconds that an answer may take.
        count_to: up to how many articles a total is exact; then it is at least.
        sample: how many articles are looked at here, where the archive has more: grouped into
            stories, the newest; counted, any.
        stories: a query; what it finds is grouped into stories, all where it is empty.
        fields: what an index that others built calls things, by what they are here.
    """

    user: str = ""
    password: str = field(default="", repr=False)
    password_command: str = ""
    api_key_command: str = ""
    keyring: bool = False
    ca: str = ""
    client_certificate: str = ""
    client_key: str = ""
    insecure: bool = False
    timeout: int = TIMEOUT
    count_to: int = COUNT_TO
    sample: int = SAMPLE
    stories: str = ""
    fields: tuple[tuple[str, str], ...] = ()


class NamedArchive(NamedTuple):
    """An archive that has a name in the settings; without one, an address with its options."""

    name: str
    address: ArchiveAddress
    options: ArchiveOptions


Archives: TypeAlias = "Sequence[NamedArchive]"


def archive_at(text: str) -> NamedArchive:
    """Give the archive at an address, with the options of any; raise LibraryError if it isn't one."""
    return NamedArchive("", archive_address(text), ArchiveOptions())


def options_of(address: ArchiveAddress, archives: Archives) -> ArchiveOptions:
    """Give the options of an archive; those of any where nothing is said of it."""
    return next((one.options for one in archives if one.address == address), ArchiveOptions())


def library_named(text: str, archives: Archives) -> str:
    """Give the address of the archive that has a name; any other text as it is."""
    return next((str(one.address) for one in archives if one.name and one.name == text), text)


def archive_and_article(name: str, archives: Archives) -> tuple[str, str]:
    """Take apart what an article of an archive is called, `ARCHIVE#ID`: the archive's address, and the id.

    Both are empty where no archive stands before the sign.
    """
    archive, _, article = name.partition("#")
    address = library_named(archive, archives)
    return (address, article) if article and is_archive(address) else ("", "")


def unsafe(archive: NamedArchive) -> str:
    """Say aloud what isn't safe about how an archive is asked; empty if nothing is."""
    asked = archive.options
    if asked.insecure:
        what = "its certificate is not verified: whoever is on the way can read and change all"
        return f"{archive.address}: {what}"
    hosts = {host for host, _ in archive.address.hosts}
    secret = asked.password or asked.password_command or asked.api_key_command or asked.keyring
    secret = secret or any(map(os.environ.get, SECRET_VARIABLES))
    if secret and not archive.address.encrypted and not hosts <= _THIS_MACHINE:
        what = "the password crosses the network in clear; opensearch+https:// encrypts it"
        return f"{archive.address}: {what}"
    return ""


def without_login(text: str) -> tuple[str, str, str]:
    """Take user and password out of the address of an archive: the address, then those two.

    They are empty where there are none, or the text is no such address.
    """
    if not is_archive(text) or "@" not in text:
        return text, "", ""
    login, _, rest = text.partition(":")[2].lstrip("/").rpartition("@")
    user, _, password = login.partition(":")
    return f"{text.partition(':')[0]}://{rest}", user, password


def shown_library(library: object) -> str:
    """Give the name of a library for people; as a path, the address of an archive lacks a slash."""
    text = str(library)
    return str(archive_address(text)) if is_archive(text) else text
