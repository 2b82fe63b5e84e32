"""Sentence boundaries, and who speaks, against what careful readers said."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from judged import article, records, rows

from search.compare import compare
from search.text import sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def measure_boundaries(path: Path) -> None:
    """Join sentences with spaces and see which boundaries are found again."""
    right = found = gold = 0
    for row in records(path):
        text, stops = "", set()
        for sentence in row["sentences"]:
            plain = " ".join(sentence.split())
            if plain and plain[-1] in ".!?”\"'":
                text = f"{text} {plain}".strip()
                stops.add(len(text))
        mine = {stop for _, stop in sentences(text)}
        end = {len(text)}
        right += len((stops & mine) - end)
        found += len(mine - end)
        gold += len(stops - end)
    precision, recall = right / found, right / gold
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{path.stem}: boundaries P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({gold})")


def measure_speakers(path: Path, articles: Iterable[Path]) -> None:
    """Compare the speakers of quotations with one reader's, half by half."""
    judged: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for row in rows(path):
        judged[row["article"]][row["begins"]] = row["half"], row["speaker"]
    right: defaultdict[str, list[bool]] = defaultdict(list)
    asked: defaultdict[str, int] = defaultdict(int)
    for row in chain.from_iterable(map(records, articles)):
        if row["id"] not in judged:
            continue
        told = article(row["id"], row.get("paragraphs") or row["text"].split("\n"))
        for quote in compare(told, told).quotes.left:
            half, speaker = judged[told.path].get(" ".join(quote.text.split()[:5]), ("", ""))
            if half:
                asked[half] += 1
                if quote.speaker:
                    right[half].append(same(quote.speaker, speaker))
    for half, judgements in sorted(right.items()):
        print(
            f"{half}: speaker right {sum(judgements) / len(judgements):.3f} when given,"
            f" given for {len(judgements)} of {asked[half]} quotations"
        )


def same(one: str, other: str) -> bool:
    """Tell whether one name is the other, or its end."""
    a, b = ([token.form for token in tokenize(name)] for name in (one, other))
    return bool(a and b) and (a[-len(b) :] == b or b[-len(a) :] == a)
