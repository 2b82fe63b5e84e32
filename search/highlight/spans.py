"""The places in a text that a query means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from search.query import And, Fuzzy, Not, Or, Phrase, Prefix, Term, Wildcard, word_test
from search.text import Span, merge, stem, stemmer, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.query import Node, Query
    from search.text import Token

Where: TypeAlias = Literal["title", "body"]


class Highlighter:
    """Finds the matches of one query in any number of texts.

    What lights is what made the article a match: words and phrases of the query that look in
    that part of an article, never those behind NOT. A phrase lights as one span, its words
    alone don't.
    """

    def __init__(self, query: Query) -> None:
        leaves = tuple(dict.fromkeys(_leaves(query.root)))
        self._leaves = {
            where: tuple(leaf for leaf in leaves if leaf.field in (None, where))
            for where in ("title", "body")
        }

    def spans(
        self, text: str, where: Where = "body", language: str | None = None
    ) -> tuple[Span, ...]:
        """Give the matches in one text (a title, or one block), in order, none overlapping.

        `language` is that of its article, which says what forms a word has. Cost: linear in the text, times the phrases of the query.
        """
        leaves = self._leaves[where]
        if not leaves:
            return ()
        tokens = list(tokenize(text))
        found: list[Span] = []
        tests = [word_test(leaf, language) for leaf in leaves if not isinstance(leaf, Phrase)]
        if tests:
            lit: dict[str, bool] = {}
            for token in tokens:
                if token.form not in lit:
                    lit[token.form] = any(test(token.form) for test in tests)
                if lit[token.form]:
                    found.append(Span(token.start, token.stop))
        for leaf in leaves:
            if isinstance(leaf, Phrase):
                found.extend(phrase_spans(leaf, tokens, language))
        return merge(found)


def _leaves(node: Node) -> Iterator[Term | Phrase | Prefix | Wildcard | Fuzzy]:
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
