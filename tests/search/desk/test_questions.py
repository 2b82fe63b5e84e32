"""How many questions the engine is asked: each may cross a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from counting import CountingEngine

from search import Desk, bundled
from search.engine import engine_choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

VERSIONS = 5
STRIKE = "Dockers of Westhaven walked out over wages on Thursday, said {}. Cranes idle at {}."


class Library:
    """A library of one's own, and what its engine is asked."""

    def __init__(self, desk: Desk, engine: CountingEngine) -> None:
        self.desk = desk
        self._engine = engine

    def asked_for(self, task: Callable[[], Any]) -> list[str]:
        """Name the questions of a task, in order."""
        self._engine.asked.clear()
        task()
        return list(self._engine.asked)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Open the bundled articles, five versions of a story, and much else."""
    folder = tmp_path / "library"
    folder.mkdir()
    for article in bundled().iterdir():
        (folder / article.name).write_bytes(article.read_bytes())
    for number in range(40):
        head = f"title: Number {number}\nsource: Paper {number}\ndate: 2024-05-02\n"
        text = STRIKE.format(f"leader {number}", f"pier {number}")
        text = text if number < VERSIONS else f"Nothing but matter{number} and subject{number}."
        (folder / f"strike-{number:02}.md").write_text(f"---\n{head}---\n\n{text}\n", "utf-8")
    engines: list[CountingEngine] = []
    sound = engine_choice.open_engine

    def open_counting(*args: Any, **named: Any) -> CountingEngine:
        engines.append(CountingEngine(sound(*args, **named)))
        return engines[-1]

    monkeypatch.setattr(engine_choice, "open_engine", open_counting)
    desk = Desk(folder, cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    yield Library(desk, engines[0])
    desk.close()


def test_a_comparison_asks_three_questions(library: Library) -> None:
    desk = library.desk
    dw, independent = desk.resolve_each(
        str(desk.library / "dw-guaido-seeks-pentagon-talks.txt"),
        str(desk.library / "independent-direct-contact-with-military.txt"),
    )
    asked = library.asked_for(lambda: desk.compare(dw, independent))
    assert asked == ["heads", "standing_sentences", "document_frequency"]


def test_a_comparison_of_two_named_by_their_ids_asks_four(library: Library) -> None:
    desk = library.desk
    left, right, *_ = (one[:12] for one in desk.ids())
    asked = library.asked_for(lambda: desk.compare(*desk.resolve_each(left, right)))
    assert asked == ["beginning", "heads", "standing_sentences", "document_frequency"]


def test_a_screenful_of_rows_asks_one(library: Library) -> None:
    answer = library.desk.search("")
    assert len(library.desk.rows(answer, range(40))) == 40
    assert library.asked_for(lambda: library.desk.rows(answer, range(40))) == ["rows"]


def test_versions_of_a_screenful_ask_one(library: Library) -> None:
    desk = library.desk
    desk.story_groups.gather()
    ids = desk.ids()
    assert library.asked_for(lambda: desk.story_groups.versions(ids)) == ["stories"]


def test_a_search_asks_for_what_was_found_its_counts_and_a_spelling(library: Library) -> None:
    asked = library.asked_for(lambda: library.desk.search("pompeo"))
    assert asked == ["search", "counts", "counts", "suggest"]


def test_a_story_asks_at_most_one_an_article(library: Library) -> None:
    desk = library.desk
    desk.story_groups.gather()
    (strike, *_) = desk.stories()
    assert len(strike.articles) == VERSIONS
    one = strike.articles[0]
    assert len(library.asked_for(lambda: desk.story_groups.story(one))) <= 3
    assert library.asked_for(lambda: desk.story_groups.timeline(one)) == ["stories"]
    asked = library.asked_for(desk.stories)
    assert len(asked) <= desk.articles


def test_counterparts_ask_two(library: Library) -> None:
    one = library.desk.ids()[0]
    assert library.asked_for(lambda: library.desk.counterparts(one)) == ["heads", "similar"]


def test_two_sources_ask_one(library: Library) -> None:
    asked = library.asked_for(lambda: library.desk.sources("Paper 1", "Paper 2"))
    assert asked == ["source_counts"]


def test_a_concordance_asks_for_rows_in_stretches(library: Library) -> None:
    asked = library.asked_for(lambda: library.desk.concordance("dockers"))
    assert asked == ["search", "rows", "word_counts"]


def test_every_article_asks_two(library: Library) -> None:
    assert library.asked_for(library.desk.ids) == ["search", "rows"]
