"""The comparison of two sources as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.keyness.source_facts import (
    MEANING,
    lack_note,
    level_note,
    months_note,
    size_note,
    source_name,
    stories_note,
)
from tui.render.keyness.word_order import words_in_order
from tui.render.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search import Contrast
    from tui.render.comparison import Side


def markdown(contrast: Contrast, limit: int | None = None) -> str:
    """Give both sources and the words each uses more, at most `limit` a side; text is escaped."""
    return "\n".join(_lines(contrast, limit)) + "\n"


def _lines(contrast: Contrast, limit: int | None) -> Iterator[str]:
    left, right = plain(source_name(contrast.left)), plain(source_name(contrast.right))
    yield f"# {left} ⇄ {right}"
    yield ""
    for name, articles, words, months in (
        (left, contrast.articles.left, contrast.words.left, contrast.months.left),
        (right, contrast.articles.right, contrast.words.right, contrast.months.right),
    ):
        yield f"- {name}: {' · '.join(filter(None, (size_note(articles, words), months_note(months))))}"
    if note := stories_note(contrast.stories):
        yield f"- {note}"
    yield ""
    yield lack_note(contrast) or level_note(contrast)
    sides: tuple[Side, Side] = "left", "right"
    for side in sides:
        used = words_in_order(contrast, side)[:limit]
        if not used:
            continue
        yield from ("", f"## Used more by {left if side == 'left' else right}", "")
        yield row("word", left, right, *(f"{name}, in 10,000 words" for name in (left, right)), "z")
        yield "|---|--:|--:|--:|--:|--:|"
        for preference in used:
            rates = contrast.rates(preference)
            yield row(
                plain(preference.word),
                f"{preference.left:,}",
                f"{preference.right:,}",
                f"{rates.left:,.1f}",
                f"{rates.right:,.1f}",
                f"{preference.z:.1f}" if preference.significant else "",
            )
    yield from ("", MEANING)
