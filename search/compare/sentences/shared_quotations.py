"""Sentences of two articles that quote the same words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from search.compare.quotations.quotation_marks import find_quotations
from search.compare.sentences.word_weights import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.quotations.quotation_marks import Quotation
    from search.sides import Sides

    Quoted: TypeAlias = Mapping[tuple[str, ...], tuple[int, ...]]

LEAST = 3
"""Words that a quotation has at least to be told from a mere word in quotation marks; with just so
many, one of them is no function word."""
_MOST_TRIED = 32
"""Quotations that one is held against at most."""


def shared_quotations(sides: Sides[AnnotatedArticle]) -> Iterator[tuple[int, int]]:
    """Yield the places of sentences that quote the same words, whole or clipped, in no order.

    A quotation is clipped where its words stand in the other in the same order without a gap. Cost:
    linear in the words quoted, as each is held against the few that share its rarest three words.
    """
    lefts, rights = _quoted(sides.left), _quoted(sides.right)
    for here, there in {*_held(lefts, rights), *((b, a) for a, b in _held(rights, lefts))}:
        yield from in_order(lefts[here], rights[there])


def _held(parts: Quoted, wholes: Quoted) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield quotations with others that hold them."""
    holders: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for forms in wholes:
        for three in set(_threes(forms)):
            holders[three].append(forms)
    for forms in parts:
        rarest = min(_threes(forms), key=lambda three: len(holders.get(three, ())), default=())
        for other in holders.get(rarest, ())[:_MOST_TRIED]:
            if _within(forms, other):
                yield forms, other


def _threes(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(len(forms) - LEAST + 1):
        yield forms[start : start + LEAST]


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _quoted(annotated: AnnotatedArticle) -> Quoted:
    """Give what is quoted within a sentence, and the places of the sentences that do."""
    quoted: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    inside = False
    block: int | None = None
    found: tuple[Quotation, ...] = ()
    for place, sentence in enumerate(annotated.sentences):
        if sentence.at.block != block:
            block = sentence.at.block
            found = find_quotations(annotated.text(sentence), inside=inside)
            inside = bool(found) and not found[-1].closed
        for quotation in found:
            words = [w for w in sentence.words if quotation.start <= w.start < quotation.stop]
            telling = len(words) > LEAST or not all(word.stop_word for word in words)
            if len(words) >= LEAST and telling:
                quoted[tuple(word.form for word in words)].append(place)
    return {forms: tuple(places) for forms, places in quoted.items()}
