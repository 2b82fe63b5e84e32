"""What is made of articles by other processes is what this one would make, whatever becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search import Desk
from search.engine.archive_protocol import ArticleToPut
from search.engine.opensearch.article_json import digest_of
from search.engine.opensearch.writing import document_process
from search.engine.opensearch.writing.document_making import make_document
from search.engine.opensearch.writing.document_process import each_document
from search.processes.worker import start_workers
from search.stories import KeptTerms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import Article, Head
    from search.engine.opensearch.writing.document_making import Made
    from search.processes.worker import Worker

ARTICLES = 320
MANY = 1_000


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("documents")
    folder = place / "news"
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number}.txt").write_text(
            f"Ferry {number}\n\nFerry number {number} of the “Narrow Sea” line sailed on Friday.\n"
        )
    desk = Desk(folder, cache=place / "cache", data=place / "data")
    desk.sync()
    yield desk
    desk.close()


@pytest.fixture
def team(monkeypatch: pytest.MonkeyPatch) -> list[Worker]:
    """Give the processes that are started, as they are."""
    found: list[Worker] = []

    def start(*asked: object) -> list[Worker]:
        found.extend(start_workers(*asked))  # type: ignore[arg-type]  # passed on as they came
        return list(found)

    monkeypatch.setattr(document_process, "start_workers", start)
    return found


def known(desk: Desk) -> list[ArticleToPut]:
    return [ArticleToPut(*one, None) for one in desk.every_article()]


def made_here(desk: Desk, articles: list[ArticleToPut]) -> list[tuple[ArticleToPut, Made]]:
    return [(one, make_document(one, desk.read_head)) for one in articles]


def test_processes_make_what_this_one_would_in_the_same_order(
    desk: Desk, team: list[Worker]
) -> None:
    articles = known(desk)
    assert list(each_document(articles, desk.read_head, MANY)) == made_here(desk, articles)
    assert team
    assert all(one._process.returncode is not None for one in team)


def test_what_an_archive_has_and_what_cant_be_read_is_told(desk: Desk) -> None:
    articles = known(desk)
    same = articles[7]
    articles[7] = same._replace(digest=digest_of(desk.read(same.head.id)))
    articles[8] = articles[8]._replace(digest="of another text")
    articles[9] = articles[9]._replace(head=articles[9].head._replace(path="no such.txt"))
    told = [one.outcome for _, one in each_document(articles, desk.read_head, MANY)]
    assert told == ["put"] * 7 + ["same", "put", "unread"] + ["put"] * (ARTICLES - 10)


@pytest.mark.parametrize("after", [0, 1, 150, ARTICLES - 1])
def test_a_process_that_ends_loses_no_article(desk: Desk, team: list[Worker], after: int) -> None:
    articles = known(desk)
    found = []
    for number, one in enumerate(each_document(articles, desk.read_head, MANY)):
        found.append(one)
        if number == after:
            team[-1]._process.kill()
    assert found == made_here(desk, articles)


def test_without_processes_this_one_makes_all(
    desk: Desk, team: list[Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = known(desk)

    def local(head: Head) -> Article | None:  # what can't be handed to another process
        return desk.read_head(head)

    assert list(each_document(articles, local, MANY)) == made_here(desk, articles)
    assert list(each_document(articles[:3], desk.read_head, 3)) == made_here(desk, articles[:3])
    monkeypatch.setattr("search.processes.worker.sys.executable", "/no/such/python")
    assert list(each_document(articles, desk.read_head, MANY)) == made_here(desk, articles)
    assert not team


def test_a_fault_of_an_article_is_met_here_and_all_processes_end(
    desk: Desk, team: list[Worker]
) -> None:
    articles = known(desk)
    broken = articles[200]._replace(kept=3)  # type: ignore[arg-type]  # a fault of ours
    with pytest.raises(AttributeError):
        list(each_document([*articles[:200], broken], desk.read_head, MANY))
    assert all(one._process.returncode is not None for one in team)


def test_processes_end_with_whoever_stops_asking(desk: Desk, team: list[Worker]) -> None:
    asked = each_document(known(desk), desk.read_head, MANY)
    next(asked)
    asked.close()  # type: ignore[attr-defined]  # it is a generator
    assert team
    assert all(one._process.returncode is not None for one in team)


def test_few_long_articles_are_under_way_at_a_time(desk: Desk, team: list[Worker]) -> None:
    nothing = KeptTerms({}, frozenset(), 60_000)
    given = 0

    def long_ones() -> Iterator[ArticleToPut]:
        nonlocal given
        for one in known(desk)[:20]:
            given += 1
            yield one._replace(kept=nothing)

    for number, _ in enumerate(each_document(long_ones(), desk.read_head, MANY), 1):
        assert given <= number + 2
    assert (given, len(team)) == (20, 2)
