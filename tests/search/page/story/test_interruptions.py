"""Posts, tables and times, told by what stands beside them."""

from __future__ import annotations

import pytest

from search.page.line_class import classify
from search.page.lines import split_lines
from search.page.story.interruptions import with_interruptions


def names(text: str) -> list[str]:
    lines = split_lines(text)
    return [seen.name for seen in with_interruptions(lines, [classify(line) for line in lines])]


def test_a_post_with_all_that_stands_below_it() -> None:
    post = "Ida Holm\n@idaholm\nThey sold it. Nobody told us.\n3:12 PM · Mar 4, 2021\n204\nReply"
    wanted = ["POST", "POST", "QUOTED", "POSTED", "POSTED", "POSTED"]
    assert names(f"\n\n{post}\n\n") == wanted
    assert names(
        post.replace("Ida Holm\n", "Ida Holm (@idaholm)\n\n").replace("@idaholm\n", "", 1)
    )[0] in {"POST", "SHORT"}
    assert names(f"{post}\nRead 87 replies\n\nThe ships are sold in May.")[-2:] == [
        "POSTED",
        "SENTENCE",
    ]


def test_a_handle_below_a_byline_is_no_post() -> None:
    assert (
        names("By Ida Holm\n@idaholm\n\nThe ships are sold in May, the company said.")[1] == "SHORT"
    )


@pytest.mark.parametrize(
    "table",
    [
        "Year\tCars\tPeople\n2017\t1,204\t8,330\n2018\t1,100\t7,290",
        "Party Votes Share\nLabour 12,204 41.2%\nCentre Party 8,330 28.1%",
        "| Port | Ship |\n| Lund | Hafrun |\n| Sund | Almar |",
        "Port | Cars\nLund | 12\nSund | 340",
        "Bread £1.20\nMilk £0.95\nFlour n/a",
    ],
)
def test_rows_of_a_table_and_their_head(table: str) -> None:
    text = table.replace("\t", " ")
    assert names(f"\n{text}\n\nA paragraph.")[:3] == ["ROW"] * 3


def test_one_row_alone_and_sentences_with_figures_are_no_table() -> None:
    assert "ROW" not in names("Comments 12\n\nThe ships cost 40.\nThe boats cost 30.")


def test_menus_between_strokes_are_no_table() -> None:
    assert "ROW" not in names("About us | Contact | Privacy\nTerms | Jobs | Help")


def test_times_of_a_live_page() -> None:
    page = "17.00 BST\n\nOne.\n\n16.31 BST\n\nTwo.\n\n15:02\n\nThree."
    assert names(page)[::2] == ["TIME"] * 3
    assert names("2h ago\n\nOne.\n\n3h ago\n\nTwo.\n\n10.15am\n\nThree.")[::2] == ["TIME"] * 3
    assert "TIME" not in names("17.00 BST\n\nOne.\n\n16.31 BST\n\nTwo.")


def test_no_below_a_question_is_an_answer() -> None:
    assert names("Will there be a boat?\n\nNo.")[1] == "SENTENCE"
    assert names("Home\n\nNo")[1] == "BOILERPLATE"


def test_rows_of_figures_between_strokes_are_no_menu() -> None:
    table = "Year | Boats | Tonnes\n2019 | 204 | 1,204\n2020 | 198 | 1,180"
    assert names(f"\n\n{table}\n\n") == ["ROW", "ROW", "ROW"]
    assert "ROW" not in names("\n\nHome | News | 2019\nSport | Travel | 2020\n\n")
