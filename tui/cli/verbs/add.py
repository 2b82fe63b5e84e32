"""`diptych add`: bring files, folders, exports, addresses and feeds into the library."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import search
from search import (
    ChangedArticle,
    Duplicate,
    FeedSeen,
    NewArticle,
    Rejected,
    SearchError,
)
from tui.cli.arguments import UsageError, check_library
from tui.cli.exit_codes import DONE, FAILED, NOTHING_FOUND
from tui.cli.library_path import allowed_hosts, check_own_folder, cookie_file
from tui.cli.open_library import open_desk
from tui.cli.skipped_words import skipped_words
from tui.cli.streams import notify, write_json
from tui.cli.styled_lines import count, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from search import Article, Decision, Desk, Skipped, Updates
    from tui.cli.json_fields import Document

_STANDARD_INPUT = "-"
_LARGEST = 64 << 20
"""Bytes of standard input that are read: what formats are read whole of."""
_LIKE = {
    "address": "which has its address",
    "id": "which has its identifier",
    "text": "which says nearly the same, in the same outlet",
    "file": "which it is",
}


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        nargs="+",
        metavar="WHAT",
        help="a file, a folder, an export, a web address, a feed; - is standard input",
    )
    parser.add_argument("--to", metavar="LIBRARY", help="where to save it; the configured library")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would come in, and write nothing"
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="have diptych update look at the pages named again, for what their publishers change",
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help="fetch the whole text where a feed has only a part of it",
    )
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAME=COLUMN",
        help="which column of a table holds what: title, text, published …",
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="a host of this machine or a private network that may be asked",
    )


def _check(arguments: argparse.Namespace) -> None:
    if arguments.what.count(_STANDARD_INPUT) > 1:
        raise UsageError("-: standard input can be read once")
    arguments.columns = tuple(map(_column, arguments.field))
    arguments.library = arguments.to
    check_library(arguments)
    check_own_folder("add", arguments)


def _column(said: str) -> tuple[str, str]:
    """Read what --field says; raise UsageError."""
    role, sign, column = said.partition("=")
    if role not in search.COLUMN_ROLES:
        raise UsageError(f'--field {said}: there is no "{role}"; {", ".join(search.COLUMN_ROLES)}')
    if not sign or not column.strip():
        raise UsageError(f"--field {said}: it wants NAME=COLUMN")
    return role, column.strip()


def _run(arguments: argparse.Namespace) -> int:
    begun = time.monotonic()
    given = _standard_input() if _STANDARD_INPUT in arguments.what else b""
    outcome = _Outcome(dry=arguments.dry_run, said=not arguments.json)
    with open_desk(arguments) as desk:
        arrivals = search.Arrivals(desk, allowed_hosts(arguments.allow_host), cookies=cookie_file())
        feeds = _Feeds(desk)
        if not arguments.dry_run:
            arrivals.sweep()
        what, columns = arguments.what, arguments.columns
        for decision in arrivals.decisions(what, given, columns, full=arguments.full):
            try:
                if not arguments.dry_run:
                    arrivals.carry_out(decision)
                    if isinstance(decision, FeedSeen) and not feeds.subscribe(decision):
                        outcome.known_feed(decision.url)
                        continue
                    if arguments.watch and (page := _page(decision, arguments.what)):
                        outcome.watch(page, new=feeds.watch(page))
            except SearchError as error:
                outcome.fail(str(error.what), error.reason)
            else:
                outcome.take(decision)
        arrivals.keep()
        outcome.document["library"] = str(desk.library)
    outcome.pass_over(search.passed_over(arguments.what))
    outcome.document["seconds"] = round(time.monotonic() - begun, 3)
    if arguments.json:
        write_json(outcome.document)
    else:
        write(outcome.summary())
    return outcome.code()


def _standard_input() -> bytes:
    """Read all of it; raise SearchError for what is too large."""
    given = sys.stdin.buffer.read(_LARGEST + 1)
    if len(given) > _LARGEST:
        raise SearchError("standard input", f"larger than {_LARGEST >> 20} MB")
    return given


class _Feeds:
    """What a library subscribes to, read only once something is: a list that can't be costs no more."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._updates: Updates | None = None

    def subscribe(self, feed: FeedSeen) -> bool:
        """Subscribe to a feed; tell whether that is new. Raises SearchError."""
        return self._there().subscribe(feed.url, feed.title)

    def watch(self, page: str) -> bool:
        """Have a page looked at again; as above."""
        return self._there().subscribe(page, kind="page")

    def _there(self) -> Updates:
        self._updates = self._updates or search.Updates(self._desk)
        return self._updates


