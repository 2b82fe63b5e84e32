from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from search import ArticleId, Excerpt, Head, Hit, Marks, Span
from tui.render.rows.article_row import RowStyles, row

STYLES = RowStyles(Style(), Style(), Style(), Style(underline=True))


def hit(
    label: str = "A title", text: str = "", spans: tuple[Span, ...] = (), matches: int = 0
) -> Hit:
    head = Head(ArticleId("0" * 16), "a.txt", label, "The Paper", "2019-02-08")
    return Hit(head, 1.0, matches, (), Excerpt(text, spans))


def shown(article: Hit, width: int, height: int, sign: str = "") -> list[str]:
    return ["".join(s.text for s in line) for line in row(article, width, height, STYLES, sign)]


def test_a_row_has_title_facts_and_excerpt() -> None:
    text = "The armed forces stay loyal."
    assert shown(hit(text=text, matches=3), 40, 3) == [
        "A title",
        "The Paper  8 Feb 2019                 ×3",
        "The armed forces stay loyal.",
    ]


def test_marks_are_signs_before_the_source() -> None:
    marked = replace(hit(), marks=Marks(read=True, starred=True, tags=("x",), notes=2))
    assert shown(marked, 40, 2, "⇄")[1] == "⇄ ✓ ★ # ✎ The Paper  8 Feb 2019"
    assert shown(replace(hit(), marks=Marks(starred=True)), 40, 2)[1] == "★ The Paper  8 Feb 2019"


def test_a_text_that_is_cut_has_a_sign_too() -> None:
    cut = replace(hit(), head=hit().head._replace(whole=False), marks=Marks(read=True))
    assert shown(cut, 40, 2)[1] == "✓ ⋯ The Paper  8 Feb 2019"
    assert shown(cut, 60, 1)[0].startswith("✓ ⋯ A title")


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    lines = shown(hit("One two three four five six seven", "eight " * 30), 14, 5)
    assert lines[:2] == ["One two three", "four five six…"]
    assert lines[4].endswith("…")


def test_the_excerpt_begins_near_its_match_where_the_row_is_short() -> None:
    text = "word " * 30 + "Guaidó spoke."
    at = text.index("Guaidó")
    lines = row(hit(text=text, spans=(Span(at, at + 6),)), 30, 3, STYLES)
    lit = [s.text for s in lines[2] if s.style and s.style.underline]
    assert lit == ["Guaidó"]


def test_other_sources_of_the_story_stand_after_the_day() -> None:
    def facts(others: int, width: int = 50) -> str:
        lines = row(hit(matches=3), width, 3, STYLES, "", others)
        return "".join(segment.text for segment in lines[1])

    assert facts(0) == "The Paper  8 Feb 2019                           ×3"
    assert facts(1) == "The Paper  8 Feb 2019               +1 source   ×3"
    assert facts(2) == "The Paper  8 Feb 2019              +2 sources   ×3"
    assert facts(2, 30) == "The Paper  8 Feb 2019  +2   ×3"
    assert facts(2, 24) == "The…  8 Feb 2019 +2   ×3"


def test_one_line_holds_title_and_facts_in_columns_of_one_width() -> None:
    def line(article: Hit, others: int = 0, width: int = 60) -> str:
        (cells,) = row(article, width, 1, STYLES, "", others)
        return "".join(segment.text for segment in cells)

    far = hit("A far longer title that goes on and on and on", matches=120)
    assert [line(hit(matches=3)), line(far, 4), line(hit())] == [
        "A title                  The Paper      8 Feb 2019        ×3",
        "A far longer title tha…  The Paper      8 Feb 2019   +4 ×120",
        "A title                  The Paper      8 Feb 2019          ",
    ]
    assert line(far, 4, 38) == "A far longer title…  The Pa…   +4 ×120"


def test_a_marked_article_carries_its_sign() -> None:
    assert shown(hit(), 40, 3, "⇄")[1].startswith("⇄ The Paper")


@given(st.text(max_size=80), st.text(max_size=200), st.integers(1, 60), st.integers(3, 6))
def test_a_row_always_has_its_height_and_fits(
    label: str, text: str, width: int, height: int
) -> None:
    lines = shown(hit(label or "x", text, (Span(0, 1),) if text else ()), width, height)
    assert len(lines) == height
    assert all(cell_len(line) <= max(width, 2) for line in lines)
