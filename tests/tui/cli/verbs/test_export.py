"""`diptych export`, as it is run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rispy

from search import FORMATS

if TYPE_CHECKING:
    from tests.tui.cli.conftest import Run

TEXTS = {
    "a.md": "---\ntitle: The bridge reopens\nsource: The Paper\nauthor: Jane Doe\ndate: 2019-02-08\n"
    "---\n\nThe bridge over the river reopened on Sunday after two years, said Jane Doe.\n",
    "b.md": "---\ntitle: River bridge is open\nsource: The Wire\ndate: 2019-02-09\n---\n\n"
    "The bridge over the river reopened on Sunday after two years. Nobody had believed it.\n",
    "c.md": "---\ntitle: '=Tax'\nsource: The Wire\ndate: 2019-03-01\n---\n\nTaxes rise again.\n",
}
REFERENCES = ("bibtex", "csl-json", "ris")


@pytest.fixture
def papers(tmp_path: Path) -> str:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return str(folder)


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_search_finds_in_every_format(run: Run, papers: str, form: str) -> None:
    done = run("export", "bridge", papers, "--format", form)
    assert (done.code, done.err) == (0, "")
    assert "The bridge reopens" in done.out
    assert "River bridge is open" in done.out
    assert "Tax" not in done.out


def test_a_story_a_comparison_and_articles(run: Run, papers: str) -> None:
    for what in (["--article", "a.md", "b.md"], ["--story", "a.md"], ["--compare", "a.md", "b.md"]):
        for form in FORMATS:
            done = run("export", *what, "--library", papers, "--format", form)
            assert (done.code, done.err) == (0, "")
            assert "The bridge reopens" in done.out or form == "csv"
    table = run("export", "--compare", "a.md", "b.md", "--library", papers, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table.out, newline="")))
    assert {row["tier"] for row in rows} >= {"same words", "no match found"}


def test_a_comparison_is_one_report_whichever_verb_makes_it(run: Run, papers: str) -> None:
    pair = ("a.md", "b.md", "--library", papers)
    for form in ("markdown", "html"):
        made = run("compare", *pair, f"--{form}").out
        assert run("export", "--compare", *pair, "--format", form).out == made


def test_references_of_a_comparison_are_those_of_both_articles(run: Run, papers: str) -> None:
    done = run("export", "--compare", "a.md", "b.md", "--library", papers, "--format", "ris")
    assert [one["title"] for one in rispy.loads(done.out.replace("\r\n", "\n"))] == [
        "The bridge reopens", "River bridge is open",
    ]  # fmt: skip


def test_sources_in_every_format_but_references(run: Run, papers: str) -> None:
    for form in FORMATS:
        done = run("export", "--sources", "The Paper", "The Wire", papers, "--format", form)
        if form in REFERENCES:
            assert (done.code, done.out) == (2, "")
            assert done.err.count("\n") == 1
        else:
            assert done.code in {0, 1}
            assert "The Paper" in done.out


def test_notes_in_every_format(run: Run, papers: str) -> None:
    assert run("export", "--notes", papers).code == 1
    passage = "reopened on Sunday"
    note = ("--note", "=Who *says* so?\nAsk.", "--passage", passage)
    assert run("mark", "a.md", *note, "--library", papers).code == 0
    for form in FORMATS:
        done = run("export", "--notes", "--library", papers, "--format", form)
        assert (done.code, done.err) == (0, "")
        assert passage in done.out
        assert "The bridge reopens" in done.out or form == "json"
    (row,) = csv.DictReader(
        io.StringIO(
            run("export", "--notes", "--library", papers, "--format", "csv").out, newline=""
        )
    )
    assert (row["text"], row["found"]) == ("'=Who *says* so?\nAsk.", "yes")
    assert run("export", "--notes", "taxes", papers).code == 1
    assert run("export", "--notes", "taxes", "--library", papers).code == 1
    assert run("export", "--notes", "bridge", papers).code == 0


def test_json_says_what_was_asked_and_how_it_was_read(run: Run, papers: str) -> None:
    document = run("export", "bridge", papers, "--json", "--limit", "1").document
    assert (document["query"], document["total"]) == ("bridge", 2)
    shown = run("show", document["articles"][0]["id"], "--library", papers, "--json").document
    assert document["articles"] == [shown]


def test_nothing_found_is_an_empty_document_and_no_file(
    run: Run, papers: str, tmp_path: Path
) -> None:
    file = tmp_path / "out.csv"
    done = run("export", "zebra", papers, "-o", str(file))
    assert (done.code, done.out) == (1, "")
    assert not file.exists()
    assert run("export", "zebra", papers, "--json").document["articles"] == []


def test_a_file_is_written_in_the_format_of_its_name(run: Run, papers: str, tmp_path: Path) -> None:
    for form, facts in FORMATS.items():
        file = tmp_path / f"out{facts.suffix}"
        assert run("export", "bridge", papers, "-o", str(file)).code == 0
        assert file.read_bytes().decode() == run("export", "bridge", papers, "--format", form).out
    assert json.loads((tmp_path / "out.csl.json").read_text())[0]["type"] == "article-newspaper"


def test_what_cannot_be_written_is_one_line(run: Run, papers: str, tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "no" / "a.md", Path("/dev/full")):
        done = run("export", "bridge", papers, "-o", str(file))
        assert done.code == 3
        assert done.err.count("\n") == 1
        assert str(file) in done.err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["bridge", "--format", "docx"],
        ["--article", "zzz"],
        ["--story", "zzz"],
        ["--sources", "The Paper", "The Paper"],
        ["--sources", "The Paper", "Nobody"],
        ["bridge", "papers", "--story", "a.md"],
        ["--notes", "--story", "a.md"],
        ["bridge", "--json", "--format", "csv"],
        ["source:"],
    ],
)
def test_a_wrong_request_is_one_line(run: Run, papers: str, words: list[str]) -> None:
    done = run("export", *words, *([] if "papers" in words else ["--library", papers]))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_an_article_that_cannot_be_read_is_named_and_the_rest_goes_on(
    run: Run, papers: str, tmp_path: Path
) -> None:
    run("index", papers)
    (Path(papers) / "b.md").unlink()
    file = tmp_path / "out.json"
    done = run("export", "bridge", papers, "--no-sync", "-o", str(file))
    assert done.code == 3
    assert "b.md" in done.err
    assert [one["path"] for one in json.loads(file.read_text())["articles"]] == ["a.md"]


def test_claims_and_uses(run: Run, papers: str) -> None:
    claims = run("export", "--claims", "a.md", "--library", papers)
    assert (claims.code, claims.err) == (0, "")
    assert "| claim | The Paper | The Wire |" in claims.out
    uses = run("export", "--uses", "bridge", "--library", papers, "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(uses.out)))) == 2
    assert run("export", "--uses", "nowhere", "--library", papers).code == 1


@pytest.mark.parametrize("what", [("--claims", "a.md"), ("--uses", "bridge")])
def test_what_is_no_work_is_not_referred_to(run: Run, papers: str, what: tuple[str, str]) -> None:
    done = run("export", *what, "--library", papers, "--format", "bibtex")
    assert done.code == 2
    assert "lists references" in done.err


def test_the_stories_of_a_search_in_a_row_each(run: Run, papers: str) -> None:
    done = run("export", "--stories", "bridge", papers, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.out))
    assert (done.code, row["articles"], row["sources"]) == (0, "2", "The Paper; The Wire")
    assert len(run("export", "--stories", "", papers, "--json").document["stories"]) == 2
    assert run("export", "--stories", "zebra", papers).code == 1
    document = run("export", "--stories", "", papers, "--json", "--limit", "1").document
    assert (document["query"], len(document["stories"])) == ("", 1)
    bounded = run("export", "--uses", "bridge", papers, "--limit", "1")
    assert (bounded.code, "--limit bounds what a QUERY finds" in bounded.err) == (2, True)
    refused = run("export", "--stories", "bridge", papers, "--format", "ris")
    assert (refused.code, "rows of stories" in refused.err) == (2, True)
