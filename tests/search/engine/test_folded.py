"""What a page says besides its story: kept apart, counted apart, found when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from engines import put
from found import heads_of

from search.article import Article, Block
from search.library import article_id
from search.query import parse

if TYPE_CHECKING:
    from search.engine import Engine, Found

PAGES = {
    "a": ("The ferries are sold in May.", "Ten walks to the harbours|Contact the newsroom"),
    "b": ("A harbour was dredged.", "Ferry timetable|Ten walks"),
    "c": ("Harbours and ferries, again.", ""),
    "d": ("Nothing of the kind.", "Ferry|harbour cam"),
}


@pytest.fixture(autouse=True)
def filled(engine: Engine) -> None:
    put(engine, *(page(name, *said) for name, said in PAGES.items()))


def page(name: str, story: str, folded: str) -> Article:
    besides = tuple(Block("boilerplate", line) for line in folded.split("|") if line)
    blocks = (*besides[:1], Block("paragraph", story), *besides[1:])
    return Article(article_id(name), name, blocks, title=f"Page {name}")


def search(engine: Engine, query: str) -> Found:
    return engine.read(lambda snapshot: snapshot.search(parse(query).root))


def paths(engine: Engine, query: str) -> str:
    return "".join(sorted(head.path for head in heads_of(search(engine, query))))


@pytest.mark.parametrize(
    ("query", "story", "more"),
    [
        ("ferry", "ac", "bd"),
        ('"ferry"', "", "bd"),
        ("ferry harbour", "c", "abd"),
        ("ferr*", "ac", "bd"),
        ("timetab?e", "", "b"),
        ("newsrom~", "", "a"),
        ('"ten walks"', "", "ab"),
        ('"walks newsroom"', "", ""),  # no phrase reaches from one block into the next
        ("harbour -ferry", "b", "d"),  # what is unwanted is unwanted in a story
        ("walks OR again", "c", "ab"),
        ("title:ferry", "", ""),
        ("", "abcd", ""),
        ("nobody", "", ""),
    ],
)
def test_folded_text_is_found_when_asked_for(
    engine: Engine, query: str, story: str, more: str
) -> None:
    assert paths(engine, query) == story
    assert search(engine, query).folded() == len(more)
    assert paths(engine, f"{query} in:all") == "".join(sorted(story + more))
    assert search(engine, f"in:all {query}").folded() == 0


def test_what_is_told_comes_before_what_stands_besides(engine: Engine) -> None:
    found = [head.path for head in heads_of(search(engine, "in:all ferry"))]
    assert set(found[:2]) == {"a", "c"}


def test_folded_text_changes_no_other_answer(engine: Engine) -> None:
    held = engine.read(lambda snapshot: snapshot.document_frequency(["newsroom", "ferri"])).held
    assert held == {"newsroom": 0, "ferri": 2}
    assert engine.read(lambda one: one.suggest(parse("newsrom"))) is None
