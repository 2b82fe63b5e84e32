"""Rows of words that may be one name: how far they go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.names.capitals import (
    are_two,
    is_acronym,
    is_before_capital,
    is_code,
    opens_with_letter,
)
from search.compare.names.known_words import first_names, known
from search.compare.names.rows.row_links import (
    is_tied,
    lists,
    may_link,
    owns_within,
    whole_name,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word
    from search.compare.names.capitals import Capitals

LONGEST = 12
"""Words of a row at most."""
_WITHIN = re.compile(r"[ \u00a0\u2009\u202f]|-|\.[ \u00a0]?|[ ]?&[ ]?|['’][ ]?")
"""What may stand between two words of one name; a full stop after an initial only."""
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]) ")
_SYLLABLE = 4
"""Letters at most of what follows a hyphen without a capital: `Kim Jong-un`."""
_SHORT = 3
"""Letters at most of an acronym that is a small word as well, `US`: longer ones are shouted."""
_TAG = 2
"""Words of a tag of party and state after its first letter."""
_SAINTS = frozenset({"ft", "mt", "st", "ste"})
_PARTIES = frozenset("dri")


def may_begin(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a name may begin with a word: it has a capital, means something, is no tag."""
    word = words[k]
    if (
        not word.capitalised
        or (
            word.stop_word
            and text[word.stop : word.stop + 1] != "&"
            and not opens_with_letter(words, k, text)
        )
        or is_code(words, k, text)
        or _is_shared(words, k, text)
        or text[max(0, word.start - 2) : word.start].strip()[-1:] in {"@", "#", "_"}
        or (text[word.start - 1 : word.start] == "/" and not _is_beside_name(words, k))
    ):
        return False
    near = [j for j in range(max(0, k - _TAG), k + 1) if words[j].form in _PARTIES]
    tagged = near and any(is_party_tag(words, j, text) for j in near)
    return not (tagged and _in_tag(words, k, text))


def _is_beside_name(words: Sequence[Word], k: int) -> bool:
    """Tell whether a word with a capital stands before the stroke before word `k`: Lee/Getty Images."""
    return k > 0 and words[k - 1].capitalised and words[k - 1].stop == words[k].start - 1


