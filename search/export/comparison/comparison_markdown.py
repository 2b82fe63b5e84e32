"""A comparison as Markdown, for notes and mails: what meets, and what differs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.export.article_words import NOT_WHOLE_COMPARED, UNKNOWN_SOURCE, day
from search.export.comparison.comparison_words import (
    MOST_WORDS,
    SIGNS,
    SPEAKER_UNKNOWN,
    apart_words,
    listed_names,
    meets_split,
    text_at,
    tier_words,
)
from search.export.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.article import Article
    from search.compare import Comparison, Epithet, Quote


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
    yield from _links(comparison)
    yield from _namings(comparison)
    yield from _quotes(comparison)
    yield from _figures(comparison)
    yield from _names(comparison)
    yield from _words(comparison)


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


def _namings(comparison: Comparison) -> Iterator[str]:
    if comparison.naming:
        yield from ("", "## How each names the same person", "")
        yield from _head(comparison)
        for one in comparison.naming:
            yield row(plain(one.name), _phrases(one.left), _phrases(one.right))


def _quotes(comparison: Comparison) -> Iterator[str]:
    if comparison.quotes.left or comparison.quotes.right:
        yield from ("", "## Who is quoted")
        for side, quotes in (
            (comparison.left, comparison.quotes.left),
            (comparison.right, comparison.quotes.right),
        ):
            yield from ("", f"### {_source(side)}", "")
            yield from (f"- “{plain(quote.text)}” – {_speaker(quote)}" for quote in quotes)


def _figures(comparison: Comparison) -> Iterator[str]:
    if comparison.figures:
        yield from ("", "## Figures that differ in linked sentences", "")
        yield from _head(comparison)
        for one in comparison.figures:
            yield row(
                str(one.link + 1),
                plain(text_at(comparison.left, one.left)),
                plain(text_at(comparison.right, one.right)),
            )


def _names(comparison: Comparison) -> Iterator[str]:
    if comparison.names:
        both = [n for n in comparison.names if n.left and n.right]
        yield from ("", "## Names", "")
        yield "In both: " + listed_names(
            [f"{plain(n.text)} {len(n.left)} : {len(n.right)}" for n in both]
        )
        for side, names in (
            (
                comparison.left,
                [f"{plain(n.text)} {len(n.left)}" for n in comparison.names if not n.right],
            ),
            (
                comparison.right,
                [f"{plain(n.text)} {len(n.right)}" for n in comparison.names if not n.left],
            ),
        ):
            yield from ("", f"Only {_source(side)}: {listed_names(names)}")


def _words(comparison: Comparison) -> Iterator[str]:
    if comparison.vocabulary:
        yield from ("", "## Words used more", "")
        yield from ("| word | left | right |", "|---|---|---|")
        for use in comparison.vocabulary[:MOST_WORDS]:
            yield row(plain(use.word), str(use.left), str(use.right))
        if len(comparison.vocabulary) > MOST_WORDS:
            yield from ("", f"… and {len(comparison.vocabulary) - MOST_WORDS:,} more.")
        yield from ("", "Plain counts, the most telling first; one pair of articles proves little.")


def _head(comparison: Comparison) -> Iterator[str]:
    yield row("", _source(comparison.left), _source(comparison.right))
    yield "|---|---|---|"


def _phrases(phrases: Iterable[Epithet]) -> str:
    return ", ".join(f"“{plain(one.text)}” {len(one.places)}" for one in phrases)


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return SPEAKER_UNKNOWN
    return plain(quote.speaker) + (f", {plain(quote.verb)}" if quote.verb else "")


def _of(some: Sequence[object], whole: Sequence[object]) -> str:
    return f"{len(some)} of {len(whole)} sentences"


def _source(article: Article) -> str:
    return plain(article.source or UNKNOWN_SOURCE)
