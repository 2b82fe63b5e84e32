"""What is said of what comes in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search import (
    MOST_PREVIEWED,
    ChangedArticle,
    FeedSeen,
    NewArticle,
    bundled,
    counted,
    is_archive,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from search import BroughtIn, FeedUpdate, LookingAt, Skipped
    from tui.render.rows.arrival_row import ProposedArrival

CUT_OFF = f"only the first {MOST_PREVIEWED:,} are shown: bring these in, then name the rest again"
NO_FEEDS = "The library subscribes to no feed yet; i brings in the address of one."
NOTHING = "Nothing comes of this."


def refusal(library: Path) -> str:
    """Say why nothing can be brought into a library; empty where it can."""
    if is_archive(str(library)):
        return "An archive takes no files; diptych push brings a library there."
    if library.is_file():
        return "This library is one file, and articles are saved in folders."
    if library.resolve() == bundled().resolve():
        return "These are the articles that came with Diptych: open a library of your own first."
    return ""


def looking_at(one: LookingAt) -> str:
    """Say what is being fetched or read."""
    which = f" ({one.number:,} of {one.total:,})" if one.total > 1 else ""
    return f"looking at {one.name}{which} …"


def passed_over(kinds: Sequence[Skipped]) -> str:
    """Say how many files nothing reads, of which kinds, and what would read some of them, in a line."""
    files = counted(sum(kind.files for kind in kinds), "file")
    said = ", ".join(f"{kind.files:,} {kind.suffix or 'without a suffix'}" for kind in kinds)
    needs = dict.fromkeys(kind.needs for kind in kinds if kind.needs)
    return "; ".join([f"{files} passed over: {said}", *(f"needed: {what}" for what in needs)])


def counts(rows: Iterable[ProposedArrival]) -> str:
    """Say how many things would become what."""
    kinds = Counter("left out" if row.left_out else row.kind for row in rows)
    feeds = kinds["feed"]
    parts = [
        f"{kinds['new']:,} new",
        f"{kinds['changed']:,} changed" if kinds["changed"] else "",
        f"{counted(feeds, 'feed')} to subscribe to" if feeds else "",
        f"{kinds['there']:,} there already" if kinds["there"] else "",
        f"{kinds['refused']:,} refused" if kinds["refused"] else "",
        f"{kinds['left out']:,} left out" if kinds["left out"] else "",
    ]
    return " · ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of all that was to be brought in; `stopped` if not all was tried."""

    done: tuple[BroughtIn, ...]
    stopped: bool = False

    @property
    def first(self) -> str:
        """The path of the first new article, else of the first that changed; empty without any."""
        saved = [one for one in self.done if one.path and not one.fault]
        new = [one.path for one in saved if isinstance(one.decision, NewArticle)]
        return next(iter([*new, *(one.path for one in saved)]), "")


def brought_in(outcome: Outcome) -> str:
    """Say what was brought in, and why the rest wasn't."""
    good = [one.decision for one in outcome.done if not one.fault]
    faults = [one.fault for one in outcome.done if one.fault]
    new = sum(isinstance(one, NewArticle) for one in good)
    changed = sum(isinstance(one, ChangedArticle) for one in good)
    feeds = sum(isinstance(one, FeedSeen) for one in good)
    parts = [
        f"brought in {counted(new, 'article')}" if new or not (changed or feeds) else "",
        f"changed {counted(changed, 'article')}" if changed else "",
        f"subscribed to {counted(feeds, 'feed')}" if feeds else "",
    ]
    said = ", ".join(filter(None, parts))
    stopped = "Stopped: " if outcome.stopped else ""
    said = f"{stopped}{said}" if stopped else said[:1].upper() + said[1:]
    return f"{said}. {_failed(faults)}".strip()


def _failed(faults: Sequence[str]) -> str:
    if not faults:
        return ""
    more = f" ({len(faults) - 1:,} more failed)" if len(faults) > 1 else ""
    return f"Failed: {faults[0]}{more}"


def updated(came: Sequence[FeedUpdate], feeds: int, faults: Sequence[str] = ()) -> str:
    """Say what an update brought, and of what is no feed in the file of feeds the first.

    Fewer came than there are feeds if it was stopped.
    """
    more = f" ({len(faults) - 1:,} more)" if len(faults) > 1 else ""
    fault = f"{faults[0]}{more}" if faults else ""
    if not feeds:
        return f"{fault}." if fault else NO_FEEDS
    new, changed = sum(one.added for one in came), sum(one.changed for one in came)
    failed = sum(one.status == "failed" for one in came)
    begun = f"Stopped after {len(came):,} of {counted(feeds, 'feed')}" if len(came) < feeds else ""
    parts = [
        f"{counted(new, 'new article')}" if new else "nothing new" if not changed else "",
        f"{changed:,} changed" if changed else "",
        f"{counted(failed, 'feed')} failed, ! lists them" if failed else "",
        fault,
    ]
    return f"{begun or counted(feeds, 'feed')}: {', '.join(filter(None, parts))}."
