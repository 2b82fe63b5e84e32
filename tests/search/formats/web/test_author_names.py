from __future__ import annotations

import pytest

from search.formats.web.author_names import author_names

ITSELF = frozenset({"tide courier"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maria Lindqvist", ("Maria Lindqvist",)),
        ("By Maria Lindqvist and Tom O’Hara", ("Maria Lindqvist", "Tom O’Hara")),
        ("Maria Lindqvist, Tom O'Hara", ("Maria Lindqvist", "Tom O'Hara")),
        ("Maria Lindqvist; Tom O'Hara", ("Maria Lindqvist", "Tom O'Hara")),
        ("Lindqvist, Maria", ("Maria Lindqvist",)),
        ("Maria Lindqvist, Harbour Correspondent", ("Maria Lindqvist",)),
        ("Maria Lindqvist | Tide Courier", ("Maria Lindqvist",)),
        ("Maria Lindqvist (@mlind)", ("Maria Lindqvist",)),
        ("Maria Lindqvist mlind@tide.example", ("Maria Lindqvist",)),
        ("By Maria Lindqvist, Sunday, 3 March 2019", ("Maria Lindqvist",)),
        ("Maria Lindqvist, Software Engineer", ("Maria Lindqvist",)),
        ("MARIA LINDQVIST", ("MARIA LINDQVIST",)),
        ("Von Maria Lindqvist und Jörg Öz", ("Maria Lindqvist", "Jörg Öz")),
        ("By | Maria Lindqvist | Harbour Bureau Chief | 3 March 2019", ("Maria Lindqvist",)),
        ("Analysis by Maria Lindqvist, CNN", ("Maria Lindqvist",)),
        ("Maria Lindqvist/Reuters", ("Maria Lindqvist",)),
        ("Reuters Staff", ()),
        ("Tidewatcher", ("Tidewatcher",)),
        ("王小明", ("王小明",)),
        ("Harbour Institute of Science", ("Harbour Institute of Science",)),
        ("Tide Courier", ()),
        ("The Tide Courier", ()),
        ("Tide Courier Staff", ()),
        ("Reuters", ()),
        ("admin", ()),
        ("Staff Writer", ()),
        ("Editorial Team", ()),
        ("https://www.facebook.com/tidecourier", ()),
        ("@mlind", ()),
        ("news@tide.example", ()),
        ("View all articles by this author", ()),
        ("12345", ()),
        ("a " * 500, ()),
        ("", ()),
    ],
)
def test_persons_are_told_from_all_else(text: str, names: tuple[str, ...]) -> None:
    assert author_names([text], ITSELF) == names


def test_a_name_said_again_is_one_author() -> None:
    assert author_names(["Maria Lindqvist", "MARIA LINDQVIST", "Tom O'Hara"], ITSELF) == (
        "Maria Lindqvist",
        "Tom O'Hara",
    )


def test_the_time_it_takes_to_read_is_no_name() -> None:
    assert author_names(["Jane Doe 4 min read"], frozenset()) == ("Jane Doe",)
    assert author_names(["Jane Doe · 12 minutes"], frozenset()) == ("Jane Doe",)
