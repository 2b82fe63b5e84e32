"""From any text to text that is safe to show: no controls, no odd spaces, no invisible tricks."""

from __future__ import annotations

import re

_STRINGS = r"\x1b\]|\x1b[PX^_]|[\x90\x98\x9d-\x9f]"  # OSC, DCS, SOS, PM, APC
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    rf"|(?:{_STRINGS})[^\n\x07\x1b\x90\x98\x9c-\x9f]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*+[0-~]?"
)
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000"
_BREAKS = "\r\x1c\x1d\x1e\x85\u2028\u2029"
_PAGES = "\x0b\x0c"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u3164\ufeff\uffa0"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2065"
    "\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb"
)
_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]),
    **dict.fromkeys(range(0xD800, 0xE000)),
    **dict.fromkeys([0xFFFE, 0xFFFF]),
    **dict.fromkeys(map(ord, _INVISIBLE)),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _BREAKS), "\n"),
    **dict.fromkeys(map(ord, _PAGES), "\f"),
    ord("\n"): "\n",
}
_SEEMING = tuple(chr(code) for code in _TABLE if chr(code).isprintable())
"""What Python holds to be printable all the same."""
_ODD = re.compile(
    rf"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{_INVISIBLE}{_SPACES}{_BREAKS}]"
)
# Apart, for a class of characters is looked up at once only if none lies beyond U+FFFF.
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_ESCAPES_BEGIN = re.compile(r"[\x1b\x90\x98\x9b\x9d-\x9f]")
# A joiner shapes Persian, Indic and emoji; next to Latin letters or space it only hides.
_JOINERS = re.compile(r"(?:(?<![^\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u024f]))+")


def clean(text: str) -> str:
    r"""Give text whose only control characters are `\n` and `\f` (a page or section break).

    Every kind of line end becomes `\n`, every kind of space a plain one. Escape sequences of
    terminals (7 and 8 bit), other controls, direction marks and overrides, soft hyphens and
    invisible characters are dropped, so that nothing hides in a word or steers a terminal.
    Line numbers stay as an editor counts them. Cost: linear.
    """
    if text.replace("\n", "").isprintable() and not any(sign in text for sign in _SEEMING):
        return text
    text = text.replace("\r\n", "\n")
    if _ESCAPES_BEGIN.search(text):
        text = _ESCAPES.sub("", text)
    text = _TAGS.sub("", _ODD.sub(_plain, text))
    return _JOINERS.sub("", text) if "\u200c" in text or "\u200d" in text else text


def _plain(odd: re.Match[str]) -> str:
    return _TABLE[ord(odd[0])] or ""


def one_line(text: str) -> str:
    """Give the text in one line, with single spaces and none at either end."""
    return " ".join(text.split())
