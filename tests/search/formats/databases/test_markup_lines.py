"""Lines of a page as a browser breaks them."""

from __future__ import annotations

from search.formats.databases.markup_lines import RULE, markup_lines


def lines(markup: str) -> list[str]:
    return [line.text for line in markup_lines(markup)]


def test_paragraphs_have_an_empty_line_between_them_and_breaks_have_none() -> None:
    assert lines("<title>x</title><p>a\nb<br>c</p><div>d</div>") == ["a b", "c", "", "d", ""]


def test_the_cells_of_a_row_have_tabs_between_them() -> None:
    table = "<table><tr><td>a</td><td><p>b</p></td></tr><tr><th></th><td>c</td></tr></table>"
    assert [line for line in lines(table) if line] == ["a\tb", "\tc"]


def test_a_cell_of_several_lines_stays_as_it_is() -> None:
    found = [line for line in lines("<tr><td>LP</td><td><p>a</p><p>b</p></td></tr>") if line]
    assert found == ["LP", "a", "b"]


def test_rules_and_anchors_of_documents_are_lines() -> None:
    found = [line for line in lines('a<hr>b<a name="DocID_1">c</a><a name="top">d</a>') if line]
    assert found == ["a", RULE, "b", RULE, "cd"]


def test_a_line_has_the_mark_of_the_part_it_stands_in() -> None:
    page = '<b class="x Paper">a <i>b</i></b>c<p class="day">d<br>e</p>'
    marked = markup_lines(page, {"paper": "P", "day": "D"})
    assert [(one.text, one.mark) for one in marked if one.text] == [
        ("a b", "P"), ("c", ""), ("d", "D"), ("e", "D"),
    ]  # fmt: skip


def test_tags_that_nobody_closes_are_no_fault() -> None:
    assert [line for line in lines("<tr><td>" * 9_000 + "a</tr></td></tr>") if line] == ["a"]
