"""The files in which the versions of an article are kept: `.revisions/NAME/1.md`, `2.md` … in its library.

They are found by the path of the article within the library, so they go with the library wherever it
is put. Whatever else lies there may be anything, and is told or passed over.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError, reason_of
from search.library.saved_head import saved_head
from search.marks.other_readers.address_form import address_form
from search.regular_file import open_regular, read_regular

if TYPE_CHECKING:
    from pathlib import Path

    from search.library.saved_head import SavedHead

REVISIONS = ".revisions"
"""The folder of a library in which versions are kept that a publisher's later edit replaced."""
SUFFIX = ".md"
LARGEST = 8 << 20
"""Bytes of a file that is looked at."""
_NUMBERED = re.compile(r"([1-9]\d{0,5})\.md\Z", re.ASCII)
_MOST, _MOST_BYTES = 1_000, 64 << 20
"""Versions of an article that are looked at, the latest, and bytes of all their files; of a page that
changes hourly, six weeks."""
_HEAD = 1 << 17
"""Bytes of a file in which its head is looked for; front matter has half of them at most."""
_LINKED = "it is a link, which isn't followed"


class KeptVersion(NamedTuple):
    """A version that was kept: its number, its file, and what that says at its beginning."""

    number: int
    file: Path
    head: SavedHead


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of one article.

    Attributes:
        kept: those that were kept, the first first; the last may be the one its file holds.
        current: the number of the one that its file holds.
        edited: whether its user edited that since.
        seen: when it came, as the file says; maybe empty.
        failed: what lies among those that were kept and is none, or can't be read.
    """

    kept: tuple[KeptVersion, ...]
    current: int
    edited: bool = False
    seen: str = ""
    failed: tuple[ArticleError, ...] = ()

    @property
    def earlier(self) -> tuple[KeptVersion, ...]:
        """Those before the one that the file holds."""
        return tuple(one for one in self.kept if one.number < self.current)


def version_file(root: Path, path: str, number: int) -> Path | None:
    """Say where a version of the article at a path is kept, whether it is there or not.

    None for what has no versions: files that weren't saved here, or don't lie in the library. Where the
    folder is a link, or lies below one, it isn't believed either.
    """
    folder = _folder(root, path)
    return folder / f"{number}{SUFFIX}" if folder and not _is_link(folder) else None


def has_kept(root: Path, path: str) -> bool:
    """Tell whether anything was kept of the article at a path. Cost: a look."""
    folder = _folder(root, path)
    return folder is not None and os.path.lexists(folder)


def _folder(root: Path, path: str) -> Path | None:
    within = PurePosixPath(path)
    if not path.endswith(SUFFIX) or within.is_absolute() or ".." in within.parts:
        return None
    return root / REVISIONS / path.removesuffix(SUFFIX)


def _is_link(folder: Path) -> bool:
    """Tell whether a folder of versions, or one above it, leads elsewhere than it says."""
    return os.path.realpath(folder) != str(folder)


def versions_of(root: Path, path: str) -> Versions:
    """Look for the versions of the article at a path of a library.

    One alone where nothing was kept. Versions of another article, which had that name before, aren't
    taken for its own: what both say of their address or identifier tells. Never raises. Cost: reading
    the article and the beginning of each that was kept.
    """
    folder = _folder(root, path)
    if folder is None:
        return Versions((), 1)
    numbers, failed = _numbers(folder, root) if os.path.lexists(folder) else ([], [])
    try:
        now = saved_head(read_regular(root / path, LARGEST, links=True))
    except OSError:
        now = None  # whoever reads the article is told
    kept: list[KeptVersion] = []
    for number in numbers:
        head = _head(folder / f"{number}{SUFFIX}", root)
        if isinstance(head, ArticleError):
            failed.append(head)
        elif now is None or _same(head, now):
            kept.append(KeptVersion(number, folder / f"{number}{SUFFIX}", head))
    last = numbers[-1] if numbers else 0
    if now is None:
        return Versions(tuple(kept), last + 1, failed=tuple(failed))
    # A number that is taken, by whatever it is, is never given again.
    held = bool(kept and kept[-1].number == last and kept[-1].head.digest == now.digest)
    return Versions(tuple(kept), last + (not held), now.edited, now.seen, tuple(failed))


def _numbers(folder: Path, root: Path) -> tuple[list[int], list[ArticleError]]:
    """Give the numbers of what a folder keeps, ascending, and what is wrong with it."""
    shown = folder.relative_to(root).as_posix()
    if _is_link(folder):
        return [], [ArticleError(shown, _LINKED)]
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are all that is wanted
    except OSError as error:
        return [], [ArticleError(shown, reason_of(error))]
    found = sorted(int(match[1]) for name in names if (match := _NUMBERED.match(name)))
    latest = _latest(folder, found)
    more = f"{len(found):,} versions, of which only the latest {len(latest):,} are looked at"
    return latest, [ArticleError(shown, more)] if len(latest) < len(found) else []


def _latest(folder: Path, numbers: list[int]) -> list[int]:
    """Give the latest of some versions, as many as there is room for, one at least."""
    size = 0
    for count, number in enumerate(reversed(numbers)):
        with suppress(OSError):
            size += (folder / f"{number}{SUFFIX}").lstat().st_size
        if count and (count == _MOST or size > _MOST_BYTES):
            return numbers[-count:]
    return numbers


def _head(file: Path, root: Path) -> SavedHead | ArticleError:
    shown = file.relative_to(root).as_posix()
    try:
        number, _ = open_regular(file)
        with os.fdopen(number, "rb", buffering=0) as stream:
            data = stream.read(_HEAD) or b""
    except OSError as error:
        return ArticleError(shown, reason_of(error))
    # A character that is cut at the end would have the whole taken for another encoding.
    head = saved_head(data if len(data) < _HEAD else data[: data.rfind(b"\n") + 1])
    return head or ArticleError(shown, "it says nothing of the article it is a version of")


def _same(one: SavedHead, other: SavedHead) -> bool:
    """Tell whether two files are of one article, unless either doesn't say of which it is."""
    if one.url and other.url:
        return address_form(one.url) == address_form(other.url)
    return not (one.own and other.own) or one.own == other.own
