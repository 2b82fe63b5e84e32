"""Noun phrases of an article, found by what stands before and after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word

LONGEST = 4
"""Words of a noun phrase at most."""
_POSSESSIVES = frozenset({"'s ", "’s ", "' ", "’ "})
"""What stands between an owner and a noun: the mayor's plan."""
_TIES = frozenset({" ", "-"})


class NounPhrase(NamedTuple):
    """Words `first` to `last` (exclusive) of a sentence, the noun last.

    `determined` says that an article, a determiner or an owner stands before them; `after` is the
    form of the word that goes on after them, "" where a comma or a full stop does.
    """

    sentence: int
    first: int
    last: int
    determined: bool
    after: str


def noun_phrases(annotated: AnnotatedArticle, numbers: Iterable[int]) -> Iterator[NounPhrase]:
    """Yield the noun phrases of sentences, given by number, without the article before them.

    Without knowing parts of speech only those are sure that stand between a function word that
    opens one (`the`, `of`, an owner) and one that can't follow a verb with an object (`of`, `was`,
    a comma). What may be a verb or an adverb among the words makes them none; nor has one a number,
    a day, or a name as its noun. Cost: linear in the words.
    """
    for number in numbers:
        if not (sentence := annotated.sentences[number]).headline:
            yield from _within(number, sentence, annotated.text(sentence))


def _within(number: int, sentence: Sentence, text: str) -> Iterator[NounPhrase]:
    words, first = sentence.words, 0
    while first < len(words):
        if words[first].stop_word:
            first += 1
            continue
        last = first + 1
        while last < len(words) and _goes_on(words, last, text):
            last += 1
        opened, determined = _opener(words, first, text)
        closed, after = _closer(words, last, text)
        if opened and closed and _is_noun_phrase(words[first:last], determined=determined):
            yield NounPhrase(number, first, last, determined, after)
        first = last


def _goes_on(words: Sequence[Word], k: int, text: str) -> bool:
    return (
        not words[k].stop_word
        and text[words[k - 1].stop : words[k].start] in _TIES
        and not _is_verb(words[k], text[words[k - 1].stop : words[k].start])
    )


def _is_verb(word: Word, gap: str) -> bool:
    """Tell whether a word after another is rather its verb: `the bill passed`, `the judge wrote`."""
    past = word.form.endswith("ed") and not word.stem.endswith("ed")  # no `seed`
    return gap == " " and (past or word.form in english("reporting_verbs.words"))


def _opener(words: Sequence[Word], first: int, text: str) -> tuple[bool, bool]:
    """Tell whether a noun phrase may begin at a word, and whether a determiner stands before it."""
    if first == 0:
        return False, False
    before = words[first - 1]
    gap = text[before.stop : words[first].start]
    determined = gap in _POSSESSIVES or (
        gap == " " and before.form in english("things.determiners")
    )
    return determined or (gap == " " and before.form in english("things.openers")), determined


def _closer(words: Sequence[Word], last: int, text: str) -> tuple[bool, str]:
    """Tell whether a noun phrase may end before a word, and which goes on after it."""
    if last == len(words):
        return True, ""
    gap = text[words[last - 1].stop : words[last].start]
    if gap != " ":
        return gap not in _POSSESSIVES, ""
    form = words[last].form
    return form in english("things.followers") or _is_verb(words[last], gap), form


def _is_noun_phrase(words: Sequence[Word], *, determined: bool) -> bool:
    noun = words[-1]
    numbers = english("numbers.small") | english("numbers.tens") | english("names.calendar")
    if len(words) > LONGEST or noun.capitalised or noun.form.endswith(("ing", "ly")):
        return False
    if any(word.form in numbers or any(map(str.isdigit, word.form)) for word in words):
        return False
    begin = 1 if determined else 0  # `the acting head`; but `by pursuing girls`
    return not any(word.form.endswith(("ing", "ly")) for word in words[begin:-1])
