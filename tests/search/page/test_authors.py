from __future__ import annotations

import pytest

from search.page.authors import (
    byline_names,
    inner_names,
    is_name,
    joined_suffixes,
    lone_names,
    names_of,
    sole_signature,
)
from search.page.offices import is_nobody


def test_an_outlet_is_looked_for_in_a_short_line_only() -> None:
    """Each end of a line is looked up, which in a line of any length would take its square."""
    assert names_of("Jane Doe BBC News") == ("Jane Doe",)
    assert names_of("Jane Doe " + "Xaword " * 14 + "BBC News") == ()


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
        ("By Anna Falk as told to Jane Doe", ("Anna Falk", "Jane Doe")),
        ("Photos and story by Jane Doe", ("Jane Doe",)),
        ("by Jane Doe, National Institute of Tides and River Mouths", ("Jane Doe",)),
        ("By Jane Doe and Tom Roth, Harbour University", ("Jane Doe", "Tom Roth")),
        ("By Jane DoePublished 3 May 2019", ("Jane Doe",)),
        ("By Jane DoeSenior Editor", ("Jane Doe",)),
        ("By Sean VanHome", ("Sean VanHome",)),
        ("By Institute of Tides", ("Institute of Tides",)),
        ("By Jane Doe with Tom Roth", ("Jane Doe", "Tom Roth")),
        ("By Jane Doe BBC News", ("Jane Doe",)),
        ("By JANE DOE Associated Press", ("JANE DOE",)),
        ("By Jane Doe Monday, December 18, 2023", ("Jane Doe",)),
        ("By Joe Friday, 3 May 2017", ("Joe Friday",)),
        ("By Ann Smith and Joe Friday, May 3, 2017", ("Ann Smith", "Joe Friday")),
        ("Von Karin Sonntag, 3. Mai 2017, 10:30 Uhr", ("Karin Sonntag",)),
        ("By Joe Wednesday, 3 May 2017", ()),
        ("By Jane Doe Friday, 3 May 2017", ("Jane Doe",)),
        ("By Jane Doe, Friday, 3 May 2017", ("Jane Doe",)),
        ("By Reuters Friday, 3 May 2017", ()),
        ("By Editorial Board", ()),
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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By E.J. Merrick Jr.", ("E.J. Merrick Jr.",)),
        ("By John Doe, Sr. and Jane Doe", ("John Doe Sr.", "Jane Doe")),
        ("By John Doe III, Washington", ("John Doe III",)),
        ("By Jane Doe @janedoe", ("Jane Doe",)),
        ("By Jane Doe Environment correspondent", ("Jane Doe",)),
        ("By Jane Doe Brussels correspondent", ("Jane Doe",)),
        ("By Jane B. Doe South Africa correspondent", ("Jane B. Doe",)),
        ("Reporter: Jane Doe", ("Jane Doe",)),
        ("By Larne Point (AP)", ()),
        ("By Harbour Gazette Staff", ()),
        ("By The Harbour Gazette", ()),
        ("By Press Trust of India", ()),
        ("By Our Special Correspondent", ()),
        ("بقلم سارة الخطيب", ("سارة الخطيب",)),
    ],
)
def test_bylines_with_what_goes_with_a_name(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line", ["نشر في", "होम समाचार", "Climate Change", "World Business", "Harbour Gazette"]
)
def test_what_nobody_signs_is_no_name(line: str) -> None:
    assert not names_of(line)


@pytest.mark.parametrize(
    "text", ["Various", "News desk", "BBC News staff", "Health editor", "Admin", "Political Editor"]
)
def test_desks_and_offices_are_nobody(text: str) -> None:
    assert is_nobody(text)


@pytest.mark.parametrize("text", ["Jane Doe", "Amnesty International", "World Health Organization"])
def test_persons_and_bodies_are_somebody(text: str) -> None:
    assert not is_nobody(text)


def test_a_suffix_belongs_to_the_name_before_it() -> None:
    assert joined_suffixes("John Doe, Jr., and Jane Roe") == "John Doe Jr., and Jane Roe"
    assert joined_suffixes("John Doe, Ivan Roe") == "John Doe, Ivan Roe"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("by DrQuill, 3 May 2019", "DrQuill"),
        ("By HarbourLab", "HarbourLab"),
        ("By Suryadi | 3 May 2019", "Suryadi"),
        ("By Suryadi", ""),
        ("By Invitation", ""),
        ("By Reuters, 3 May 2019", ""),
        ("By Staff, 3 May 2019", ""),
        ("By boat, 3 May 2019", ""),
    ],
)
def test_one_word_signs_where_it_has_a_capital_inside_or_a_date_beside(
    line: str, name: str
) -> None:
    assert sole_signature(line) == name


def test_where_somebody_reports_from_is_no_more_of_a_line_of_names() -> None:
    assert lone_names("Jane Doe and Tom Roth in New York") == ("Jane Doe", "Tom Roth")
    assert lone_names("Jane Doe in the kitchen of her house") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane WalshShowbiz & TV Reporter", ("Jane Walsh",)),
        ("Jane DoePolitical Correspondent", ("Jane Doe",)),
        ("Jane MacDonald Reporter", ("Jane MacDonald",)),
        ("Human Spaceflight Historian", ()),
    ],
)
def test_an_office_glued_to_a_name_is_cut_off(line: str, names: tuple[str, ...]) -> None:
    assert lone_names(line) == names


def test_names_with_places_offices_and_papers() -> None:
    assert names_of("Jane Doe in Lund and Tom Roth in New York 3 May 2019") == (
        "Jane Doe",
        "Tom Roth",
    )
    assert names_of("Jane Doe / 3 May 2019") == ("Jane Doe",)
    assert lone_names("Jane Doe Business reporter, BBC News") == ("Jane Doe",)
    assert names_of("Jane Doe jane@tide.example") == ("Jane Doe",)
    assert lone_names("Getty Images") == ()
    assert lone_names("Image Credit") == ()
