"""How often two sources use each word, article by article."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from search.engine.answers import SourceCounts
from search.engine.whoosh.ids import number_of
from search.engine.whoosh.recurrence.source_sentences import articles_of
from search.engine.whoosh.recurrence.told_words import ToldWords
from search.keyness import SourceSize, SourceUse, WordUse
from search.text import is_stop, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from search.article import ArticleId
    from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView
    from search.engine.whoosh.segments.arrays import Array, Mask
    from search.engine.whoosh.segments.postings import TextPostings

_AT_ONCE = 1 << 21
"""Postings that are looked at together: some tens of megabytes."""
_ALIKE = 2
"""Bytes that all forms of a stem begin with, so that they are looked at together."""
_FIELD = "body_exact"


def source_counts(
    views: IndexView,
    left: str | None,
    right: str | None,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
    standing: tuple[Collection[int], Collection[int]] = ((), ()),
    among: Collection[ArticleId] | None = None,
) -> SourceCounts:
    """Count the words of all stories of two sources; None means articles of unknown source.

    What stands in the `standing` sentences of each, by their keys, isn't counted, nor are articles of
    the two that aren't `among` some, where these are given. Forms are stemmed by the rules of most articles of the two. `progress` is told the share
    that is done, `cancelled` asked now and then; the rest is left out then.
    Cost: a look at every posting, some nanoseconds each, then each different word of the two.
    """
    masks = [(articles_of(view, left), articles_of(view, right)) for view in views.views]
    if among is not None:
        masks = _among(views.views, masks, among)
    counting = _Counting(_rules(views.views, masks))
    total = sum(int(view.segment.words[_FIELD].starts[-1]) for view in views.views) or 1
    done = whole = 0
    told = []
    for view, both in zip(views.views, masks, strict=True):
        words = view.segment.words[_FIELD]
        told.append(ToldWords(view, _FIELD, list(zip(both, standing, strict=True))))
        whole += int(told[-1].lengths[view.docs].sum())
        for low, high in _slices(words):
            if cancelled():
                break
            counting.add(view, low, high, both, told[-1])
            start, stop = words.span(low, high)
            done += stop - start
            progress(done / total)
    sizes = [_size(views.views, [both[side] for both in masks], told) for side in (0, 1)]
    return SourceCounts(sizes[0], sizes[1], whole, counting.uses())


def _among(
    views: Sequence[SegmentView],
    masks: Sequence[tuple[Mask, Mask]],
    among: Collection[ArticleId],
) -> list[tuple[Mask, Mask]]:
    """Leave of some articles only those that are among others."""
    numbers = [number for one in among if (number := number_of(one)) is not None]
    wanted = np.array(numbers, np.uint64)
    kept = [np.isin(view.segment.numbers["number"].values, wanted) for view in views]
    return [(left & here, right & here) for (left, right), here in zip(masks, kept, strict=True)]


class _Counting:
    """Adds up what stretches of words have, by stem."""

    def __init__(self, rules: str) -> None:
        self._rules = rules
        self._sums: defaultdict[str, list[int]] = defaultdict(
            lambda: [0] * (2 * len(SourceUse._fields) + 1)
        )
        self._forms: Counter[str] = Counter()
        self._stems: dict[str, str | None] = {}

    def add(
        self, view: SegmentView, low: int, high: int, masks: tuple[Mask, Mask], told: ToldWords
    ) -> None:
        """Add the words of a segment from one number up to another."""
        words = view.segment.words[_FIELD]
        start, stop = words.span(low, high)
        docs, counts = words.docs[start:stop], told.counts(low, high)
        begins = words.starts[low:high].astype(np.int64) - start
        sides = []
        for mask in masks:
            places = np.flatnonzero(mask[docs] & (counts > 0))
            forms = np.searchsorted(begins, places, "right") - 1
            sides.append((forms, docs[places].astype(np.int64), counts[places]))
        used = np.zeros(high - low)
        for forms, _, many in sides:
            used += np.bincount(forms, many, high - low)
        held = np.flatnonzero(used)
        numbers, stems = self._stemmed(words, low, held, used)
        everyone = counts if view.alive is None else counts * view.alive[docs]
        whole = np.add.reduceat(everyone, begins, dtype=np.int64)
        chosen = numbers[held] >= 0
        rows = [row for side in sides for row in _by_stem(side, numbers, len(stems), told.lengths)]
        rows.append(np.bincount(numbers[held][chosen], whole[held][chosen], len(stems)))
        for root, *sums in zip(
            stems, *(row.astype(np.int64).tolist() for row in rows), strict=True
        ):
            total = self._sums[root]
            for k, value in enumerate(sums):
                total[k] += value

    def _stemmed(
        self, words: TextPostings, low: int, held: Array, used: Array
    ) -> tuple[Array, list[str]]:
        """Give for each form which of the stems it has, -1 for those that say nothing."""
        numbers = np.full(len(used), -1, np.int64)
        known: dict[str, int] = {}
        names = words.lexicon.several(held + low) if len(held) else []
        for place, name in zip(held.tolist(), names, strict=True):
            form = name.decode()
            root = self._stem(form)
            if root is not None:
                numbers[place] = known.setdefault(root, len(known))
                self._forms[form] += int(used[place])
        return numbers, list(known)

    def _stem(self, form: str) -> str | None:
        if form not in self._stems:
            says = form.isalpha() and not is_stop(form, form, self._rules)
            self._stems[form] = stem(form, self._rules) if says else None
        return self._stems[form]

    def uses(self) -> list[WordUse]:
        """Give what was added up."""
        shown: dict[str, str] = {}
        for form in sorted(self._forms, key=lambda form: (-self._forms[form], form)):
            if (root := self._stems[form]) is not None:
                shown.setdefault(root, form)
        size = len(SourceUse._fields)
        return [
            WordUse(shown[root], SourceUse(*sums[:size]), SourceUse(*sums[size:-1]), sums[-1])
            for root, sums in self._sums.items()
        ]


def _by_stem(
    side: tuple[Array, Array, Array], numbers: Array, stems: int, lengths: Array
) -> Iterator[Array]:
    """Yield the fields of `SourceUse`, a value for each stem, of one source's postings."""
    forms, docs, counts = side
    roots = numbers[forms]
    wanted = roots >= 0
    keys = roots[wanted] * len(lengths) + docs[wanted]
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[wanted][order]
    begins = np.flatnonzero(np.diff(keys, prepend=-1))
    many = np.add.reduceat(counts, begins) if len(begins) else counts
    root, doc = np.divmod(keys[begins], len(lengths))
    yield np.bincount(root, many, stems)
    yield np.bincount(root, minlength=stems)
    yield np.bincount(root, many * many, stems)
    yield np.bincount(root, many * lengths[doc], stems)


