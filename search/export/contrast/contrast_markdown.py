"""The comparison of two sources as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.contrast.contrast_report import (
    contrast_report,
    more_note,
    word_cells,
    word_heads,
    wording_cells,
    wording_heads,
)
from search.export.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.gathered_wording import GatheredWording
    from search.export.contrast.contrast_report import ContrastReport, WordingTold
    from search.keyness import Contrast


def contrast_markdown(
    contrast: Contrast, limit: int | None = None, wording: GatheredWording | None = None
) -> str:
    """Give both sources and the words each uses more, at most `limit` a side; text is escaped.

    With `wording` also what one puts in place of what the other says.
    """
    report = contrast_report(contrast, limit, wording)
    told = _wording(report, report.wording) if report.wording is not None else ()
    meaning = ["", report.meaning] if report.meaning else []
    return "\n".join([*_lines(contrast, report), *told, *meaning]) + "\n"


def _lines(contrast: Contrast, report: ContrastReport) -> Iterator[str]:
    names = [plain(name) for name in report.names.both]
    yield f"# {' ⇄ '.join(names)}"
    yield ""
    for name, fact in zip(names, report.facts.both, strict=True):
        yield f"- {name}: {fact}"
    for note in report.notes:
        yield f"- {note}"
    yield ""
    yield plain(report.level)
    for used in report.used.both:
        if not used.words:
            continue
        yield from ("", f"## {plain(used.title)}", "")
        yield row(*map(plain, word_heads(report)))
        yield "|---|--:|--:|--:|--:|--:|"
        for one in used.words:
            word, *figures = word_cells(contrast, one)
            yield row(plain(word), *figures)
        if used.left_out:
            yield from ("", more_note(used.left_out))


def _wording(report: ContrastReport, told: WordingTold) -> Iterator[str]:
    yield from ("", f"## {told.title}", "", told.note)
    if told.replacements:
        yield from ("", row(*map(plain, wording_heads(report))), "|---|---|--:|--:|")
    for one in told.replacements:
        left, right, *figures = wording_cells(one)
        yield row(plain(left), plain(right), *figures)
    if told.left_out:
        yield from ("", more_note(told.left_out))
