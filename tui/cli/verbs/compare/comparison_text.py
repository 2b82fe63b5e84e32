"""A comparison for a person: in short, what meets, and what differs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search import SIGNS, apart_words, meets_split, report_of, text_at, tier_words
from tui.cli.styled_lines import print_styled, wrapped, write
from tui.cli.verbs.compare.report_text import print_section
from tui.render.article_facts import NOT_WHOLE_COMPARED, day, lacking

if TYPE_CHECKING:
    from search import Article, At, Comparison


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
    report = report_of(comparison)
    opening, *sections = report.sections
    print_section(opening, report.sides)
    _print_links(comparison)
    for section in sections:
        print_section(section, report.sides)


def _print_links(comparison: Comparison) -> None:
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


def _passage(article: Article, at: At) -> list[str]:
    return wrapped(text_at(article, at), "  | ")
