"""Checks of a library, its index, and the disks they are on."""

from __future__ import annotations

import os
import shlex
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import search
from search import IndexFailedError, LibraryError
from tui.cli.library_path import configured, known_archives, library_path
from tui.cli.skipped_words import skipped_words
from tui.cli.styled_lines import count
from tui.cli.verbs.doctor.archive_checks import archive_checks, failed_archive
from tui.cli.verbs.doctor.check import Check

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from search import ArticleError, Condition, Desk, Storage

_ELSEWHERE = "set XDG_CACHE_HOME to a folder on another disk"


def library_checks(arguments: argparse.Namespace) -> Iterator[Check]:
    """Check the library that was asked for."""
    try:
        library = library_path(arguments)
        archives = known_archives(arguments, library)
        desk = search.Desk(library, names=configured().names, archives=archives)
    except LibraryError as error:
        yield Check("library", ok=False, value=str(error), mend=_library_remedy(error.reason))
        return
    try:
        condition = desk.inspect()
        if search.is_archive(str(condition.library)):
            yield from archive_checks(condition)
            yield from _marks(desk)
            return
        yield _articles(condition)
        yield from _times(desk, condition)
        yield from _index(condition)
        yield from _marks(desk)
        yield from _passed_over(condition)
        for bad in condition.failed:
            yield Check("article", ok=False, value=str(bad), mend=_article_remedy(condition, bad))
    except IndexFailedError as error:
        yield failed_archive(error)
    except LibraryError as error:
        yield Check("library", ok=False, value=str(error), mend=_library_remedy(error.reason))
    finally:
        desk.close()


def _marks(desk: Desk) -> Iterator[Check]:
    """Look at what the reader marked, sought and said of stories, and say what was damaged."""
    desk.marks.store.rulings()
    desk.marks.store.searches.every()
    for sentence in desk.hear():
        remedy = "look into the file that was set aside, or delete it"
        if "damaged" in sentence:
            names = {"of stories": "stories", "list of searches": "searches"}
            name = next((names[part] for part in names if part in sentence), "marks")
            yield Check(name, ok=False, value=sentence, mend=remedy)


def _library_remedy(reason: str) -> str:
    if reason == "permission denied":
        return "give yourself the right to read it (chmod u+rx), or name another library"
    return "mount its disk if it is on one; else name another library, or set one in the settings"


def _articles(condition: Condition) -> Check:
    found = f"{condition.library}: {count(condition.files, 'file')}"
    if condition.away:
        found = (
            f"{found}; it isn't the folder that was indexed, as when a disk is missing;"
            f" {count(condition.indexed, 'article')} of it are kept in the index"
        )
        remedy = f"mount the disk; {_command('index --rebuild', condition)} forgets them"
        return Check("library", ok=False, value=found, mend=remedy)
    if not condition.files:
        remedy = "put articles into it, or name another library"
        return Check("library", ok=False, value=found, mend=remedy)
    if not os.access(condition.library, os.W_OK):
        found = f"{found}; read-only, which is enough, for nothing is ever written there"
    return Check("library", ok=True, value=found)


def _passed_over(condition: Condition) -> Iterator[Check]:
    """Name the files that aren't read, by kind, and what would read them."""
    for one in condition.skipped:
        yield Check("passed over", ok=not one.needs, value=skipped_words(one), mend=one.needs)
    if condition.addresses:
        found = (
            f"{count(condition.addresses, 'address', 'addresses')} of articles without their texts"
        )
        yield Check("passed over", ok=True, value=found)


def _times(desk: Desk, condition: Condition) -> Iterator[Check]:
    """Check for files and articles that are dated in the future."""
    remedy = "set the clock; if it is right, touch the files"
    if condition.ahead:
        found = f"{count(condition.ahead, 'file')} changed later than it is now, by this clock;"
        found = f"{found} each sync reads them again"
        yield Check("times", ok=False, value=found, mend=remedy)
    if condition.health.state.kind != "ready":
        return
    after = f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%d}"
    try:
        late = desk.search(f"after:{after}").total
    except IndexFailedError:
        return  # another check says what is wrong with the index
    if late:
        found = f"{count(late, 'article')} dated after tomorrow"
        remedy = f"set the clock; if it is right, diptych search after:{after} names them"
        yield Check("dates", ok=False, value=found, mend=remedy)


def _index(condition: Condition) -> Iterator[Check]:
    if storage := condition.health.storage:
        yield from _disk(condition, storage)
    yield _state(condition)
    for name in condition.health.damaged:
        remedy = f"{_command('index', condition)} makes it anew"
        yield Check("kept", ok=False, value=f"{name} is damaged", mend=remedy)
    if storage:
        yield _lock(storage)


def _state(condition: Condition) -> Check:
    """Check whether the index can be searched."""
    health = condition.health
    match health.state.kind:
        case "empty":
            return Check("index", ok=True, value="none yet; the first search builds it")
        case "building":
            return Check("index", ok=True, value="none yet; it is being built")
        case "unreachable":
            found = f"{health.where}: unreachable: {health.state.reason}"
            return Check("index", ok=False, value=found, mend="start it, or mend the way to it")
    found = f"{health.state.kind}, {count(condition.indexed, 'article')}, {health.engine}"
    if health.state.kind == "ready":
        return Check("index", ok=True, value=found)
    remedy = f"the next search builds it anew; so does {_command('index', condition)}"
    return Check("index", ok=False, value=found, mend=remedy)


def _disk(condition: Condition, storage: Storage) -> Iterator[Check]:
    """Check the disk of an index on this machine."""
    remedy = None
    if not storage.writable:
        remedy = f"make this folder writable (chmod u+rwx), or {_ELSEWHERE}"
    if storage.refused:
        found, _, remedy = storage.refused.rpartition("; ")
        yield Check("cache", ok=False, value=found, mend=remedy)
    else:
        yield Check("cache", ok=storage.writable, value=str(storage.folder), mend=remedy)
    if storage.free is not None:
        # An index takes about two thirds of its text, beside the old one until it is complete.
        short = storage.free < condition.size
        found = f"{_size(storage.free)} free, {_size(condition.size)} surely enough"
        remedy = f"make room on the disk of {storage.folder}, or {_ELSEWHERE}" if short else None
        yield Check("space", ok=not short, value=found, mend=remedy)


def _lock(storage: Storage) -> Check:
    if storage.locked:
        who = f"process {storage.holder}" if storage.holder else "another diptych"
        remedy = "wait until it is done"
        if storage.holder:
            remedy = f"{remedy}, or end it: kill {storage.holder}"
        return Check("lock", ok=False, value=f"{who} is writing the index", mend=remedy)
    if not storage.locks:
        remedy = f"index from one program at a time, or {_ELSEWHERE}"
        found = "the file system of the index has no locks"
        return Check("lock", ok=False, value=found, mend=remedy)
    return Check("lock", ok=True, value="free")


def _article_remedy(condition: Condition, error: ArticleError) -> str:
    if error.reason == "permission denied":
        return f"chmod u+r {shlex.quote(str(condition.library / error.path))}"
    return "mend the file or take it away"


def _command(verb: str, condition: Condition) -> str:
    return f"diptych {verb} {shlex.quote(str(condition.library))}"


def _size(number: int) -> str:
    """Give a size as `12 MB`, at least 1 MB."""
    if number >= 10**9:
        return f"{number / 10**9:,.1f} GB"
    return f"{max(1, number // 10**6):,} MB"
