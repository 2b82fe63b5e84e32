"""The last gate: what is written to the terminal, whoever made it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from tui.render.safe import FILLER

if TYPE_CHECKING:
    from textual.driver import Driver

_OPEN, _CLOSE = "\u2068", "\u2069"
_PLAIN_FONT = "\x1b[10m"
"""Changes nothing. Some emulators skip what follows an invisible character up to a sequence."""

# C1 controls and whatever moves letters or is seen by nobody; the app itself writes none of them.
_NEVER = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY_RIGHT = re.compile(f"[{_RIGHT}]")
_DRESS = r"\x1b\[[\d;:]*m"
# Where a piece of text ends on screen: another place, a border, a gap between columns.
_END = re.compile(
    r"(\x1b\[[0-?]*[ -/]*[@-ln-~]|\x1b[^\[]|[\x00-\x1a\x1c-\x1f\u2500-\u259f]|[ ]{3,})"
)
_STRONG = re.compile(rf"(?:{_DRESS})|(?P<right>[{_RIGHT}])|(?P<left>[^\W\d_])")
_STRETCH = re.compile(rf"[{_RIGHT}](?:(?:{_DRESS}|[^\x1b\w]|[\d_]|[{_RIGHT}])*[{_RIGHT}])?")
_WHOLE = re.compile(rf"[{_RIGHT}](?:.*[^\W_])?", re.DOTALL)


def gated(driver: type[Driver]) -> type[Driver]:
    """Give a driver that writes only what the app means to write."""

    class Gated(driver):  # type: ignore[misc, valid-type]  # which one depends on the system
        def write(self, data: str) -> None:
            super().write(written(data))

    return Gated


def written(data: str) -> str:
    """Give what is written for some output of the app: fillers out, right-to-left runs isolated.

    Escape sequences stay as they are. Cost: linear; next to nothing for ASCII.
    """
    if data.isascii():
        return data
    data = _NEVER.sub("\ufffd", data.replace(FILLER, ""))
    # The console of Linux shows what it doesn't know, isolates too.
    return isolated(data) if _ANY_RIGHT.search(data) and os.environ.get("TERM") != "linux" else data


def isolated(data: str) -> str:
    """Put right-to-left runs between FSI and PDI, so that none draws its surroundings along.

    A piece of text that begins with such a letter is one run, else each of its stretches that
    has no letter of another script within is; colours may change in between.
    """
    pieces = _END.split(data)
    pieces[::2] = [_apart(piece) if _ANY_RIGHT.search(piece) else piece for piece in pieces[::2]]
    return "".join(pieces)


def _apart(piece: str) -> str:
    first = next(found for found in _STRONG.finditer(piece) if found["right"] or found["left"])
    runs = _WHOLE if first["right"] else _STRETCH
    return runs.sub(lambda run: f"{_OPEN}{_PLAIN_FONT}{run[0]}{_CLOSE}{_PLAIN_FONT}", piece)
