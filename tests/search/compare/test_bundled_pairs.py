"""The three pairs of bundled articles on one event, and the links a reader finds in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search import ArticleId, bundled
from search.compare import compare
from search.formats import read_article

if TYPE_CHECKING:
    from search import Article
    from search.compare import Comparison


def compared(left: str, right: str) -> Comparison:
    def article(begin: str) -> Article:
        (path,) = bundled().glob(f"{begin}*.txt")
        return read_article(path.read_bytes(), path.name, ArticleId("0" * 16))

    return compare(article(left), article(right))


def meetings(comparison: Comparison) -> list[tuple[str, str]]:
    """Give the beginnings of linked sentences."""

    def begins(side: str, place: int) -> str:
        block, start, stop = getattr(comparison.sentences, side)[place]
        text = getattr(comparison, side).blocks[block].text[start:stop]
        return " ".join(text.split()[:7])

    return [(begins("left", k.left), begins("right", k.right)) for k in comparison.links]


@pytest.mark.parametrize(
    ("left", "right", "meeting"),
    [
        (
            "unnamed",
            "al-jazeera",
            [
                (
                    "The United States and dozens of other",
                    "They and others now recognise Guaido, the",
                ),
                (
                    "Earlier this month, the administration evacuated U.S.",
                    "The United States has withdrawn all remaining",
                ),
            ],
        ),
        (
            "al-jazeera",
            "independent",
            [
                (
                    "They and others now recognise Guaido, the",
                    "In the two weeks since Mr Guaido,",
                ),
                (
                    "Maduro, however, maintains the backing of around",
                    "China, Russia, and Mexico still regonise Mr",
                ),
            ],
        ),
        (
            "press-tv",
            "unnamed",
            [
                (
                    "Washington has been pressuring Maduro to step",
                    "The United States and dozens of other",
                ),
                (
                    "The Trump administration has imposed a raft",
                    "But administration officials have said that there",
                ),
            ],
        ),
    ],
)
def test_they_meet_where_both_tell_the_same(
    left: str, right: str, meeting: list[tuple[str, str]]
) -> None:
    assert set(meeting) <= set(meetings(compared(left, right)))


def test_to_step_up_is_not_to_step_down() -> None:
    found = compared("dw", "press-tv")
    assert (
        "Self-declared President Juan Guaido is to step",
        "Washington has been pressuring Maduro to step",
    ) in meetings(found)
    assert {link.tier for link in found.links} == {"related"}


def test_each_calls_guaido_something_else() -> None:
    found = {one.name: one for one in compared("unnamed", "al-jazeera").naming}

    guaido = found["Juan Guaido"]

    assert [phrase.text for phrase in guaido.left] == [
        "Guaidó",
        "Juan Guaidó, the head of Venezuela’s opposition-controlled National Assembly",
    ]
    assert [phrase.text for phrase in guaido.right] == [
        "opposition leader Juan Guaido",
        "Guaido, the leader of the country’s opposition-controlled legislative body",
    ]


def test_who_is_quoted() -> None:
    comparison = compared("press-tv", "unnamed")

    said = {(quote.speaker, quote.text[:30]) for quote in comparison.quotes.left}

    assert ("Pompeo", "From Venezuela, it is our deep") in said
    assert ("Maduro", "With your rifles on your shoul") in said


def test_what_the_unnamed_site_says_twice_is_told() -> None:
    comparison = compared("unnamed", "al-jazeera")
    texts = [
        comparison.left.blocks[block].text[start:stop]
        for block, start, stop in comparison.sentences.left
    ]

    assert comparison.repeats.left
    for again, first in comparison.repeats.left:
        assert first < again
        assert texts[first].split() == texts[again].split()
