"""Small words and signs within a name: the Department of Health, the Nurses and Midwives Board."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import english, roles
from search.compare.names.capitals import is_acronym
from search.compare.names.certainty.ordinary_words import famous, is_ordinary
from search.compare.names.known_words import first_names, known, known_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word
    from search.compare.names.capitals import Capitals

_BEFORE_ARTICLE = frozenset({"of", "for", "on"})
_ADJECTIVES = ("al", "ary", "ic", "ive")
_AHEAD = 4
"""Words after `and` within which what kind of body it is has to be said."""
_LISTED = 8
"""Words after a comma within which a list has to end in `and`."""
_SYLLABLE = 4
"""Letters at most of a small word between hyphens."""


@cache
def _whole() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give by their first word the names that small words part otherwise, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in sorted((tuple(name.split()) for name in known_rows("rows.whole")), key=len):
        found[name[0]] = (name, *found.get(name[0], ()))
    return found


def whole_name(words: Sequence[Word], first: int) -> int:
    """Give where a name known as a whole ends that begins at `first`, or 0: Trinidad and Tobago."""
    for name in _whole().get(words[first].form, ()):
        row = words[first : first + len(name)]
        if row[-1].capitalised and tuple(word.form for word in row) == name:
            return first + len(name)
    return 0


def may_link(words: Sequence[Word], first: int, k: int, seen: Capitals) -> bool:
    """Tell whether a name may go on after a small word that is no end of it."""
    form, before = words[k].form, words[k - 1].form
    if words[k].capitalised:
        return not form.endswith("n't")
    if form in english("names.particles"):
        return True
    if form in {"the", "a"}:
        united = before == "in" and words[k + 1 : k + 2] and words[k + 1].form == "united"
        return before in _BEFORE_ARTICLE or bool(united)
    if form == "v":
        return k + 1 < len(words) and words[k + 1].capitalised  # Roe v. Wade
    if form in _BEFORE_ARTICLE:
        return _has_purpose(words, first, k) or _says_what_for(words, first, k)
    if form == "in":
        near = [word.form for word in words[k + 1 : k + 4]]
        purpose = any(word.form in {"for", "on"} for word in words[first + 1 : k])
        return before == "agent" or (purpose and near == ["the", "united", "states"])
    return form == "and" and _joins(words, first, k, seen)


def _has_purpose(words: Sequence[Word], first: int, k: int) -> bool:
    """Tell whether `of`, `for` or `on` stands after what is of or for something by its name."""
    form, before = words[k].form, words[k - 1].form
    if form == "of":
        if [word.form for word in words[k + 1 : k + 2]] == ["the"] and _is_period(words, k + 2):
            return True  # Person of the Year
        purpose = any(word.form == "for" for word in words[first + 1 : k])
        return purpose or before in english("names.before_of")  # Fund for Defence of Democracies
    if form == "for" and k == first + 1 and before.removesuffix("s") in roles():
        return before.endswith("s")  # Physicians for Peace
    after_of = words[first + 1].form == "of" and words[first].form in known("rows.before_for")
    return before in known("rows.before_for") or after_of  # Court of Arbitration for Sport


def _says_what_for(words: Sequence[Word], first: int, k: int) -> bool:
    """Tell whether a capital after `of`, `for` or `on` says that an ordinary word is part of a name.

    So in `State Administration of Cultural Heritage`: of two words and more, the last an ordinary
    one for no person, after which another ordinary one has a capital.
    """
    head = words[k - 1].form
    return (
        k - first > 1
        and words[k - 1].capitalised
        and is_field_after(words, k)
        and is_ordinary(head)
        and (words[k].form != "for" or head in known("bodies.words"))
        and head not in _no_heads()
        and words[first].form not in first_names()
    )


@cache
def _no_heads() -> frozenset[str]:
    """Give the words that are of or for something without its being a part of their name."""
    return roles() | known("groups.words") | known("places.words")


@cache
def _heads() -> frozenset[str]:
    """Give the institutions that are no fields as well."""
    return english("names.before_of") - known("joined.words")


def is_field_after(words: Sequence[Word], k: int) -> bool:
    """Tell whether such a word stands after the small word `k`, or after `the`."""
    following = k + 1 + (k + 1 < len(words) and words[k + 1].form == "the")
    if following >= len(words) or not is_field(words[following]):
        return False
    both = " ".join(word.form for word in words[following : following + 2])
    return both not in famous("rows")  # the East Room of the White House


def is_field(word: Word) -> bool:
    """Tell whether a word is an ordinary one with a capital, which names nothing by itself."""
    return (
        word.capitalised
        and not word.stop_word
        and is_ordinary(word.form)
        and word.form not in _named_alone()
    )


@cache
def _named_alone() -> frozenset[str]:
    """Give the ordinary words that are names, or of which one stands for any, by themselves."""
    places = known("places.words") | known("places.realms")
    places |= english("names.first_words_of_places")
    names = known("alone.institutions") | places | known("groups.words")
    people = roles() - known("joined.words")
    return _heads() | names | first_names() | people | english("names.calendar")


def _is_period(words: Sequence[Word], k: int) -> bool:
    return k < len(words) and words[k].capitalised and words[k].form in known("rows.periods")


def is_tied(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a small word stands between hyphens: Mar-a-Lago, Stratford-upon-Avon."""
    if k + 1 == len(words) or len(words[k].form) > _SYLLABLE:
        return False
    gaps = text[words[k - 1].stop : words[k].start], text[words[k].stop : words[k + 1].start]
    return gaps == ("-", "-") and words[k + 1].capitalised


