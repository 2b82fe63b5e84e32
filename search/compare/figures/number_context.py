"""The words around a number, which say what it is a number of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english, table
from search.text import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from search.compare.annotated_article import Word

_NEAR = 6
"""Content words on either side of a number that are taken for its surroundings."""
_FAR = 20
"""Words on either side among which these are looked for."""
_COUNTED = 4
"""Words after a number that may say what is counted."""
_WEEK = frozenset(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
_YEARS = frozenset(map(str, range(1900, 2100)))
_NAME = 4
"""Words of a name on either side of one of its words that are looked at."""
_HEDGED = 4
"""Words before a number among which it may be told whether it is a change or a level."""
_CLOCKS = {"gmt", "utc", "cet", "est", "edt", "pst", "bst"}
_NO_SCOPE = {"more than", "other than", "per cent", "each other"}
_NAMED = 0.5
"""What a name counts for that both have, where another word counts 1: it is all over the story."""


class Surroundings(NamedTuple):
    """The stems around a number in its sentence.

    Attributes:
        named: those of names.
        other: those of other words.
        head: of what is counted: `countries` in `six Muslim-majority countries`; empty where nothing is.
        sort: of the words between the number and its head.
        scope: what its sentence says of how much of the thing it tells: a total, a rest, a rate.
        holders: of names that may say whose or where the thing is; also of the sentence's first word.
        when: the days of the week, the months, the years and the hours that are named, each by itself.
        towards: whether the number is a change or a level: `by`, `to` or `from` where it follows that, else empty.
    """

    named: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    head: str = ""
    sort: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    when: tuple[frozenset[str], ...] = ()
    towards: str = ""


def surroundings(
    words: Sequence[Word], place: range, text: str, known: Collection[str]
) -> Surroundings:
    """Give what stands around a number. Cost: constant.

    Args:
        words: of the sentence.
        place: of the number and its unit among them.
        text: of the block.
        known: forms of words that are numbers, which say nothing here.
    """
    before = range(place.start - 1, max(-1, place.start - 1 - _FAR), -1)
    after = range(place.stop, min(place.stop + _FAR, len(words)))
    near = [*_content(words, before, known), *_content(words, after, known)]
    named = {words[k].stem for k in near if k and words[k].capitalised}
    other = {meaning(words[k]) for k in near} - named
    head, sort = _counted(words, after, text)
    holders = frozenset(named_holders(words, near, text))
    scope, when = _scope(words, place), _when([*before, *after], words)
    return Surroundings(
        frozenset(named),
        frozenset(other),
        head,
        frozenset(sort),
        scope,
        holders,
        when,
        _towards(words, place.start),
    )


def _towards(words: Sequence[Word], start: int) -> str:
    """Give `by`, `to` or `from` where a number follows it, but for words such as `about` between them."""
    for k in range(start - 1, max(-1, start - 1 - _HEDGED), -1):
        if words[k].form in {"by", "to", "from"}:
            return words[k].form
        if words[k].form not in hedges():
            return ""
    return ""


@cache
def hedges() -> frozenset[str]:
    """Give the words that leave a number open, each by itself."""
    return frozenset(
        word for said in table("hedges").values() for each in said for word in each.split()
    )


def meaning(word: Word) -> str:
    """Give the stem of a word, or of the one that stands for all that mean the same beside numbers."""
    return _alike().get(word.stem, word.stem)


@cache
def _alike() -> dict[str, str]:
    return {
        stem(each): stem(group[0])
        for group in table("numbers")["alike"]["groups"]
        for each in group
    }


@cache
def tells_little() -> frozenset[str]:
    """Give the words that say when, how sure or whether more or less, not of what a number is, as `meaning` has them."""
    beside = table("numbers")["beside"]
    stems = map(stem, (*beside["times"], *beside["unsure"], *english("names.calendar")))
    return frozenset(_alike().get(each, each) for each in stems)


def opposed(one: Surroundings, other: Surroundings) -> bool:
    """Tell whether one side has something rise that falls on the other, or killed where the other has hurt."""
    for pair in _opposites():
        ours, theirs = pair & one.other, pair & other.other
        if ours and theirs and ours.isdisjoint(theirs):
            return True
    return False


def opposite(some: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether words of two sides are such a pair, whatever else stands there: `hurt 11`, `killed 14 and hurt others`."""
    return any({*some, *others} >= pair and not {*some} & {*others} for pair in _opposites())


@cache
def _opposites() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, pair)) for pair in table("numbers")["alike"]["opposites"])


def _content(words: Sequence[Word], places: Iterable[int], known: Collection[str]) -> list[int]:
    return [
        k
        for k in places
        if not (words[k].stop_word or words[k].form in known or words[k].form[0].isdigit())
    ][:_NEAR]


