"""Weighted stems of an article."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import accumulate, chain
from operator import attrgetter, itemgetter, sub
from typing import TYPE_CHECKING

from search.stories.story_values import TermVector, TermWeight
from search.stories.text_pieces import pieces
from search.text import NO_KEY, KeyedSentence, sentence_keys, stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.article import Article
    from search.stories.text_pieces import Piece, Word

KEPT = 120
"""Stems kept of an article."""
_TENTHS = 10
"""Weights are added up in tenths, so that equals are equal in whatever order they are added."""
_TITLE = 30
_LEAD = 16
_LEAD_WORDS = 120
_TEXT = 10
_NOTHING_SAID = KeyedSentence(NO_KEY, 0, ends_block=True)


class _TextPieces:
    """What a title or a story says: its pieces, and the places of those that begin a sentence."""

    def __init__(self, rules: str) -> None:
        self._rules = rules
        self.pieces: list[Piece] = []
        self.begins: set[int] = set()
        self.sentences: list[KeyedSentence] = []

    def add(self, text: str) -> list[Piece]:
        """Take in a text; give its pieces."""
        found, begins, spans = pieces(text, self._rules)
        base = len(self.pieces)
        self.begins.update([base + place for place in begins])
        self.pieces += found
        if spans:
            counted = [0, *accumulate(map(attrgetter("count"), found))]
            before = [counted[place] for place in begins]
            words = map(sub, [*before[1:], counted[-1]], before)
            ends = [False] * (len(spans) - 1) + [True]
            self.sentences += map(KeyedSentence, sentence_keys(text, spans), words, ends)
        else:
            self.sentences.append(_NOTHING_SAID)
        return found


def term_vector(article: Article) -> TermVector:
    """Weigh the stems of an article's title and story.

    A use counts 3 in the title, 1.6 among the first 120 words of the story, else 1; stop words
    and single letters don't count. At most `KEPT` stems stay, heaviest first; of equals, the one
    used first. An article without a word gives an empty vector. Cost: linear in the text.
    """
    rules = stemmer(article.language)
    title, story = _TextPieces(rules), _TextPieces(rules)
    title.add(article.title or "")
    leading: list[Word] = []
    lead = _LEAD_WORDS
    for _, block in article.story:
        words, reach = _lead_words(story.add(block.text), lead)
        leading += words
        if block.kind != "caption":
            lead -= reach
    headed, told = _StemUses(title), _StemUses(story)
    weights = {word: _TITLE * uses for word, uses in headed.uses.items()}
    for word, uses in told.uses.items():
        weights[word] = weights.get(word, 0) + _TEXT * uses
    for word, _ in leading:
        weights[word] += _LEAD - _TEXT
    heaviest = sorted(weights.items(), key=itemgetter(1), reverse=True)[:KEPT]
    shown = headed.shown([word for word, _ in heaviest]) | told.shown(
        [word for word, _ in heaviest]
    )
    return TermVector(
        tuple([TermWeight(word, weight / _TENTHS, shown[word]) for word, weight in heaviest]),
        tuple(story.sentences),
    )


def _lead_words(found: Sequence[Piece], lead: int) -> tuple[list[Word], int]:
    """Give the content words among the first `lead` words, and how far they reach."""
    words: list[Word] = []
    place = reach = 0
    for piece in found:
        if reach >= lead:
            break
        if piece.words:
            reach = place + piece.places[-1] + 1
            within = zip(piece.words, piece.places, strict=True)
            words += (
                piece.words
                if reach <= lead
                else [word for word, offset in within if place + offset < lead]
            )
        place += piece.count
    return words, reach


class _StemUses:
    """How often a title or a story uses each stem, and how it writes it."""

    def __init__(self, told: _TextPieces) -> None:
        words = Counter(chain.from_iterable([piece.words for piece in told.pieces]))
        self.uses: dict[str, int] = {}
        self._first: dict[str, str] = {}
        self._forms: dict[str, list[str]] = {}
        uses, first = self.uses, self._first
        for (word, written), count in words.items():
            if word in uses:
                uses[word] += count
                self._forms.setdefault(word, [first[word]]).append(written)
            else:
                uses[word] = count
                first[word] = written
        # The first word of a sentence has a capital anyway, so it doesn't tell how it is written.
        for piece in [told.pieces[place] for place in told.begins]:
            if piece.opening:
                words[piece.words[0]] -= 1
        self._within = words
        self._names: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for (left, first_name), (right, last_name) in _pairs(told):
            name = f"{first_name} {last_name}"
            self._names[left][name] += 1
            self._names[right][name] += 1

    def shown(self, words: Iterable[str]) -> dict[str, str]:
        """Choose the form to show for each stem: a name where it mostly is part of one."""
        first, within = self._first, self._within
        shown = {word: first[word] for word in words if word in first}
        for word in shown.keys() & self._forms.keys():
            forms = {form: within[word, form] for form in self._forms[word]}
            shown[word] = max(forms, key=forms.__getitem__)
        for word in shown.keys() & self._names.keys():
            name, count = self._names[word].most_common(1)[0]
            if 2 * count > self.uses[word]:
                shown[word] = name
        return shown


def _pairs(told: _TextPieces) -> Iterator[tuple[Word, Word]]:
    """Yield the capitalised words that stand two by two inside a sentence.

    Longer runs are titles with names, such as `State Mike Pompeo`.
    """
    found, begins = told.pieces, told.begins
    heads = [place for place, piece in enumerate(found) if piece.head]
    links: dict[int, tuple[Word, Word]] = {}
    for place in heads:
        if place in begins or not place:
            continue
        left, head = found[place - 1], found[place].head
        if head and left.tail and not (left.alone and place - 1 in begins):
            links[place] = left.tail, head
    for place, pair in links.items():
        before = found[place - 1].alone and place - 1 in links
        if not before and not (found[place].alone and place + 1 in links):
            yield pair
