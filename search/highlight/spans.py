"""The spans of a text that a query matches."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal, TypeAlias

from search.memo import Memo
from search.query import And, Fuzzy, Not, Or, Phrase, Prefix, Term, Wildcard, word_test
from search.text import (
    JOINED,
    Span,
    is_variant,
    merge,
    sought_forms,
    stem,
    stemmer,
    with_variants,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.query import Field, Node, Query
    from search.text import Token

    _Lit: TypeAlias = Term | Phrase | Prefix | Wildcard | Fuzzy

Where: TypeAlias = Literal["title", "body", "folded"]
"""A part of an article: its title, its story, or what its page says besides."""

_LOOKS: dict[Where, frozenset[Field | None]] = {
    "title": frozenset({None, "title", "all"}),
    "body": frozenset({None, "all"}),
    "folded": frozenset({"all"}),
}
"""The fields of the leaves that look in each part."""


_FORMS: Memo[tuple[str, ...]] = Memo(sought_forms, most=1 << 14)
"""The words of pieces, whatever is sought in them; some four megabytes."""


class Highlighter:
    """Finds the matches of one query in any number of texts.

    What lights is what made the article a match: words and phrases of the query that look in
    that part of an article, never those behind NOT. A phrase lights as one span, its words
    alone don't. Safe to use from several threads.
    """

    def __init__(self, query: Query) -> None:
        self._leaves = tuple(dict.fromkeys(_leaves(query.root)))
        self._seekers: dict[tuple[Where, str | None], _LanguageHighlighter] = {}

    @property
    def looks_in_folded(self) -> bool:
        """Whether anything could light in folded text."""
        return any(leaf.field == "all" for leaf in self._leaves)

    def spans(
        self, text: str, where: Where = "body", language: str | None = None
    ) -> tuple[Span, ...]:
        """Give the matches in one text (a title, or one block), in order, none overlapping.

        `language` is that of its article, which says what forms a word has. Cost: linear in the
        text; next to nothing for pieces of text that were seen before, and for a phrase unless
        the text has all its words.
        """
        seeker = self._seekers.get((where, language))
        if seeker is None:
            leaves = [leaf for leaf in self._leaves if leaf.field in _LOOKS[where]]
            seeker = self._seekers[where, language] = _LanguageHighlighter(leaves, language)
        return seeker.spans(text)


class _LanguageHighlighter:
    """Finds the matches of some leaves in texts of one language.

    A text without a word that is meant is seen to be so from its pieces, which come again and
    again; only one that has some is read word by word.
    """

    def __init__(self, leaves: Sequence[_Lit], language: str | None) -> None:
        self._language = language
        self._rules = stemmer(language)
        terms = [leaf for leaf in leaves if isinstance(leaf, Term)]
        self._forms = {leaf.form for leaf in terms if not leaf.stemmed}
        roots = {stem(leaf.form, self._rules) for leaf in terms if leaf.stemmed}
        self._roots = roots | {root + JOINED for root in roots}
        self._beginnings = tuple(leaf.form for leaf in leaves if isinstance(leaf, Prefix))
        others = [leaf for leaf in leaves if isinstance(leaf, Wildcard | Fuzzy)]
        self._tests = [word_test(leaf, language) for leaf in others]
        self._phrases = [
            (leaf, {stem(form, self._rules) if leaf.stemmed else form for form in leaf.forms})
            for leaf in leaves
            if isinstance(leaf, Phrase)
        ]
        self._sought = set().union(*(wanted for _, wanted in self._phrases))
        self._seen: set[str] = set()
        self._meant: set[str] = set()
        self._parts: dict[str, set[str]] = {}

    def spans(self, text: str) -> tuple[Span, ...]:
        """Give the matches in one text, in order, none overlapping."""
        there = set(chain.from_iterable(map(_FORMS.__getitem__, text.split(" "))))
        if fresh := there - self._seen:
            self._look(fresh)
        lit = not there.isdisjoint(self._meant)
        held = self._held(there)
        if not (lit or held):
            return ()
        tokens = list(with_variants(text))
        meant = self._meant
        found = [Span(token.start, token.stop) for token in tokens if token.form in meant]
        if held:  # a phrase is of words alone
            words = [token for token in tokens if not is_variant(token.form)]
            for phrase in held:
                found.extend(phrase_spans(phrase, words, self._language))
        return merge(found)

    def _look(self, fresh: set[str]) -> None:
        """See of words which are meant, and which are part of a phrase."""
        for form in fresh:
            root = stem(form, self._rules) if self._roots or self._sought else form
            if (
                form in self._forms
                or root in self._roots
                or form.startswith(self._beginnings)
                or any(test(form) for test in self._tests)
            ):
                self._meant.add(form)
            if self._sought and (parts := self._sought & {form, root}):
                self._parts[form] = parts
        self._seen |= fresh

    def _held(self, there: set[str]) -> list[Phrase]:
        """Give the phrases whose words are all among those of a text."""
        if not self._phrases:
            return []
        parts = set().union(*(self._parts[form] for form in there & self._parts.keys()))
        return [phrase for phrase, wanted in self._phrases if wanted <= parts]


def _leaves(node: Node) -> Iterator[_Lit]:
    match node:
        case And(children=children) | Or(children=children):
            for child in children:
                yield from _leaves(child)
        case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
            yield node
        case Not():
            return
        case _:
            return


def phrase_spans(
    phrase: Phrase, tokens: Sequence[Token], language: str | None = None
) -> Iterator[Span]:
    """Yield where a phrase stands among the words of one text in a language, in order.

    With a slop, each shortest stretch that holds all its words; see `Phrase`.
    """
    forms, wanted = [token.form for token in tokens], list(phrase.forms)
    if phrase.stemmed:
        rules = stemmer(language)
        forms = [stem(form, rules) for form in forms]
        wanted = [stem(form, rules) for form in wanted]
    if phrase.slop is None:
        for i, form in enumerate(forms):
            if form == wanted[0] and forms[i : i + len(wanted)] == wanted:
                yield Span(tokens[i].start, tokens[i + len(wanted) - 1].stop)
        return
    for first, last in near(forms, wanted, phrase.slop):
        yield Span(tokens[first].start, tokens[last].stop)


def near(forms: Sequence[str], wanted: Sequence[str], slop: int) -> Iterator[tuple[int, int]]:
    """Yield the shortest stretches of `forms` that hold all of `wanted`, in any order.

    A word wanted twice must stand twice. A stretch is left out when more than `slop` words
    lie in it besides those wanted, or when a shorter one lies in it. Yields first and last
    place, both included. Cost: linear.
    """
    need: dict[str, int] = {}
    for form in wanted:
        need[form] = need.get(form, 0) + 1
    missing = len(wanted)
    window: list[int] = []
    have: dict[str, int] = dict.fromkeys(need, 0)
    head = 0
    for i, form in enumerate(forms):
        if form not in need:
            continue
        window.append(i)
        have[form] += 1
        if have[form] <= need[form]:
            missing -= 1
        while have[forms[window[head]]] > need[forms[window[head]]]:
            have[forms[window[head]]] -= 1
            head += 1
        shortest = missing == 0 and have[form] == need[form]
        if shortest and i - window[head] + 1 - len(wanted) <= slop:
            yield window[head], i