def _counted(words: Sequence[Word], after: range, text: str) -> tuple[str, list[str]]:
    """Give the head of what is counted and what stands before it: the first plural, else the last word before a stop word."""
    found: list[str] = []
    for k in after[:_COUNTED]:
        word, gap = words[k], text[words[k - 1].stop : words[k].start]
        if word.form in table("numbers")["beside"]["between"]:
            continue
        if word.stop_word or gap.strip("-’' \u00a0") or word.form[0].isdigit():
            break
        found.append(meaning(word))
        if _plural(word.form) or (gap == "-" and k == after.start):
            break  # a 90-day ban counts days, not bans
    return (found[-1], found[:-1]) if found else ("", [])


def _plural(form: str) -> bool:
    irregular: list[str] = table("numbers")["beside"]["plurals"]
    return form in irregular or (form.endswith("s") and not form.endswith("ss"))


def _scope(words: Sequence[Word], place: range) -> frozenset[str]:
    """Give the sorts of words of scope that stand near a number; how near they have to be is theirs to say."""
    follows = words[place.stop].form if place.stop < len(words) else ""
    found = {"rate"} if follows in {"a", "an"} else set()  # $20 a barrel
    of = [word.form for word in words[max(0, place.start - 2) : place.start]]
    if of[1:] == ["of"] and (of[0].isdigit() or of[0] in table("numbers")["small"]):
        found.add("whole")  # two of five
    for sort, before, after, cues in _scopes():
        sides = (
            words[max(0, place.start - before) : place.start],
            words[place.stop : place.stop + after],
        )
        if any(not cues.isdisjoint(_said(near)) for near in sides):
            found.add(sort)
    return frozenset(found)


@cache
def _scopes() -> tuple[tuple[str, int, int, frozenset[str]], ...]:
    return tuple(
        (sort, cues["before"], cues["after"], frozenset(cues["words"]))
        for sort, cues in table("scopes").items()
    )


def _said(words: Sequence[Word]) -> Iterator[str]:
    """Yield words, and two in a row; no first word of `more than`."""
    forms = [word.form for word in words]
    for form, after in zip(forms, [*forms[1:], ""], strict=False):
        both = f"{form} {after}"
        if both not in _NO_SCOPE:
            yield form
        yield both


def _when(places: Iterable[int], words: Sequence[Word]) -> tuple[frozenset[str], ...]:
    """Give the days of the week, the months, the years and the hours, by their first letters; not when something was said."""
    days: set[str] = set()
    months: set[str] = set()
    years: set[str] = set()
    hours: set[str] = set()
    for k in places:
        word = words[k]
        if word.form.isdigit() and words[min(k + 1, len(words) - 1)].form in _CLOCKS:
            hours.add(word.form)
        elif word.form in _YEARS:
            years.add(word.form)
        elif k and words[k - 1].form in english("reporting_verbs.words"):
            continue  # said Tuesday
        elif word.capitalised and word.form in english("names.calendar"):
            (days if word.form[:3] in _WEEK else months).add(word.form[:3])
    return frozenset(days), frozenset(months), frozenset(years), frozenset(hours)


def named_holders(words: Sequence[Word], near: Iterable[int], text: str) -> Iterator[str]:
    """Yield the stems of those names that may say whose or where a thing is: neither days nor who says it."""
    for k in near:
        if not words[k].capitalised or words[k].form in english("names.calendar"):
            continue
        first, last = k, k + 1
        while first and words[first - 1].capitalised and k - first < _NAME:
            first -= 1
        while last < len(words) and words[last].capitalised and last - k < _NAME:
            last += 1
        if not _says(words, first, last, text):
            yield words[k].stem


def _says(words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Tell whether who is named by words `first` to `last` says something: `Lee said`, `…, said Lee`, `according to Lee`.

    Not `Lee agreed to pay`, which is what Lee does, nor `Lee said Roe would`, where it isn't Roe who says it.
    """
    verbs = english("reporting_verbs.words")
    if last < len(words) and words[last].form in verbs:
        return last + 1 == len(words) or words[last + 1].form != "to"
    if [word.form for word in words[max(0, first - 2) : first]] == ["according", "to"]:
        return True
    if not first or words[first - 1].form not in verbs:
        return False
    return first == 1 or not text[words[first - 2].stop : words[first - 1].start].isspace()


def shared(one: Surroundings, other: Surroundings, but: Collection[str] = ()) -> float:
    """Give how many words around two numbers are the same, apart from some; a name counts half."""
    words = (one.other | one.named) & (other.other | other.named) - set(but)
    return sum(_NAMED if {word} & (one.named | other.named) else 1.0 for word in words)
