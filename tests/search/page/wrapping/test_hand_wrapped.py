"""Text wrapped by hand: which lines are one paragraph."""

from __future__ import annotations

from textwrap import fill

import pytest

from search.page.lines import split_lines
from search.page.wrapping.hand_wrapped import Row, unwrap

PARAGRAPHS = [
    (
        "The ferry company said on Monday that it would sell both of its older ships, and that the "
        "route to the northern islands would be served by a smaller boat from the autumn onwards."
    ),
    (
        "Islanders fear that the smaller boat won't sail in the storms that close the harbour for days "
        "at a time, as it did not in the two winters when it was tried before."
    ),
    (
        "“Nobody asked us,” said Ingrid Voss, who keeps the shop beside the pier. “We read it in the "
        "paper like everybody else, and by then it had been decided.”"
    ),
    (
        "The ministry pays eleven million crowns a year for the route, a sum that hasn't been raised "
        "since the bridge to the nearest of the islands was opened in the spring of 2004."
    ),
]


def texts(text: str) -> list[str]:
    return [line.text for line in split_lines(text)]


@pytest.mark.parametrize("width", [25, 34, 46, 60, 72, 80, 100, 132])
def test_paragraphs_between_blank_lines_at_any_width(width: int) -> None:
    assert texts("\n\n".join(fill(one, width) for one in PARAGRAPHS)) == PARAGRAPHS


def test_a_head_of_short_lines_stays_as_it_is() -> None:
    head = ["Feed: Island News", "Title: Ferry company sells ships", "Date: 4 March 2019"]
    text = "\n".join(head) + "\n\n" + "\n\n".join(fill(one, 80) for one in PARAGRAPHS)
    assert texts(text) == head + PARAGRAPHS


def test_menus_around_a_wrapped_text_stay_as_they_are() -> None:
    menu, foot = ["Home", "News", "Sport"], ["1. Ten walks for spring", "2. What to cook now"]
    body = "\n\n".join(fill(one, 72) for one in PARAGRAPHS)
    assert texts("\n".join(menu) + f"\n\n{body}\n\n" + "\n".join(foot)) == menu + PARAGRAPHS + foot


@pytest.mark.parametrize("indent", ["   ", "\t", "  "])
def test_first_lines_that_are_indented_begin_a_paragraph(indent: str) -> None:
    body = "\n".join(fill(indent + one, 66, expand_tabs=False) for one in PARAGRAPHS)
    found = split_lines("FERRY COMPANY SELLS SHIPS\n" + body)
    assert [line.text for line in found] == ["FERRY COMPANY SELLS SHIPS", *PARAGRAPHS]
    assert all(line.gap for line in found)


def test_a_margin_is_no_indent() -> None:
    body = "\n\n".join(
        fill(one, 72, initial_indent="   ", subsequent_indent="   ") for one in PARAGRAPHS
    )
    assert texts(body) == PARAGRAPHS


def test_paragraphs_without_a_blank_line_end_where_a_line_is_short() -> None:
    assert texts("\n".join(fill(one, 70) for one in PARAGRAPHS)) == PARAGRAPHS


def test_a_quotation_set_narrower_is_one_paragraph() -> None:
    cited = fill(PARAGRAPHS[2], 48, initial_indent="      ", subsequent_indent="      ")
    text = "\n\n".join([fill(PARAGRAPHS[0], 76), cited, fill(PARAGRAPHS[1], 76)])
    assert texts(text) == [PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[1]]


def test_mail_that_cites_mail() -> None:
    body = "\n>\n".join(
        fill(one, 70, initial_indent="> ", subsequent_indent="> ") for one in PARAGRAPHS
    )
    assert texts(body) == PARAGRAPHS


def test_items_of_a_list_go_on_below_their_bullet() -> None:
    items = [f"* {one}" for one in PARAGRAPHS[:3]]
    text = "\n".join(fill(one, 64, subsequent_indent="  ") for one in items)
    assert texts(f"{fill(PARAGRAPHS[3], 64)}\n\n{text}") == [PARAGRAPHS[3], *items]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    first, *rest = fill(PARAGRAPHS[0], 50).split("\n")
    text = f"{first}\n{rest[0]}\f" + "\n".join(rest[1:]) + "\n\n" + fill(PARAGRAPHS[1], 50)
    assert texts(text) == PARAGRAPHS[:2]


def test_one_paragraph_alone() -> None:
    assert texts("Ferry company sells ships\n\n" + fill(PARAGRAPHS[1], 72)) == [
        "Ferry company sells ships",
        PARAGRAPHS[1],
    ]


def test_capitals_and_scripts_without_capitals() -> None:
    loud = [one.upper() for one in PARAGRAPHS]
    assert texts("\n\n".join(fill(one, 69) for one in loud)) == loud
    said = "渡轮公司星期一表示将出售两艘旧船北部岛屿的航线从秋天起将由一艘较小的船只提供服务岛民担心小船无法在风暴中航行如同前两个冬天试航时一样码头旁的店主说没有人问过他们。"
    rows = [said[i : i + 18] for i in range(0, len(said), 18)]
    assert texts("\n".join(rows)) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(
            ["the tide goes out", "and leaves the boats", "on their sides", "in the mud"] * 4
        ),
        "\n".join(["Ferry company sells both of its older ships", "Bridge closed until May"] * 5),
        "\n\n".join(PARAGRAPHS),
        "\n".join(PARAGRAPHS),
        "\n".join(f"https://example.org/papers/2019/{i:06}/the-harbour-study" for i in range(9)),
        "",
    ],
)
def test_what_nobody_wrapped_stays(text: str) -> None:
    assert texts(text) == [row for row in text.split("\n") if row]


def test_rows_that_were_not_wrapped_are_told() -> None:
    assert unwrap([]) is None
    assert unwrap([Row(1, "One line.", gap=True)]) is None


def test_paragraphs_keep_the_number_of_their_first_line() -> None:
    found = split_lines("\n\n".join(fill(one, 60) for one in PARAGRAPHS), 11)
    assert [line.number for line in found] == [11, 15, 19, 23]
