"""Every use, where it stands, with what stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.article import Article, ArticleId, Block, Head
from search.concordance import Use, find_uses, ordered
from search.concordance.find_uses import CONTEXT
from search.highlight import Highlighter
from search.query import parse
from search.text import Span


def article(*texts: str) -> Article:
    blocks = tuple(Block("paragraph", text) for text in texts)
    return Article(ArticleId("0" * 16), "a.txt", blocks, source="The Pilot")


def found(one: Article, word: str) -> list[Use]:
    return list(find_uses(one, Highlighter(parse(word)).spans))


def test_a_use_is_cut_out_of_its_block() -> None:
    (use,) = found(article("No whale here.", "The sanctions bite."), "sanction")
    assert (use.block, use.before, use.match, use.after) == (1, "The ", "sanctions", " bite.")


def test_boilerplate_is_no_use() -> None:
    one = Article(
        ArticleId("0" * 16), "a", (Block("boilerplate", "whale"), Block("paragraph", "a whale"))
    )
    assert [use.block for use in found(one, "whale")] == [1]


@given(
    text=st.text(st.sampled_from("ab \u00a0é\u4e2d—"), min_size=1, max_size=700),
    data=st.data(),
)
def test_context_and_word_are_the_text_as_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    (use,) = find_uses(article(text), lambda _: (Span(start, stop),))
    assert use.before + use.match + use.after in text
    assert text[use.start : use.stop] == use.match == text[start:stop]
    assert text[: use.start].endswith(use.before)
    assert text[use.stop :].startswith(use.after)
    assert max(len(use.before), len(use.after)) <= CONTEXT
    if start > CONTEXT and " " not in text[start - CONTEXT : start]:
        assert use.before


def use(before: str, after: str, source: str | None = None, published: str | None = None) -> Use:
    return Use(Head(ArticleId("0"), "a", None, source, published), 0, 0, 1, before, "x", after)


def test_lines_are_sorted_by_the_words_after_or_before() -> None:
    lines = [use("the old ", " Zoo"), use("an ", " apple, red"), use("the new ", " “Apple” pie")]
    assert [line.after for line in ordered(lines)] == [" “Apple” pie", " apple, red", " Zoo"]
    assert [line.before for line in ordered(lines, "before")] == ["an ", "the new ", "the old "]


def test_lines_are_sorted_by_day_and_grouped_by_source() -> None:
    lines = [
        use("", "", None, "2024-01-02"),
        use("", "", "b", None),
        use("", "", "A", "2024-01-01"),
    ]
    assert [line.head.published for line in ordered(lines, "newest")] == [
        "2024-01-02",
        "2024-01-01",
        None,
    ]
    assert [line.head.published for line in ordered(lines, "oldest")] == [
        "2024-01-01",
        "2024-01-02",
        None,
    ]
    assert [line.head.source for line in ordered(lines, "newest", "source")] == ["A", "b", None]


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=9))
def test_no_order_loses_or_doubles_a_line(texts: list[tuple[str, str]]) -> None:
    lines = [use(before, after) for before, after in texts]
    for order in ("after", "before", "newest", "oldest"):
        assert sorted(map(repr, ordered(lines, order, "source"))) == sorted(map(repr, lines))
