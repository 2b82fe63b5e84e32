"""News that never was: a seeded corpus with the statistics of real articles.

Words follow Zipf and Mandelbrot's law, steeper among the rare ones as in real collections
(Montemurro 2001), over 200,000 forms; the frequent ones are short. Each article dwells on a
topic's own words, uses set phrases, and is punctuated and paragraphed as news is.
The same seed and size give the same articles, byte for byte.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STOPS = (
    "the of to and a in that is was for on with he as said by it at his from be are have has an "
    "not this but they who will had their were which its or been one more would we about after "
    "when there all than up out if into no so new other you people also over first two some"
).split()
_ONSETS = (
    "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sc sh sl sp st t th tr v w z".split()
)
_NUCLEI = "a e i o u ai ea ee ia io oa ou".split()
_CODAS = [
    "",
    "",
    "b",
    "ck",
    "d",
    "l",
    "ll",
    "m",
    "n",
    "nd",
    "ng",
    "nt",
    "p",
    "r",
    "rd",
    "rk",
    "s",
    "st",
    "t",
]
_ENDINGS = ["", "s", "ed", "ing", "er", "ly", "ment", "ation"]
_SIZE = 200_000
_BEND = 6_000
_TOPICS = 4_000
_SET_PHRASES = 20_000
_FIRST_DAY = date(2022, 1, 1)
_DAYS = 900
_OUTLETS = 40
_OF_A_TOPIC = 30
_HEAD = 12
"""Words before the story, of which the title is made."""
BATCH = 1_000


class Made(NamedTuple):
    """One article; `body` is paragraphs on lines of their own."""

    key: str
    title: str
    body: str
    source: str
    day: str


def vocabulary(seed: int = 7) -> list[str]:
    """Give the words, most frequent first."""
    rng = random.Random(seed)
    words = dict.fromkeys(_STOPS)
    while len(words) < _SIZE:
        stem = "".join(
            rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS)
            for _ in range(rng.choice((1, 2, 2, 2, 3, 3)))
        )
        for ending in rng.sample(_ENDINGS, rng.choice((1, 2, 3, 4))):
            words.setdefault(stem + ending)
    content = list(words)[len(_STOPS) : _SIZE]
    content.sort(key=lambda word: len(word) * rng.uniform(0.6, 1.4))
    return _STOPS + content


def bounds(size: int = _SIZE) -> np.ndarray:
    """Give the shares of the words, most frequent first, added up."""
    ranks = np.arange(size) + 1.0
    weights = 1 / (ranks + 1.2) ** 1.06
    weights[_BEND:] = weights[_BEND] * (ranks[_BEND:] / ranks[_BEND]) ** -2.2
    return np.cumsum(weights / weights.sum())


class _World:
    """What all articles have in common: words, topics, set phrases and outlets."""

    def __init__(self, rng: np.random.Generator, seed: int) -> None:
        self.rng = rng
        self.names = vocabulary(seed)
        self.shares = bounds()
        self.topics = rng.integers(200, 30_000, (_TOPICS, _OF_A_TOPIC))
        self.phrases = rng.integers(len(_STOPS), 20_000, (_SET_PHRASES, 3))
        papers = ["Post", "Times", "News", "Daily"] * (_OUTLETS // 4)
        self.outlets = [
            f"{place.title()} {paper}"
            for place, paper in zip(self.names[300 : 300 + _OUTLETS], papers, strict=True)
        ]
        sizes = 1 / np.arange(1, _OUTLETS + 1)
        self.outlet_shares = np.cumsum(sizes / sizes.sum())

    def article(self, number: int, drawn: np.ndarray, length: int) -> Made:
        """Make one article from words drawn for it."""
        rng = self.rng
        ids = np.resize(drawn, length + _HEAD)
        topic = self.topics[int(rng.zipf(1.3)) % _TOPICS]
        dwelt = rng.integers(0, len(ids), len(ids) // 5)
        ids[dwelt] = topic[rng.integers(0, _OF_A_TOPIC, len(dwelt))]
        used = rng.zipf(1.2, 8) % _SET_PHRASES
        for at, which in zip(rng.integers(_HEAD, len(ids) - 3, 8), used, strict=True):
            ids[at : at + 3] = self.phrases[which]
        text = [self.names[i] for i in ids.tolist()]
        body = _written(text[_HEAD:], rng.random(len(text)).tolist()[_HEAD:])
        day = _FIRST_DAY + timedelta(days=int(rng.integers(0, _DAYS)))
        outlet = self.outlets[int(np.searchsorted(self.outlet_shares, rng.random()))]
        title = " ".join(text[:9]).capitalize()
        return Made(f"{number:016x}", title, body, outlet, day.isoformat())


def articles(count: int, words: int = 590, seed: int = 7) -> Iterator[list[Made]]:
    """Yield so many articles of about so many words, a thousand at a time."""
    rng = np.random.default_rng(seed)
    world = _World(rng, seed)
    for begin in range(0, count, BATCH):
        size = min(BATCH, count - begin)
        drawn = np.searchsorted(world.shares, rng.random((size, words + _HEAD)))
        lengths = rng.normal(words, words / 5, size).clip(words // 4, words * 2 - 1).astype(int)
        yield [world.article(begin + i, drawn[i], int(lengths[i])) for i in range(size)]


def _written(words: list[str], marks: list[float]) -> str:
    """Punctuate words into sentences and paragraphs, one on each line."""
    out: list[str] = []
    lines: list[str] = []
    sentence = sentences = 0
    for word, mark in zip(words, marks, strict=True):
        shown = word.capitalize() if sentence == 0 or mark > 0.96 else word
        sentence += 1
        if mark < 0.05 and sentence > 5:
            out.append(shown + ".")
            sentence = 0
            sentences += 1
            if sentences % 3 == 0:
                lines.append(" ".join(out))
                out = []
        elif mark < 0.1:
            out.append(shown + ",")
        elif mark < 0.11:
            out.append(shown + "’s")
        elif mark < 0.12:
            out.append("“" + shown + "”")
        else:
            out.append(shown)
    return "\n".join([*lines, " ".join(out) + "."])


def write(path: Path, count: int, words: int = 590, seed: int = 7) -> None:
    """Write a corpus as JSON Lines, an array an article."""
    beside = path.with_suffix(".part")
    with beside.open("w", encoding="utf-8") as stream:
        for batch in articles(count, words, seed):
            stream.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in batch)
    beside.replace(path)
