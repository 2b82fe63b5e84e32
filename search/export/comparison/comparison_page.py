"""A comparison as one HTML page that has no script, fetches nothing and can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import NOT_WHOLE_COMPARED, UNKNOWN_SOURCE, day, lacking
from search.compare.report import report_of
from search.compare.signs import SIGNS
from search.export.comparison.comparison_column import comparison_column
from search.export.comparison.comparison_words import apart_words, meets_split
from search.export.comparison.report_page import section_page
from search.export.web_text import PAGE_END, escaped, language_of, page_begin, web_link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article
    from search.compare import Comparison, Meets


def comparison_page(comparison: Comparison) -> str:
    """Give a whole HTML document; all text from articles is escaped."""
    report = report_of(comparison)
    opening, *sections = report.sections
    body = "\n".join(
        [
            *section_page(opening, report.sides, comparison),
            '<main class="sides">',
            _side(comparison, "left"),
            _side(comparison, "right"),
            "</main>",
            _legend(),
            *_apart(comparison),
            *(
                line
                for section in sections
                for line in section_page(section, report.sides, comparison)
            ),
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
        "= and ≈ (same) and for ~ (related); two outlets on one event share a median of two words in ten.</p>"
    )


def _apart(comparison: Comparison) -> Iterable[str]:
    if comparison.apart:
        yield f'<p class="note">{apart_words(len(comparison.apart))}.</p>'
