"""The comparison of two sources as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.article_words import UNKNOWN_SOURCE
from search.export.contrast.contrast_words import (
    MEANING,
    facts,
    lack_note,
    level_note,
    stories_note,
    used_more,
)
from search.export.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.keyness import Contrast


def contrast_markdown(contrast: Contrast, limit: int | None = None) -> str:
    """Give both sources and the words each uses more, at most `limit` a side; text is escaped."""
    return "\n".join(_lines(contrast, limit)) + "\n"


def _lines(contrast: Contrast, limit: int | None) -> Iterator[str]:
    left, right = (plain(name or UNKNOWN_SOURCE) for name in (contrast.left, contrast.right))
    yield f"# {left} ⇄ {right}"
    yield ""
    for name, fact in facts(contrast):
        yield f"- {plain(name or UNKNOWN_SOURCE)}: {fact}"
    if note := stories_note(contrast.stories):
        yield f"- {note}"
    yield ""
    yield plain(lack_note(contrast)) or level_note(contrast)
    for sign, heading in ((1, left), (-1, right)):
        used = used_more(contrast, sign, limit)
        if not used:
            continue
        yield from ("", f"## Used more by {heading}", "")
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
