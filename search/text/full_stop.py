"""Whether a full stop ends its sentence, from the words on both its sides.

The words that tell are data: `english.toml` and `abbreviations.toml` beside this module. Texts
often don't say their language, so the words of all languages count in each.
"""

from __future__ import annotations

import re
from functools import cache

from search.word_lists import word_lists

_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\Z")
"""U.S, t.ex, m.in, fr.o.m; an address too: bbc.com."""
_LAST_WORD = re.compile(r"[^\s(\"'“‘«„—–\[-]+\Z")
_CONSONANTS = re.compile(r"[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{2,3}")
_ELISION = re.compile("['’]")
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})\b")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?=[\s,’'])")
_NEXT_LETTER = re.compile(r"[^\W\d_]\.")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,2}|[a-zA-Z])\Z")
_GLUED_BEFORE = re.compile(
    r"(?:^|[\s(\"“'‘«„—–-])(?:[^\W\d_]{2,}|[12]\d{3})\Z|\s[$€£]?\d[\d.,:–-]*(?:bn|[ap]m|[km])?\Z"
)
_ORDINAL_DIGITS = 2
_DAY_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\.\Z")
_MONTH_NUMBER = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:\s|\Z)")
_LATIN = "\u02ff"
"""The last letter of the Latin script that news is written with."""
_WORDS = {"я"}
"""Words of one letter of other scripts that may end a sentence: I."""


def ends_sentence(before: str, head: str, *, opening: bool) -> bool:
    """Tell whether a single full stop, perhaps with a bracket, ends its sentence.

    Args:
        before: what stands before it, some words of its sentence at most.
        head: what follows, without space and opening marks.
        opening: whether `before` goes back to the beginning of the sentence.
    """
    last = _LAST_WORD.search(before)
    if last is None:
        return not head[:1].isdigit()
    word = last[0]
    lowered = word.lower()
    if lowered in _listed("never_end"):
        return False
    if _ELISION.split(lowered)[-1] in _listed("before_number") and (
        head[:1].isdigit() or _ROMAN.match(head)
    ):
        return False
    leading = before[: last.start()].rstrip()
    if _abbreviates_with(lowered, leading):
        return False
    if opening and (not leading or leading[-1] == ":") and _ENUMERATOR.match(word):
        return False  # the number of an item in a list: 1. Open the lid.
    if word.isdigit():
        return not _ordinal(word, leading, head)
    if len(word) == 1 and word.isalpha() and word != "I":
        return _letter_ends(word, leading, head)
    dotted = _DOTTED.search(word) and word.rpartition(".")[2] not in _listed("never_glued")
    if lowered in _listed("may_end") or dotted or _consonants(word, leading):
        return _opens(_NEXT_WORD.match(head))
    return True


def glued_ends(before: str, rest: str) -> bool:
    """Tell whether a stop without a space after it ends a sentence, as scraped texts have it.

    It does between a whole word in small letters, or a figure that begins no item of a list, and a
    whole word with one capital: `at once.Then`, `for $5m.Nobody`; not in an address or a file's name, nor after an abbreviation.
    """
    following = _NEXT_WORD.match(rest)
    if following is None or not following[0][:1].isupper() or not _GLUED_BEFORE.search(before):
        return False
    word = before.rsplit(maxsplit=1)[-1].lstrip("(\"“'‘«„—–-$€£")
    word = re.split("[-–.,:]", word)[-1]
    after = following[0]
    small = (after[1:].islower() or len(after) == 1) and after.lower() not in _listed("never_glued")
    return small and (word.islower() or word.isdigit()) and word not in abbreviations()


def _abbreviates_with(word: str, leading: str) -> bool:
    """Tell whether a word is an abbreviation by what stands before it: l’on. Rossi, ad es. Roma."""
    _, *elided = _ELISION.split(word)
    if elided and elided[-1] in _listed("elided") | _listed("never_end"):
        return True
    before = (leading.split()[-1:] or [""])[0].lower().rstrip(".")
    return f"{before} {word}" in _listed("never_end_in_two")


def _consonants(word: str, leading: str) -> bool:
    """Tell whether a word is an abbreviation by its letters, Pr or Bgm; but a unit after a number: 5 km.

    Some of three letters are words of Slavic languages.
    """
    plain = _CONSONANTS.fullmatch(word) is not None and word.lower() not in _listed("consonants")
    return plain and not word.isupper() and not leading[-1:].isdigit()


def _letter_ends(word: str, leading: str, head: str) -> bool:
    """Tell whether a single letter ends a sentence: a label's may, a name's or abbreviation's not.

    A small one of Greek or Cyrillic may after a number: `2025 г. Суд`, but `г. Тула`.
    """
    if _NEXT_LETTER.match(head):
        return False  # z. B., J. K. Rowling
    before = (leading.split()[-1:] or [""])[0]
    if before.lower() in _listed("before_letter"):
        return True  # Plan B.
    following = _NEXT_WORD.match(head)
    if word.islower() and word > _LATIN and word not in _WORDS:
        return before[-1:].isdigit() and following is not None
    if len(before) == len("z.") and before[1] == ".":
        return _opens(following)  # the second letter of z. B. or p. m.
    if following is None or (len(following[0]) == 1 and following[0] not in "AI"):
        return False
    return not word.isupper() or _opens(following)


def _opens(following: re.Match[str] | None) -> bool:
    """Tell whether a word begins a sentence but no name; in capitals it may be anything: ET."""
    if following is None or (len(following[0]) > 1 and following[0].isupper()):
        return False
    return following[0].lower() in _listed("openers")


def _ordinal(word: str, leading: str, head: str) -> bool:
    """Tell whether a number with a full stop is an ordinal: 3. Mai, der 2. Zug."""
    if len(word) > _ORDINAL_DIGITS:
        return False
    if _MONTH_NUMBER.match(head) or _DAY_NUMBER.search(leading):
        return True  # am 7. 5. 2020
    following = _NEXT_WORD.match(f"{head} ")
    if following is not None and following[0].lower() in _listed("months"):
        return True
    return (leading.split()[-1:] or [""])[0].lower() in _listed("before_ordinal")


@cache
def _listed(name: str) -> frozenset[str]:
    """Give the words of one kind, of all languages."""
    tables = [word_lists("text/english")["sentences"], *word_lists("text/abbreviations").values()]
    return frozenset(word for table in tables for word in table.get(name, ()))


@cache
def abbreviations() -> frozenset[str]:
    """Give the words after which a full stop may end nothing."""
    second = {both.split()[1] for both in _listed("never_end_in_two")}
    return _listed("never_end") | _listed("may_end") | _listed("before_number") | second
