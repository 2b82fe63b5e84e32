"""What a publisher changed between two versions of an article, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from search.compare.comparison import At, text_at
from search.compare.sentences.version_alignment import align_versions
from search.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import Article

ChangeKind: TypeAlias = Literal["added", "removed", "replaced"]


@dataclass(frozen=True, slots=True)
class VersionChange:
    """One thing that is otherwise in the later version.

    Attributes:
        before, after: what each says; None where it says nothing there.
        at_before, at: where that stands; None for what is None, and for the headline.
        of: what was changed.
    """

    kind: ChangeKind
    before: str | None
    after: str | None
    at_before: At | None = None
    at: At | None = None
    of: Literal["title", "text"] = "text"


def version_changes(before: Article, after: Article) -> tuple[VersionChange, ...]:
    """Tell exactly what differs between two versions: the headline, then sentences in reading order.

    Sentences beside each other in a paragraph that were all added, or all removed, are one change.
    Where paragraphs begin, and of what kind they are, isn't told, nor is boilerplate. Cost: see `align_versions`.
    """
    return (*_headline(before, after), *_joined(list(_sentences(before, after)), before, after))


def _headline(before: Article, after: Article) -> Iterator[VersionChange]:
    if before.title != after.title:
        kind: ChangeKind = "replaced"
        if not before.title or not after.title:
            kind = "removed" if before.title else "added"
        yield VersionChange(kind, before.title or None, after.title or None, of="title")


def story_sentences(article: Article) -> list[At]:
    """Give the place of every sentence of an article's story, in reading order."""
    return [
        At(place, span.start, span.stop)
        for place, block in article.story
        for span in sentences(block.text)
    ]


def _sentences(before: Article, after: Article) -> Iterator[VersionChange]:
    here, there = story_sentences(before), story_sentences(after)
    texts = [text_at(before, at) for at in here], [text_at(after, at) for at in there]
    for i, j in align_versions(*texts):
        old = None if i is None else texts[0][i]
        new = None if j is None else texts[1][j]
        if old == new:
            continue
        kind: ChangeKind = "added" if i is None else "removed" if j is None else "replaced"
        yield VersionChange(
            kind, old, new, None if i is None else here[i], None if j is None else there[j]
        )


def _joined(
    changes: Sequence[VersionChange], before: Article, after: Article
) -> Iterator[VersionChange]:
    """Join what was added, or removed, sentence after sentence in one paragraph."""
    pending: VersionChange | None = None
    for one in changes:
        if pending and one.kind == pending.kind and one.kind != "replaced":
            old, new = _both(pending.at_before, one.at_before), _both(pending.at, one.at)
            apart = _apart(before, pending.at_before, one.at_before) or _apart(
                after, pending.at, one.at
            )
            if (old or new) and not apart:
                pending = VersionChange(
                    one.kind, old and text_at(before, old), new and text_at(after, new), old, new
                )
                continue
        if pending:
            yield pending
        pending = one
    if pending:
        yield pending


def _both(first: At | None, then: At | None) -> At | None:
    """Give the place of two that stand in one paragraph; None if they don't."""
    if first is None or then is None or first.block != then.block:
        return None
    return At(first.block, first.start, then.stop)


def _apart(article: Article, first: At | None, then: At | None) -> bool:
    """Tell whether something else stands between two places of a paragraph."""
    if first is None or then is None or first.block != then.block:
        return False
    return bool(article.blocks[first.block].text[first.stop : then.start].strip())
