from __future__ import annotations

import pytest

from tui.render.article_facts import byline, day, minutes, moment


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (None, "no date"),
        ("2019-02-08", "8 Feb 2019"),
        ("2019-02-08T18:38:00+00:00", "8 Feb 2019 18:38"),
        ("2019-12-31T23:59:59", "31 Dec 2019 23:59"),
    ],
)
def test_a_moment_is_said_as_exactly_as_it_is_known(published: str | None, text: str) -> None:
    assert moment(published) == text
    assert text.startswith(day(published))


def test_a_byline_names_source_and_authors() -> None:
    assert byline("DW", ()) == "DW"
    assert byline(None, ("A", "B")) == "unknown source · A, B"


def test_reading_takes_a_minute_at_least() -> None:
    assert minutes(0) == 1
    assert minutes(690) == 3
