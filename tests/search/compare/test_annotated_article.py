"""Standing sentences take no part in a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article import Block
from search.compare import compare
from search.compare.annotated_article import annotate
from search.sides import Sides
from search.text import sentence_keys, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article

LETTER = "Sign up for the evening letter of Anna Gold at the Herald, and read it at leisure."
THANKS = "Thank you. Become a member."
STORY = "The levee at Marlow held all night, Mayor Jonas Brandt said."
STANDING = frozenset(
    key for text in (LETTER, THANKS) for key in sentence_keys(text, sentences(text))
)


def test_a_block_of_nothing_else_is_boilerplate(article: Callable[..., Article]) -> None:
    told = annotate(article(STORY, THANKS, f"{LETTER} {THANKS}"), STANDING)
    assert [block.kind for block in told.article.blocks] == [
        "paragraph",
        "boilerplate",
        "boilerplate",
    ]
    assert [told.text(one) for one in told.sentences] == [STORY]


def test_amid_others_only_long_ones_are_left_out(article: Callable[..., Article]) -> None:
    told = annotate(article(f"{STORY} {LETTER} {THANKS}"), STANDING)
    assert [block.kind for block in told.article.blocks] == ["paragraph"]
    said = [told.text(one)[one.at.start : one.at.stop] for one in told.sentences]
    assert said == [STORY, "Thank you.", "Become a member."]


def test_without_any_the_article_is_the_same(article: Callable[..., Article]) -> None:
    whole = article(STORY, Block("heading", "—"), LETTER)
    assert annotate(whole).article is whole
    assert annotate(whole, frozenset({1})).article is whole


def test_they_give_no_links_names_words_or_runs(article: Callable[..., Article]) -> None:
    left, right = article(STORY, LETTER, LETTER), article(LETTER, STORY, LETTER)
    plain = compare(left, right)
    found = compare(left, right, standing=Sides(STANDING, STANDING))
    assert len(plain.links) > len(found.links) == 1
    assert len(found.sentences.left) == len(found.sentences.right) == 1
    assert found.shared == Sides(1.0, 1.0)
    assert {one.text for one in plain.names} - {one.text for one in found.names} == {
        "Anna Gold",
        "Herald",
    }
    assert len(found.runs) == 1
    assert found.mirrored() == compare(right, left, standing=Sides(STANDING, STANDING))


def test_each_side_has_its_own(article: Callable[..., Article]) -> None:
    one = article(STORY, LETTER)
    found = compare(one, one, standing=Sides(STANDING, ()))
    assert (len(found.sentences.left), len(found.sentences.right)) == (1, 2)
    assert found.unmatched == Sides((), (1,))
