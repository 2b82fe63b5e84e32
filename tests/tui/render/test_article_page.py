from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from search import Article, ArticleId, Block, Span
from tui.render.article_facts import NOT_WHOLE
from tui.render.article_lines import lay_out
from tui.render.article_page import Place, Reading, parts
from tui.render.selected_text import passage, selected

if TYPE_CHECKING:
    from tui.render.article_page import ArticlePage

ARTICLE = Article(
    ArticleId("0" * 16),
    "page.txt",
    (
        Block("boilerplate", "Home"),
        Block("boilerplate", "World"),
        Block("lead", "The armed forces stay loyal, he said."),
        Block("caption", "A soldier in Caracas."),
        Block("heading", "Talks"),
        Block("quote", "We want peace and we want it now."),
        Block("list", "one"),
        Block("list", "two"),
        Block("boilerplate", "Share"),
        Block("paragraph", "The armed forces meet again on Monday."),
    ),
    title="Armed forces talk",
    source="The Paper",
    authors=("A. Writer",),
    published="2019-02-08T18:38:00+00:00",
)
SPANS = tuple(
    (Span(4, 16),) if block.text.startswith("The armed") else () for block in ARTICLE.blocks
)
READING = Reading(ARTICLE, (Span(0, 12),), SPANS)


def lines(page: ArticlePage) -> list[str]:
    shown = []
    for line in page.lines:
        if line.part < 0:
            shown.append("")
            continue
        part = page.parts[line.part]
        before = part.first if line.start == 0 else part.rest
        shown.append(before + part.text[line.start : line.stop])
    return shown


def test_a_match_is_found_by_number_and_by_position() -> None:
    page = lay_out(parts(READING), 40)
    assert [page.text_of(i) for i in range(READING.matches)] == [
        "Armed forces",
        "armed forces",
        "armed forces",
    ]
    assert [page.number(2, 4), page.number(9, 4)] == [1, 2]
    assert page.number(2, 5) is None
    assert page.number(99, 0) is None


def test_kinds_of_blocks_are_laid_out_differently() -> None:
    assert lines(lay_out(parts(READING), 40)) == [
        "Armed forces talk",
        "",
        "The Paper · A. Writer",
        "8 Feb 2019 18:38 · 1 min",
        "",
        "▸ 2 lines of page furniture",
        "",
        "The armed forces stay loyal, he said.",
        "",
        "▫ A soldier in Caracas.",
        "",
        "Talks",
        "",
        "│ We want peace and we want it now.",
        "",
        "• one",
        "• two",
        "",
        "▸ 1 line of page furniture",
        "",
        "The armed forces meet again on Monday.",
    ]


def test_a_fold_opens_in_place() -> None:
    page = lay_out(parts(READING, frozenset({0})), 40)
    assert lines(page)[5:9] == ["▾ 2 lines of page furniture", "  Home", "  World", ""]


def test_a_fold_with_something_lit_is_open() -> None:
    lit = Reading(ARTICLE, (), ((), (Span(0, 5),), *((),) * 8))
    page = lay_out(parts(lit), 40)
    assert lines(page)[5:9] == ["▾ 2 lines of page furniture", "  Home", "  World", ""]
    assert "▸ 1 line of page furniture" in lines(page)
    assert [page.lines[match.line].part for match in page.matches] == [5]


def test_rows_of_a_table_and_items_with_a_sign_of_their_own_get_no_bullet() -> None:
    rows = ("Year | Cod", "2015 | 330", "• one", "2. two", "three")
    table = Article(ArticleId("2" * 16), "a.txt", tuple(Block("list", row) for row in rows))
    shown = ["  Year | Cod", "  2015 | 330", "", "  • one", "  2. two", "• three"]
    assert lines(lay_out(parts(Reading(table)), 40))[-6:] == shown


