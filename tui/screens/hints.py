"""The key line's hints, from the bindings that work just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import COMMANDS, key_name
from tui.widgets.keyline import KeyHint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import ActiveBinding

_PLACES = {command.id: place for place, command in reversed(list(enumerate(COMMANDS)))}
_LABELS = {(command.id, command.help): command.label for command in COMMANDS}


def hints(active: Mapping[str, ActiveBinding]) -> list[KeyHint]:
    """Give a hint for each labelled command that works now, in the table's order.

    The first key of each is shown, as the user has mapped it.
    """
    found: dict[str, KeyHint] = {}
    for key, (_, binding, enabled, _) in active.items():
        label = _LABELS.get((binding.id or "", binding.description), "")
        if label and enabled and binding.id and binding.id not in found:
            found[binding.id] = KeyHint(key_name(key), label, binding.action)
    return [found[id_] for id_ in sorted(found, key=_PLACES.__getitem__)]
