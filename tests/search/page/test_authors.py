from __future__ import annotations

import pytest

from search.page.authors import byline_names, inner_names, is_name, names_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Andrew Buncombe", ("Andrew Buncombe",)),
        (
            "By X. Doe, Jean-Luc O'Hara and Mai van Linh",
            ("X. Doe", "Jean-Luc O'Hara", "Mai van Linh"),
        ),
        ("By Jane Doe, BBC News, Washington", ("Jane Doe",)),
        ("ByJane Doe", ("Jane Doe",)),
        ("By Jane Doe December 20, 2023", ("Jane Doe",)),
        ("Written by Jane Doe | Published 3 May 2019", ("Jane Doe",)),
        ("Von Karin Schäfer und Tom Roth", ("Karin Schäfer", "Tom Roth")),
        ("Par Élodie Martin", ("Élodie Martin",)),
        ("By Reuters", ()),
        ("By The Associated Press", ()),
        ("By News Desk", ()),
        ("By 2020 the bridge was gone", ()),
        ("Bystanders ran", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


def test_a_byline_may_begin_inside_its_line_but_a_photographer_is_no_author() -> None:
    assert inner_names("News by Matt Wales") == ("Matt Wales",)
    assert inner_names("Photo by Matt Wales") == ()


@pytest.mark.parametrize("text", ["mm/aw", "World News", "Share This", "The Guardian", "Madonna"])
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_names_before_a_date() -> None:
    line = "Javier Espinoza and Patricia Nilsson, Financial Times - Dec 20, 2023 3:06 pm UTC"
    assert names_of(line) == ("Javier Espinoza", "Patricia Nilsson")