def test_missing_facts_are_shown_as_unknown() -> None:
    bare = Article(ArticleId("1" * 16), "a/b.txt", (Block("paragraph", "Word."),))
    assert lines(lay_out(parts(Reading(bare)), 40))[:4] == [
        "b.txt",
        "",
        "unknown source",
        "no date · 1 min",
    ]


def test_a_phrase_is_one_match_even_where_a_line_breaks_it() -> None:
    page = lay_out(parts(READING), 10)
    assert READING.matches == len(page.matches) == 3
    first = page.matches[1]
    on = [n for n, line in enumerate(page.lines) if dict(page.matches_on(line)).get(1) == first]
    assert [lines(page)[n] for n in on] == ["The armed", "forces"]


@given(st.integers(1, 80), st.integers(1, 80))
def test_a_place_is_found_again_at_any_width(before: int, after: int) -> None:
    old, new = lay_out(parts(READING), before), lay_out(parts(READING), after)
    for number in range(len(old.lines)):
        place = old.place(number)
        line = new.lines[new.line(place)]
        assert (line.part < 0) == (place.offset == -2)
        if line.part >= 0:
            assert new.parts[line.part].block == place.block
        assert place.offset < 0 or line.start <= place.offset <= line.stop


def test_a_place_in_a_fold_that_closed_is_the_fold() -> None:
    opened = lay_out(parts(READING, frozenset({0})), 40)
    closed = lay_out(parts(READING), 40)
    place = opened.place(7)
    assert place == Place(1, 0)
    assert lines(closed)[closed.line(place)] == "▸ 2 lines of page furniture"


def test_the_passage_at_a_line_is_its_whole_block() -> None:
    page = lay_out(parts(READING), 10)
    assert passage(page, 0) == "The armed forces stay loyal, he said."


def test_selected_text_comes_back_without_the_breaks_of_wrapping() -> None:
    page = lay_out(parts(READING), 14)
    quote = [n for n, line in enumerate(lines(page)) if line.startswith("│")]

    def columns(line: int) -> tuple[int, int] | None:
        if line == quote[0]:
            return (4 + 2 + 3, -1)
        return (0, -1) if quote[0] < line <= quote[-1] + 2 else None

    assert selected(page, columns, margin=4) == "want peace and we want it now.\n\none"


def test_omissions_are_noted_below_the_head_and_at_the_end() -> None:
    cut = replace(ARTICLE, cuts=("the text after 9 lines", "all but 100 of 130 tags"))
    page = lay_out(parts(Reading(cut)), 72)
    note = "left out: the text after 9 lines; all but 100 of 130 tags"
    shown = lines(page)
    assert [place for place, line in enumerate(shown) if line == note] == [5, len(shown) - 1]
    places = [page.place(line) for line in range(len(shown))]
    assert places == sorted(places)
    assert [page.line(place) for place in places] == list(range(len(shown)))


def test_an_article_that_is_cut_says_so_where_omissions_are_noted() -> None:
    shown = lines(lay_out(parts(Reading(replace(ARTICLE, whole=False))), 72))
    assert [place for place, line in enumerate(shown) if line == NOT_WHOLE] == [5, len(shown) - 1]
    shown = lines(
        lay_out(
            parts(Reading(replace(ARTICLE, whole=False, cuts=("x",), evidence={"whole": "text"}))),
            100,
        )
    )
    assert f"left out: x · {NOT_WHOLE}" in shown


def test_code_and_items_within_items_are_set_in() -> None:
    blocks = (
        Block("list", "One"),
        Block("list", "Two", 1),
        Block("list", "Three and more words", 2),
        Block("code", "def open():"),
        Block("code", "span()", 4),
        Block("code", "deep", 40),
    )
    page = lay_out(parts(Reading(Article(ArticleId("0" * 16), "a.md", blocks, title="T"))), 20)
    assert lines(page)[4:] == [
        "",
        "• One",
        "  • Two",
        "    • Three and more",
        "      words",
        "",
        "  def open():",
        "      span()",
        "              deep",
    ]
