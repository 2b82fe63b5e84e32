"""What is longer than an article can be is cut, and the article says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.article import ArticleId
from search.errors import ArticleError
from search.formats import limits, read_article

if TYPE_CHECKING:
    from search.article import Article

STORY = "The bridge reopened on Sunday after two years of costly repairs."


def read(text: str, name: str = "a.md") -> Article:
    return read_article(text.encode(), name, ArticleId("0" * 16))


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_text_of_the_longest_length_is_whole(name: str) -> None:
    line = STORY + "\n\n"
    text = line * (limits.LONGEST_TEXT // len(line))
    article = read(text, name)
    assert article.cuts == ()
    assert {block.text for block in article.blocks} == {STORY}


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_longer_one_is_cut_where_a_line_ends(name: str) -> None:
    article = read((STORY + "\n\n") * 20_000, name)
    assert article.cuts == ("the text after 1,000,000 characters",)
    assert {block.text for block in article.blocks} == {STORY}
    told = sum(len(block.text) + 2 for block in article.blocks)
    assert limits.LONGEST_TEXT - 1_000 <= told <= limits.LONGEST_TEXT


def test_one_endless_line_is_cut_where_a_word_ends() -> None:
    article = read("bridge " * 200_000)
    assert article.cuts == ("the text after 1,000,000 characters",)
    assert article.blocks[0].text.endswith("bridge bridge")
    assert len(article.blocks[0].text) <= limits.LONGEST_TEXT


def test_one_endless_word_is_cut_in_its_midst() -> None:
    article = read("a" * 1_500_000)
    assert [len(block.text) for block in article.blocks] == [limits.LONGEST_TEXT]
    assert len(article.cuts) == 1


def test_a_table_of_endless_lines_is_cut() -> None:
    article = read("# Tides\n\n" + "- ab\n" * 60_000)
    assert article.cuts == ("the text after 50,000 lines",)
    assert len(article.blocks) == limits.MOST_LINES - 1


def test_blank_lines_are_no_lines() -> None:
    assert read(STORY + "\n" * 100_000 + "The end of it.").cuts == ()


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_what_lies_beyond_a_million_blank_lines_is_refused_by_name(name: str) -> None:
    with pytest.raises(ArticleError) as refused:
        read("\n" * 1_000_001 + STORY, name)
    said = "there is no text in the file but for the text after 1,000,000 characters"
    assert refused.value.reason == said


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("> " * 19 + STORY, True),
        ("> " * 20 + STORY, False),
        ("".join("  " * depth + f"- {STORY}\n" for depth in range(9)), True),
        ("".join("  " * depth + f"- {STORY}\n" for depth in range(11)), False),
        ("[" * 5_000 + STORY + "]" * 5_000, False),
    ],
)
def test_what_nests_too_deeply_is_read_with_its_marks(text: str, *, plain: bool) -> None:
    article = read(f"First.\n\n{text}\n\nLast.\n")
    assert article.cuts == ()
    first, *told, last = [block.text for block in article.blocks]
    assert (first, last) == ("First.", "Last.")
    assert all(STORY in said for said in told)
    assert all(said == STORY for said in told) == plain


def head(**said: str) -> Article:
    stated = "".join(f"{name}: {value}\n" for name, value in said.items())
    return read(f"---\ntitle: A bridge\n{stated}---\n\n{STORY}\n")


def test_a_long_title_ends_in_an_ellipsis() -> None:
    article = head(headline="x", title="bridge " * 300)
    assert article.title
    assert len(article.title) <= limits.LONGEST_TITLE
    assert article.title.endswith("bridge bridg…")
    assert article.cuts == ("the title after 1,000 characters",)


def test_a_line_without_end_may_be_a_title_too() -> None:
    article = read("b" * 5_000 + "\n\n" + f"{STORY} {STORY}\n\n" * 9, "a.txt")
    assert len(article.title or "") <= limits.LONGEST_TITLE


def test_long_names_and_many_of_them() -> None:
    article = head(source="s" * 300, authors="a" * 300, tags=", ".join(f"t{n}" for n in range(130)))
    assert article.source == "s" * 199 + "…"
    assert article.authors == ("a" * 199 + "…",)
    assert article.tags == tuple(f"t{n}" for n in range(100))
    assert article.cuts == (
        "the source after 200 characters",
        "one of the authors after 200 characters",
        "all but 100 of 130 tags",
    )


def test_half_an_address_would_lead_nowhere() -> None:
    article = head(url="https://a.example/" + "b" * 3_000, language="en-" + "-".join(["abcd"] * 9))
    assert (article.url, article.language) == (None, None)
    assert not {"url", "language"} & set(article.evidence)
    assert article.cuts == ("the url, of 3,018 characters", "the language, of 47 characters")


PIECES = st.sampled_from(["a", "\n", "\n\n", "\f", " ", "word ", "- x\n"])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), st.integers(1, 30), st.integers(1, 8))
def test_a_cut_leaves_a_beginning_and_says_so(text: str, most: int, lines: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "LONGEST_TEXT", most)
        patch.setattr(limits, "MOST_LINES", lines)
        kept, cuts = limits.cut_text(text)
    assert text.startswith(kept)
    assert len(kept) <= most
    assert sum(bool(row.strip()) for row in kept.replace("\f", "\n").split("\n")) <= lines
    assert bool(cuts) == bool(text[len(kept) :])
