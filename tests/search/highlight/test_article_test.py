"""Whether a query finds an article at hand: as the engine has it, for the very same articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search import Desk
from search.highlight.article_test import finds
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = [
    ("Harbour wall holds", "The tide came early and the wall held.", "Quay", "2024-03-05", "en"),
    ("Cup final", "Walls of sound; tides of red. It’s over.", "Gazette", "2024-04-01", "en"),
    ("Les murs", "Les maires ont voté contre le mur.", "Journal", "", "fr"),
    ("X", "A short one, without a word of the others.", "", "2023-01-01", ""),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("finds")
    (folder / "library").mkdir()
    for number, (title, text, source, day, language) in enumerate(ARTICLES):
        said = {"title": title, "source": source, "date": day, "lang": language}
        head = "".join(f"{name}: {value}\n" for name, value in said.items() if value)
        tags = "tags: [sport]\n" if number % 2 else ""
        body = f"---\n{head}author: Ann Lee\n{tags}---\n\n{text}\n\nSubscribe to our newsletter.\n"
        (folder / "library" / f"{number}.md").write_text(body, "utf-8")
    desk = Desk(folder / "library", cache=folder / "cache", data=folder / "data")
    desk.sync()
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "0123"), ("wall", "01"), ("walls NOT cup", "0"), ('"the tide"', "0"), ('"tide wall"~4', "0"),
        ("wal*", "01"), ("t?de", "0"), ("tida~", "0"), ("source:quay", "0"), ("author:lee", "0123"),
        ("tag:sport", "13"), ("lang:fr", "2"), ("title:wall OR title:cup", "01"), ('"wall"', "0"),
        ("after:2024-03-20", "1"), ("before:2024", "3"), ("NOT source:quay", "123"), ("maire vote", "2"),
        ("wall (tide OR red) -final", "0"),
    ],
)  # fmt: skip
def test_it_finds_what_the_engine_finds(desk: Desk, text: str, found: str) -> None:
    answer = desk.search(text)
    rows = answer.found.rows(0, answer.total)
    assert sorted(row.head.path[0] for row in rows if row) == list(found)
    root = parse(text).root
    every = [desk.understood(one) for one in desk.ids()]
    assert sorted(one.path[0] for one in every if finds(root, one)) == list(found)


def test_what_a_page_says_besides_its_story_is_found_where_it_is_asked_for(desk: Desk) -> None:
    every = [desk.understood(one) for one in desk.ids()]
    for text, all_of_them in (("subscribe", False), ("in:all subscribe", True)):
        root = parse(text).root
        assert [finds(root, one) for one in every] == [all_of_them] * len(ARTICLES)
        assert desk.search(text).total == len(ARTICLES) * all_of_them
