"""One side of a comparison as HTML: its story, with links between sentences and runs underlined."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from search.compare.signs import SIGNS
from search.export.comparison.comparison_words import tier_words
from search.export.web_text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from search.article import Article
    from search.compare import At, Comparison, Link

_REPEATED = '<sup title="said before in these very words">↺</sup>'
_TAGS = {"heading": "h4", "quote": "blockquote"}


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a comparison: its sentences, and by their places the numbered links and repeats.

    `runs` has by block the exact runs in it, in order; they never overlap.
    """

    name: str
    sentences: Sequence[At]
    links: Mapping[int, Sequence[tuple[int, Link]]]
    runs: Mapping[int, Sequence[At]]
    repeats: AbstractSet[int]


def comparison_column(comparison: Comparison, name: str) -> str:
    """Give the story of the left or the right article as HTML blocks.

    Each linked sentence is an element with the id `left-N` or `right-N`, N its place in
    `Comparison.sentences`, and ends in a link to each sentence it is linked with.
    """
    article: Article = getattr(comparison, name)
    links: defaultdict[int, list[tuple[int, Link]]] = defaultdict(list)
    for number, link in enumerate(comparison.links, start=1):
        links[getattr(link, name)].append((number, link))
    runs: defaultdict[int, list[At]] = defaultdict(list)
    for at in sorted(getattr(run, name) for run in comparison.runs):
        runs[at.block].append(at)
    side = _Side(
        name,
        getattr(comparison.sentences, name),
        links,
        runs,
        frozenset(place for place, _ in getattr(comparison.repeats, name)),
    )
    by_block: defaultdict[int, list[int]] = defaultdict(list)
    for place, at in enumerate(side.sentences):
        by_block[at.block].append(place)
    blocks: list[str] = []
    for index, block in article.story:
        inner = _block(block.text, index, by_block[index], side)
        tag = _TAGS.get(block.kind, "p")
        blocks.append(f'<{tag} class="block {block.kind}" dir="auto">{inner}</{tag}>')
    return "\n".join(blocks)


def _block(text: str, index: int, places: Iterable[int], side: _Side) -> str:
    runs = side.runs.get(index, ())
    done = 0
    parts: list[str] = []
    for place in places:
        at = side.sentences[place]
        parts.append(_underlined(text, done, at.start, runs))
        inner = _underlined(text, at.start, at.stop, runs)
        mine = side.links.get(place, ())
        if mine:
            across = "".join(_reference(number, link, side.name) for number, link in mine)
            inner = (
                f'<span class="linked" id="{side.name}-{place}">{inner}<sup>{across}</sup></span>'
            )
        parts.append(inner + (_REPEATED if place in side.repeats else ""))
        done = at.stop
    parts.append(_underlined(text, done, len(text), runs))
    return "".join(parts)


def _reference(number: int, link: Link, name: str) -> str:
    other = "right" if name == "left" else "left"
    place = link.right if name == "left" else link.left
    return f'<a href="#{other}-{place}" title="{tier_words(link)}">{SIGNS[link.tier]}{number}</a>'


def _underlined(text: str, start: int, stop: int, runs: Sequence[At]) -> str:
    """Give a stretch of text with what belongs to a run underlined."""
    parts = []
    done = start
    for place in range(bisect_right(runs, start, key=attrgetter("stop")), len(runs)):
        begin, end = max(start, runs[place].start), min(stop, runs[place].stop)
        if begin >= stop:
            break
        if done < begin:
            parts.append(escaped(text[done:begin]))
        parts.append(f'<span class="run">{escaped(text[begin:end])}</span>')
        done = end
    if done < stop:
        parts.append(escaped(text[done:stop]))
    return "".join(parts)
