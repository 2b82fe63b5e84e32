"""Two sources set against each other, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.keyness.source_facts import (
    MEANING,
    lack_note,
    level_note,
    months_note,
    named,
    size_note,
    stories_note,
)
from tui.render.keyness.word_order import words_in_order
from tui.render.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search import Contrast
    from tui.render.comparison import Side


def markdown(found: Contrast, limit: int | None = None) -> str:
    """Give both sources and the words each uses more, at most `limit` a side; all is escaped."""
    return "\n".join(_lines(found, limit)) + "\n"


def _lines(found: Contrast, limit: int | None) -> Iterator[str]:
    left, right = plain(named(found.left)), plain(named(found.right))
    yield f"# {left} ⇄ {right}"
    yield ""
    for name, articles, words, months in (
        (left, found.articles.left, found.words.left, found.months.left),
        (right, found.articles.right, found.words.right, found.months.right),
    ):
        yield f"- {name}: {' · '.join(filter(None, (size_note(articles, words), months_note(months))))}"
    if said := stories_note(found.stories):
        yield f"- {said}"
    yield ""
    yield lack_note(found) or level_note(found)
    sides: tuple[Side, Side] = "left", "right"
    for side in sides:
        used = words_in_order(found, side)[:limit]
        if not used:
            continue
        yield from ("", f"## Used more by {left if side == 'left' else right}", "")
        yield row("word", left, right, *(f"{name}, in 10,000 words" for name in (left, right)), "z")
        yield "|---|--:|--:|--:|--:|--:|"
        for one in used:
            rates = found.rates(one)
            yield row(
                plain(one.word),
                f"{one.left:,}",
                f"{one.right:,}",
                f"{rates.left:,.1f}",
                f"{rates.right:,.1f}",
                f"{one.z:.1f}" if one.significant else "",
            )
    yield from ("", MEANING)
