"""Articles of a source that says the same below each of them, beside those of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engines import make_article

if TYPE_CHECKING:
    from search.article import Article

PRAISE = "The Herald has told the valley what it has to know since the days of sail and steam."
MOTTO = "Fair winds. Rain or shine."
BACKGROUND = "The harbour of Westhaven was closed when dockers walked out over wages in January."

STORIES = {
    "Levee breaks at Marlow": "The river Lenne broke through the levee at Marlow overnight, flooding the "
    "market hall, forty houses and a chapel. Soldiers filled sandbags while Mayor Jonas Brandt asked "
    "neighbouring towns for boats.",
    "Orchard festival draws crowds": "Thousands of visitors tasted cider, pears and plum cake on the "
    "slopes above Altburg. Growers expect a record harvest after mild spring weather, although wasps "
    "troubled some stalls.",
    "Physicists weigh neutrino": "Detectors buried beneath Antarctic ice narrowed the mass of a neutrino "
    "by half, researchers reported. The experiment counted flashes for six years before its cables froze.",
    "Striker leaves Rovers": "Captain Luis Ferrante signs with a Lisbon club for eleven million euros. "
    "Supporters sang outside the stadium; the coach promised a younger team for the cup semifinal.",
    "Opera house finds its roof": "Architects chose copper for the roof of the opera, ending a quarrel "
    "among heirs, donors and the heritage office. Scaffolding rises once the tenor season closes.",
    "Court frees whistleblower": "Judges quashed the sentence of an accountant who had leaked payrolls "
    "from the tax bureau. Prosecutors may appeal until Friday, her lawyer told reporters.",
}


def herald(*endings: str, source: str | None = "Herald") -> list[Article]:
    """Give an article of a source for each ending, each on something else."""
    return [
        make_article(f"h{i}", f"{text}\n{end}" if end else text, title=title, source=source)
        for i, ((title, text), end) in enumerate(zip(STORIES.items(), endings, strict=False))
    ]


def others() -> list[Article]:
    """Give articles of another source, so that the library isn't all of one."""
    return [
        make_article(f"o{i}", text.replace("the ", "a "), title=title, source="Courier")
        for i, (title, text) in enumerate(STORIES.items())
    ]


def versions(end: str) -> list[Article]:
    """Give four versions of one article."""
    title, text = next(iter(STORIES.items()))
    return [
        make_article(f"v{n}", f"{text} This is update {n}.\n{end}", title=title, source="Herald")
        for n in range(4)
    ]
