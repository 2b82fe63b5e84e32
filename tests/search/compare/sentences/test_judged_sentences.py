from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare import At, Judgement, compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article
    from search.compare import Comparison

LEFT = (
    "The river burst its banks on Tuesday night and flooded the old town of Marlow.",
    "Insurers expect claims of ninety million euros.",
)
RIGHT = (
    "The old town of Marlow was flooded when the river burst its banks on Tuesday night.",
    "Damage will cost a fortune, the trade says. Nobody was hurt.",
)


def ends(comparison: Comparison) -> list[tuple[int, int, bool]]:
    return [(link.left, link.right, link.judged) for link in comparison.links]


def test_a_link_that_does_not_meet_goes_with_all_that_follows_from_it(
    article: Callable[..., Article],
) -> None:
    left, right = article(*LEFT), article(*RIGHT)
    before = compare(left, right)
    assert ends(before) == [(0, 0, False)]
    apart = Judgement(before.sentences.left[0], before.sentences.right[0], meets=False)
    after = compare(left, right, judged=[apart])
    assert (after.links, after.wording, after.figures) == ((), (), ())
    assert after.apart == ((0, 0),)
    assert (sum(after.meets.left), after.shared.right) == (0, 0)
    assert 0 in after.unmatched.left


def test_sentences_that_meet_say_the_same_by_the_words_that_both_have(
    article: Callable[..., Article],
) -> None:
    left, right = article(*LEFT), article(*RIGHT)
    meet = Judgement(At(1, 0, 20), At(1, 3, 40), meets=True)
    after = compare(left, right, judged=[meet])
    assert ends(after) == [(0, 0, False), (1, 1, True)]
    assert (after.links[1].tier, after.links[1].score) == ("says the same", 1.0)
    assert after.links[1].words.left == ()
    assert after.apart == ()
    assert after.meets.left.same == 1


def test_the_later_of_two_judgements_holds_and_lost_passages_are_passed_over(
    article: Callable[..., Article],
) -> None:
    left, right = article(*LEFT), article(*RIGHT)
    first = compare(left, right)
    both = first.sentences.left[0], first.sentences.right[0]
    said = [
        Judgement(*both, meets=False),
        Judgement(*both, meets=True),
        Judgement(At(7, 0, 5), both[1], meets=True),
    ]
    after = compare(left, right, judged=said)
    assert ends(after) == [(0, 0, True)]
    assert after.links[0].words == first.links[0].words
    assert after.judged == tuple(said)


def test_swapping_the_sides_mirrors_what_was_said(article: Callable[..., Article]) -> None:
    left, right = article(*LEFT), article(*RIGHT)
    said = [
        Judgement(At(0, 0, 30), At(0, 0, 30), meets=False),
        Judgement(At(1, 0, 20), At(1, 0, 20), meets=True),
    ]
    swapped = [Judgement(one.right, one.left, one.meets) for one in said]
    assert compare(left, right, judged=said).mirrored() == compare(right, left, judged=swapped)
