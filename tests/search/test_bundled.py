"""Searches over the bundled articles, held against reading them with the eye of `re`."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from search import Desk, bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from search import Article

    Reading = Callable[[Article, str], object]


def said(pattern: str) -> Reading:
    return lambda _, text: re.search(pattern, text, re.IGNORECASE)


SEARCHES: dict[str, Reading] = {
    "pompeo": said(r"\bpompeo\b"),
    "guaido": said(r"\bguaido\b"),
    "Guaidó": said(r"\bguaido\b"),
    '"self-declared"': said(r"\bself[- ]declared\b"),
    '"armed forces"': said(r"\barmed forces\b"),
    "sanct*": said(r"\bsanct"),
    "maduro -pompeo": said(r"(?s)\A(?!.*\bpompeo\b).*\bmaduro\b"),
    "source:dw OR source:independent": lambda a, _: a.source in {"DW", "The Independent"},
    "after:2019-04-01": lambda a, _: (a.published or "") >= "2019-04-01",
    '"Southern Command"~3': said(
        r"\bsouthern (\w+ ){0,3}command\b|\bcommand (\w+ ){0,3}southern\b"
    ),
    "(defect* | uprising) military": said(
        r"(?s)\A(?=.*\b(defect|uprisings?\b)).*\bmilitar(y|ies)\b"
    ),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(bundled(), cache=tmp_path_factory.mktemp("cache"))
    desk.sync()
    yield desk
    desk.close()


def plain(article: Article) -> str:
    """Give title and story without accents, words apart by one space."""
    text = "\n".join([article.title or "", *(block.text for _, block in article.story)])
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@pytest.mark.parametrize("query", SEARCHES)
def test_finds_what_reading_finds(desk: Desk, query: str) -> None:
    read = [desk.read(id_) for id_ in desk.ids()]
    expected = {a.path for a in read if SEARCHES[query](a, plain(a))}
    answer = desk.search(query)
    assert {hit.head.path for hit in desk.hits(answer, 0, 9)} == expected
    assert answer.total == len(expected) > 0


def test_pompeo_is_in_three(desk: Desk) -> None:
    assert desk.search("pompeo").total == 3


@pytest.mark.parametrize("query", [q for q in SEARCHES if "source" not in q and "after" not in q])
def test_every_row_shows_its_matches(desk: Desk, query: str) -> None:
    for hit in desk.hits(desk.search(query), 0, 9):
        assert hit.matches > 0
        assert hit.title_spans or hit.excerpt.spans
