"""Whatever form a concordance or two sources are asked for in, the same is told of them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from papers import COURIER, HERALD, write_papers
from two_tides import PILOT, TIDE, write_tides

from search import (
    NO_DATE,
    UNKNOWN_SOURCE,
    Cluster,
    Concordance,
    Desk,
    Exports,
    SourcePair,
    UsesOf,
    concordance_tables,
    contrast_report,
)
from search.export.uses.uses_text import uses_markdown, uses_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from search import ContrastReport, ExportFormat, Subject, UseTable
    from tests.tui.cli.conftest import Run

    Maker = Callable[[Path], Path]

ARTICLES = Path("articles")
WORDS = ("government", "president", "said")


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("content")
    with closing(Desk(ARTICLES, cache=folder / "cache", data=folder / "data")) as desk:
        desk.sync()
        yield desk


def taken(desk: Desk, subject: Subject, form: ExportFormat) -> str:
    return "".join(Exports(desk).export(subject, form).pieces)


def cells(table: UseTable) -> list[tuple[str, ...]]:
    return [
        (row.label, f"{row.times:,}", *([f"{row.measure:,.1f}"] if row.measure is not None else []))
        for row in table.rows
    ]


def in_order(parts: Iterable[str], text: str) -> bool:
    """Tell whether parts stand in a text one after the other."""
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


@pytest.mark.parametrize("word", WORDS)
def test_the_uses_of_a_word_are_told_alike(run: Run, bundled: Desk, word: str) -> None:
    tables = concordance_tables(bundled.concordance(word))
    document: dict[str, Any] = run("concordance", word, str(ARTICLES), "--json").document
    printed = run("concordance", word, str(ARTICLES)).out
    markdown = taken(bundled, UsesOf(word), "markdown")
    page = taken(bundled, UsesOf(word), "html")

    unknown = document["unknown"]
    sources = {**document["sources"], UNKNOWN_SOURCE: unknown["source"]}
    rates = {**document["rates"], UNKNOWN_SOURCE: unknown["rate"]}
    assert {name: times for name, times in sources.items() if times} == {
        row.label: row.times for row in tables.sources.rows
    }
    assert {name: rate for name, rate in rates.items() if sources[name]} == {
        row.label: round(row.measure, 4) for row in tables.sources.rows if row.measure is not None
    }
    months = {**document["months"], NO_DATE: unknown["date"]}
    assert {month: times for month, times in months.items() if times} == {
        row.label: row.times for row in tables.months.rows
    }
    assert [tuple(one.values()) for one in document["collocates"]] == [
        (row.label, row.times, round(row.measure or 0, 4)) for row in tables.collocates.rows
    ]
    assert [tuple(one.values()) for one in document["clusters"]] == [
        (row.label, row.times) for row in tables.clusters.rows
    ]
    assert tables.sources.rows
    for table in tables:
        assert in_order([table.title] if table.rows else [], printed)
        for row in cells(table)[:20]:
            assert f"| {' | '.join(row)} |" in markdown.replace("\\", "")
            assert "".join(f"<td><bdi>{cell}</bdi></td>" for cell in row) in page
            assert any(in_order(row, line) for line in printed.splitlines()), row


def test_what_pages_leave_out_is_counted() -> None:
    rows = tuple(Cluster(f"word {number}", 100 - number) for number in range(62))
    found = Concordance("word", "word", (), 0, (), (), clusters=rows)
    for told in (uses_markdown(found), uses_page(found)):
        text = "".join(told)
        assert "… and 12 more" in text
        assert ("word 49" in text, "word 50" in text) == (True, False)


@pytest.mark.parametrize(
    ("make", "left", "right", "within"),
    [(write_papers, HERALD, COURIER, False), (write_tides, PILOT, TIDE, True)],
)
def test_two_sources_are_told_alike(
    run: Run, tmp_path: Path, make: Maker, left: str, right: str, *, within: bool
) -> None:
    library = make(tmp_path / "library")
    asked = ("sources", left, right, str(library), *(["--within-stories"] if within else []))
    document: dict[str, Any] = run(*asked, "--json").document
    printed = " ".join(run(*asked).out.split())
    desk = Desk(library, cache=tmp_path / "cache", data=tmp_path / "data")
    with closing(desk):
        desk.sync()
        stories = desk.story_groups.shared(left, right)
        contrast = desk.sources(left, right, within=stories if within else None)
        wording = desk.story_groups.wording(stories) if within else None
        report = contrast_report(contrast, None, wording)
        pages = [
            taken(desk, SourcePair(left, right, within=within), form)
            for form in ("markdown", "html")
        ]

    sentences = [*report.facts.both, report.notes[-1], report.level, report.meaning]
    for text in (printed, *(" ".join(page.replace("\\", "").split()) for page in pages)):
        for sentence in sentences:
            assert sentence in text.replace("&#x27;", "'")
        for used in report.used.both:
            words = [one.word for one in used.words]
            assert in_order([used.title, *words] if words else [], text)
        if report.wording is not None:
            told = [part for one in report.wording.replacements for part in (one.left, one.right)]
            assert in_order([report.wording.title, *told], text)
    assert document["vocabulary"] or within
    assert _words(document) == _told(report)
    if report.wording is not None:
        assert [(one["left"], one["right"], one["times"]) for one in document["wording"]] == [
            (one.left, one.right, one.times) for one in report.wording.replacements
        ]


def _words(document: dict[str, Any]) -> set[tuple[str, int, int, float]]:
    return {(one["word"], one["left"], one["right"], one["z"]) for one in document["vocabulary"]}


def _told(report: ContrastReport) -> set[tuple[str, int, int, float]]:
    return {
        (one.word, one.left, one.right, round(one.z, 4))
        for used in report.used.both
        for one in used.words
    }
