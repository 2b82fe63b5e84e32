from __future__ import annotations

import pytest

from search.formats.web.title_choice import alike, choose_title, without_outlet

ITSELF = frozenset({"tide courier", "tidecourier.example", "tidecourier"})
BRIDGE = "Harbour bridge reopens after two years"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        (f"{BRIDGE} | The Tide Courier", BRIDGE),
        (f"{BRIDGE} – Tide Courier", BRIDGE),
        (f"The Tide Courier: {BRIDGE}", f"The Tide Courier: {BRIDGE}"),
        (f"Tide Courier » {BRIDGE}", BRIDGE),
        (f"{BRIDGE} - tidecourier.example", BRIDGE),
        ("Bridge reopens - at last", "Bridge reopens - at last"),
        ("The Tide Courier", "The Tide Courier"),
        ("Tide Courier", ""),
        ("", ""),
    ],
)
def test_the_outlet_is_cut_off_both_ends(title: str, bare: str) -> None:
    assert without_outlet(title, ITSELF) == bare


@pytest.mark.parametrize(
    ("headings", "stated", "chosen"),
    [
        ([BRIDGE], [(f"{BRIDGE} | Tide Courier", "title")], (BRIDGE, "h1")),
        (["Tide Courier", BRIDGE], [(BRIDGE, "title")], (BRIDGE, "h1")),
        ([f"News {BRIDGE}"], [(BRIDGE, "meta og:title")], (BRIDGE, "meta og:title")),
        ([BRIDGE], [(BRIDGE[:22], "title"), (BRIDGE, "meta og:title")], (BRIDGE, "h1")),
        (["Welcome to our pages"], [(BRIDGE, "meta og:title"), (f"{BRIDGE} - News", "title")], (BRIDGE, "meta og:title")),
        (["You’ll never guess which bridge reopened in the harbour"], [("Harbour bridge opens", "meta og:title")],
         ("You’ll never guess which bridge reopened in the harbour", "h1")),
        ([], [("Tides", "title")], ("Tides", "title")),
        (["Tides"], [], ("Tides", "h1")),
        (["Menu", "Search"], [], None),
        ([], [("Tide Courier", "title")], None),
        ([], [], None),
    ],
)  # fmt: skip
def test_the_headline_is_what_a_reader_sees_and_the_page_states(
    headings: list[str], stated: list[tuple[str, str]], chosen: tuple[str, str] | None
) -> None:
    assert choose_title(headings, stated, ITSELF) == chosen


def test_titles_are_alike_but_for_a_word() -> None:
    assert alike("Harbour bridge reopens on Sunday", "Harbour Bridge Reopens Sunday")
    assert not alike("Harbour bridge reopens", "Ferries are late")
    assert not alike("", "")
