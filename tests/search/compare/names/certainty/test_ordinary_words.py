from __future__ import annotations

import pytest

from search.compare.names.certainty.ordinary_words import famous, is_ordinary


@pytest.mark.parametrize(
    "form",
    ["bread", "diaries", "boxes", "planned", "running", "making", "slowly", "infectious", "profession", "replied"],
)  # fmt: skip
def test_words_are_ordinary_whatever_their_ending(form: str) -> None:
    assert is_ordinary(form)


@pytest.mark.parametrize("form", ["lornes", "spalding", "medicare", "google", "s", "ing", "ed", ""])
def test_names_and_mere_endings_are_not(form: str) -> None:
    assert not is_ordinary(form)


def test_what_is_famous_as_a_name_is_no_ordinary_word() -> None:
    assert "guardian" in famous("words")
    assert "super tuesday" in famous("rows")
    assert not any(map(is_ordinary, ["guardian", "earth", "apple"]))


def test_famous_rows_are_of_words_that_nothing_else_tells() -> None:
    assert all(len(row.split()) > 1 for row in famous("rows"))
    assert famous("ends").isdisjoint(famous("words"))
