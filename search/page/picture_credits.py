"""Picture credits and captions."""

from __future__ import annotations

import re
from functools import cache

from search.page.phrase_book import key
from search.word_lists import alternation, word_lists

_LONGEST_CREDIT = 120
_CREDIT_WORDS = 14
_CREDIT_SMALL = 3
_TAIL = 160
_LINKS = frozenset({"via", "for", "by", "de", "van", "von", "of"})
_BRACKETED = re.compile(r"([\[(])([^\[\]()]{1,120})[\])]\.?$")
_CLOSED = ("]", ")", "].", ").")
_COURTESY = "courtesy of"
_NAMING = re.compile(rf":| (?:by|via)\b|{_COURTESY}", re.IGNORECASE)
"""What follows the word that opens a credit."""
_SIGNED = re.compile(r"((?:[^\W\d_]{2,4}/)*[^\W\d_]{2,4} )?\(([^()]{2,60})\)")
_PARTS = re.compile(r"\s?[/|,–—]\s?|\s(?:via|for|by|-)\s")


def is_credit(text: str) -> bool:
    """Tell whether a line says whose picture it is and nothing else: `Image: AFP/Getty`."""
    if len(text) > _LONGEST_CREDIT or len(text.split()) > _CREDIT_WORDS:
        return False
    bare = text.strip("()[] .")
    return _is_opened(bare) or (_is_held(bare) and _is_named(bare))


def ends_in_credit(text: str) -> bool:
    """Tell whether a line ends in a picture's credit: `[Carlos Rawlins/Reuters]`. Cost: constant."""
    tail = text[-_TAIL:]
    if tail.endswith(_CLOSED) and (bracketed := _BRACKETED.search(tail)):
        inner = bracketed[2].strip()
        return _is_opened(inner) or (_is_held(inner) and (bracketed[1] == "[" or "," not in inner))
    bare = tail.rstrip(" .")
    opened = list(_opened().finditer(bare)) if _NAMING.search(bare) else ()
    if opened and len(bare[opened[-1].end() :].split()) <= _CREDIT_WORDS // 2:
        return True
    if "/" not in bare:
        return _is_sold(bare)
    last = re.split(r"[.!?:]\s", bare)[-1]
    return _slashed(last) or _is_sold(bare) or bool(_agency_first().search(bare))


def is_sign_off(text: str) -> bool:
    """Tell whether a line is how agencies and desks sign: `mm/aw (AFP, AP, Reuters)`."""
    signed = _SIGNED.fullmatch(text) if text.endswith(")") else None
    if signed is None:
        return False
    agencies = re.split(r"\s?[,/]\s?", signed[2].lower())
    return all(name in _holders() for name in agencies) and bool(signed[1] or len(agencies) > 1)


def _is_opened(text: str) -> bool:
    """Tell whether a text begins as a credit: `Photo by …`, `Image: …`."""
    match = _opened().match(text)
    return match is not None and match.end() < len(text)


def _is_held(text: str) -> bool:
    """Tell whether one of a text's parts is an agency or a seller of pictures."""
    holders = _holders()
    lowered = text.lower().removeprefix("©").strip()
    parts = [part.strip() for part in _PARTS.split(lowered)]
    return _is_sold(lowered) or any(part in holders for part in parts)


def _is_named(text: str) -> bool:
    """Tell whether nearly all words are capitalised, as names are."""
    found: list[str] = re.findall(r"[^\W\d_]+", text)
    words = [word for word in found if word not in _LINKS]
    return sum(word[0].islower() for word in words) < _CREDIT_SMALL


def _slashed(text: str) -> bool:
    """Tell whether a text ends in a name, a stroke and an agency: `… M. Mejia/AP`."""
    before, stroke, after = text.rpartition("/")
    return bool(stroke) and after.strip().lower() in _holders() and before[-1:].isalpha()


@cache
def _holders() -> frozenset[str]:
    return frozenset(word_lists("page/boilerplate")["credits"]["holders"])


def _is_sold(text: str) -> bool:
    """Tell whether a text ends in a name that means nothing but pictures."""
    return text.lower().endswith(_sellers())


@cache
def _sellers() -> tuple[str, ...]:
    return tuple(f" {name}" for name in word_lists("page/boilerplate")["credits"]["sellers"])


@cache
def credit_tokens() -> frozenset[str]:
    """Give the tokens of which every credit has one."""
    words = word_lists("page/boilerplate")["credits"]
    phrases = (*words["opens"], *words["sellers"], *words["holders"], _COURTESY)
    return frozenset(map(key, phrases))


@cache
def _agency_first() -> re.Pattern[str]:
    """Match an agency and whose picture it is at the end of a text: `REUTERS/David Ryder`."""
    name = r"[^\W\d_][\w.'’-]{0,30}"
    holders = alternation(word_lists("page/boilerplate")["credits"]["holders"])
    return re.compile(rf"(?<![\w/])(?i:{holders})/\s?{name}(?: {name}){{0,3}}$")


@cache
def _opened() -> re.Pattern[str]:
    opens = alternation(word_lists("page/boilerplate")["credits"]["opens"])
    return re.compile(
        rf"(?:(?<=[\s/])|\A)(?:(?:{opens})(?:\s?:|\s(?:by|via|{_COURTESY})\b)|{_COURTESY}\b)\s?",
        re.IGNORECASE,
    )
