"""Formats by the names of files, and names of files by formats."""

from __future__ import annotations

import pytest

from search import FORMATS, SourcePair, StoryOf, format_of, formats_for, proposed_name, with_suffix
from search.article import ArticleId


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("a.md", "markdown"),
        ("A.HTM", "html"),
        ("a.json", "json"),
        ("a.csl.json", "csl-json"),
        ("a.bib", "bibtex"),
        ("a.txt", None),
        ("md", None),
        ("", None),
    ],
)
def test_the_name_of_a_file_tells_its_format(file: str, form: str | None) -> None:
    assert format_of(file) == form


def test_a_name_follows_the_format() -> None:
    assert with_suffix("a.md", "csl-json") == "a.csl.json"
    assert with_suffix("a.csl.json", "ris") == "a.ris"
    assert with_suffix("a.b.HTM", "csv") == "a.b.csv"
    assert with_suffix("a", "csv") == "a.csv"


@pytest.mark.parametrize(
    "subject", ["Boats & bridges?", "../../etc/passwd", "", "é" * 300, "\0", "漢字"]
)
def test_a_proposed_name_is_one_plain_name(subject: str) -> None:
    for form in FORMATS:
        name = proposed_name(subject, form)
        assert format_of(name) == form
        assert not set(name) & set("/\0 ")
        assert not name.startswith((".", "-"))
        assert len(name.encode()) < 255


def test_two_sources_are_no_work_to_refer_to() -> None:
    assert set(FORMATS) - set(formats_for(SourcePair("a", "b"))) == {"bibtex", "csl-json", "ris"}
    assert formats_for(StoryOf(ArticleId("a"))) == tuple(FORMATS)
