"""The comparison of two sources as one HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.contrast.contrast_report import (
    contrast_report,
    word_cells,
    word_heads,
    wording_cells,
    wording_heads,
)
from search.export.web_text import PAGE_END, escaped, page_begin, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.compare.gathered_wording import GatheredWording
    from search.keyness import Contrast


def contrast_page(contrast: Contrast, wording: GatheredWording | None = None) -> Iterator[str]:
    """Yield a whole page; all text from articles is escaped."""
    report = contrast_report(contrast, None, wording)
    title = " ⇄ ".join(report.names.both)
    yield f'{page_begin(title)}<main class="sheet">\n<h1 dir="auto">{escaped(title)}</h1>\n<ul>\n'
    for name, fact in zip(report.names.both, report.facts.both, strict=True):
        yield f"<li><bdi>{escaped(name)}</bdi>: {fact}</li>\n"
    for note in report.notes:
        yield f"<li>{note}</li>\n"
    yield f"</ul>\n<p>{escaped(report.level)}</p>\n"
    for used in report.used.both:
        if used.words:
            rows = (_cells(word_cells(contrast, one)) for one in used.words)
            yield f'<h2 dir="auto">{escaped(used.title)}</h2>\n'
            yield f"{table(_cells(word_heads(report)), rows)}\n"
    if (told := report.wording) is not None:
        yield f"<h2>{told.title}</h2>\n<p>{told.note}</p>\n"
        rows = (_cells(wording_cells(one)) for one in told.replacements)
        yield f"{table(_cells(wording_heads(report)), rows)}\n"
    if report.meaning:
        yield f'<p class="note">{escaped(report.meaning)}</p>\n'
    yield f"</main>\n{PAGE_END}"


def _cells(texts: Iterable[str]) -> list[str]:
    return [f"<bdi>{escaped(text)}</bdi>" for text in texts]
