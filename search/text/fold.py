"""Folding: letters without case and accents, for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode doesn't decompose but readers type plainly.
_LATIN = {
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
# The normalizers of Lucene for Arabic and Persian: one alef, one yeh, one kaf, one heh, and no
# tatweel, which only stretches a line. Hamzas on a letter are marks, which go anyway.
_ARABIC = {
    "ـ": "",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ے": "ي",
    "ک": "ك",
    "ة": "ه",
    "ہ": "ه",
    "ە": "ه",
}
# What a letter looks like at a word's end is no other letter. The marks tell an abbreviation.
_HEBREW = {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "״": "", '"': ""}
# One sign may stand for several words, as in blessings; it is one word all the same. A joiner
# asks for another shape of the letters beside it, or for none.
_PLAIN = str.maketrans(_LATIN | _ARABIC | _HEBREW | {" ": "", "\u200d": ""})
# Marks without which it is another word: Indic and South-East Asian, and the voicing of kana.
_SPELT = re.compile("[\u0900-\u1aaf\u3099\u309a]")
# Letters of their own in Cyrillic alphabets, though Unicode takes them for accented ones.
_CYRILLIC = (("и\u0306", "й"), ("у\u0306", "ў"), ("і\u0308", "ї"))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Give the form of a word that comparing uses: `Guaidó` and `GUAIDO` give `guaido`.

    Case is folded, compatibility forms are unified, accents are dropped, all digits become 0 to
    9 and all apostrophes one. Marks that spell, as in `राष्ट्र` and `ガ`, stay. The length may
    change. Pure marks give an empty string. The result is composed (NFC).
    """
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    for apart, letter in _CYRILLIC:
        decomposed = decomposed.replace(apart, letter)
    bare = "".join(
        c if c.isascii() or not c.isdecimal() else str(unicodedata.decimal(c))
        for c in decomposed
        if not unicodedata.combining(c) or _SPELT.match(c)
    )
    # NFKD may bring capitals back (the Kelvin sign), so casefold once more.
    return unicodedata.normalize("NFC", bare.casefold().translate(_PLAIN))
