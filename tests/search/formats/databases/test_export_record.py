"""Heads of records."""

from __future__ import annotations

import pytest

from search.formats.databases.export_record import author_names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jane Doe and Joe Bloggs", ("Jane Doe", "Joe Bloggs")),
        ("Jane Doe, chief political correspondent", ("Jane Doe",)),
        ("Doe, Jane; Bloggs, Joe A.", ("Jane Doe", "Joe A. Bloggs")),
        ("Von Jana Weiß", ("Jana Weiß",)),
        ("JANE Doe and JRR Bloggs", ("Jane Doe", "JRR Bloggs")),
        ("BY ANN O'NEIL", ("Ann O'Neil",)),
        ("王明", ("王明",)),
        ("The Courier", ()),
        ("Reuters", ()),
        ("staff reporter", ()),
        ("", ()),
    ],
)
def test_a_byline_names_persons_only(byline: str, names: tuple[str, ...]) -> None:
    assert author_names(byline, "The Courier") == names
