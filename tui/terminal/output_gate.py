"""The filter for everything that is written to the terminal."""

from __future__ import annotations

import os
import re

from tui.render.safe import FILLER

_OPEN, _CLOSE = "\u2068", "\u2069"
_PLAIN_FONT = "\x1b[10m"
"""No change of font. Some terminals skip text between an invisible character and a sequence."""

# C1 controls, and characters that reorder text or are invisible; the app itself writes none.
_NEVER = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY_RIGHT = re.compile(f"[{_RIGHT}]")
_DRESS = r"\x1b\[[\d;:]*m"
# What ends a piece of text on screen: a cursor movement, a border, a gap between columns.
_END = re.compile(
    r"(\x1b\[[0-?]*[ -/]*[@-ln-~]|\x1b[^\[]|[\x00-\x1a\x1c-\x1f\u2500-\u259f]|[ ]{3,})"
)
_STRONG = re.compile(rf"(?:{_DRESS})|(?P<right>[{_RIGHT}])|(?P<left>[^\W\d_])")
_STRETCH = re.compile(rf"[{_RIGHT}](?:(?:{_DRESS}|[^\x1b\w]|[\d_]|[{_RIGHT}])*[{_RIGHT}])?")
_WHOLE = re.compile(rf"[{_RIGHT}](?:.*[^\W_])?", re.DOTALL)


def gate_output(data: str) -> str:
    """Filter output of the app: remove fillers and control characters, isolate right-to-left text.

    Escape sequences stay as they are. Cost: linear; next to nothing for ASCII.
    """
    if data.isascii():
        return data
    data = _NEVER.sub("\ufffd", data.replace(FILLER, ""))
    # The Linux console would show the isolating characters.
    return (
        isolate_right_to_left(data)
        if _ANY_RIGHT.search(data) and os.environ.get("TERM") != "linux"
        else data
    )


def isolate_right_to_left(data: str) -> str:
    """Put right-to-left text between FSI and PDI, so that it doesn't reorder its neighbours.

    A piece of text that begins with such a letter is isolated as a whole, otherwise each run of
    such letters without other letters in between; colours may change within a run.
    """
    pieces = _END.split(data)
    pieces[::2] = [
        _isolate_piece(piece) if _ANY_RIGHT.search(piece) else piece for piece in pieces[::2]
    ]
    return "".join(pieces)


def _isolate_piece(piece: str) -> str:
    first = next(found for found in _STRONG.finditer(piece) if found["right"] or found["left"])
    runs = _WHOLE if first["right"] else _STRETCH
    return runs.sub(lambda run: f"{_OPEN}{_PLAIN_FONT}{run[0]}{_CLOSE}{_PLAIN_FONT}", piece)
