"""Searching one generation of an index."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from search.engine.whoosh.codec.fields import where
from search.engine.whoosh.codec.place import open_index
from search.engine.whoosh.codec.searcher import ArraySearcher
from search.engine.whoosh.found import Found, facts_of
from search.engine.whoosh.retrieval.distance import within
from search.engine.whoosh.retrieval.words import look_up
from search.engine.whoosh.schema import Facts, printable
from search.engine.whoosh.segments.stems import EITHER, key_of
from search.engine.whoosh.shared import shared
from search.engine.whoosh.similarity.closest import Alike, Asked
from search.engine.whoosh.similarity.ties import bring
from search.engine.whoosh.tally import tally
from search.engine.whoosh.translate import stems, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.engine.whoosh.found import Sort
    from search.engine.whoosh.retrieval.view import View
    from search.engine.whoosh.similarity.closest import Near
    from search.engine.whoosh.similarity.packing import Dwelt
    from search.engine.whoosh.similarity.ties import Places, Ties
    from search.engine.whoosh.tally import Tally
    from search.query import Node


class Reader:
    """An index as it was when opened; later commits don't show.

    Not safe to call from two threads at once. Opening reads headers, whatever the index holds.
    Any method raises DamagedError when it meets bytes that aren't those written.
    """

    def __init__(self, generation: Path) -> None:
        self._searcher = ArraySearcher.of(open_index(generation / "whoosh"))
        self._views = self._searcher.views
        self._alike = Alike(self._views)

    def __len__(self) -> int:
        """Tell how many articles there are."""
        return sum(len(view.docs) for view in self._views.views)

    def all(self) -> tuple[Facts, ...]:
        """Give the facts of every article, by path. Cost: reading them all."""
        found = [
            facts_of(self._views, view.base + doc)
            for view in self._views.views
            for doc in view.docs.tolist()
        ]
        return tuple(sorted(found, key=lambda facts: facts.path))

    def beginning(self, prefix: str) -> list[ArticleId]:
        """Give the ids that begin so, ascending."""
        raw = prefix.encode("utf-8", "replace")  # a lone surrogate begins no id
        found: list[ArticleId] = []
        for view in self._views.views:
            keys = view.segment.keys["id"]
            for number in range(*keys.lexicon.beginning(raw)):
                found.extend(
                    facts_of(self._views, view.base + doc).id
                    for doc in keys.word(number).docs.tolist()
                    if view.alive is None or view.alive[doc]
                )
        return sorted(found)

    def _place(self, article: ArticleId) -> tuple[View, int] | None:
        raw = article.encode("utf-8", "replace")
        for view in self._views.views:
            keys = view.segment.keys["id"]
            number = keys.lexicon.find(raw)
            for doc in () if number is None else keys.word(number).docs.tolist():
                if view.alive is None or view.alive[doc]:
                    return view, doc
        return None

    def facts(self, article: ArticleId) -> Facts | None:
        """Give the facts of one article, None if the index hasn't got it."""
        place = self._place(article)
        return None if place is None else Facts.load(place[0].segment.blobs["facts"][place[1]])

    def search(self, root: Node, sort: Sort = "relevance") -> Found:
        """Find every article that a tree means, scored by BM25F."""
        return Found(self._views, self._searcher.hits(translate(root, self._rules)), sort)

    def alike(
        self,
        article: Article,
        dwelt: Sequence[Dwelt],
        most: int,
        *,
        every: bool = False,
    ) -> list[tuple[Facts, Near]]:
        """Give the articles closest to one, best first, 64 at most; see `Alike.closest`.

        Args:
            article: the one, of this index or not; it isn't given.
            dwelt: the stems it dwells on and how much, heaviest first.
            most: how many to give at most.
            every: give articles of its own source too.
        """
        day = article.day
        outlet = b"" if every else printable(article.source or "").encode()
        asked = Asked(dwelt, day.toordinal() if day else 0, article.id, outlet)
        found = self._alike.closest(asked, most)
        return [(facts_of(self._views, near.doc), near) for near in found]

    def ties(self, kept: Ties | None, cancelled: Callable[[], bool]) -> tuple[Ties, Places]:
        """Bring what is known of close articles up to date with this index; see `bring`."""
        return bring(kept, self._views, self._alike, cancelled)

    def names(self, article: ArticleId) -> dict[int, float]:
        """Give numbers that stand for the names an article dwells on, and how much each tells.

        That is the square of its idf. Raises KeyError if the index hasn't got the article.
        """
        place = self._place(article)
        if place is None:
            raise KeyError(article)
        return self._alike.names(*place)

    def dwelling(self, articles: Iterable[ArticleId], stems: Iterable[str]) -> dict[str, float]:
        """Tell how much some articles dwell on stems: how many do, times the stem's idf.

        Stems on which fewer than half of the articles dwell, or only one, are left out.
        """
        places = [found for article in articles if (found := self._place(article))]
        return self._alike.dwelling([view.base + doc for view, doc in places], stems)

    def frequency(self, field: str, word: str) -> int:
        """Tell how many articles have a folded word, or in a field of stems any form of it."""
        if not self._views.views:
            return 0
        at = where(self._views.views[0].segment.layout, field)
        if at and at.stems:
            word = stems(word, self._rules)
        return look_up(self._views, at, word.encode()).df if at else 0

    def spread(self, stem: str) -> int:
        """Tell how many articles hold a stem in their story or, if more, in their title."""
        if not self._views.views:
            return 0
        layout, sought = self._views.views[0].segment.layout, self._keys(stem).encode()
        held = (where(layout, field) for field in ("body", "title"))
        return max(look_up(self._views, at, sought).df for at in held if at)

    def tally(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> Tally:
        """Count the words of two sources; see `search.engine.whoosh.tally`.

        Cost: a look at every posting of the stories: 20 ms for a million of them.
        """
        return tally(self._views, left, right, progress, cancelled)

    def shared(self, ties: Ties, left: str | None, right: str | None) -> int:
        """Count the stories both of two sources tell; None means articles of unknown source."""
        return shared(self._views, ties, left, right)

    def _keys(self, stem: str) -> str:
        """Give what to look for in a field of stems: a stem by whatever rules."""
        return EITHER.join(key_of(stem, name) for name in self._rules)

    @cached_property
    def _rules(self) -> tuple[str, ...]:
        """The names of the rules that stem any of the articles."""
        named = {name for view in self._views.views for name in view.segment.rules}
        return tuple(sorted(named)) or ("",)

    def words_within(self, field: str, word: str, edits: int) -> set[str]:
        """Give the words of a field at most so many edits away, as `Fuzzy` counts them.

        One edit may also be to the first letter, which `Fuzzy` takes for granted. Cost: a few
        milliseconds for a hundred thousand words.
        """
        found: set[str] = set()
        for view in self._views.views:
            lexicon = view.segment.words[field].lexicon
            near = within(lexicon, word, edits, *lexicon.beginning(word[:1].encode()))
            for numbers in (near, within(lexicon, word, 1, 0, len(lexicon))):
                found.update(lexicon.word(number).decode() for number in numbers.tolist())
        return found

    def check(self) -> None:
        """Raise DamagedError if a file was written to since. Cost: two system calls a segment."""
        for view in self._views.views:
            view.segment.file.check()

    def close(self) -> None:
        """Let go of the files; what was found stays valid."""
        self._searcher.close()
