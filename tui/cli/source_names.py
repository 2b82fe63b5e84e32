"""Which source a name on the command line stands for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from tui.cli.arguments import UsageError
from tui.render.article_facts import UNKNOWN_SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence


def resolve_source(name: str, counts: Sequence[tuple[str | None, int]]) -> str | None:
    """Find a source by its name, in any case, among those that were counted.

    None is the unknown source. Raise UsageError, with similar names, where there is no such source.
    """
    known = [source for source, _ in counts if source is not None]
    if name in known:
        return name
    same = [source for source in known if source.casefold() == name.casefold()]
    if len(same) == 1:
        return same[0]
    if name.casefold() in {"", UNKNOWN_SOURCE} and len(known) < len(counts):
        return None
    raise UsageError(f"{name}: no source is called so; {_suggestion(name, known)}")


def _suggestion(name: str, known: Sequence[str]) -> str:
    folded = {source.casefold(): source for source in known}
    wanted = name.casefold()
    near = [source for source in folded if wanted and wanted in source]
    near = near or get_close_matches(wanted, folded, n=3)
    if not near:
        return "diptych sources lists those there are"
    return "did you mean " + " or ".join(folded[one] for one in near[:3]) + "?"
