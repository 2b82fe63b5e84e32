"""A comparison as one HTML page that has no script, fetches nothing and can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.article_words import NOT_WHOLE_COMPARED, UNKNOWN_SOURCE, day, lacking
from search.export.comparison.comparison_column import comparison_column
from search.export.comparison.comparison_words import (
    MOST_WORDS,
    SIGNS,
    SPEAKER_UNKNOWN,
    apart_words,
    listed_names,
    meets_split,
    text_at,
)
from search.export.web_text import PAGE_END, escaped, language_of, page_begin, table, web_link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article
    from search.compare import At, Comparison, Epithet, Meets, Naming, Quote


def comparison_page(comparison: Comparison) -> str:
    """Give a whole HTML document; all text from articles is escaped."""
    body = "\n".join(
        [
            '<main class="sides">',
            _side(comparison, "left"),
            _side(comparison, "right"),
            "</main>",
            _legend(),
            *_apart(comparison),
            *_differences(comparison),
        ]
    )
    title = f"{comparison.left.label} ⇄ {comparison.right.label}"
    return f"{page_begin(title)}{body}\n{PAGE_END}"


def _side(comparison: Comparison, side: str) -> str:
    article: Article = getattr(comparison, side)
    meets: Meets = getattr(comparison.meets, side)
    quoted: float = getattr(comparison.quoted, side)
    where = f"{escaped(article.source or UNKNOWN_SOURCE)} · {day(article.published)}"
    if link := web_link(article, "source"):
        where += f" · {link}"
    lacks = lacking(article, NOT_WHOLE_COMPARED)
    cut = f"<br>{escaped(lacks)}" if lacks else ""
    return (
        f'<article class="{side}"{language_of(article)}>\n<h1 dir="auto">{escaped(article.label)}</h1>\n'
        f'<p class="about">{where}<br>meets {meets_split(meets)} · quoted {quoted:.0%}{cut}</p>\n'
        f"{comparison_column(comparison, side)}\n</article>"
    )


def _legend() -> str:
    signs = " · ".join(f"{sign} {tier}" for tier, sign in SIGNS.items())
    return (
        f'<p class="note">{signs}; the number leads across. ↺ said before in these very words. Underlined: six words and more that both '
        "have in the same order. A sentence without a sign: no match found, which doesn't mean that "
        "the other side leaves it out. “Meets” is the share of words in sentences with a match, apart for "
        "= and ≈ (same) and for ~ (related); two outlets on one event share a median of three words in ten.</p>"
    )


def _apart(comparison: Comparison) -> Iterable[str]:
    if comparison.apart:
        yield f'<p class="note">{apart_words(len(comparison.apart))}.</p>'


def _differences(comparison: Comparison) -> Iterable[str]:
    """Yield the sections on what differs, those that aren't empty."""
    if comparison.naming:
        yield "<h2>How each names the same person</h2>"
        yield _table(comparison, (_naming(one) for one in comparison.naming), "")
    if comparison.quotes.left or comparison.quotes.right:
        yield "<h2>Who is quoted</h2>"
        yield _columns(
            comparison, _quotes(comparison.quotes.left), _quotes(comparison.quotes.right)
        )
    if comparison.figures:
        yield "<h2>Figures that differ in linked sentences</h2>"
        yield _table(
            comparison,
            (_figure(comparison, one.link, one.left, one.right) for one in comparison.figures),
            "link",
        )
        yield '<p class="note">Both as written. That they contradict each other isn’t said.</p>'
    if comparison.names:
        yield from _names(comparison)
    if comparison.vocabulary:
        yield from _words(comparison)


def _words(comparison: Comparison) -> Iterable[str]:
    yield "<h2>Words used more</h2>"
    left = [use for use in comparison.vocabulary if use.z > 0 and use.left > use.right]
    right = [use for use in comparison.vocabulary if use.z < 0 and use.left < use.right]
    counted = [
        "".join(
            f'<tr><td class="count">{u.left} : {u.right}</td><td><bdi>{escaped(u.word)}</bdi></td></tr>'
            for u in side[:MOST_WORDS]
        )
        + (
            f"<tr><td></td><td>and {len(side) - MOST_WORDS} more</td></tr>"
            if side[MOST_WORDS:]
            else ""
        )
        for side in (left, right)
    ]
    yield _columns(comparison, *(f"<table>{rows}</table>" if rows else "" for rows in counted))
    yield '<p class="note">Plain counts, left : right, the most telling first; one pair of articles proves little.</p>'


def _names(comparison: Comparison) -> Iterable[str]:
    both = [
        f"<bdi>{escaped(n.text)}</bdi> {len(n.left)} : {len(n.right)}"
        for n in comparison.names
        if n.left and n.right
    ]
    left = [f"<bdi>{escaped(n.text)}</bdi> {len(n.left)}" for n in comparison.names if not n.right]
    right = [f"<bdi>{escaped(n.text)}</bdi> {len(n.right)}" for n in comparison.names if not n.left]
    yield "<h2>Names</h2>"
    if both:
        yield f"<p>In both: {listed_names(both)}</p>"
    yield _columns(
        comparison,
        f"<p>Only here: {listed_names(left)}</p>",
        f"<p>Only here: {listed_names(right)}</p>",
    )


def _naming(one: Naming) -> tuple[str, str, str]:
    return f"<bdi>{escaped(one.name)}</bdi>", _phrases(one.left), _phrases(one.right)


def _phrases(phrases: Iterable[Epithet]) -> str:
    return "<br>".join(f"<bdi>“{escaped(one.text)}”</bdi> {len(one.places)}" for one in phrases)


def _figure(comparison: Comparison, link: int, left: At, right: At) -> tuple[str, str, str]:
    place = comparison.links[link]
    return (
        f'<a href="#left-{place.left}">{SIGNS[place.tier]}{link + 1}</a>',
        escaped(text_at(comparison.left, left)),
        escaped(text_at(comparison.right, right)),
    )


def _quotes(quotes: Iterable[Quote]) -> str:
    rows = [
        f'<p dir="auto">“{escaped(quote.text)}”<br><span class="about">{_speaker(quote)}</span></p>'
        for quote in quotes
    ]
    return "\n".join(rows) or "<p>Nobody, in three words and more.</p>"


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return SPEAKER_UNKNOWN
    return escaped(quote.speaker) + (f", {escaped(quote.verb)}" if quote.verb else "")


def _table(comparison: Comparison, rows: Iterable[tuple[str, str, str]], first: str) -> str:
    heads = (first, *(_source(side) for side in (comparison.left, comparison.right)))
    return table(heads, rows)


def _columns(comparison: Comparison, left: str, right: str) -> str:
    sides = (("left", comparison.left, left), ("right", comparison.right, right))
    inner = "\n".join(
        f'<div class="{side}">\n<h3>{_source(article)}</h3>\n{content}\n</div>'
        for side, article, content in sides
    )
    return f'<div class="sides">\n{inner}\n</div>'


def _source(article: Article) -> str:
    return f"<bdi>{escaped(article.source or UNKNOWN_SOURCE)}</bdi>"
