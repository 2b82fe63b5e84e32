"""A comparison for a person: what meets, and what differs as far as that is short."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search import SIGNS, apart_words, meets_split, text_at, tier_words
from tui.cli.styled_lines import print_styled, wrapped, write
from tui.render.article_facts import NOT_WHOLE_COMPARED, day, lacking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search import Article, At, Comparison, Epithet

_MOST_WORDS = 12
"""Words used more that are printed."""


def print_comparison(comparison: Comparison) -> None:
    """Print the two articles, the passages that meet, and what differs."""
    for side, meets, shared, quoted in (
        (comparison.left, comparison.meets.left, comparison.shared.left, comparison.quoted.left),
        (
            comparison.right,
            comparison.meets.right,
            comparison.shared.right,
            comparison.quoted.right,
        ),
    ):
        print_styled(side.label, "bold")
        where = f"{side.source or 'unknown source'} · {day(side.published)}"
        print_styled(
            f"  {where} · {shared:.0%} of its words meet the other ({meets_split(meets)}), "
            f"{quoted:.0%} are quoted",
            "dim",
        )
        if lacks := lacking(side, NOT_WHOLE_COMPARED):
            print_styled(f"  {lacks}", "italic")
    # Many links may lead to one sentence, and wrapping is the dear part.
    left = cache(lambda place: _passage(comparison.left, comparison.sentences.left[place]))
    right = cache(lambda place: _passage(comparison.right, comparison.sentences.right[place]))
    for link in comparison.links:
        write()
        print_styled(f"{SIGNS[link.tier]} {tier_words(link)} ({link.score:.2f})", "bold")
        for line in (*left(link.left), *right(link.right)):
            write(line)
    if not comparison.links:
        write()
        write("no passages that meet were found")
    if comparison.apart:
        write()
        write(apart_words(len(comparison.apart)))
    _print_naming(comparison)
    _print_figures(comparison)
    _print_vocabulary(comparison)


def _print_naming(comparison: Comparison) -> None:
    if comparison.naming:
        write()
        print_styled("how each names the same person", "bold")
        for one in comparison.naming:
            write(f"  {_phrases(one.left)} | {_phrases(one.right)}")


def _print_figures(comparison: Comparison) -> None:
    if comparison.figures:
        write()
        print_styled("figures that differ in linked sentences", "bold")
        for one in comparison.figures:
            left, right = text_at(comparison.left, one.left), text_at(comparison.right, one.right)
            write(f"  {left} | {right}")


def _print_vocabulary(comparison: Comparison) -> None:
    words = comparison.vocabulary
    if words:
        write()
        print_styled("used more", "bold")
        for one in words[:_MOST_WORDS]:
            write(f"  {one.left:>3} : {one.right:<3} {one.word}")
        if len(words) > _MOST_WORDS:
            write(f"  … and {len(words) - _MOST_WORDS:,} more (--json has them)")


def _phrases(phrases: Iterable[Epithet]) -> str:
    return ", ".join(f"“{one.text}”" for one in phrases)


def _passage(article: Article, at: At) -> list[str]:
    return wrapped(text_at(article, at), "  | ")
