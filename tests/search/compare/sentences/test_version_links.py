"""Two versions of one article, laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import own_words
from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def words(article: Article, block: int, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [article.blocks[block].text[start:stop] for start, stop in spans]


def test_a_sentence_meets_the_one_it_became_and_no_other(article: Callable[..., Article]) -> None:
    left = article("The wall will be built. It will cost four million. The wall will be long.")
    right = article("The wall will be built. It would cost five million. Nobody knows when.")
    found = compare(left, right, versions=True)
    assert [(one.left, one.right, one.tier) for one in found.links] == [
        (0, 0, "same words"),
        (1, 1, "says the same"),
    ]
    assert found.unmatched == found.unmatched.__class__((2,), (2,))
    own = own_words(found, found.links[1])
    assert words(left, 0, own.left) == ["will", "four"]
    assert words(right, 0, own.right) == ["would", "five"]
    assert own_words(found, found.links[0]).left == ()


def test_another_case_is_a_change_and_a_very_long_sentence_is_compared_at_its_ends(
    article: Callable[..., Article],
) -> None:
    middle = " ".join(f"word{n}" for n in range(300))
    other = " ".join(f"term{n}" for n in range(100))
    left = article(f"The Wall stays. It {middle} goes on and on like this for all to see it.")
    right = article(
        f"The wall stays. It {middle.replace('word7 ', 'x ')} goes on and on like this for all to see it."
    )
    found = compare(left, right, versions=True)
    assert words(left, 0, own_words(found, found.links[0]).left) == ["Wall"]
    assert words(right, 0, own_words(found, found.links[1]).right) == ["x"]
    third = article(f"The wall stays. It {other} {middle} {other} goes.")
    changed = compare(right, third, versions=True)
    assert len(changed.links) >= 1


def test_swapped_sides_mirror_it(article: Callable[..., Article]) -> None:
    left, right = article("One. Two stays here."), article("Two stays there. Three.")
    found = compare(left, right, versions=True)
    assert found.mirrored().mirrored() == found
    assert found.mirrored().versions
