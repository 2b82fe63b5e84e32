"""Source against source on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from papers import ARTICLES, COURIER, HERALD, write_papers
from two_tides import PILOT, TIDE, write_tides

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run


@pytest.fixture
def papers(tmp_path: Path) -> str:
    return str(write_papers(tmp_path / "papers"))


def test_two_sources_as_a_document(run: Run, papers: str) -> None:
    done = run("sources", HERALD, COURIER, papers, "--json")

    found = done.document
    assert done.code == 0
    assert (found["left"], found["right"]) == (HERALD, COURIER)
    assert found["articles"] == {"left": ARTICLES, "right": ARTICLES}
    assert found["words"]["left"] == 28 * ARTICLES
    assert isinstance(found["stories"], int)
    assert found["months"]["left"] == {"2024-01": 8, "2024-02": 8, "2024-03": 8}
    assert found["unknown"] == {"date": {"left": 0, "right": 0}}
    told = {one["word"]: one for one in found["vocabulary"] if one["significant"]}
    assert set(told) == {"regime", "troops", "bread", "government", "soldiers", "rice"}
    assert (told["regime"]["left"], told["regime"]["right"]) == (2 * ARTICLES, 0)
    assert told["regime"]["z"] > found["level"] > 0 > -found["level"] > told["rice"]["z"]
    assert told["rice"]["articles"] == {"left": 0, "right": ARTICLES}
    assert told["rice"]["rates"]["left"] == 0.0


def test_two_sources_in_words(run: Run, papers: str) -> None:
    done = run("sources", HERALD, COURIER, papers, "--limit", "2")

    lines = done.out.splitlines()
    assert lines[0] == f"{HERALD} ⇄ {COURIER}"
    assert lines[1].split(" · ")[1:] == ["672 words", "Jan 2024 to Mar 2024"]
    at = lines.index(f"Used more by {HERALD}")
    assert lines[at + 1].split() == ["word", "times", "in", "10,000", "articles", "z"]
    assert lines[at + 2].split()[:4] == ["regime", "48", ":", "0"]
    assert len({len(line) for line in lines[at + 1 : at + 4]}) == 1
    assert f"Used more by {COURIER}" in lines
    assert any("more (--limit shows them)" in line for line in lines)
    assert "1 of 20 comparisons" in " ".join(done.out.split())


def test_two_sources_as_markdown(run: Run, papers: str) -> None:
    lines = run("sources", HERALD, COURIER, papers, "--markdown", "--limit", "1").out.splitlines()

    assert lines[0] == f"# {HERALD} ⇄ {COURIER}"
    assert f"## Used more by {HERALD}" in lines
    (row,) = [line for line in lines if line.startswith("| regime")]
    assert row.split(" | ")[1:3] == ["48", "0"]


def test_sources_without_names_are_listed(run: Run, papers: str) -> None:
    done = run("sources", papers, "--json")

    assert done.document == {
        "articles": 50,
        "sources": {COURIER: 24, HERALD: 24, "[bold]Evening[/bold] Post": 1},
        "unknown": {"source": 1},
    }
    assert run("sources", papers, "--limit", "1").out.splitlines() == [
        "50 articles of 4 sources",
        f"  24  {COURIER}",
    ]


def test_what_is_too_little_says_so_and_is_1(run: Run, papers: str) -> None:
    done = run("sources", "[bold]Evening[/bold] Post", "unknown source", papers)

    assert done.code == 1
    assert "Significance means nothing here." in " ".join(done.out.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["Valey Herald", COURIER],
            "Valey Herald: no source is called so; did you mean Valley Herald?",
        ),
        (["herald", COURIER], "did you mean Valley Herald?"),
        (["Zzz", COURIER], "Zzz: no source is called so; diptych sources lists those there are"),
        ([HERALD, "VALLEY HERALD"], "sources: Valley Herald can't be set against itself"),
    ],
)
def test_a_source_that_is_none_is_2_in_one_line(
    run: Run, papers: str, arguments: list[str], says: str
) -> None:
    done = run("sources", *arguments, papers)

    assert (done.code, done.out) == (2, "")
    assert done.err == f"diptych: {says}\n" or says in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["a", "b", "c", "d"], "two sources and a library"),
        (["nowhere"], "nowhere is no library; name two sources"),
        (["--markdown"], "--markdown takes two sources"),
        (["a", "b", "--json", "--markdown"], "not both"),
    ],
)
def test_a_wrong_request_is_2(run: Run, arguments: list[str], says: str) -> None:
    done = run("sources", *arguments)

    assert done.code == 2
    assert says in done.err
    assert done.err.count("\n") == 1


@pytest.fixture
def tides(tmp_path: Path) -> str:
    return str(write_tides(tmp_path / "tides"))


def test_two_sources_within_shared_stories_as_a_document(run: Run, tides: str) -> None:
    found = run("sources", PILOT, TIDE, tides, "--within-stories", "--json")
    assert found.code == 0
    told = found.document
    assert (told["within"], told["stories"]) == ("shared stories", 2)
    assert told["articles"] == {"left": 2, "right": 2}
    (one,) = told["wording"]
    assert (one["left"], one["right"], one["times"], one["stories"]) == ("angry", "worried", 2, 2)
    assert "angry dockers" in one["examples"][0]["left"]["text"]
    assert told["wording_of"] == {"stories": 2, "pairs": 2, "left_out": []}
    whole = run("sources", PILOT, TIDE, tides, "--json").document
    assert (whole["within"], "wording" in whole) == ("library", False)


def test_wording_in_words_and_as_markdown(run: Run, tides: str) -> None:
    shown = run("sources", PILOT, TIDE, tides, "--within-stories").out
    assert "angry → worried  2 times in 2 stories" in shown
    assert "Gathered from 2 pairs of articles in 2 stories that both tell." in shown
    page = run("sources", PILOT, TIDE, tides, "--within-stories", "--markdown").out
    assert "| angry | worried | 2 | 2 |" in page


def test_sources_without_a_shared_story_say_so(run: Run, papers: str) -> None:
    done = run("sources", HERALD, "[bold]Evening[/bold] Post", papers, "--within-stories")
    assert done.code == 1
    assert "The two share no story." in done.out
    assert run("sources", papers, "--within-stories").code == 2