def _in_tag(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a word is part of what says party and state: `D` and `W. Va` of D-W. Va."""
    start = next(j for j in range(max(0, k - _TAG), k + 1) if is_party_tag(words, j, text))
    return k <= start + 1 or (words[k - 1].stop - words[k - 1].start == 1 and k == start + 2)


def _is_shared(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a word is one of a row of buttons: Facebook Twitter Pinterest."""
    sharing = known("alone.sharing")
    return words[k].form in sharing and any(
        words[j].form in sharing
        and text[words[min(j, k)].stop : words[max(j, k)].start] in {" ", "+ "}
        for j in (k - 1, k + 1)
        if 0 <= j < len(words)
    )


def is_party_tag(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a letter is that of a party before a state: Ann Lee, D-Conn."""
    word = words[k]
    return word.capitalised and word.form in _PARTIES and text[word.stop : word.stop + 1] == "-"


def row_end(words: Sequence[Word], first: int, text: str, seen: Capitals) -> int:
    """Find where the row that begins at `first` ends, exclusive.

    Its words have capitals, but for small ones such as `de`; `of`, `for`, `on` and `and` belong to
    it where what stands before them is an institution. Cost: linear in the longest row.
    """
    last = k = first + 1
    whole = whole_name(words, first)
    if whole:
        return whole
    if is_prefixed(words, first, text, seen):
        return last
    while k < len(words) and k - first < LONGEST:
        tied = text[words[k].stop : words[k].stop + 1] == "-"  # Al-Masry Al-Youm
        again = (
            not tied
            and words[k].form in first_names()
            and any(word.form == words[k].form for word in words[first : k - 1])
        )
        if again or not _touches(words, first, k, text, seen):
            break
        if _is_part(words, first, k, text):
            last = k + 1
        elif not (may_link(words, first, k, seen) or is_tied(words, k, text)):
            break
        k += 1
    return last


def is_prefixed(words: Sequence[Word], k: int, text: str, seen: Capitals) -> bool:
    """Tell whether a prefix is tied to a single word, before who is so: anti-Lee Democrats, anti-EU Lee."""
    return (
        k > 0
        and text[words[k - 1].stop : words[k].start] == "-"
        and not words[k - 1].capitalised
        and words[k - 1].form in known("rows.prefixes")
        and k + 1 < len(words)
        and (
            words[k + 1].form in known("groups.words")
            or (words[k + 1].form in seen.surnames and words[k].form not in first_names())
        )
    )


def row_start(words: Sequence[Word], first: int, free: int, text: str, seen: Capitals) -> int:
    """Give where a name begins whose first word with a capital is `first`: at `de` in `de Blasio`.

    Words before `free` belong to others. Texts that use `de` more than `the` aren't English.
    """
    before = first - 1
    if before < free or seen.lowercase["the"] < seen.lowercase["de"]:
        return first
    word = words[before]
    gap = text[word.stop : words[first].start]
    small = not word.capitalised and word.form in english("names.leading_particles")
    if gap == " " and _counts_body(words, before, first):
        return before
    return before if small and gap in {" ", "-", "\u00a0"} else first


def _counts_body(words: Sequence[Word], k: int, first: int) -> bool:
    """Tell whether word `k` says which of several bodies is meant: the 9th U.S. Circuit Court."""
    ordinal = words[k].form[:1].isdigit() and words[k].form.endswith(("st", "nd", "rd", "th"))
    return ordinal and any(
        word.capitalised and word.form in known("rows.counted_bodies")
        for word in words[first : first + 2]
    )


def _touches(words: Sequence[Word], first: int, k: int, text: str, seen: Capitals) -> bool:
    """Tell whether only what may stand within a name stands before word `k`."""
    before = words[k - 1]
    gap = text[before.stop : words[k].start]
    if gap == ", ":
        return lists(words, first, k)
    if _POSSESSIVE.fullmatch(text, before.stop, words[k].start):
        plural = text[before.stop + 1] == " "
        return words[k].capitalised and (
            before.form in known("rows.before_possessive")
            or (plural and owns_within(before, words[k]))
            or (
                words[k].form in known("rows.after_possessive")
                and before.form not in known("places.words")
                and not (words[k].form == "open" and is_before_capital(words, k))
            )
        )
    if _WITHIN.fullmatch(gap) is None or is_party_tag(words, k, text):
        return False
    if gap == " & " and is_acronym(before, text) and is_acronym(words[k], text):
        return False  # WBA & IBO titles
    if gap == "-" and are_two(words, first, k, seen):
        return False
    # Else it is the stop after `Corp.`, or the apostrophe after a plural.
    return gap[0] not in ".'’" or before.stop - before.start == 1 or before.form in _SAINTS


def _is_part(words: Sequence[Word], first: int, k: int, text: str) -> bool:
    """Tell whether word `k` may be the last of a name so far."""
    word = words[k]
    if word.capitalised:
        letter = word.stop - word.start == 1
        if letter and text[word.stop : word.stop + 1] == "-":
            return False  # the T of T-shirts
        if letter and word.form == "i" and _is_pronoun(words, k, text):
            return False
        plain = not word.stop_word or letter or _is_surname(words, k, text) or word.form == "one"
        acronym = is_acronym(word, text) and word.stop - word.start <= _SHORT
        return (plain or acronym) and not word.form.endswith(("n't", "n’t"))
    if text[words[k - 1].stop : word.start] != "-" or len(word.form) > _SYLLABLE:
        return False
    return word.form.isdigit() or (
        k - 1 > first and word.form not in english("names.not_after_hyphen")
    )


def _is_pronoun(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether `I` speaks of oneself, and counts no kings or wars."""
    stop = words[k].stop
    if text[stop : stop + 1] in {"'", "’"}:
        return True
    counted = words[k - 1].form in first_names() | known("alone.counted") | {"war"}
    small = k + 1 < len(words) and not words[k + 1].capitalised
    return small and text[stop : stop + 1] == " " and not counted


def _is_surname(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a word that is a month as well stands after a first name: Theresa May."""
    dated = text[words[k].stop : words[k].stop + 2].strip(" ").isdigit()
    known_first = words[k - 1].form in first_names()
    return known_first and words[k].form in english("names.calendar") and not dated
