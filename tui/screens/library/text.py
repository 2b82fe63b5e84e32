"""The texts of the library screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from search import LibraryError, counted, shown_library
from tui.render import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from search import Answer, FeedUpdate, Missing, SearchError, SyncProgress, SyncReport

_KINDS = {
    "source": "source",
    "site": "source",
    "feed": "source",
    "author": "author",
    "from": "author",
    "lang": "language",
    "tag": "tag",
}
"""What a field is called in a sentence."""
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


def arrived(count: int, *, first: bool) -> str:
    """Say how many articles are new: since the last session by the `first` look of this one."""
    if first and count:
        return f"Since you last looked: {count:,} new."
    return f"{count:,} new." if count else "Nothing new."


def in_folded_text(count: int) -> str:
    """Say that more articles have the words in folded text only, and how to find them."""
    return f"{count:,} more in folded text: in:all finds {'it' if count == 1 else 'them'}"


def nothing_found(answer: Answer, folded: int = 0) -> str:
    """Say that a search found nothing, which of its words finds none, and what would find some."""
    lines = [*map(_missing, answer.missing), ""]
    if len(answer.missing) != 1:
        lines = ["No article has all of this.", "", *lines]
    if folded:
        lines += [f"{in_folded_text(folded)}.", ""]
    if answer.suggestion:
        lines += [f"Did you mean {answer.suggestion}? tab", ""]
    elif (last := answer.query.text.split(" ")[-1]).isalpha():
        lines += [f"{last}* finds words that begin so.", ""]
    return "\n".join([*lines, "/ changes the search, esc clears it."])


def _missing(one: Missing) -> str:
    """Say whether a condition finds any article, and how many there are without it."""
    without = f"Without it: {one.without:,}." if one.without is not None else ""
    if one.finds:
        return f"Without {one.text}: {one.without or 0:,}."
    field, colon, value = one.text.partition(":")
    kind = _KINDS.get(field.lower()) if colon else None
    said = f"the {kind} {value}" if kind else one.text
    return f"No article has {said}. {without}".strip()


def late(shown: Answer | None) -> str:
    """Say that an answer is late, in half of a line of 80, and that the list shown is another's."""
    return "asking the archive … list as before" if shown else "asking the archive …"


def no_articles(library: Path, report: SyncReport | None) -> str:
    """Say that a library is empty, what in it isn't read, and what to do."""
    lines = [f"There are no articles in {shown_library(library)} yet.", ""]
    if report and (report.skipped or report.failed):
        lines += [f"{failures(report)}.", ""]
    lines.append(
        "Put texts, web pages, exports or tables of articles there, or press i to bring some in."
    )
    return "\n".join(lines)


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


def failures(report: SyncReport | None, feeds: Sequence[FeedUpdate] = ()) -> str:
    """Say how many feeds failed or have entries that can't come in; else how many files could not be read.

    Empty if nothing failed and no file was passed over.
    """
    if failing := sum(feed.status == "failed" for feed in feeds):
        return f"{counted(failing, 'feed')} failed: press !"
    if entries := sum(len(feed.failed) for feed in feeds):
        return f"{counted(entries, 'entry', 'entries')} of feeds refused: press !"
    failed = len(report.failed) if report else 0
    passed = sum(one.files for one in report.skipped) if report else 0
    parts = [(failed, "could not be read" if not passed else "failed"), (passed, "passed over")]
    told = [(files, what) for files, what in parts if files]
    if not told:
        return ""
    first = f"{told[0][0]:,} file{'s' if told[0][0] > 1 else ''} {told[0][1]}"
    return ", ".join([first, *(f"{files:,} {what}" for files, what in told[1:])]) + ": press !"


def failure_list(report: SyncReport | None, feeds: Sequence[FeedUpdate] = ()) -> Content:
    """List what of feeds failed, the files that could not be read, and the kinds that were passed over."""
    lines = [line for feed in feeds for line in _feed_failures(feed)]
    if report is None:
        return Content("\n").join(lines)
    lines += [
        Content.assemble((safe(error.path), "bold"), f"  {safe(error.reason)}")
        for error in report.failed
    ]
    for one in report.skipped:
        kind = f"{one.suffix or 'no suffix'}: {one.files:,}"
        needs = f"; {one.needs}" if one.needs else ""
        lines.append(Content.assemble((safe(kind), "bold"), f"  {safe(one.why)}{safe(needs)}"))
    if report.addresses:
        lines.append(Content(f"{report.addresses:,} addresses without the texts they lead to"))
    return Content("\n").join(lines)


def _feed_failures(feed: FeedUpdate) -> Iterator[Content]:
    """Give a line for a feed that failed, or one for each of its entries that can't come in."""
    if feed.status == "failed":
        later = f"; not before {feed.next}" if feed.next else ""
        said = f"  {feed.reason}{later}"
        yield Content.assemble((safe(feed.title or feed.url), "bold"), safe(said))
    for entry in feed.failed:
        yield Content.assemble((safe(entry.origin), "bold"), f"  {safe(entry.reason)}")