def _rules(views: Sequence[SegmentView], masks: Sequence[tuple[Mask, Mask]]) -> str:
    """Name the rules by which most articles of two sources are stemmed."""
    counts: Counter[str] = Counter()
    for view, (left, right) in zip(views, masks, strict=True):
        for name in view.segment.rules:
            of = view.segment.read_by({name})
            counts[name] += int(
                np.count_nonzero((left | right) if of is None else (left | right) & of)
            )
    return max(counts, key=lambda name: (counts[name], name == ""), default="")


def _size(
    views: Sequence[SegmentView], masks: Sequence[Mask], told: Sequence[ToldWords]
) -> SourceSize:
    articles = words = squares = 0
    months: Counter[str | None] = Counter()
    for view, mask, here in zip(views, masks, told, strict=True):
        lengths = here.lengths[mask]
        articles, words = articles + len(lengths), words + int(lengths.sum())
        squares += int((lengths * lengths).sum())
        groups = view.segment.groups["month"]
        held = np.bincount(groups.numbers[mask], minlength=len(groups.values)).tolist()
        months.update(
            {name: count for name, count in zip(groups.names, held, strict=True) if count}
        )
    return SourceSize(articles, words, squares, _in_order(months))


def _in_order(months: Mapping[str | None, int]) -> tuple[tuple[str | None, int], ...]:
    return tuple(sorted(months.items(), key=lambda one: (one[0] is None, one[0] or "")))


def _slices(words: TextPostings) -> Iterator[tuple[int, int]]:
    """Cut the words of a segment into stretches of so many postings; forms of a stem stay together."""
    starts, lexicon = words.starts, words.lexicon
    count, low = len(starts) - 1, 0
    while low < count:
        high = int(np.searchsorted(starts, int(starts[low]) + _AT_ONCE, "right"))
        if high < count:
            _, high = lexicon.beginning(lexicon.word(high)[:_ALIKE])
        high = max(low + 1, min(high, count))
        yield low, high
        low = high
