"""One side of a comparison as HTML: its story, with links between sentences and runs underlined."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.cli.verbs.compare.article_citation import SIGNS
from tui.render.safe import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from search import Article, At, Comparison, Link

_REPEATED = '<sup title="said before in these very words">↺</sup>'
_TAGS = {"heading": "h4", "quote": "blockquote"}


def escaped(text: str) -> str:
    """Escape text from an article for HTML, in an element or a quoted attribute."""
    return escape(harmless(text), quote=True)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a comparison: its sentences, and by their places the numbered links and repeats."""

    name: str
    sentences: Sequence[At]
    links: Mapping[int, Sequence[tuple[int, Link]]]
    runs: Sequence[At]
    repeats: AbstractSet[int]


def web_column(comparison: Comparison, name: str) -> str:
    """Give the story of the left or the right article as HTML blocks.

    Each linked sentence is an element with the id `left-N` or `right-N`, N its place in
    `Comparison.sentences`, and ends in a link to each sentence it is linked with.
    """
    article: Article = getattr(comparison, name)
    links: defaultdict[int, list[tuple[int, Link]]] = defaultdict(list)
    for number, link in enumerate(comparison.links, start=1):
        links[getattr(link, name)].append((number, link))
    side = _Side(
        name,
        getattr(comparison.sentences, name),
        links,
        [getattr(run, name) for run in comparison.runs],
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
    runs = [(run.start, run.stop) for run in side.runs if run.block == index]
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
    return f'<a href="#{other}-{place}" title="{link.tier}">{SIGNS[link.tier]}{number}</a>'


def _underlined(text: str, start: int, stop: int, runs: Iterable[tuple[int, int]]) -> str:
    """Give a stretch of text with what belongs to a run underlined."""
    runs = tuple(runs)
    cuts = sorted({start, stop, *(c for run in runs for c in run if start < c < stop)})
    parts = []
    for begin, end in pairwise(cuts):
        piece = escaped(text[begin:end])
        within = any(first <= begin and end <= last for first, last in runs)
        parts.append(f'<span class="run">{piece}</span>' if within else piece)
    return "".join(parts)
