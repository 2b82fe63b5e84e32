"""The comparison of two sources as one HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE
from search.export.contrast.contrast_words import (
    MEANING,
    facts,
    lack_note,
    level_note,
    scope_note,
    stories_note,
    used_more,
    wording_note,
)
from search.export.web_text import PAGE_END, escaped, page_begin, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.gathered_wording import GatheredWording
    from search.keyness import Contrast


def contrast_page(contrast: Contrast, wording: GatheredWording | None = None) -> Iterator[str]:
    """Yield a whole page; all text from articles is escaped."""
    left, right = (name or UNKNOWN_SOURCE for name in (contrast.left, contrast.right))
    title = f"{left} ⇄ {right}"
    yield f'{page_begin(title)}<main class="sheet">\n<h1 dir="auto">{escaped(title)}</h1>\n<ul>\n'
    for name, fact in facts(contrast):
        yield f"<li><bdi>{escaped(name or UNKNOWN_SOURCE)}</bdi>: {fact}</li>\n"
    if note := stories_note(contrast.stories):
        yield f"<li>{note}</li>\n"
    yield f"<li>{scope_note(contrast)}</li>\n"
    yield f"</ul>\n<p>{escaped(lack_note(contrast) or level_note(contrast))}</p>\n"
    names = [f"<bdi>{escaped(name)}</bdi>" for name in (left, right)]
    head = ["word", *names, *(f"{name}, in 10,000 words" for name in names), "z"]
    for sign, heading in ((1, names[0]), (-1, names[1])):
        if rows := list(_rows(contrast, sign)):
            yield f"<h2>Used more by {heading}</h2>\n{table(head, rows)}\n"
    if wording is not None:
        yield f"<h2>In place of each other</h2>\n<p>{wording_note(wording)}</p>\n"
        yield f"{table([*names, 'times', 'stories'], _wording(wording))}\n"
    yield f'<p class="note">{escaped(MEANING)}</p>\n</main>\n{PAGE_END}'


def _wording(wording: GatheredWording) -> Iterator[tuple[str, ...]]:
    for one in wording.replacements:
        phrases = (f"<bdi>{escaped(phrase)}</bdi>" for phrase in (one.left, one.right))
        yield (*phrases, f"{one.times:,}", f"{one.stories:,}")


def _rows(contrast: Contrast, sign: int) -> Iterator[tuple[str, ...]]:
    for one in used_more(contrast, sign):
        rates = contrast.rates(one)
        yield (
            f"<bdi>{escaped(one.word)}</bdi>",
            f"{one.left:,}",
            f"{one.right:,}",
            f"{rates.left:,.1f}",
            f"{rates.right:,.1f}",
            f"{one.z:.1f}" if one.significant else "",
        )
