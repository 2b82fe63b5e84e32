"""Claims of a story and uses of a word, in every format."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from two_tides import write_tides

from search import ClaimsOf, Desk, Exports, StoriesOf, UsesOf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import ExportFormat, Subject


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(write_tides(tmp_path / "tides"), cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    yield desk
    desk.close()


def taken(desk: Desk, subject: Subject, form: ExportFormat) -> str:
    return "".join(Exports(desk).export(subject, form).pieces)


def test_claims_are_a_table_of_outlets(desk: Desk) -> None:
    claims = ClaimsOf(desk.resolve("strike-pilot.md"))
    lines = taken(desk, claims, "markdown").splitlines()
    assert lines[0] == "# The strike"
    assert "| claim | Pilot | Tide |" in lines
    assert sum(line.endswith("| ● | ● |") for line in lines) == 2
    page = taken(desk, claims, "html")
    assert "<bdi>Tide</bdi>" in page
    assert "<td>●</td><td>●</td>" in page
    document = json.loads(taken(desk, claims, "json"))
    assert (document["title"], len(document["claims"])) == ("The strike", 2)


def test_claims_as_a_table_have_a_row_for_each_sentence(desk: Desk) -> None:
    text = taken(desk, ClaimsOf(desk.resolve("strike-pilot.md")), "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["claim"], row["source"], row["tells"]) for row in rows] == [
        ("1", "Pilot", "it"),
        ("1", "Tide", "it"),
        ("2", "Pilot", "it"),
        ("2", "Tide", "it"),
    ]
    assert "angry dockers" in rows[0]["sentence"]


def test_a_story_of_one_article_has_nothing_to_take_out(desk: Desk) -> None:
    assert Exports(desk).export(ClaimsOf(desk.resolve("cake.md")), "markdown").total == 0


def test_uses_of_a_word_are_taken_out_with_their_counts(desk: Desk) -> None:
    uses = UsesOf("strike")
    text = taken(desk, uses, "markdown")
    assert text.startswith("# strike\n\n2 uses in 2 articles")
    assert "| source | uses | in 10,000 words |" in text
    assert "- Pilot, 2 Mar 2024:" in text
    assert "**strike**" in text
    page = taken(desk, uses, "html")
    assert "<b>strike</b>" in page
    document = json.loads(taken(desk, uses, "json"))
    assert document["total"] == len(document["lines"]) == 2
    rows = list(csv.DictReader(io.StringIO(taken(desk, uses, "csv"))))
    assert [row["match"] for row in rows] == ["strike", "strike"]


def test_uses_of_some_sources_only(desk: Desk) -> None:
    document = json.loads(taken(desk, UsesOf("strike", ("Tide",)), "json"))
    assert document["sources"] == {"Tide": 1}


def test_stories_are_listed_in_a_row_each(desk: Desk) -> None:
    listed = StoriesOf("strike")
    lines = taken(desk, listed, "markdown").splitlines()
    assert lines[:3] == ["# strike", "", "1 story, 1 with unread articles"]
    assert lines[-1].startswith("| The strike | 2 Mar 2024 |")
    assert "<bdi>The strike</bdi>" in taken(desk, listed, "html")
    (story,) = json.loads(taken(desk, listed, "json"))["stories"]
    (row,) = csv.DictReader(io.StringIO(taken(desk, listed, "csv")))
    assert (story["articles"], story["unread"], story["sources"]) == (2, 2, ["Pilot", "Tide"])
    assert (row["story"], row["articles"], row["sources"]) == (story["id"], "2", "Pilot; Tide")


def test_every_story_of_a_library_is_listed_once(desk: Desk) -> None:
    stories = json.loads(taken(desk, StoriesOf(""), "json"))["stories"]
    assert {story["id"] for story in stories} == {story.id for story in desk.stories()}
    assert len(stories) == len(desk.stories())
    assert Exports(desk).export(StoriesOf("zebra"), "csv").total == 0
