"""What nothing here reads among what was named to be brought in."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from search.errors import LibraryError
from search.ingest.skipped_files import SkippedFiles
from search.library.folder_scan import scan
from search.library.location import locate
from search.typed_path import named_path
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.ingest.sync_report import Skipped


def passed_over(what: Iterable[str]) -> tuple[Skipped, ...]:
    """Give the files of folders that nothing here reads, by suffix, most files first.

    Addresses, files and what isn't there have none. Never raises. Cost: a look at each entry of the
    folders.
    """
    others: Counter[str] = Counter()
    for name in what:
        if not is_web_address(name):
            with suppress(LibraryError):
                others += scan(locate(named_path(name))).others
    return SkippedFiles(others).report()
