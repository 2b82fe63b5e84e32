"""Epithets: the words with which each side describes the same person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.comparison import At
from search.compare.english import adjective_endings, english, modifiers, role_words, roles
from search.compare.names.counted_phrases import count_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word
    from search.compare.comparison import Epithet
    from search.compare.names.told_name import Mention

_TIED = re.compile(r"['’]?s?(?:[ \u00a0]?[“”\"‘’']?[ \u00a0]?|-)")
"""What may stand between two words of one phrase: a space, a hyphen, a quotation mark."""
_FARTHEST = 10
_LONGEST = 14
"""Words of an apposition: longer ones tell a story of their own."""
_CLOSED = re.compile(r"[,.;:)—–]|[ ]-[ ]")
_RELATIVE = frozenset({"who", "whom", "whose"})
"""With one of these a clause begins that tells more of a person than what the person is."""
_OPENING, _CLOSING = frozenset("“\"‘'"), frozenset("”\"’'")
_ENCLOSED = (("“", "”"), ('"', '"'), ("‘", "’"))


def epithets(annotated: AnnotatedArticle, mentions: Iterable[Mention]) -> tuple[Epithet, ...]:
    """Give the epithets of one person in a story, the most frequent first.

    A phrase is the name with what stands before it (`self-proclaimed interim president`) and
    what stands beside it between commas (`the head of the National Assembly`), as written.
    Cost: linear in the mentions.
    """
    return count_phrases(_called(annotated, mention) for mention in mentions)


def _called(annotated: AnnotatedArticle, mention: Mention) -> tuple[str, At]:
    sentence = annotated.sentences[mention.sentence]
    text = annotated.text(sentence)
    start, stop, _ = epithet(sentence, mention.first, mention.last, text)
    return text[start:stop], At(sentence.at.block, start, stop)


def is_person(annotated: AnnotatedArticle, mentions: Iterable[Mention]) -> bool:
    """Tell whether a story gives a name an epithet anywhere, so that it is a person's."""
    return any(
        epithet(sentence, mention.first, mention.last, annotated.text(sentence))[2]
        for mention in mentions
        for sentence in [annotated.sentences[mention.sentence]]
    )


def epithet(sentence: Sentence, first: int, last: int, text: str) -> tuple[int, int, bool]:
    """Find the start and end of an epithet, and whether it has more words than the name.

    The name is words `first` to `last` (exclusive) of a sentence; `text` is that of its block.
    """
    plain = sentence.headline or _modifies(sentence.words, last, text)
    begin = first if plain else _before(sentence.words, first, text)
    end = None if plain or _is_anothers(sentence.words, begin) else _beside(sentence, last, text)
    if end is not None and text[end : end + 1] != "," and _is_prelude(sentence.words, first, text):
        end = None
    if begin < first and _cuts_quotation(sentence.words, begin, first, text):
        begin = first
    start = sentence.words[begin].start
    stop = sentence.words[last - 1].stop if end is None else end
    for opening, closing in _ENCLOSED:
        inside = text[start:stop]
        if start and text[start - 1] == opening and closing in inside:
            start -= 1
        elif text[stop : stop + 1] == closing and opening in inside and opening != closing:
            stop += 1
    return start, stop, begin < first or end is not None


def _cuts_quotation(words: Sequence[Word], begin: int, first: int, text: str) -> bool:
    """Tell whether words before a name are but the end of what stands in quotation marks."""
    closes = text[words[first - 1].stop : words[first].start].strip() in _CLOSING
    return closes and text[words[begin].start - 1 : words[begin].start] not in _OPENING


def _modifies(words: Sequence[Word], last: int, text: str) -> bool:
    """Tell whether a name says of another what it is: `chief White House correspondent`."""
    if last >= len(words) or text[words[last - 1].stop : words[last].start] != " ":
        return False
    return words[last].form.removesuffix("s") in role_words()


def _before(words: Sequence[Word], first: int, text: str) -> int:
    """Find where the words that say what a person is begin; `first` when there are none."""
    begin = first
    has_role = False
    for k in range(first - 1, max(-1, first - 1 - _FARTHEST), -1):
        gap = text[words[k].stop : words[k + 1].start]
        if _TIED.fullmatch(gap) is None:
            break
        form = words[k].form
        hyphened = gap == "-" or text[words[k].start - 1 : words[k].start] == "-"
        if form in roles():
            has_role = True
            begin = k
        elif k == first - 1:
            break  # only a role stands right before a name
        elif (
            form in modifiers()
            or hyphened
            or (words[k].capitalised and not words[k].stop_word and k > 0)
            or (form.endswith(adjective_endings()) and not words[k].stop_word)
        ):
            begin = k
        elif not (form == "and" and words[k - 1].form in roles()):
            break
    return begin if has_role else first


def _beside(sentence: Sentence, last: int, text: str) -> int | None:
    """Find where an apposition after a name stops; None when there is none."""
    words = sentence.words
    if last >= len(words) or text[words[last - 1].stop : words[last].start] != ", ":
        return None
    clausal = english("persons.not_in_apposition") | english("reporting_verbs.words")
    has_role = False
    for k in range(last, min(len(words), last + _LONGEST)):
        word = words[k]
        if word.form in clausal:
            ends = (
                has_role and word.form in _RELATIVE and text[words[k - 1].stop : word.start] == " "
            )
            return words[k - 1].stop if ends else None
        following = words[k + 1] if k + 1 < len(words) else None
        gap = text[word.stop : following.start] if following else "."
        if word.form in roles():
            if following and following.capitalised and gap in {" ", ". "}:
                return None  # the next in a list: another person with a title
            if following and gap == " " and not _may_follow(following):
                return None  # `president attempts` is a headline, not an apposition
            has_role = True
        elif k == last and not _begins_apposition(word):
            return None
        if _CLOSED.search(gap):
            return word.stop if has_role else None
    return None


def _is_anothers(words: Sequence[Word], begin: int) -> bool:
    """Tell whether a name says whose relative or aide somebody is: `the wife of Ann Lee, a judge`."""
    return begin > 1 and words[begin - 1].form == "of" and words[begin - 2].form in roles()


def _is_prelude(words: Sequence[Word], first: int, text: str) -> bool:
    """Tell whether a name stands in a first phrase: `After talks with Ann Lee, the president left.`."""
    opens = words[0].form in english("speakers.prepositions") | {"as", "for"}
    return opens and "," not in text[words[0].start : words[first].start]


def _may_follow(word: Word) -> bool:
    """Tell whether a word may stand after what a person is: `of`, `for`, another role."""
    return word.stop_word or word.form in role_words() or word.form.endswith(adjective_endings())


def _begins_apposition(word: Word) -> bool:
    openers = english("persons.apposition_openers")
    return word.capitalised or word.form in openers or word.form in modifiers()
