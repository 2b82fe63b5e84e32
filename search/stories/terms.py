"""What an article is about, in a hundred words or so."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.stories.values import TermVector, TermWeight
from search.text import is_stop, sentences, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import Article

KEPT = 120
"""Stems kept of an article."""
_TITLE = 3.0
_LEAD = 1.6
_LEAD_WORDS = 120
_TEXT = 1.0
_NAME_WORDS = 2
"""Longer runs of capitals are titles with names, such as `State Mike Pompeo`."""


class _Word(NamedTuple):
    """A content word where it stands.

    `place` counts all words of the text; `first` means that a sentence begins with it, `joined`
    that but a space parts it from the word before.
    """

    stem: str
    written: str
    place: int
    first: bool
    joined: bool

    @property
    def capital(self) -> bool:
        """Whether its capital tells a name: the first word of a sentence has one anyway."""
        return self.written[0].isupper() and not self.first


def terms(article: Article) -> TermVector:
    """Weigh the stems of an article's title and story.

    A use counts 3 in the title, 1.6 among the first 120 words of the story, else 1; stop words
    and single letters don't count. At most `KEPT` stems stay, heaviest first; of equals, the one
    used first. An article without a word gives an empty vector. Cost: linear in the text.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    title = list(_words(article.title or ""))
    for word in title:
        weights[word.stem] += _TITLE
    story: list[_Word] = []
    lead = _LEAD_WORDS
    for _, block in article.story:
        words = list(_words(block.text))
        for word in words:
            weights[word.stem] += _LEAD if word.place < lead else _TEXT
        if words and block.kind != "caption":
            lead -= words[-1].place + 1
        story.extend(words)
    shown = _shown(title) | _shown(story)
    heaviest = sorted(weights.items(), key=lambda item: -item[1])[:KEPT]
    return TermVector(tuple(TermWeight(s, round(weight, 1), shown[s]) for s, weight in heaviest))


def _words(text: str) -> Iterator[_Word]:
    starts = {span.start for span in sentences(text)}
    before = -1
    for place, token in enumerate(tokenize(text)):
        written = text[token.start : token.stop]
        joined = token.start == before + 1 and text[before] == " "
        before = token.stop
        if not is_stop(token.form, written):
            yield _Word(stem(token.form), written, place, token.start in starts, joined)


def _shown(words: Sequence[_Word]) -> dict[str, str]:
    """Choose for each stem the form to show: a name of two words where it mostly stands in one."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    uses: Counter[str] = Counter()
    for word in words:
        uses[word.stem] += 1
        forms[word.stem][word.written] += 0 if word.first else 1
    for run in _capital_runs(words):
        if len(run) == _NAME_WORDS:
            for word in run:
                pairs[word.stem][" ".join(one.written for one in run)] += 1
    shown: dict[str, str] = {}
    for one, written in forms.items():
        name, count = pairs[one].most_common(1)[0] if one in pairs else ("", 0)
        shown[one] = name if 2 * count > uses[one] else written.most_common(1)[0][0]
    return shown


def _capital_runs(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Yield the capitalised words that stand side by side."""
    run: list[_Word] = []
    for word in words:
        if not word.capital:
            continue
        if run and not (word.joined and word.place == run[-1].place + 1):
            yield run
            run = []
        run.append(word)
    if run:
        yield run
