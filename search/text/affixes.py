"""Prefixes and suffixes that Whoosh's stemmers don't handle."""

from __future__ import annotations

from typing import Literal, NamedTuple

# Folding takes the accent that a stemmer knows an ending by. These are spelt in one way only, so
# it can be given back. Portuguese endings also come back in the singular, and a Spanish plural
# that would be taken for a verb with a pronoun does.
_SPELT = {
    "es": (
        ("acion", "ación"),
        ("ucion", "ución"),
        ("icion", "ición"),
        ("logias", "logías"),
        ("logia", "logía"),
        ("ian", "ían"),
        ("ias", "ías"),
        ("ia", "ía"),
        ("iernos", "ierno"),
    ),
    "fr": (
        ("ees", "ées"),
        ("ee", "ée"),
        ("ites", "ités"),
        ("ite", "ité"),
        ("ieres", "ières"),
        ("iere", "ière"),
        ("erent", "èrent"),
    ),
    "hu": (
        ("bol", "ból"),
        ("rol", "ról"),
        ("tol", "tól"),
        ("nal", "nál"),
        ("nel", "nél"),
        ("ert", "ért"),
        ("kent", "ként"),
    ),
    "pt": (
        ("coes", "ção"),
        ("soes", "são"),
        ("cao", "ção"),
        ("sao", "são"),
        ("ancias", "ância"),
        ("ancia", "ância"),
        ("encias", "ência"),
        ("encia", "ência"),
        ("aveis", "ável"),
        ("avel", "ável"),
        ("iveis", "ível"),
        ("ivel", "ível"),
    ),
}

_ARABIC_BEFORE = ("ال", "وال", "بال", "كال", "فال", "لل", "و")
_ARABIC_AFTER = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_LEFT = 2
"""Letters that must be left of an Arabic word."""
_LEFT_OF_AND = 3


def arabic(form: str) -> str:
    """Take the article, `and` and the commonest endings off a folded word."""
    for prefix in _ARABIC_BEFORE:
        left = _LEFT if len(prefix) > 1 else _LEFT_OF_AND
        if form.startswith(prefix) and len(form) >= len(prefix) + left:
            form = form[len(prefix) :]
            break
    for suffix in _ARABIC_AFTER:
        if form.endswith(suffix) and len(form) >= len(suffix) + _LEFT:
            form = form[: -len(suffix)]
    return form


class _Particle(NamedTuple):
    """A particle, how many syllables it leaves at least, and what these end with, if it matters."""

    written: str
    left: int
    after: Literal["", "consonant", "vowel"]


_PARTICLES = (
    *(
        _Particle(written, 2, "")
        for written in "까지 부터 에게 에도 께서 처럼 보다 한테 의 도 만 들".split()
    ),
    *(_Particle(written, 2, "consonant") for written in "으로 이 과".split()),
    *(_Particle(written, 2, "vowel") for written in "로 가 와".split()),
    *(_Particle(written, 1, "") for written in "에서 에".split()),
    *(_Particle(written, 1, "consonant") for written in "은 을".split()),
    *(_Particle(written, 1, "vowel") for written in "는 를".split()),
)
_FIRST_SYLLABLE, _LAST_SYLLABLE = "\uac00", "\ud7a3"
_CLOSINGS = 28
_RIEUL = 8


def korean(form: str) -> str:
    """Take the particles off a word in Hangul, one after the other.

    Grammar says which of a pair follows a syllable: 은 one with a closing consonant, 는 another.
    """
    while True:
        shorter = next((form[: -len(p.written)] for p in _PARTICLES if _bears(form, p)), None)
        if shorter is None:
            return form
        form = shorter


def _bears(form: str, particle: _Particle) -> bool:
    written, left, after = particle
    if not form.endswith(written) or len(form) < len(written) + left:
        return False
    before = form[-len(written) - 1]
    if not _FIRST_SYLLABLE <= before <= _LAST_SYLLABLE:
        return False
    closing = (ord(before) - ord(_FIRST_SYLLABLE)) % _CLOSINGS
    if closing == _RIEUL and written in {"로", "으로"}:
        return written == "로"
    return not after or after == ("consonant" if closing else "vowel")


def spelt(form: str, language: str) -> str:
    """Give a folded word's ending the spelling that Whoosh's stemmer for the language knows."""
    for ending, written in _SPELT.get(language, ()):
        if form.endswith(ending):
            return form[: -len(ending)] + written
    return form
