"""What the screen of versions says."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from search import NOT_WHOLE, word_count
from tui.controls.entry_list import ListEntry
from tui.render.article_facts import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import ChangeKind, Desk, Revision, Revisions, VersionChange

READING = "Reading the versions of this article …"
ALONE = "There is no other version to compare it with."
_KINDS: tuple[ChangeKind, ...] = ("replaced", "added", "removed")


def entries(desk: Desk, found: Revisions) -> list[ListEntry]:
    """Give a row for each version, the latest first, with what it changed. Cost: comparing each pair."""
    first, *_ = found.versions
    rows = [_entry(first, "as it came first" if first.number == 1 else "")]
    for before, after in pairwise(found.versions):
        changes = desk.revisions.changes(before.article, after.article)
        rows.append(_entry(after, brief(changes)))
    return rows[::-1]


def brief(changes: Sequence[VersionChange]) -> str:
    """Say what changed in a few words: `headline changed · passages: 2 replaced, 1 added`."""
    headline = any(one.of == "title" for one in changes)
    kinds = Counter(one.kind for one in changes if one.of == "text")
    counts = ", ".join(f"{kinds[kind]:,} {kind}" for kind in _KINDS if kinds[kind])
    said = ["headline changed"] if headline else []
    said += [f"passages: {counts}"] if counts else []
    return " · ".join(said) or "no sentence changed"


def figures(found: Revisions) -> str:
    """Count the versions, and those that can't be read."""
    count = len(found.versions)
    said = f"{count:,} version{'' if count == 1 else 's'}"
    return f"{said} · {len(found.failed):,} unreadable" if found.failed else said


def _entry(version: Revision, changed: str) -> ListEntry:
    article = version.article
    heading = f"{version.number}  {moment(version.seen or None)} · {word_count(article):,} words"
    lacks = [] if article.whole else [NOT_WHOLE]
    lacks += ["edited here since it came"] if version.edited else []
    return ListEntry(" · ".join([heading, *lacks]), f"{article.label}\n{changed}")
