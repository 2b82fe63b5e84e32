"""The text of one side of a comparison as HTML: sentences with their links, runs underlined."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.render.safe import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from search import Article, At, Comparison, Link, Tier

SIGNS: dict[Tier, str] = {"same words": "=", "says the same": "≈", "related": "~"}
"""The sign of each tier: a shape, so that no colour is needed to tell them apart."""
_AGAIN = '<sup title="said before in these very words">↺</sup>'
_TAGS = {"heading": "h4", "quote": "blockquote"}


def clean(text: str) -> str:
    """Make text from an article fit for HTML, in an element or a quoted attribute."""
    return escape(harmless(text), quote=True)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a comparison: what stands at each of its sentences."""

    name: str
    sentences: Sequence[At]
    links: Mapping[int, Sequence[tuple[int, Link]]]
    runs: Sequence[At]
    again: AbstractSet[int]


def column(comparison: Comparison, side: str) -> str:
    """Give the story of the left or the right article as HTML blocks.

    Each sentence that meets another is an element with the id `left-N` or `right-N`, N its place
    in `Comparison.sentences`, and ends in a link to each of its counterparts.
    """
    article: Article = getattr(comparison, side)
    links: defaultdict[int, list[tuple[int, Link]]] = defaultdict(list)
    for number, link in enumerate(comparison.links, start=1):
        links[getattr(link, side)].append((number, link))
    told = _Side(
        side,
        getattr(comparison.sentences, side),
        links,
        [getattr(run, side) for run in comparison.runs],
        frozenset(place for place, _ in getattr(comparison.repeats, side)),
    )
    by_block: defaultdict[int, list[int]] = defaultdict(list)
    for place, at in enumerate(told.sentences):
        by_block[at.block].append(place)
    blocks: list[str] = []
    for index, block in article.story:
        inner = _block(block.text, index, by_block[index], told)
        tag = _TAGS.get(block.kind, "p")
        blocks.append(f'<{tag} class="block {block.kind}" dir="auto">{inner}</{tag}>')
    return "\n".join(blocks)


def _block(text: str, index: int, places: Iterable[int], told: _Side) -> str:
    lit = [(run.start, run.stop) for run in told.runs if run.block == index]
    done = 0
    parts: list[str] = []
    for place in places:
        at = told.sentences[place]
        parts.append(_underlined(text, done, at.start, lit))
        inner = _underlined(text, at.start, at.stop, lit)
        mine = told.links.get(place, ())
        if mine:
            across = "".join(_reference(number, link, told.name) for number, link in mine)
            inner = (
                f'<span class="linked" id="{told.name}-{place}">{inner}<sup>{across}</sup></span>'
            )
        parts.append(inner + (_AGAIN if place in told.again else ""))
        done = at.stop
    parts.append(_underlined(text, done, len(text), lit))
    return "".join(parts)


def _reference(number: int, link: Link, side: str) -> str:
    other = "right" if side == "left" else "left"
    place = link.right if side == "left" else link.left
    return f'<a href="#{other}-{place}" title="{link.tier}">{SIGNS[link.tier]}{number}</a>'


def _underlined(text: str, start: int, stop: int, runs: Iterable[tuple[int, int]]) -> str:
    """Give a stretch of text with the parts that stand in a run underlined."""
    runs = tuple(runs)
    cuts = sorted({start, stop, *(c for run in runs for c in run if start < c < stop)})
    parts = []
    for begin, end in pairwise(cuts):
        piece = clean(text[begin:end])
        within = any(first <= begin and end <= last for first, last in runs)
        parts.append(f'<span class="run">{piece}</span>' if within else piece)
    return "".join(parts)
