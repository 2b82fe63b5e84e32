"""Engines that each get one thing wrong, which the contract tests must notice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from search.engine import Frequencies, State, WordCounts
from search.engine.task_output import take_each
from search.library import KnownFiles

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.engine import Engine, Total

Twist = dict[str, "Callable[..., Any]"]
"""Replacements of methods by name; they take the correct object, then the arguments."""


class Twisted:
    """A correct object with some methods replaced."""

    def __init__(self, inner: Any, twists: Twist) -> None:
        self._inner = inner
        self._twists = twists

    def __getattr__(self, name: str) -> Any:
        if name in self._twists:
            return lambda *args, **options: self._twists[name](self._inner, *args, **options)
        return getattr(self._inner, name)

    def __len__(self) -> int:
        twist = self._twists.get("__len__", len)
        count: int = twist(self._inner)
        return count


def _engine(**twists: Callable[..., Any]) -> Callable[[Engine], Any]:
    return lambda engine: Twisted(engine, twists)


def _snapshot(**twists: Callable[..., Any]) -> Callable[[Engine], Any]:
    def read(engine: Engine, task: Callable[..., Any], **how: Any) -> Any:
        return engine.read(lambda snapshot: task(Twisted(snapshot, twists)), **how)

    return _engine(read=read)


def _found(**twists: Callable[..., Any]) -> Callable[[Engine], Any]:
    def search(snapshot: Any, *args: Any, **options: Any) -> Any:
        return Twisted(snapshot.search(*args, **options), twists)

    return _snapshot(search=search)


def _writer(**twists: Callable[..., Any]) -> Callable[[Engine], Any]:
    def write(engine: Engine, task: Callable[..., Any], **how: Any) -> Any:
        return engine.write(lambda writer: task(Twisted(writer, twists)), **how)

    return _engine(write=write)


class _Miscounted(Twisted):
    """A correct answer with a wrong total."""

    @property
    def total(self) -> Total:
        inner: Total = self._inner.total
        return replace(inner, count=inner.count + 1)


def _unsorted(snapshot: Any, root: Any, sort: Any = "relevance", cancelled: Any = None) -> Any:
    del sort
    return snapshot.search(root, "relevance", *([cancelled] if cancelled else []))


def _deaf(snapshot: Any, root: Any, sort: Any = "relevance", cancelled: Any = None) -> Any:
    del cancelled
    return snapshot.search(root, sort)


def _unlocked(engine: Any, task: Callable[..., Any], **how: Any) -> Any:
    held = engine._memory.lock
    mine = held.locked()
    if mine:
        held.release()
    try:
        return engine.write(task, **how)
    finally:
        if mine:
            held.acquire(blocking=False)


FORGETFUL: dict[str, Callable[[Engine], Any]] = {
    "how many there are": _snapshot(__len__=lambda _: 0),
    "the total": _snapshot(search=lambda s, *a, **n: _Miscounted(s.search(*a, **n), {})),
    "the order": _snapshot(search=_unsorted),
    "that it was cancelled": _snapshot(search=_deaf),
    "the last row": _found(rows=lambda f, start, stop: f.rows(start, stop)[:-1]),
    "where a page begins": _found(rows=lambda f, start, stop: f.rows(0, stop - start)),
    "which article is in a place": _found(known_id=lambda _, __: None),
    "places": _found(places=lambda *_: {}),
    "months": _found(counts=lambda f, _, **n: f.counts("source", **n)),
    "authors": _found(
        counts=lambda f, facet, **n: () if facet == "author" else f.counts(facet, **n)
    ),
    "several tags": _found(
        counts=lambda f, facet, **n: f.counts(facet, **n)[: 1 if facet == "tag" else None]
    ),
    "languages": _found(
        counts=lambda f, facet, **n: () if facet == "lang" else f.counts(facet, **n)
    ),
    "other filters": _found(counts=lambda f, facet, **_: f.counts(facet)),
    "folded text": _found(folded=lambda _: 0),
    "heads": _snapshot(heads=lambda s, ids: [one for one in s.heads(ids) if one]),
    "what is whole": _snapshot(
        heads=lambda s, ids: [one and one._replace(whole=True) for one in s.heads(ids)]
    ),
    "texts": _snapshot(articles=lambda _, ids: [None] * len(ids)),
    "beginnings": _snapshot(beginning=lambda s, prefixes: s.beginning(prefixes[:1])),
    "frequencies": _snapshot(
        document_frequency=lambda _, stems: Frequencies(0, dict.fromkeys(stems, 0))
    ),
    "suggestions": _snapshot(suggest=lambda *_: None),
    "similar articles": _snapshot(similar=lambda *_, **__: []),
    "whose own source it is": _snapshot(similar=lambda s, *a, **_: s.similar(*a, same_source=True)),
    "what articles dwell on": _snapshot(profile_weights=lambda *_: {}),
    "of which it keeps what": _snapshot(kept_terms=lambda s, ids: s.kept_terms(ids)[::-1]),
    "stories": _snapshot(stories=lambda *_: {}),
    "shared stories": _snapshot(shared_stories=lambda *_: ()),
    "articles of shared stories": _snapshot(
        shared_stories=lambda s, *a: tuple(
            one._replace(left=one.left[:1]) for one in s.shared_stories(*a)
        )
    ),
    "words of sources": _snapshot(
        word_counts=lambda _, forms: WordCounts({}, dict.fromkeys(forms, 0))
    ),
    "among which articles": _snapshot(source_counts=lambda s, *a, **_: s.source_counts(*a[:4])),
    "half of the counts": _snapshot(
        source_counts=lambda s, left, _, *a, **k: s.source_counts(left, left, *a, **k)
    ),
    "standing sentences": _snapshot(
        standing_sentences=lambda _, asked: dict.fromkeys(asked, frozenset())
    ),
    "that versions are no furniture": _snapshot(
        standing_sentences=lambda _, asked: {name: frozenset(keys) for name, keys in asked.items()}
    ),
    "pairs left out of account": _engine(
        group_stories=lambda e, *args, **how: 0 * e.group_stories(*args, **how)
    ),
    "rulings": _engine(group_stories=lambda e, _, __, *a: e.group_stories((), (), *a)),
    "its version": _engine(version=lambda _: ""),
    "its state": _engine(state=lambda _: State("ready")),
    "which files it knows": _engine(known_files=lambda _: KnownFiles()),
    "to remove": _writer(remove=lambda *_: None),
    "to replace": _writer(put=lambda w, article: w.put(replace(article, id=article.id[::-1]))),
    "to add each": _writer(
        put_each=lambda _, tasks, make, *__: (take_each(make(task), id) for task in tasks)
    ),
    "to stop adding": _writer(
        put_each=lambda w, tasks, make, count, *_: w.put_each(tasks, make, count)
    ),
    "to save": _writer(save=lambda _: []),
    "to lock": _engine(write=_unlocked),
}
