"""A fixture that makes comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search import Article, ArticleId, At, Block, Comparison, Link, Meets, Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Paragraphs = Sequence[Sequence[str]]
    Ends = Iterable[tuple[int, int, float]]


def _article(name: str, paragraphs: Paragraphs) -> Article:
    blocks = tuple(Block("paragraph", " ".join(sentences)) for sentences in paragraphs)
    return Article(ArticleId(name), name, blocks, title=name, source=name)


def _sentences(paragraphs: Paragraphs) -> tuple[At, ...]:
    found = []
    for block, sentences in enumerate(paragraphs):
        start = 0
        for sentence in sentences:
            found.append(At(block, start, start + len(sentence)))
            start += len(sentence) + 1
    return tuple(found)


def _compared(left: Paragraphs, right: Paragraphs, ends: Ends) -> Comparison:
    links = [Link(a, b, score, "related") for a, b, score in ends]
    return Comparison(
        left=_article("left", left),
        right=_article("right", right),
        sentences=Sides(_sentences(left), _sentences(right)),
        links=tuple(sorted(links, key=lambda link: (link.left, link.right))),
        runs=(),
        shared=Sides(0.5, 0.25),
        meets=Sides(Meets(0.0, 0.5), Meets(0.0, 0.25)),
        wording=(),
        vocabulary=(),
        names=(),
        naming=(),
        quotes=Sides((), ()),
        quotations=(),
        quoted=Sides(0.0, 0.0),
        figures=(),
        repeats=Sides((), ()),
    )


@pytest.fixture(scope="session")
def make_comparison() -> Callable[[Paragraphs, Paragraphs, Ends], Comparison]:
    """Give a function that makes comparisons from paragraphs of each side and links."""
    return _compared
