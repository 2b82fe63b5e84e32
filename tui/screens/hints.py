"""The key line's hints, from the bindings that work just now."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from tui.commands import COMMANDS, key_name
from tui.widgets.keyline import KeyHint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import ActiveBinding

_TABLE = {(c.id, c.help): (place, c.label) for place, c in reversed(list(enumerate(COMMANDS)))}


def hints(active: Mapping[str, ActiveBinding]) -> list[KeyHint]:
    """Give a hint for each labelled command that works now, in the table's order.

    The first key of each is shown, as the user has mapped it.
    """
    found: dict[str, tuple[int, KeyHint]] = {}
    for key, (_, binding, enabled, _) in active.items():
        place, label = _TABLE.get((binding.id or "", binding.description), (0, ""))
        if label and enabled and binding.id and binding.id not in found:
            found[binding.id] = place, KeyHint(key_name(key), label, binding.action)
    return [hint for _, hint in sorted(found.values(), key=itemgetter(0))]
