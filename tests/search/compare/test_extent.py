"""Of very long articles the beginning is compared, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.article import Article, ArticleId, Block
from search.compare import compare
from search.compare.extent import LONGEST, MOST_SENTENCES, compared_part
from search.text import sentences

if TYPE_CHECKING:
    from search import BlockKind

SENTENCE = "The bridge reopened on Sunday."


def article(*texts: str, kind: BlockKind = "paragraph") -> Article:
    blocks = tuple(Block(kind, text) for text in texts)
    return Article(ArticleId("0" * 16), "a.md", blocks)


def test_any_report_is_compared_whole() -> None:
    report = article(*[f"{SENTENCE} {SENTENCE}"] * 400)
    assert compared_part(report) is report


def test_a_book_is_compared_up_to_so_many_characters() -> None:
    book = article(*["word " * 999 + "end."] * 100)
    kept = compared_part(book)
    assert kept.cuts == ("from the comparison, the text after 100,000 characters",)
    told = sum(len(block.text) for block in kept.blocks)
    assert LONGEST - 10 < told <= LONGEST
    assert book.blocks[len(kept.blocks) - 1].text.startswith(kept.blocks[-1].text)


def test_a_list_is_compared_up_to_so_many_sentences() -> None:
    kept = compared_part(article(*[f"{SENTENCE} {SENTENCE}"] * 900))
    assert kept.cuts == ("from the comparison, the text after 1,000 sentences",)
    assert sum(len(sentences(block.text)) for block in kept.blocks) == MOST_SENTENCES


def test_one_endless_word_is_not_compared() -> None:
    assert compared_part(article(SENTENCE, "a" * 200_000)).blocks == article(SENTENCE).blocks


def test_furniture_takes_no_room() -> None:
    menu = article(*["Share this"] * 20_000, kind="boilerplate")
    assert compared_part(menu) is menu


def test_a_comparison_has_what_it_compared() -> None:
    long, short = article(*[SENTENCE] * 1_500), article("Nobody came.")
    found = compare(long, short)
    assert len(found.sentences.left) == MOST_SENTENCES
    assert found.left.cuts
    assert found.right is short
    assert found.mirrored().right.cuts == found.left.cuts


@given(st.lists(st.text("ab .", min_size=1, max_size=20), max_size=20), st.integers(1, 60))
def test_what_is_kept_is_a_beginning(texts: list[str], most: int) -> None:
    whole = article(*texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.compare.extent.LONGEST", most)
        patch.setattr("search.compare.extent._SURELY", 0)
        kept = compared_part(whole)
    assert len(kept.blocks) <= len(whole.blocks)
    assert sum(len(block.text) for block in kept.blocks) <= most
    for mine, theirs in zip(kept.blocks, whole.blocks, strict=False):
        assert theirs.text.startswith(mine.text)
