from __future__ import annotations

from typing import TYPE_CHECKING

from search import Article, ArticleId, Block, Sides
from search.compare import At, Meets, Wording, compare

if TYPE_CHECKING:
    from search.compare import Comparison


def article(*paragraphs: str, kind: str = "paragraph") -> Article:
    blocks = tuple(Block(kind, text) for text in paragraphs)  # type: ignore[arg-type]  # a kind by name
    return Article(ArticleId("0" * 16), "a.md", blocks)


def tiers(found: Comparison) -> list[tuple[int, int, str]]:
    return [(link.left, link.right, link.tier) for link in found.links]


FLOOD = (
    "The river Tamar flooded the old town of Marlow on Tuesday night.",
    "Bread was scarce in the valley.",
    "The council met on Friday.",
)
RIVER = (
    "Marlow's old town was flooded by the river Tamar late on Tuesday.",
    "Nobody minded the rain.",
    "Trains ran late.",
)


def test_sentences_that_tell_the_same_fact_are_linked_with_the_words_that_say_so() -> None:
    found = compare(article(*FLOOD), article(*RIVER))
    (link,) = found.links
    assert (link.left, link.right, link.tier) == (0, 0, "says the same")
    said = Sides(
        [FLOOD[0][start:stop] for start, stop in link.words.left],
        [RIVER[0][start:stop] for start, stop in link.words.right],
    )
    assert said.left == ["river", "Tamar", "flooded", "old", "town", "Marlow", "Tuesday"]
    assert sorted(map(str.lower, said.right)) == sorted(map(str.lower, said.left))


def test_the_words_that_meet_are_counted_by_tier() -> None:
    found = compare(article(*FLOOD), article(*RIVER))
    words = [len(text.split()) for text in FLOOD]
    assert found.meets.left == Meets(words[0] / sum(words), 0.0)
    assert found.shared.left == sum(found.meets.left)


def test_a_lead_in_and_a_caption_without_a_stop_link_nothing() -> None:
    said = "The river Tamar flooded the old town of Marlow on Tuesday night"
    plain = compare(article(f"{said}."), article(*RIVER))
    assert tiers(plain)
    assert not tiers(compare(article(f"{said}:"), article(*RIVER)))
    assert not tiers(compare(article(said, kind="caption"), article(*RIVER)))
    assert tiers(compare(article(f"{said}.", kind="caption"), article(*RIVER)))


def test_a_quotation_that_both_have_links_however_short() -> None:
    one = article("“We told you so,” said the engineer.", "It rained.")
    other = article("Asked about the dam she answered: “We told you so.”", "Nobody came.")
    assert tiers(compare(one, other)) == [(0, 0, "says the same")]


def test_a_catchphrase_that_two_long_sentences_cite_makes_them_related() -> None:
    one = article(
        "Under the banner “make it great” the governor opened a clinic, two schools and a bridge."
    )
    other = article(
        "Farmers mocked his slogan “make it great” when hail destroyed orchards around Marlow in May."
    )
    assert tiers(compare(one, other)) == [(0, 0, "related")]


def test_two_words_in_quotation_marks_are_no_quotation() -> None:
    one = article("The paper was told in June that its report on the harbour is “fake news”.")
    other = article("Some call it “fake news”, wrote a teacher whose pupils had measured the rain.")
    assert tiers(compare(one, other)) == []


def test_what_one_side_puts_in_place_of_what() -> None:
    one = article("The talks on the dam failed after two weeks in Marlow.")
    other = article("The talks on the dam collapsed after two weeks in Marlow.")
    assert compare(one, other).wording == (
        Wording(0, "failed", "collapsed", "replaced", Sides(At(0, 21, 27), At(0, 21, 30))),
    )


def test_function_words_and_words_said_elsewhere_are_no_wording() -> None:
    one = article("The talks on the dam in Marlow failed after two weeks.")
    other = article("The talks about a dam failed in Marlow after two weeks.")
    assert compare(one, other).wording == ()


def scores(one: Article, other: Article) -> dict[tuple[int, int], float]:
    return {(link.left, link.right): link.score for link in compare(one, other).links}


def test_words_in_the_same_company_say_more() -> None:
    left = article("Police searched for survivors under the rubble in Marlow.", "It rained.")
    same = article("Survivors under rubble were what crews in Marlow searched for.", "Wind fell.")
    other = article(
        "Survivors searched Marlow, where rubble lay and crews were busy.", "Wind fell."
    )
    assert scores(left, same)[0, 0] > scores(left, other)[0, 0]


def test_a_verb_with_another_particle_is_another_word() -> None:
    left = article("Vela is to step up pressure on the board of the bank in Larne.", "It rained.")
    down = article("Pressure grew on the Larne board for Vela to step down.", "Wind fell.")
    up = article("Pressure grew on the Larne board for Vela to step up.", "Wind fell.")
    assert scores(left, up)[0, 0] > scores(left, down)[0, 0]


def test_two_sentences_of_which_one_negates_are_less_sure() -> None:
    left = article("The council closed the old bridge over the Tamar on Tuesday.", "It rained.")
    said = article("On Tuesday the council had closed a bridge over the Tamar.", "Wind fell.")
    denied = article("On Tuesday the council had not closed a bridge over the Tamar.", "Wind fell.")
    assert scores(left, said)[0, 0] > scores(left, denied)[0, 0]
