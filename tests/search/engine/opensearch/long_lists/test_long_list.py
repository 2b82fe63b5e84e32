"""A list longer than an archive gives at once, on a real one: each place has the article it ought to have."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import pytest
from archive_to_test import archive_for_test, ask_archive

from search.archive_options import ArchiveOptions, archive_at
from search.article import Article, ArticleId, Block
from search.engine import engine_choice
from search.engine.opensearch.long_lists import long_list
from search.errors import IndexFailedError
from search.library import FilesUpdate
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search.engine import Engine, Found, Sort
    from search.engine.writer_protocol import Writer

MANY = 160
tried = pytest.mark.archive


def article(number: int) -> Article:
    """Give one of many; some have no day, many the same one, few the same words."""
    day = f"20{number % 23:02}-0{1 + number % 7}-1{number % 3}"
    return Article(
        ArticleId(blake2b(bytes([number]), digest_size=8).hexdigest()),
        f"{number}.md",
        (Block("paragraph", "harbour " * (1 + number % 5) + f"boat{number}"),),
        title=f"Tide {number}",
        source=f"Paper {number % 4}" if number % 9 else None,
        published=day if number % 8 else None,
    )


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = engine_choice.open_archive(archive_for_test(tmp_path))

    def fill(writer: Writer) -> None:
        for number in range(MANY):
            writer.put(article(number))
        writer.save()
        writer.note(FilesUpdate((), (), (), ""))

    opened.write(fill)
    yield opened
    opened.close()


@pytest.fixture
def short_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_list, "REACH", 12)
    monkeypatch.setattr(long_list, "_AT_ONCE", 5)


def found(engine: Engine, sort: Sort) -> Found:
    return engine.read(lambda snapshot: snapshot.search(parse("harbour").root, sort))


def ids(matches: Found, start: int, stop: int) -> list[str]:
    return [row.head.id for row in matches.rows(start, stop) if row]


def everyone(engine: Engine, sort: Sort) -> list[ArticleId]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_list, "REACH", 1_000)
        return [row.head.id for row in found(engine, sort).rows(0, MANY) if row]


@tried
@pytest.mark.parametrize("sort", ["newest", "oldest", "source", "relevance"])
def test_every_place_has_its_article(
    engine: Engine, sort: Sort, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ids(found(engine, sort), 0, MANY)
    assert len(set(whole)) == MANY
    monkeypatch.setattr(long_list, "REACH", 12)
    monkeypatch.setattr(long_list, "_AT_ONCE", 5)
    for start in (0, 7, 11, 13, 60, 81, 120, 141, 149, 155, 159):
        matches = found(engine, sort)  # nothing is known of places yet
        assert ids(matches, start, start + 9) == whole[start : start + 9], start
    assert ids(matches, 0, MANY) == whole
    assert ids(matches, MANY, MANY + 5) == []


@tried
@pytest.mark.usefixtures("short_reach")
@pytest.mark.parametrize("sort", ["newest", "oldest", "source"])
def test_an_article_is_found_again_at_any_place(engine: Engine, sort: Sort) -> None:
    whole = everyone(engine, sort)
    matches = found(engine, sort)
    for some in (whole[:7], whole[60:75], whole[-3:]):  # the last have no day
        assert matches.places(some) == {one: whole.index(one) for one in some}
    assert matches.places([ArticleId("stranger")]) == {}
    assert matches.places([]) == {}


@tried
@pytest.mark.usefixtures("short_reach")
def test_by_relevance_an_article_is_found_again_near_the_beginning(engine: Engine) -> None:
    whole = everyone(engine, "relevance")
    matches = found(engine, "relevance")
    assert matches.places([whole[3], whole[99]]) == {whole[3]: 3}


@tried
@pytest.mark.usefixtures("short_reach")
def test_what_is_too_far_is_said(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_list, "_MOST_STEPS", 2)
    with pytest.raises(IndexFailedError, match="row 81: it is too far from both ends"):
        found(engine, "relevance").rows(80, 84)
    assert len(found(engine, "newest").rows(80, 84)) == 4
    assert len(found(engine, "source").rows(80, 84)) == 4


@tried
@pytest.mark.usefixtures("short_reach")
def test_a_list_goes_on_at_its_place_once_its_view_has_expired(engine: Engine) -> None:
    matches = found(engine, "newest")
    before = ids(matches, 60, 70)
    ask_archive("DELETE", "/_search/point_in_time/_all")
    assert ids(matches, 60, 70) == before
    assert ids(matches, 70, 75) == ids(found(engine, "newest"), 70, 75)


@tried
def test_a_total_is_exact_up_to_a_bound(engine: Engine) -> None:
    address = archive_at(engine.health().where).address
    bounded = engine_choice.open_archive(address, ArchiveOptions(count_to=100))
    matches = found(bounded, "newest")
    assert (matches.total.count, matches.total.exact) == (100, False)
    assert len(ids(matches, 95, 130)) == 35
    assert dict(matches.counts("source"))[None] == 18
    bounded.close()


@tried
def test_of_very_many_articles_some_are_looked_at_and_that_is_said(engine: Engine) -> None:
    said: list[str] = []
    address = archive_at(engine.health().where).address
    sampled = engine_choice.open_archive(address, ArchiveOptions(sample=100), said.append)
    sampled.group_stories((), ())
    grouped = sampled.read(lambda snapshot: snapshot.stories())
    newest = ids(found(engine, "newest"), 0, 100)
    assert sorted(grouped) == sorted(newest)
    assert said == ["stories are those of the newest 100 of 160 articles"]
    chosen = engine_choice.open_archive(
        address, ArchiveOptions(sample=100, stories="after:2015"), said.append
    )
    chosen.group_stories((), ())
    dated = [row.head for row in found(engine, "newest").rows(0, MANY) if row and row.head.day]
    late = {head.id for head in dated if head.day and head.day.year >= 2015}
    assert set(chosen.read(lambda snapshot: snapshot.stories())) == late
    assert said.pop() == f"stories are those of the {len(late)} articles that after:2015 finds"
    chosen.group_stories((), (), among=parse("boat1 OR boat9 OR boat17"))
    of_search = set(chosen.read(lambda snapshot: snapshot.stories()))
    boats = {article(number).id for number in (1, 9, 17)}
    assert of_search == late & boats
    found_by = "after:2015 and boat1 OR boat9 OR boat17"
    assert said.pop() == f"stories are those of the {len(of_search)} articles that {found_by} find"
    chosen.group_stories((), ())  # as they were grouped last
    assert set(chosen.read(lambda snapshot: snapshot.stories())) == of_search
    chosen.close()
    exact, scaled = (one.read(lambda it: it.word_counts(["harbour"])) for one in (engine, sampled))
    assert scaled.sources == exact.sources
    assert scaled.times["harbour"] == pytest.approx(exact.times["harbour"], rel=0.2)
    assert said[1:] == ["words were counted in a sample: 100 of 160 articles"]
    counts = sampled.read(lambda it: it.source_counts("Paper 1", "Paper 2", lambda _: None))
    assert counts.left.articles + counts.right.articles == 71
    sampled.close()
