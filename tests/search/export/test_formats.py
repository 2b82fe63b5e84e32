"""Formats by the names of files, and names of files by formats."""

from __future__ import annotations

import pytest

from search import (
    FORMATS,
    PICTURE_SUFFIX,
    ArticleId,
    ClaimsOf,
    SourcePair,
    StoryOf,
    UsesOf,
    format_of,
    formats_for,
    free_name,
    proposed_name,
    with_suffix,
)


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
    assert with_suffix("a.md", FORMATS["csl-json"].suffix) == "a.csl.json"
    assert with_suffix("a.csl.json", FORMATS["ris"].suffix) == "a.ris"
    assert with_suffix("a.b.HTM", FORMATS["csv"].suffix) == "a.b.csv"
    assert with_suffix("a", FORMATS["csv"].suffix) == "a.csv"


@pytest.mark.parametrize(
    "subject", ["Boats & bridges?", "../../etc/passwd", "", "é" * 300, "\0", "漢字"]
)
def test_a_proposed_name_is_one_plain_name(subject: str) -> None:
    for form in FORMATS:
        name = proposed_name(subject, FORMATS[form].suffix)
        assert format_of(name) == form
        assert not set(name) & set("/\0 ")
        assert not name.startswith((".", "-"))
        assert len(name.encode()) < 255


def test_two_sources_are_no_work_to_refer_to() -> None:
    assert set(FORMATS) - set(formats_for(SourcePair("a", "b"))) == {"bibtex", "csl-json", "ris"}
    assert formats_for(StoryOf(ArticleId("a"))) == tuple(FORMATS)


def test_a_free_name_is_counted_on_from_the_first_that_is_there() -> None:
    there = {"a.csl.json", "a-2.csl.json"}
    assert free_name("b.md", ".md", there.__contains__) == "b.md"
    assert free_name("a.csl.json", ".csl.json", there.__contains__) == "a-3.csl.json"
    assert free_name("a.md", ".md", lambda _: True) == "a.md"


def test_what_is_no_work_has_no_references() -> None:
    forms = ("markdown", "html", "json", "csv")
    assert formats_for(ClaimsOf(ArticleId("a"))) == formats_for(UsesOf("dam")) == forms
    assert with_suffix("a.svg", ".md") == "a.md"
    assert with_suffix("a.md", PICTURE_SUFFIX) == "a.svg"
