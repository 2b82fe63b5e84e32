"""The comparison of two sources as Markdown."""

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
from search.export.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.gathered_wording import GatheredWording
    from search.keyness import Contrast


def contrast_markdown(
    contrast: Contrast, limit: int | None = None, wording: GatheredWording | None = None
) -> str:
    """Give both sources and the words each uses more, at most `limit` a side; text is escaped.

    With `wording` also what one puts in place of what the other says.
    """
    lines = [*_lines(contrast, limit), *(_wording(contrast, wording, limit) if wording else ())]
    return "\n".join([*lines, "", MEANING]) + "\n"


def _lines(contrast: Contrast, limit: int | None) -> Iterator[str]:
    left, right = (plain(name or UNKNOWN_SOURCE) for name in (contrast.left, contrast.right))
    yield f"# {left} ⇄ {right}"
    yield ""
    for name, fact in facts(contrast):
        yield f"- {plain(name or UNKNOWN_SOURCE)}: {fact}"
    if note := stories_note(contrast.stories):
        yield f"- {note}"
    yield f"- {scope_note(contrast)}"
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


def _wording(contrast: Contrast, wording: GatheredWording, limit: int | None) -> Iterator[str]:
    left, right = (plain(name or UNKNOWN_SOURCE) for name in (contrast.left, contrast.right))
    yield from ("", "## In place of each other", "", wording_note(wording))
    if wording.replacements:
        yield from ("", row(left, right, "times", "stories"), "|---|---|--:|--:|")
    for one in wording.replacements[:limit]:
        yield row(plain(one.left), plain(one.right), f"{one.times:,}", f"{one.stories:,}")
