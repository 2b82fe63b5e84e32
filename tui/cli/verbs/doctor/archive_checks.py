"""Checks of an archive: whether it answers, and what its fields are taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import search
from tui.cli.styled_lines import count
from tui.cli.verbs.doctor.check import Check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search import Condition, IndexFailedError

_EXAMPLE = 'title = "…", text = "…", day = "…"'


def archive_checks(condition: Condition) -> Iterator[Check]:
    """Check an archive that answered."""
    health = condition.health
    found = f"{search.shown_library(condition.library)}: {health.engine}"
    yield Check("archive", ok=True, value=found)
    kind, reason = health.state
    if kind != "ready":
        remedy = "push a library to it, or name its fields in the settings; see docs/archive.md"
        yield Check("index", ok=False, value=f"{kind}: {reason}", mend=remedy)
        return
    whose = "that others built, to be read only" if health.fields else "that Diptych pushed"
    found = f"ready, {count(condition.indexed, 'article')}, an index {whose}"
    yield Check("index", ok=True, value=found)
    for role, name in health.fields:
        yield Check(f"field {role}", ok=True, value=name)
    if health.fields:
        lacking = [one for one in search.ARCHIVE_FIELDS if one not in dict(health.fields)]
        said = f"{', '.join(lacking)}: none found" if lacking else "all found"
        remedy = f"where one is wrong, name it: fields = {{ {_EXAMPLE} }} in [archives.NAME]"
        yield Check("fields", ok=True, value=said, mend=remedy)


def failed_archive(error: IndexFailedError) -> Check:
    """Say what failed."""
    return Check("archive", ok=False, value=str(error), mend="start it, or mend the way to it")
