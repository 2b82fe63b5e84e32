"""Sentences of the library screen."""

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
"""Files before which a rate says little."""


def figures(answer: Answer, articles: int) -> str:
    """Say how much was found: `3 of 5 · relevance · 4 ms`; without a search, `5 articles`.

    A plus says that there are more, uncounted: `10,000+ of 2,000,000`.
    """
    took = f"{answer.took_ms:.0f} ms" if answer.took_ms >= 1 else "<1 ms"
    count = f"{answer.total:,}{'' if answer.exact else '+'}"
    found = f"{count} of {max(articles, answer.total):,}"
    if not answer.query.text.strip():
        found = f"{count} article{'' if count == '1' else 's'}"
    return f"{found} · {answer.sort} · {took}"


def nothing_found(answer: Answer) -> str:
    """Say that a search found nothing, how it was read, and the ways on."""
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
    """Say that articles are being read, how fast, and how long that will go on."""
    if progress is None or not progress.total:
        return "Looking for articles …"
    if progress.done == progress.total:
        return "Putting the index in order …"
    said = f"Reading articles: {progress.done:,} of {progress.total:,}"
    if progress.rate is None or progress.left is None or progress.done < _FEW:
        return f"{said} …"
    return f"{said} · {progress.rate:,.0f} a second · {duration(progress.left)} to go"


def duration(seconds: float) -> str:
    """Say how long something takes, in the largest unit that fits: `40 s`, `3 min`, `2 h`."""
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(1, seconds):.0f} s"


def rebuilt(report: SyncReport) -> str:
    """Say why the index was built anew, if that was not asked for; empty otherwise."""
    if report.rebuilt not in {"damaged", "outdated"}:
        return ""
    return f"the index was {report.rebuilt}: built anew"


def trouble(error: SearchError) -> str:
    """Say what went wrong, in so few words that it fits beside others: without its place."""
    return f"{'the library: ' if isinstance(error, LibraryError) else ''}{error.reason}"


def failures(report: SyncReport | None) -> str:
    """Say how many files could not be read; empty when none."""
    count = len(report.failed) if report else 0
    if not count:
        return ""
    return f"{count:,} file{'s' if count > 1 else ''} could not be read: press !"


def failure_list(failed: Sequence[ArticleError]) -> Content:
    """Give each file that could not be read, with the reason."""
    return Content("\n").join(
        Content.assemble((safe(error.path), "bold"), f"  {safe(error.reason)}") for error in failed
    )
