"""The quotations of an article, and their speakers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from search.compare.comparison import At, Quote
from search.compare.quotations.attribution import Attribution, after, before
from search.compare.quotations.quotation_marks import Quotation, find_quotations
from search.compare.quotations.unquoted_text import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Word
    from search.compare.names.mentions import Mention

_LEAST = 3
"""Words of a quotation that is told; shorter ones are often no speech."""
_MARKS = "“”„«»\"'‘’「」『』` \u00a0\u202f"
_NICKNAME = r" [“\"][A-Z][^”\"]{0,20}[”\"] [A-Z][\w’'-]+"
_NEAR = 200
"""Characters around a quotation in which its speaker is named."""
_UNFINISHED = (",", "?", "!", "…", "-", "—", "–")


def quotes(annotated: AnnotatedArticle, mentions: Iterable[Mention]) -> tuple[Quote, ...]:
    """Give the quotations of three words and more, in reading order.

    A paragraph that is set as a quotation and has no marks is one as a whole.
    The speaker is read from the sentence around a quotation, or from that around the one
    before it in the same paragraph; without a plain one there is none. Cost: linear.
    """
    return tuple(quote for quote, words in _all(annotated, mentions) if words >= _LEAST)


def quoted_share(annotated: AnnotatedArticle) -> float:
    """Give the share of a story's words between quotation marks, 0 to 1. Cost: linear."""
    words = sum(len(sentence.words) for sentence in annotated.sentences)
    inside = sum(count for _, count in _all(annotated, ()))
    return inside / words if words else 0.0


def _all(annotated: AnnotatedArticle, mentions: Iterable[Mention]) -> Iterator[tuple[Quote, int]]:
    """Yield every quotation with the number of its words."""
    names = _names(annotated, mentions)
    words: defaultdict[int, list[Word]] = defaultdict(list)
    for sentence in annotated.sentences:
        words[sentence.at.block].extend(sentence.words)
    inside = False
    meant: str | None = None  # whom a pronoun means: the last to speak, while no one else is named
    for block, here in words.items():
        text = annotated.article.blocks[block].text
        found = find_quotations(text, inside=inside)
        if not found and annotated.article.blocks[block].kind == "quote":
            found = (Quotation(0, len(text), closed=True),)
        goes_on = inside and bool(found) and found[0].start <= 1
        inside = bool(found) and not found[-1].closed
        passages = _passages(text, here, found, names.get(block, {}))
        if not found:
            meant = _still(meant, passages[0], after_speech=False)
        last = Attribution(meant, None) if goes_on else None
        for i, one in enumerate(found):
            meant = _still(meant, passages[i], after_speech=bool(i and last))
            speech = _in_full(text, one, _speech(text, one, passages[i], passages[i + 1]))
            if speech is None and last and _follows(text, passages[i]):
                speech = Attribution(last.speaker, None)
            elif speech is not None and speech.pronoun:
                speech = Attribution(meant, speech.verb)
            last = speech
            meant = speech.speaker if speech and speech.speaker else meant
            count = len(_between(here, one.start, one.stop))
            if count:
                start, stop = _trim(text, one)
                yield (
                    Quote(
                        text[start:stop],
                        speech.speaker if speech else None,
                        speech.verb if speech else None,
                        At(block, start, stop),
                    ),
                    count,
                )
        if found:
            meant = _still(meant, passages[-1], after_speech=last is not None)


def _names(
    annotated: AnnotatedArticle, mentions: Iterable[Mention]
) -> Mapping[int, dict[int, int]]:
    """Give by block where each name in it starts and stops."""
    names: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for mention in mentions:
        sentence = annotated.sentences[mention.sentence]
        words = sentence.words[mention.first : mention.last]
        names[sentence.at.block][words[0].start] = words[-1].stop
    return names


def _still(meant: str | None, passage: Passage, *, after_speech: bool) -> str | None:
    """Give whom a pronoun means after a passage: nobody, if others are named in it."""
    begin = passage.first_sentence() if after_speech else 0
    for first, last in passage.names.items():
        name = passage.written(first, last)
        if first >= begin and meant is not None and name not in meant:
            return None
    return meant


def _trim(text: str, one: Quotation) -> tuple[int, int]:
    inner = text[one.start : one.stop]
    start = one.start + len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def _passages(
    text: str, words: Sequence[Word], found: Sequence[Quotation], names: dict[int, int]
) -> list[Passage]:
    """Cut what stands outside quotations into what is before, between and after them."""
    starts = [0, *(one.stop for one in found)]
    stops = [*(one.start for one in found), len(text)]
    passages: list[Passage] = []
    for start, stop in zip(starts, stops, strict=True):
        mine = _between(words, start, stop)
        ends = {word.stop: k + 1 for k, word in enumerate(mine)}
        held = {
            k: ends[names[word.start]]
            for k, word in enumerate(mine)
            if names.get(word.start) in ends
        }
        passages.append(Passage(text, mine, start, stop, held))
    return passages


def _between(words: Sequence[Word], start: int, stop: int) -> Sequence[Word]:
    """Give the words that stand whole between two places, of words in reading order."""
    first = bisect_left(words, start, key=attrgetter("start"))
    return words[first : bisect_right(words, stop, lo=first, key=attrgetter("stop"))]


def _speech(text: str, one: Quotation, ahead: Passage, behind: Passage) -> Attribution | None:
    """Read who speaks from the passages on both sides of a quotation."""
    said = text[one.start : one.stop].rstrip(" \u00a0'’”\"")
    tail = text[behind.start : behind.stop].lstrip(_MARKS)
    if said.endswith(_UNFINISHED) or tail[:1] == ",":
        speech = after(behind)
        if speech is not None:
            return speech
    return before(ahead)


def _in_full(text: str, one: Quotation, speech: Attribution | None) -> Attribution | None:
    """Give a speaker with the nickname that stands within the name: William "Shorty" Barnes."""
    if speech is None or speech.speaker is None:
        return speech
    near = text[max(0, one.start - _NEAR) : one.stop + _NEAR]
    found = re.search(re.escape(speech.speaker) + _NICKNAME, near)
    return speech._replace(speaker=found[0]) if found else speech


def _follows(text: str, between: Passage) -> bool:
    """Tell whether nothing but who said the last quotation stands between it and this one."""
    inner = text[between.start : between.stop].strip(_MARKS)
    alone = between.first_sentence() == len(between.words)
    return not inner or (inner.endswith((".", "!", "?")) and alone)
