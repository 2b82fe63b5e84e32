"""The quotations of an article, and their speakers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import At, Quote
from search.compare.names.people import people
from search.compare.quotations.quotation_marks import Quotation, find_quotations
from search.compare.quotations.speakers import Speakers
from search.compare.quotations.unquoted_text import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Word
    from search.compare.names.told_name import Mention

_LEAST = 3
"""Words of a quotation that is told; shorter ones are often no speech."""


class Quoted(NamedTuple):
    """The quotations of an article, and the share of its words between quotation marks, 0 to 1."""

    quotes: tuple[Quote, ...]
    share: float


def quotes(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> Quoted:
    """Give the quotations of three words and more, in reading order; shorter ones count in the share.

    A paragraph that is set as a quotation and has no marks is one as a whole.
    The speaker is read from the text around, see `Speakers`; without a plain one there is none.
    Cost: linear.
    """
    found = tuple(_all(annotated, mentions))
    words = sum(len(sentence.words) for sentence in annotated.sentences)
    inside = sum(inside for _, inside in found)
    told = tuple(quote for quote, inside in found if inside >= _LEAST)
    return Quoted(told, inside / words if words else 0.0)


class _Paragraph(NamedTuple):
    """A block with its words and quotations; whether the first goes on from the one before."""

    block: int
    text: str
    words: Sequence[Word]
    quotations: Sequence[Quotation]
    goes_on: bool


def _paragraphs(annotated: AnnotatedArticle) -> Iterator[_Paragraph]:
    words: defaultdict[int, list[Word]] = defaultdict(list)
    for sentence in annotated.sentences:
        words[sentence.at.block].extend(sentence.words)
    inside = False
    for block, here in words.items():
        text = annotated.article.blocks[block].text
        found = find_quotations(text, inside=inside)
        if not found and annotated.article.blocks[block].kind == "quote":
            found = (Quotation(0, len(text), closed=True),)
        goes_on = inside and bool(found) and found[0].start <= 1
        inside = bool(found) and not found[-1].closed
        yield _Paragraph(block, text, here, found, goes_on)


def _all(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> Iterator[tuple[Quote, int]]:
    """Yield every quotation with the number of its words."""
    names = _names(annotated, mentions)
    speakers = Speakers(people(annotated, mentions))
    for block, text, here, found, goes_on in _paragraphs(annotated):
        passages = _passages(text, here, found, names.get(block, {}))
        told = speakers.paragraph(block, found, passages, goes_on=goes_on)
        for one, speech in zip(found, told, strict=True):
            count = len(_between(here, one.start, one.stop))
            if count:
                start, stop = _trim(text, one)
                speaker, verb = (speech.speaker, speech.verb) if speech else (None, None)
                yield Quote(text[start:stop], speaker, verb, At(block, start, stop)), count


def _names(
    annotated: AnnotatedArticle, mentions: Sequence[Mention]
) -> Mapping[int, dict[int, int]]:
    """Give by block where each name in it starts and stops."""
    names: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for mention in mentions:
        sentence = annotated.sentences[mention.sentence]
        words = sentence.words[mention.first : mention.last]
        names[sentence.at.block][words[0].start] = words[-1].stop
    return names


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
    left = deque(names.items())
    for start, stop in zip(starts, stops, strict=True):
        mine = _between(words, start, stop)
        held: dict[int, int] = {}
        while left and left[0][0] < stop:
            begin, end = left.popleft()
            first = bisect_left(mine, begin, key=attrgetter("start"))
            last = bisect_left(mine, end, lo=first, key=attrgetter("stop"))
            whole = last < len(mine) and (mine[first].start, mine[last].stop) == (begin, end)
            if begin >= start and whole:
                held[first] = last + 1
        passages.append(Passage(text, mine, start, stop, held))
    return passages


def _between(words: Sequence[Word], start: int, stop: int) -> Sequence[Word]:
    """Give the words that stand whole between two places, of words in reading order."""
    first = bisect_left(words, start, key=attrgetter("start"))
    return words[first : bisect_right(words, stop, lo=first, key=attrgetter("stop"))]
