"""What a name that nobody knows may have been meant to be."""

from __future__ import annotations

import pytest

from search.misspelt import did_you_mean

KNOWN = ("title", "text", "password_command", "Published")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("titel", "title"),
        ("Text", "text"),
        ("password-command", "password_command"),
        ("publisht", "Published"),
    ],
)
def test_the_nearest_name_is_told(name: str, meant: str) -> None:
    assert did_you_mean(name, KNOWN) == f'; did you mean "{meant}"?'


@pytest.mark.parametrize("name", ["", "colour", "t" * 5_000])
def test_where_none_is_near_nothing_is_told(name: str) -> None:
    assert did_you_mean(name, KNOWN) == ""
