"""The query mix: what is asked of every engine, drawn from the corpus with a seed."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WORD = re.compile(r"[a-z]{2,}")
_SAMPLE = 4_000
EACH = 30


def questions(corpus: Path, count: int, seed: int = 11) -> dict[str, list[list[str]]]:
    """Give for each kind of query so many questions, each a list of words.

    Bands of frequency are shares of the articles: common 20 to 60 of a hundred, middling one to
    five, rare one in two thousand and less.
    """
    rng = random.Random(seed)
    texts = _sample(corpus, max(1, count // _SAMPLE))
    df = Counter(word for words in texts for word in set(words))
    total = len(texts)

    def band(low: float, high: float) -> list[str]:
        return sorted(w for w, n in df.items() if low <= n / total <= high and len(w) > 2)

    common, middling, rare = band(0.2, 0.6), band(0.01, 0.05), band(0, max(0.0005, 1 / total))
    long = [word for word in middling if len(word) >= 6]

    def several(words: list[str], each: int) -> list[list[str]]:
        return [rng.sample(words, each) for _ in range(EACH)]

    def beside(size: int) -> list[str]:
        words = rng.choice(texts)
        at = rng.randrange(len(words) - size)
        return words[at : at + size]

    topical = [
        rng.sample(sorted({w for w in rng.choice(texts) if w in set(middling)} or middling), 1)
        for _ in range(EACH)
    ]
    typed: list[list[str]] = []
    for _ in range(EACH // 3):
        typed += _as_typed([*rng.choice(topical), rng.choice(common), rng.choice(long)])
    return {
        "rare word": several(rare, 1),
        "middling word": several(middling, 1),
        "common word": several(common, 1),
        "two words, AND": several(common + middling, 2),
        "three words, OR": several(common + middling, 3),
        "phrase": [beside(2) for _ in range(EACH)] + [beside(3) for _ in range(EACH)],
        "prefix of 5": [[rng.choice(long)[:5]] for _ in range(EACH)],
        "prefix of 3": [[rng.choice(long)[:3]] for _ in range(EACH)],
        "prefix of 1": [[letter] for letter in "abcdefghilmnoprstuvw"],
        "one edit away": [[_slip(rng.choice(long), rng)] for _ in range(EACH)],
        "range of days": [[f"2023-{m:02}-05", f"2023-{m + 1:02}-20"] for m in range(1, 12)],
        "newest, common word": several(common, 1),
        "as typed": typed,
    }


def _sample(corpus: Path, step: int) -> list[list[str]]:
    """Give the words of one article in so many."""
    with corpus.open(encoding="utf-8") as stream:
        return [
            _WORD.findall(json.loads(line)[2].lower()) for line in islice(stream, 0, None, step)
        ]


def _as_typed(words: list[str]) -> list[list[str]]:
    """Give what is asked letter by letter while words are typed."""
    text = " ".join(words)
    return [text[:stop].split() for stop in range(1, len(text) + 1) if text[stop - 1] != " "]


def _slip(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice("aeinrst") + word[at + 1 :]
