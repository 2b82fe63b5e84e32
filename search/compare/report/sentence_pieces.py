"""Linked sentences as pieces, with the words that only one of them has told apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from search.compare.comparison import text_at
from search.compare.report.report_values import ReportPiece
from search.compare.sentences.word_alignment import MOST_WORDS, gaps
from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.comparison import Comparison, Link
    from search.sides import Side
    from search.text import Token

_LONGEST_GAP = 5
"""Words of one side that can be told within the other's sentence."""
_MOST_GAPS = 5
"""Places at which both may differ where they are told as one."""
_MOST_CHANGED = 0.3
"""Share of the words of both that may differ where both sentences are told as one."""
_NOTHING = "–"


def sentence_pieces(comparison: Comparison, link: Link, side: Side) -> tuple[ReportPiece, ...]:
    """Give one sentence of a link, the words told apart that both have. Cost: linear."""
    article = comparison.left if side == "left" else comparison.right
    at = comparison.sentences.of(side)[link.left if side == "left" else link.right]
    text = text_at(article, at)
    return tuple(
        with_shared(
            text, ((start - at.start, stop - at.start) for start, stop in link.words.of(side))
        )
    )


def merged_pieces(comparison: Comparison, link: Link) -> tuple[ReportPiece, ...] | None:
    """Give both sentences of a link as one, with what differs as `⟨left → right⟩`.

    None where too much differs for that to be readable. Cost: at most the product of their
    words, each at most `MOST_WORDS` long.
    """
    left = text_at(comparison.left, comparison.sentences.left[link.left])
    right = text_at(comparison.right, comparison.sentences.right[link.right])
    a, b = list(tokenize(left)), list(tokenize(right))
    ours, theirs = tuple(one.form for one in a), tuple(one.form for one in b)
    alone = (Counter(ours) - Counter(theirs)) + (Counter(theirs) - Counter(ours))
    if max(len(a), len(b)) > MOST_WORDS or alone.total() > _MOST_CHANGED * (len(a) + len(b)):
        return None
    found = list(gaps(ours, theirs))
    changed = sum(stop - start + end - begin for start, stop, begin, end in found)
    if len(found) > _MOST_GAPS:
        return None
    longest = max((max(stop - start, end - begin) for start, stop, begin, end in found), default=0)
    alike = bool(found) or ours == theirs
    if not alike or longest > _LONGEST_GAP or changed > _MOST_CHANGED * (len(a) + len(b)):
        return None
    return tuple(_merged(left, a, right, b, found))


def _merged(
    left: str,
    a: Sequence[Token],
    right: str,
    b: Sequence[Token],
    found: Iterable[tuple[int, int, int, int]],
) -> Iterator[ReportPiece]:
    done = 0
    for start, stop, begin, end in found:
        at = a[start].start if start < len(a) else len(left)
        last = start == len(a)
        yield ReportPiece(f"{left[done:at]} " if last else left[done:at])
        mine = left[a[start].start : a[stop - 1].stop] if stop > start else _NOTHING
        theirs = right[b[begin].start : b[end - 1].stop] if end > begin else _NOTHING
        yield ReportPiece("⟨", "faint")
        yield ReportPiece(mine, "own")
        yield ReportPiece(" → ", "faint")
        yield ReportPiece(theirs, "own")
        yield ReportPiece("⟩" if stop > start or last else "⟩ ", "faint")
        done = a[stop - 1].stop if stop > start else at
    yield ReportPiece(left[done:])


def with_shared(text: str, shared: Iterable[tuple[int, int]]) -> Iterator[ReportPiece]:
    """Yield a text with some stretches of it, in order, as what both sides have. Cost: linear."""
    done = 0
    for start, stop in _joined(text, shared):
        if start > done:
            yield ReportPiece(text[done:start])
        yield ReportPiece(text[start:stop], "shared")
        done = stop
    if done < len(text):
        yield ReportPiece(text[done:])


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join stretches between which there are only spaces."""
    begun: tuple[int, int] | None = None
    for start, stop in spans:
        if begun is not None and not text[begun[1] : start].strip():
            begun = begun[0], stop
            continue
        if begun is not None:
            yield begun
        begun = start, stop
    if begun is not None:
        yield begun
