from __future__ import annotations

from typing import TYPE_CHECKING

from many_tellings import telling

from search.compare import compare
from search.compare import gathered_wording as module
from search.compare.gathered_wording import MOST_EXAMPLES, WordingGatherer

if TYPE_CHECKING:
    import pytest

    from search.compare import Comparison

HERE = "The company said on Monday that the {} dockers of Westhaven walked out over wages again."


def pair(left: str, right: str, number: int = 0) -> Comparison:
    return compare(
        telling(2 * number, "Pilot", (HERE.format(left),)),
        telling(2 * number + 1, "Tide", (HERE.format(right),)),
    )


def test_what_stands_in_place_of_what_is_counted_over_stories() -> None:
    gatherer = WordingGatherer()
    gatherer.add(0, pair("angry", "worried", 0))
    gatherer.add(0, pair("Angry", "worried", 1))
    gatherer.add(1, pair("angry", "worried", 2))
    gatherer.add(2, pair("militant", "loyal", 3))
    found = gatherer.gathered(())
    assert [(one.left, one.right, one.times, one.stories) for one in found.replacements] == [
        ("angry", "worried", 3, 2),
        ("militant", "loyal", 1, 1),
    ]
    assert (found.stories, found.pairs, found.cuts) == (3, 4, ())
    first = found.replacements[0].examples[0]
    assert (first.left_text, first.right_text) == (HERE.format("angry"), HERE.format("worried"))


def test_examples_are_few_and_what_is_left_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_REPLACEMENTS", 1)
    gatherer = WordingGatherer()
    for number in range(MOST_EXAMPLES + 2):
        gatherer.add(number, pair("angry", "worried", number))
    gatherer.add(9, pair("militant", "loyal", 9))
    found = gatherer.gathered(("some pairs",))
    assert len(found.replacements) == 1
    assert len(found.replacements[0].examples) == MOST_EXAMPLES
    assert found.cuts == ("some pairs", "1 phrases of fewest stories")


def test_swapping_the_sides_swaps_phrases_and_examples() -> None:
    gatherer = WordingGatherer()
    gatherer.add(0, pair("angry", "worried"))
    found = gatherer.gathered(())
    swapped = found.mirrored()
    assert (swapped.replacements[0].left, swapped.replacements[0].right) == ("worried", "angry")
    assert swapped.replacements[0].examples[0].left == found.replacements[0].examples[0].right
    assert swapped.mirrored() == found
