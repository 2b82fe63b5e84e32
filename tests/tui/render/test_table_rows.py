from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from search import Article, ArticleId, Block, Span
from tui.render.article_lines import lay_out
from tui.render.article_page import Reading, parts
from tui.render.selected_text import selected
from tui.render.typeset import Look, typeset

if TYPE_CHECKING:
    from tui.render.article_page import ArticlePage

ROWS = ("Town | Dead | Note", "Marlow | 4 | old", "東京都 | 1,200 | 雨", "Ely | 30 | –")


def page(rows: tuple[str, ...] = ROWS, width: int = 40, lit: Span | None = None) -> ArticlePage:
    blocks = tuple(Block("list", row) for row in rows)
    article = Article(ArticleId("0" * 16), "a.md", blocks, title="Flood")
    spans = tuple((lit,) if lit and at == 1 else () for at in range(len(blocks)))
    return lay_out(parts(Reading(article, (), spans)), width)


def shown(laid: ArticlePage) -> list[str]:
    look = Look(40, 0, Style(), lambda _: Style())
    lines = [typeset(laid, at, look) for at in range(len(laid.lines))]
    assert all(line.cell_length == 40 for line in lines)
    return [line.text.rstrip() for line in lines if " | " in line.text]


def test_cells_stand_below_each_other_and_figures_end_so() -> None:
    assert shown(page()) == [
        "  Town   |  Dead | Note",
        "  Marlow |     4 | old",
        "  東京都 | 1,200 | 雨",
        "  Ely    |    30 | –",
    ]
    bars = {cell_len(line[: line.rindex("|")]) for line in shown(page())}
    assert len(bars) == 1


def test_a_table_that_does_not_fit_is_wrapped_as_it_is() -> None:
    assert shown(page(width=20))[0] == "  Town | Dead | Note"
    narrow = page((*ROWS, "Ely | 30 | " + "word " * 20), width=40)
    assert shown(narrow)[1] == "  Marlow | 4 | old"


def test_rows_of_another_table_and_single_rows_stay_apart() -> None:
    assert shown(page(("a | b", "long cell | c | d", "x | y | z"))) == [
        "  a | b",
        "  long cell | c | d",
        "  x         | y | z",
    ]


def test_matches_and_selections_are_of_the_text_as_it_was_written() -> None:
    laid = page(lit=Span(9, 10))
    assert laid.text_of(0) == "4"
    at = laid.matches[0].line
    line = "  Marlow |     4 | old"
    start, stop = line.index("4"), line.index("old") + 3

    def columns(number: int) -> tuple[int, int] | None:
        return (start, stop) if number == at else None

    assert selected(laid, columns, 0) == "4 | old"
    part = laid.parts[laid.lines[at].part]
    for shown_at, character in enumerate(line[2:]):
        if character.strip():
            assert part.text[part.offset(shown_at)] == character