class _Outcome:
    """What became of everything: the document, and a line for each thing as it is decided."""

    def __init__(self, *, dry: bool, said: bool) -> None:
        self._dry, self._said = dry, said
        self.added: list[Document] = []
        self.changed: list[Document] = []
        self.duplicates: list[Document] = []
        self.failed: list[Document] = []
        self.feeds: list[str] = []
        self.document: Document = {
            "library": "",
            "added": self.added,
            "changed": self.changed,
            "duplicates": self.duplicates,
            "failed": self.failed,
            "feeds": self.feeds,
            "seconds": 0.0,
        }

    def take(self, decision: Decision) -> None:
        """Note what became of one thing."""
        match decision:
            case NewArticle(arrival, path):
                self.added.append({"path": path, **_head(arrival.article), "from": arrival.origin})
                self._say(f"{'would add' if self._dry else 'added'}: {path}")
            case ChangedArticle(arrival, path, revision, completes):
                changed = {"path": path, "from": arrival.origin, "revision": revision}
                self.changed.append({**changed, "completed": completes})
                now = "now whole" if completes else f"now version {revision}"
                self._say(f"{'would change' if self._dry else 'changed'}: {path}, {now}")
            case Duplicate(origin, path, why):
                self.duplicates.append({"from": origin, "of": path, "why": why})
                self._say(f"there already: {origin}: {path}, {_LIKE[why]}")
            case Rejected(origin, reason):
                self.fail(origin, reason)
            case FeedSeen(url, _, told):
                self.feeds.append(url)
                verb = "would subscribe" if self._dry else "subscribed"
                self._say(f"{verb} to {url}{f': {told}' if told else ''}")

    def known_feed(self, url: str) -> None:
        """Note a feed that the library subscribes to already."""
        self.feeds.append(url)
        self._say(f"subscribed to {url} already")

    def watch(self, page: str, *, new: bool) -> None:
        """Note a page that is looked at again from now on."""
        self._say(f"watching {page}{'' if new else ' already'}")

    def fail(self, origin: str, reason: str) -> None:
        """Note what can't come in."""
        self.failed.append({"from": origin, "reason": reason})
        notify(f"{origin}: {reason}")

    def pass_over(self, kinds: Sequence[Skipped]) -> None:
        """Note which files of folders nothing here reads."""
        self.document["skipped"] = [one._asdict() for one in kinds]
        for one in kinds:
            notify(f"passed over: {skipped_words(one)}")

    def summary(self) -> str:
        """Say all in one line."""
        would = "would be " if self._dry else ""
        parts = [f"{count(len(self.added), 'article')} {would}added"]
        parts += [f"{len(self.changed):,} {would}changed"] if self.changed else []
        parts += [f"{len(self.duplicates):,} there already"] if self.duplicates else []
        parts += [f"{len(self.failed):,} failed"] if self.failed else []
        return f"{self.document['library']}: {', '.join(parts)}"

    def code(self) -> int:
        """Give the exit code: failed if all that came did, nothing found if nothing came."""
        if self.added or self.changed or self.duplicates or self.feeds:
            return DONE
        return FAILED if self.failed else NOTHING_FOUND

    def _say(self, line: str) -> None:
        if self._said:
            write(line)


def _page(decision: Decision, what: list[str]) -> str | None:
    """Give the address of a page that was named and is in the library now; None for anything else."""
    match decision:
        case NewArticle(arrival, _) | ChangedArticle(arrival, _, _):
            origin = arrival.origin
        case Duplicate(origin, _, _):
            pass
        case _:
            return None
    return origin if origin in what and "://" in origin else None


def _head(article: Article) -> Document:
    return {"title": article.title, "source": article.source, "published": article.published}


VERB = Verb(
    "Bring files, folders, exports, web addresses and feeds into the library, each article as a file.",
    _add_arguments,
    _run,
    _check,
)
