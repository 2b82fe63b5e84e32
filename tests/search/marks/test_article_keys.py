"""What articles are known by."""

from __future__ import annotations

import pytest
from paper import told

from search.article import Article, ArticleId, Block
from search.marks.article_keys import alike, keys_of


def article(*texts: str, source: str | None = "Tide", url: str | None = None) -> Article:
    blocks = tuple(Block("paragraph", text) for text in texts)
    return Article(ArticleId("1"), "a.md", blocks, "Title", source, url=url)


def sketch(text: str) -> bytes:
    return keys_of(article(*text.split("\n\n"))).sketch


def test_spaces_case_and_furniture_make_no_other_text() -> None:
    plain = keys_of(article("The ferry sails."))
    assert keys_of(article("THE  ferry sails.")).text == plain.text
    folded = article("The ferry sails.")
    page = Article(
        folded.id, "b.md", (*folded.blocks, Block("boilerplate", "Menu")), "Title", "Tide"
    )
    assert keys_of(page).text == plain.text
    assert keys_of(article("The ferry sails.", source="Pilot")).text != plain.text
    assert keys_of(article("The", "ferry sails.")).text != plain.text


@pytest.mark.parametrize("length", [1, 40])
@pytest.mark.parametrize(
    ("kept", "same"), [(10, True), (9, True), (6, False), (3, False), (0, False)]
)
def test_texts_are_alike_by_how_much_of_them_is_the_same(
    length: int, kept: int, same: bool
) -> None:
    old = "\n\n".join(told(number) for number in range(length)).split("\n\n")
    cut = len(old) * kept // 10
    new = "\n\n".join(
        [*old[:cut], *(f"other{n} news{n} of{n} sea{n} " * 7 for n in range(len(old) - cut))]
    )
    assert alike(sketch("\n\n".join(old)), sketch(new)) is (same or cut == len(old))


def test_texts_without_words_are_like_none() -> None:
    assert not alike(sketch("…"), sketch("…"))
    assert alike(sketch("One"), sketch("one"))


def test_addresses_of_strangers_can_be_kept() -> None:
    assert keys_of(article("a", url="https://a.example/\udcff")).address == "https://a.example/?"