def _joins(words: Sequence[Word], first: int, k: int, seen: Capitals) -> bool:
    """Tell whether `and` stands within a name: the Food and Drug Administration."""
    joined = known("joined.words")
    if k + 1 >= len(words):
        return False
    both = words[k - 1].form, words[k + 1].form
    if _is_followed_by_another(words, first, k):
        return False
    if not (joined.issuperset(both) or all(form.endswith(_ADJECTIVES) for form in both)):
        return _joins_fields(words, first, k, seen)
    following = words[k + 2 : k + _AHEAD]
    bodies = known("bodies.words")
    return words[k + 1].capitalised and (
        k - 1 > first or any(word.capitalised and word.form in bodies for word in following)
    )


def _joins_fields(words: Sequence[Word], first: int, k: int, seen: Capitals) -> bool:
    """Tell whether `and` joins ordinary words of one name: Irish Nurses and Midwives Organisation.

    They say what a body is for, which is named right after them or, with `of`, before; a first word
    that nothing goes before has to be written small elsewhere.
    """
    if not (is_field(words[k - 1]) and is_field(words[k + 1])):
        return False
    following = [word.form for word in words[k + 2 : k + 1 + _AHEAD] if word.capitalised]
    if any(word.form in _BEFORE_ARTICLE for word in words[first + 1 : k - 1]):
        return _heads().isdisjoint(following)
    if words[k - 1].form in known("bodies.words"):
        return False  # the Federal Reserve and Commerce Department
    if k - 1 == first and not seen.lowercase[words[first].form]:
        return False
    for word in words[k + 2 : k + 1 + _AHEAD]:
        if not word.capitalised:
            return False
        if word.form in known("bodies.words"):
            return True
    return False


def _is_followed_by_another(words: Sequence[Word], first: int, k: int) -> bool:
    """Tell whether `and` stands between two bodies: Homeland Security and Health and Human Services."""
    forms = [word.form for word in words[k + 1 : k + 2 + _AHEAD]]
    if "and" not in forms or any(word.form in _BEFORE_ARTICLE for word in words[first + 1 : k]):
        return False
    again = forms.index("and")
    bodies = known("bodies.words")
    return bodies.isdisjoint(forms[:again]) and not bodies.isdisjoint(forms[again + 1 :])


def lists(words: Sequence[Word], first: int, k: int) -> bool:
    """Tell whether a comma stands within a name: Bureau of Alcohol, Tobacco and Firearms."""
    joined = known("joined.words")
    if not words[k].capitalised:
        return False
    linked = any(word.form in _BEFORE_ARTICLE for word in words[first + 1 : k])
    if not any(word.form in _with_lists() for word in words[first:k]):
        return False
    if {words[k - 1].form, words[k].form} <= joined:
        return linked or words[first].form in {"house", "senate"}
    return linked and _ends_list(words, k)


def _ends_list(words: Sequence[Word], k: int) -> bool:
    """Tell whether ordinary words with capitals go on from word `k` to an `and`: Jobs, Trade and Innovation."""
    if not (is_field(words[k - 1]) and is_field(words[k])):
        return False
    for j in range(k + 1, min(len(words), k + _LISTED)):
        if words[j].form == "and" and not words[j].capitalised:
            return is_field(words[j + 1]) if j + 1 < len(words) else False
        if not is_field(words[j]):
            return False
    return False


@cache
def _with_lists() -> frozenset[str]:
    """Give the institutions that may be for several things."""
    return english("names.before_of") | {"subcommittee"}


def owns_within(before: Word, word: Word) -> bool:
    """Tell whether people in the plural own the body after them: the Police Chiefs' Council."""
    return (
        before.form.endswith("s")
        and is_field(before)
        and before.form not in known("bodies.words")
        and word.form in known("bodies.words")
    )


def is_half(words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Tell whether `and` goes on from an ordinary word to a body, so that each side may be half a name.

    So both of `Belt` and `Road Initiative`, where a single word stands before, and `Irish Nurses`
    and `Midwives Organisation`, which has a word in no list.
    """
    row = words[first:last]
    if not text[row[0].start].isupper():
        return False
    if is_and(words, first - 1) and not any(word.form == "and" for word in row):
        before = words[first - 2]
        if text[before.stop : row[0].start] != " and ":
            return False
        ends = row[-1].form in known("bodies.words") and is_ordinary(row[0].form)
        ends = ends and before.form not in known("bodies.words")
        return ends and is_field(before) and row[0].form not in known("places.words")
    if not (is_and(words, last) and is_field(row[-1])):
        return False
    if row[-1].form in known("bodies.words") or row[-1].form in known("alone.firms"):
        return False
    following = words[last + 1]
    if is_acronym(following, text) or not (is_field(following) or following.form.endswith("s")):
        return False
    for word in words[last + 1 : last + _AHEAD]:
        if not word.capitalised or word.form in known("places.words"):
            return False
        if word.form in known("bodies.words"):
            return row[0].form not in first_names()
    return False


def is_and(words: Sequence[Word], k: int) -> bool:
    """Tell whether word `k` is an `and` between words with capitals."""
    return (
        0 < k < len(words) - 1
        and words[k].form == "and"
        and not words[k].capitalised
        and words[k - 1].capitalised
        and words[k + 1].capitalised
    )
