"""A strike that four articles of three outlets tell, each with something of its own."""

from __future__ import annotations

from search.article import Article, ArticleId, Block

WALKOUT = "Dockers of Westhaven walked out over wages on Thursday, union leader Maria Okafor said."
CRANES = "The strike idles forty cranes and keeps twelve freighters from berthing at the terminal."
BISHOP = "A bishop offered to mediate between both camps in his palace beside the lighthouse."

TELLINGS: tuple[tuple[str | None, tuple[str, ...]], ...] = (
    ("Pilot", (WALKOUT, CRANES)),
    (
        "Tide",
        (
            "On Thursday dockers of Westhaven walked out over wages, said Maria Okafor, the union leader.",
            "Forty cranes idle and twelve freighters can't berth at the terminal because of the strike.",
        ),
    ),
    ("Elbe Bote", (CRANES, BISHOP)),
    ("Pilot", (WALKOUT,)),
)
"""The outlet and the paragraphs of each."""


def telling(number: int, source: str | None, paragraphs: tuple[str, ...]) -> Article:
    """Give an article of some paragraphs."""
    blocks = tuple(Block("paragraph", text) for text in paragraphs)
    identity = ArticleId(f"{number:016x}")
    day = f"2024-05-{number + 1:02}"
    return Article(identity, f"{number}.md", blocks, f"Telling {number}", source, published=day)


def tellings() -> list[Article]:
    """Give the four articles."""
    return [telling(number, *one) for number, one in enumerate(TELLINGS)]
