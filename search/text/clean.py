"""Cleaning text of control and invisible characters, so that it is safe to show."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from search.text.invisible import may_hide, resolved

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

MARK = "\ufffd"
"""Stands where something was that would have acted, or that nobody can read."""

_STRINGS = r"\x1b\]|\x1b[PX^_]|[\x90\x98\x9d-\x9f]"  # OSC, DCS, SOS, PM, APC
_ESCAPES = re.compile(
    r"(?P<dress>\x1b\[[\d:;]*+m|\x9b[\d:;]++m|\x1b\(B)"  # colours, and back to plain letters
    r"|\x1b\[[0-?]*+[ -/]*+[@-~]"
    # A lone C1 control is as often a quotation mark of Windows-1252: what follows may be text.
    r"|\x9b[0-?]++[ -/]*+[@-~]"
    rf"|(?:{_STRINGS})[^\n\x07\x1b\x90\x98\x9c-\x9f]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*+[0-~]?"
)
_ESCAPES_BEGIN = re.compile(r"[\x1b\x90\x98\x9b\x9d-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SEVERAL = re.compile(f"{MARK}{{2,}}")

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000"
_BREAKS = "\r\x1c\x1d\x1e\x85\u2028\u2029"
_PAGES = "\x0b\x0c"
_UNWRITTEN = "\u115f\u1160\u17b4\u17b5\u3164\uffa0\u034f"
"""What Python holds to be printable, and nobody sees."""
_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Signs that are drawn around numbers, though Unicode counts them as format characters."""
_ACTING = "\u202d\u202e"
"""They turn the order of letters round, whatever letters those are."""
_LATER = "\u200c\u200d\u202a\u202b\u202c\u2066\u2067\u2068\u2069\U000e0001" + "".join(
    map(chr, range(0xE0020, 0xE0080))
)
"""Whether these stay is seen from what stands around them."""
_PLAIN = {
    "\n": "\n",
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_BREAKS, "\n"),
    **dict.fromkeys(_PAGES, "\f"),
    **dict.fromkeys(_UNWRITTEN, ""),
    **dict.fromkeys(_ACTING, MARK),
    **{sign: sign for sign in _SIGNS + _LATER},
}
_MANY = 24
"""Kinds of odd characters from which one pass over the text beats a pass for each."""


def clean(text: str) -> str:
    r"""Give text whose only control characters are `\n` and `\f` (a page or section break).

    Every kind of line end becomes `\n`, every kind of space a plain one. What merely dresses
    text or can't be seen is dropped: colours, soft hyphens, characters without width, marks of
    direction that are closed again, accents piled up beyond eight. What would have acted, or can't
    be read, leaves one U+FFFD: other escape sequences (7 and 8 bit) with all they carry, other
    controls, direction turned round or left open, hidden tags and selectors, private,
    unassigned and broken code points. Joiners and selectors stay where a script or an emoji needs
    them. Line numbers stay as an editor counts them; clean text stays as it is. Cost: linear.
    """
    if text.replace("\n", "").isprintable() and not may_hide(text):
        return text
    text = text.replace("\r\n", "\n")
    if _SURROGATES.search(text):  # two halves that belong together are one character
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if _ESCAPES_BEGIN.search(text):
        text = _ESCAPES.sub(lambda found: "" if found["dress"] else MARK, text)
    kinds = set(text)
    text = resolved(_told_plainly(text, kinds), kinds, MARK)
    return _SEVERAL.sub(MARK, text)


def _told_plainly(text: str, kinds: AbstractSet[str]) -> str:
    """Replace every odd character that is odd wherever it stands."""
    odd = {c: _plain(c) for c in kinds if not c.isprintable() or c in _PLAIN}
    if len(odd) > _MANY:
        return text.translate({ord(c): plain for c, plain in odd.items()})
    for character, plain in odd.items():
        text = text.replace(character, plain)
    return text


def _plain(odd: str) -> str:
    known = _PLAIN.get(odd)
    if known is not None:
        return known
    # Format characters that aren't signs have nothing to show; the rest can't be read.
    return "" if unicodedata.category(odd) == "Cf" else MARK


def one_line(text: str) -> str:
    """Give the text in one line, with single spaces and none at either end."""
    return " ".join(text.split())
