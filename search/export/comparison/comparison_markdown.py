"""A comparison as Markdown, for notes and mails: what meets, and what differs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.article_words import NOT_WHOLE_COMPARED, UNKNOWN_SOURCE, day
from search.compare.comparison import text_at
from search.compare.report import report_of
from search.compare.signs import SIGNS
from search.export.comparison.comparison_words import apart_words, meets_split, tier_words
from search.export.comparison.report_markdown import section_markdown
from search.export.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import Article
    from search.compare import Comparison


def comparison_markdown(comparison: Comparison) -> str:
    """Give CommonMark with tables; all text from articles is escaped."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"# {plain(comparison.left.label)} ⇄ {plain(comparison.right.label)}"
    yield ""
    yield "| | left | right |"
    yield "|---|---|---|"
    yield row("", plain(comparison.left.label), plain(comparison.right.label))
    yield row("source", _source(comparison.left), _source(comparison.right))
    yield row("published", day(comparison.left.published), day(comparison.right.published))
    yield row("meets", meets_split(comparison.meets.left), meets_split(comparison.meets.right))
    yield row("quoted", f"{comparison.quoted.left:.0%}", f"{comparison.quoted.right:.0%}")
    yield row(
        "no match found",
        _of(comparison.unmatched.left, comparison.sentences.left),
        _of(comparison.unmatched.right, comparison.sentences.right),
    )
    if comparison.left.cuts or comparison.right.cuts:
        yield row(
            "left out",
            *(plain("; ".join(side.cuts)) for side in (comparison.left, comparison.right)),
        )
    if not (comparison.left.whole and comparison.right.whole):
        yield row(
            "whole",
            *(
                "" if side.whole else NOT_WHOLE_COMPARED
                for side in (comparison.left, comparison.right)
            ),
        )
    if comparison.repeats.left or comparison.repeats.right:
        yield row(
            "said again word for word",
            _of(comparison.repeats.left, comparison.sentences.left),
            _of(comparison.repeats.right, comparison.sentences.right),
        )
    yield ""
    yield "“Meets” is the share of words in sentences with a match across."
    report = report_of(comparison)
    opening, *sections = report.sections
    yield from section_markdown(opening, report.sides)
    yield from _links(comparison)
    for section in sections:
        yield from section_markdown(section, report.sides)


def _links(comparison: Comparison) -> Iterator[str]:
    # Many links may lead to one sentence.
    left = cache(lambda place: plain(text_at(comparison.left, comparison.sentences.left[place])))
    right = cache(lambda place: plain(text_at(comparison.right, comparison.sentences.right[place])))
    yield from ("", "## Where they meet")
    for number, link in enumerate(comparison.links, start=1):
        yield from ("", f"{plain(SIGNS[link.tier])} {number} · {tier_words(link)}", "")
        yield f"> {left(link.left)}"
        yield ">"
        yield f"> {right(link.right)}"
    if not comparison.links:
        yield from ("", "No passages that meet were found.")
    if comparison.apart:
        yield from ("", f"{apart_words(len(comparison.apart))}.")


def _of(some: Sequence[object], whole: Sequence[object]) -> str:
    return f"{len(some)} of {len(whole)} sentences"


def _source(article: Article) -> str:
    return plain(article.source or UNKNOWN_SOURCE)
