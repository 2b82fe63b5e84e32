"""The texts of the library screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from search import LibraryError
from tui.render import safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search import Answer, ArticleError, SearchError, SyncProgress, SyncReport

_FEW = 50
"""Files to read before the rate is meaningful."""


def figures(answer: Answer, articles: int) -> str:
    """Give the counts: `3 of 5 · relevance · 4 ms`; without a search, `5 articles`.

    A plus means at least so many: `10,000+ of 2,000,000`.
    """
    took = f"{answer.took_ms:.0f} ms" if answer.took_ms >= 1 else "<1 ms"
    count = f"{answer.total:,}{'' if answer.exact else '+'}"
    found = f"{count} of {max(articles, answer.total):,}"
    if not answer.query.text.strip():
        found = f"{count} article{'' if count == '1' else 's'}"
    return f"{found} · {answer.sort} · {took}"


def nothing_found(answer: Answer) -> str:
    """Say that a search found nothing, how it was read, and what can be done."""
    lines = [f"No article has {answer.read_as}.", ""]
    if answer.suggestion:
        lines += [f"Did you mean {answer.suggestion}? ctrl+d", ""]
    return "\n".join([*lines, "/ changes the search, esc clears it."])


def no_articles(library: Path) -> str:
    """Say that a library is empty, and what to do."""
    return (
        f"There are no articles in {library} yet.\n\n"
        "Put text or Markdown files there, one article each, then press r."
    )


def still_reading(progress: SyncProgress | None) -> str:
    """Say that articles are being read, how fast, and for how long."""
    if progress is None or not progress.total:
        return "Looking for articles …"
    if progress.done == progress.total:
        return "Putting the index in order …"
    reading = f"Reading articles: {progress.done:,} of {progress.total:,}"
    if progress.rate is None or progress.left is None or progress.done < _FEW:
        return f"{reading} …"
    return f"{reading} · {progress.rate:,.0f} a second · {duration(progress.left)} to go"


def duration(seconds: float) -> str:
    """Give a duration in the largest unit that fits: `40 s`, `3 min`, `2 h`."""
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(1, seconds):.0f} s"


def rebuilt_note(report: SyncReport) -> str:
    """Say why the index was rebuilt, unless the user asked for it; else empty."""
    if report.rebuilt not in {"damaged", "outdated"}:
        return ""
    return f"the index was {report.rebuilt}: built anew"


def error_note(error: SearchError) -> str:
    """Give an error in few words, without its file."""
    return f"{'the library: ' if isinstance(error, LibraryError) else ''}{error.reason}"


def failures(report: SyncReport | None) -> str:
    """Say how many files could not be read; empty if none."""
    count = len(report.failed) if report else 0
    if not count:
        return ""
    return f"{count:,} file{'s' if count > 1 else ''} could not be read: press !"


def failure_list(failed: Sequence[ArticleError]) -> Content:
    """List the files that could not be read, with reasons."""
    return Content("\n").join(
        Content.assemble((safe(error.path), "bold"), f"  {safe(error.reason)}") for error in failed
    )
