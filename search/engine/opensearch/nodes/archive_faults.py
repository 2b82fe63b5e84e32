"""What can go wrong with an archive, each as a sentence for the user."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from search.errors import IndexFailedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.archive_address import ArchiveAddress


class NotThereError(IndexFailedError):
    """What was asked for isn't there: an index, a document, or a view that has expired."""


class ConflictError(IndexFailedError):
    """Somebody else has written the same meanwhile."""


class TooLargeError(IndexFailedError):
    """A request is larger than the archive takes."""


class PassingError(IndexFailedError):
    """What may pass: a node that fails, is silent or can't be reached. Worth asking again, elsewhere."""


class TooBusyError(PassingError):
    """The archive refuses work for now."""


class ServerFaultError(PassingError):
    """The archive failed, perhaps only one of its nodes."""


class SilentError(IndexFailedError):
    """There was no answer in time; asking again would take as long."""


MAY_PASS = (NotThereError, PassingError)
"""What passes once the way is looked for anew: an expired view, a node that is gone."""
_KINDS: dict[int, type[IndexFailedError]] = {
    404: NotThereError,
    409: ConflictError,
    413: TooLargeError,
    429: TooBusyError,
}
_STATUS = {
    401: "it wants another user or password; see docs/archive.md, or set DIPTYCH_ARCHIVE_USER and DIPTYCH_ARCHIVE_PASSWORD",
    403: "this user may not do that there",
    413: "the request is too large for it",
    429: "it is too busy",
}
NO_HOST = "there is no such host"
_FIRST_SERVER_FAULT = 500
_LONGEST = 1_000
"""Letters of what an archive says that are looked at."""
_SAID = (
    (re.compile("maxClauseCount"), "the query has more words than it takes at once"),
    (re.compile("index_closed"), "its index is closed; open it there (POST INDEX/_open)"),
    (re.compile("index_not_found"), "there is no such index"),
    (
        re.compile(r"(?i)no mapping found for \[([^\]]{1,80})\]"),
        "its mapping lacks the field {0}, so it isn't an index that this Diptych pushed",
    ),
    (
        re.compile("all shards failed|no_shard_available|cluster_block|master_not_discovered"),
        "parts of it have no node just now, and its cluster is red",
    ),
)
"""What is said in plain words, by what an archive says."""
_LOST_VIEW = ("search_context_missing", "point_in_time", "No search context found")


def told(address: ArchiveAddress, status: int, body: object) -> IndexFailedError:
    """Give the error for an answer that tells of a fault.

    Args:
        address: of the archive.
        status: of HTTP.
        body: what it said: the value of its JSON, or its text.
    """
    kind, reason = _reason(body)
    whole = f"{kind} {reason}"
    if status != _FIRST_SERVER_FAULT and any(sign in whole for sign in _LOST_VIEW):
        return NotThereError(address, "what was looked at there has been let go")
    said = _STATUS.get(status) or _plain(whole) or _line(reason or kind)
    if status >= _FIRST_SERVER_FAULT:
        return ServerFaultError(address, f"it failed: {said} (status {status})")
    return _KINDS.get(status, IndexFailedError)(address, f"{said} (status {status})")


def shards_fault(address: ArchiveAddress, answer: Mapping[str, Any]) -> IndexFailedError | None:
    """Give the error for an answer of which some shards are silent, or that ran out of time; None if it is whole."""
    shards = answer.get("_shards")
    shards = shards if isinstance(shards, dict) else {}
    failed = shards.get("failed", 0)
    silent = failed if isinstance(failed, int) else 1
    if not silent and not answer.get("timed_out"):
        return None
    if any(sign in str(shards.get("failures"))[:_LONGEST] for sign in _LOST_VIEW):
        return NotThereError(address, "what was looked at there has been let go")
    every = shards.get("total", silent)
    said = f"{silent} of {every} shards did not answer"
    if not silent:
        said = "not all of it answered in time"
    if (found := _found(answer)) is not None:
        said = f"{said}: at least {found:,}"
    return PassingError(address, _line(said))


def _found(answer: Mapping[str, Any]) -> int | None:
    hits = answer.get("hits")
    total = hits.get("total") if isinstance(hits, dict) else None
    value = total.get("value") if isinstance(total, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _reason(body: object) -> tuple[str, str]:
    """Find in an answer of OpenSearch why it refuses; it is nested, and may be anything."""
    told_of = body.get("error") if isinstance(body, dict) else body
    causes = told_of.get("root_cause") if isinstance(told_of, dict) else None
    first = causes[0] if isinstance(causes, list) and causes else told_of
    if isinstance(first, dict):
        return str(first.get("type", ""))[:_LONGEST], str(first.get("reason") or "")[:_LONGEST]
    return "", str(first or "")[:_LONGEST]


def _plain(said: str) -> str:
    for sign, words in _SAID:
        if found := sign.search(said):
            return _line(words.format(*found.groups()))
    return ""


def connection_fault(error: object) -> str:
    """Say why there is no connection."""
    said = str(error)
    low = said.lower()
    if "refused" in low:
        return "nothing answers there: the connection was refused"
    if "name or service" in low or "resolve" in low or "nodename" in low:
        return NO_HOST
    if "timed out" in low:
        return "no connection in time"
    if "incompleteread" in low or "incomplete read" in low:
        return "its answer was cut short"
    if "without response" in low or "reset by peer" in low or "broken pipe" in low:
        return "the connection broke"
    return _line(said.rpartition(": ")[2] or said)


def tls_fault(error: object) -> str:
    """Say why there is no TLS."""
    said = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in said or "certificate" in said:
        return "its certificate isn't trusted; name the one to trust by ca in the settings"
    return "it does not speak TLS"


def _line(text: str) -> str:
    """Give one bounded line that can be printed."""
    shown = " ".join("".join(c if c.isprintable() else " " for c in text[:_LONGEST]).split())
    return shown[:200] or "it did not say why"
