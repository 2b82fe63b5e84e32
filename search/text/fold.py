"""Letters as they are compared: without case and without accents."""

from __future__ import annotations

import re
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
# Marks without which it is another word: Indic and South-East Asian, and the voicing of kana.
_SPELT = re.compile("[\u0900-\u1aaf\u3099\u309a]")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Give the form of a word that comparing uses: `Guaidó` and `GUAIDO` give `guaido`.

    Case is folded, compatibility forms are unified, accents are dropped and all apostrophes
    become one. Marks that spell, as in `राष्ट्र` and `ガ`, stay. The length may change. Pure marks give an empty string.
    """
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) or _SPELT.match(c))
    # NFKD may bring capitals back (the Kelvin sign), so casefold once more.
    return bare.casefold().translate(_PLAIN)
