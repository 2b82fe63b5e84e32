"""Archives in the settings: `[archives.NAME]`, where each is and how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import (
    ARCHIVE_FIELDS,
    ArchiveOptions,
    LibraryError,
    NamedArchive,
    archive_at,
    named_path,
    without_login,
)
from tui.settings.problem_list import short, unknown

if TYPE_CHECKING:
    from pathlib import Path

    from search import Archives
    from tui.settings.key_lines import KeyPath
    from tui.settings.problem_list import ProblemList

TEXTS = ("user", "password_command", "api_key_command", "stories")
FILES = ("ca", "client_certificate", "client_key")
NUMBERS = {
    "timeout": (1, 600),
    "count_to": (1_000, 2_000_000_000),
    "sample": (100, 50_000),
}
"""Whole numbers of an archive, each with its bounds."""
KEYS = ("address", *TEXTS, "keyring", *FILES, *NUMBERS, "fields")
_IN_CLEAR = "stands here in clear; use password_command, the keyring or DIPTYCH_ARCHIVE_PASSWORD"


def read_archives(chosen: object, folder: Path, problems: ProblemList) -> Archives:
    """Give the archives below [archives] that can be used; what can't be is a problem.

    A password in an address is one too, though it is used; no problem repeats it.

    Args:
        chosen: the table.
        folder: where relative names of files begin.
        problems: takes what is wrong.
    """
    if not isinstance(chosen, dict) or not all(isinstance(one, dict) for one in chosen.values()):
        problems.add(("archives",), 'archives wants tables, [archives.NAME], with address = "…"')
        return ()
    found: list[NamedArchive] = []
    for name, table in chosen.items():
        path = ("archives", name)
        for key in table:
            if key not in KEYS:
                what = f"an archive has no {unknown(key, KEYS)}"
                clear = key == "password"
                problems.add((*path, key), f"a password {_IN_CLEAR}" if clear else what)
        one = _archive(name, table, folder, problems)
        if one and one.address in [other.address for other in found]:
            problems.add((*path, "address"), f"{short(name)} is where another archive is")
        elif one:
            found.append(one)
    return tuple(found)


def _archive(
    name: str, table: dict[str, object], folder: Path, problems: ProblemList
) -> NamedArchive | None:
    path = ("archives", name)
    written = table.get("address")
    if not isinstance(written, str):
        what = f'the archive {short(name)} wants an address, "opensearch://HOST:PORT/INDEX"'
        problems.add((*path, "address"), what)
        return None
    text, user, password = without_login(written)
    if password:
        problems.add((*path, "address"), f"the password of {short(name)} {_IN_CLEAR}")
    try:
        address = archive_at(text).address
    except LibraryError as error:
        problems.add((*path, "address"), str(error))
        return None
    texts = {key: _text(table, (*path, key), problems) for key in TEXTS}
    files = {key: _file(table, (*path, key), folder, problems) for key in FILES}
    numbers = {key: _number(table, (*path, key), problems) for key in NUMBERS}
    options = ArchiveOptions(
        user=user or texts["user"],
        password=password,
        password_command=texts["password_command"],
        api_key_command=texts["api_key_command"],
        keyring=_flag(table, (*path, "keyring"), problems),
        ca=files["ca"],
        client_certificate=files["client_certificate"],
        client_key=files["client_key"],
        timeout=numbers["timeout"],
        count_to=numbers["count_to"],
        sample=numbers["sample"],
        stories=_query(texts["stories"], (*path, "stories"), problems),
        fields=_fields(table.get("fields", {}), (*path, "fields"), problems),
    )
    return NamedArchive(name, address, options)


def _text(table: dict[str, object], path: KeyPath, problems: ProblemList) -> str:
    value = table.get(path[-1], "")
    if isinstance(value, str) and "\0" not in value:
        return value
    problems.add(path, f"{path[-1]} wants a text in quotes")
    return ""


def _query(text: str, path: KeyPath, problems: ProblemList) -> str:
    """Give a query that can be read; what can't be is a problem, and empty."""
    if not text:
        return ""
    from search import QueryError, parse  # noqa: PLC0415 - it loads the query language, for few

    try:
        parse(text)
    except QueryError as error:
        problems.add(path, f"stories wants a query: {error.reason}")
        return ""
    return text


def _file(table: dict[str, object], path: KeyPath, folder: Path, problems: ProblemList) -> str:
    value = _text(table, path, problems)
    return str(folder / named_path(value)) if value else ""


def _number(table: dict[str, object], path: KeyPath, problems: ProblemList) -> int:
    key = path[-1]
    least, most = NUMBERS[key]
    without: int = getattr(ArchiveOptions(), key)
    value = table.get(key, without)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        problems.add(path, f"{key} wants a whole number, {least:,} to {most:,}")
        return without
    return value


def _flag(table: dict[str, object], path: KeyPath, problems: ProblemList) -> bool:
    value = table.get(path[-1], False)
    if isinstance(value, bool):
        return value
    problems.add(path, f"{path[-1]} wants true or false")
    return False


def _fields(chosen: object, path: KeyPath, problems: ProblemList) -> tuple[tuple[str, str], ...]:
    """Give what an index calls its fields, by what they are here."""
    if not isinstance(chosen, dict):
        problems.add(path, 'fields wants a table, { title = "…", text = "…" }')
        return ()
    found: list[tuple[str, str]] = []
    for role, name in chosen.items():
        if role not in ARCHIVE_FIELDS:
            problems.add(
                (*path, role), f"no field of an archive is {unknown(role, ARCHIVE_FIELDS)}"
            )
        elif not isinstance(name, str) or not name.strip():
            problems.add((*path, role), f"{role} wants a name in quotes")
        else:
            found.append((role, name))
    return tuple(found)
