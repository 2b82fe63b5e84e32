"""What can be wrong with an archive that answers, each with what is said of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from false_archive import FalseArchive


class Peril(NamedTuple):
    """Something wrong.

    Attributes:
        name: what.
        said: the beginning of what is said of it.
        status, body: what it answers to everything; as if it were well where there is no status.
        how: attributes of the archive that make it so.
    """

    name: str
    said: str
    status: int = 0
    body: object = None
    how: tuple[tuple[str, object], ...] = ()

    def befall(self, archive: FalseArchive) -> None:
        """Have an archive suffer it."""
        said = self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()
        archive.answers = [(self.status, said)] if self.status else []
        for name, value in self.how:
            setattr(archive, name, value)


def _error(kind: str, reason: str = "") -> object:
    return {"error": {"root_cause": [{"type": kind, "reason": reason}]}}


SILENT = {
    "_shards": {"total": 12, "failed": 2, "failures": [{"reason": {"type": "node_gone"}}]},
    "hits": {"total": {"value": 310}, "hits": []},
}
PERILS = (
    Peril("unauthorized", "it wants another user or password", 401, {}),
    Peril("forbidden", "this user may not do that there", 403, {}),
    Peril("closed", "its index is closed", 400, _error("index_closed_exception")),
    Peril("no index", "there is no such index", 400, _error("index_not_found_exception")),
    Peril("lacks a field", "its mapping lacks the field dwelt", how=(("lacking", "dwelt"),)),
    Peril("too old", "OpenSearch 1.3.2 is too old", how=(("version", "1.3.2"),)),
    Peril("elastic", "it is no OpenSearch", how=(("version", ""),)),
    Peril("red", "it failed: parts of it have no node", 503, _error("no_shard_available_action_exception")),
    Peril("silent shards", "2 of 12 shards did not answer: at least 310", how=(("found", SILENT),)),
    Peril("busy", "it is too busy (status 429)", 429, {}),
    Peril("fails", "it failed: the disk is gone (status 500)", 500, _error("x", "the disk is gone")),
    Peril("bad gateway", "it failed: oops (status 502)", 502, b"oops"),
    Peril("unavailable", "it failed: oops (status 503)", 503, b"oops"),
    Peril("gateway timeout", "it failed: oops (status 504)", 504, b"oops"),
    Peril("cut short", "its answer was cut short", how=(("longer", 50),)),
    Peril("no JSON", "its answer is no JSON", 200, b"<html>"),
    Peril("endless", "its answer doesn't end", how=(("endless", True),)),
    Peril("late", "no answer within 1 seconds", how=(("late", 3.0),)),
)  # fmt: skip
