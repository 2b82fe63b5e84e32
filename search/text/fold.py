"""Letters as they are compared: without case and without accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode doesn't decompose but readers type plainly.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ŧ": "t",
        "’": "'",
        "ʼ": "'",
        "＇": "'",
    }
)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Give the form of a word that comparing uses: `Guaidó` and `GUAIDO` give `guaido`.

    Case is folded, compatibility forms are unified, combining marks are dropped and all
    apostrophes become one. The length may change. Pure marks give an empty string.
    """
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    # NFKD may bring capitals back (the Kelvin sign), so casefold once more.
    return bare.casefold().translate(_PLAIN)
