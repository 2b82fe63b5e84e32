"""Close pairs, found quickly and kept up to date."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp
from typing import TYPE_CHECKING

import numpy as np
import pytest
from found import heads_of
from hypothesis import given, settings
from hypothesis import strategies as st

from search.article import Article, ArticleId, Block
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.similarity import close_pairs
from search.engine.whoosh.similarity.neighbours import Neighbours
from search.engine.whoosh.similarity.stem_weights import profile_rows
from search.engine.whoosh.store import Store
from search.errors import CancelledError
from search.library import article_id
from search.query import parse
from search.stories import FOLLOWED, OTHER_DAYS

if TYPE_CHECKING:
    from pathlib import Path

    from search.article import Head

Told = tuple[str, int, tuple[str, ...]]
WORDS = "anchor barge cargo derrick engine freight gantry harbour".split()
DWELT = st.lists(st.sampled_from(WORDS), unique=True, max_size=6).map(tuple)


def everything(reader: IndexReader) -> list[Head]:
    return heads_of(reader.search(parse("").root))


def never() -> bool:
    return False


def put(generation: Path, *batch: Told, gone: tuple[str, ...] = ()) -> IndexReader:
    with open_writer(generation) as writer:
        for name, day, stems in batch:
            published = (date(2024, 4, 30) + timedelta(day)).isoformat() if day else None
            told = Article(article_id(name), name, (), published=published)
            writer.put(told, [(stem, 1.0, False) for stem in stems])
        for name in gone:
            writer.remove(article_id(name))
        writer.commit()
    return IndexReader(generation)


def close(reader: IndexReader, neighbours: Neighbours) -> dict[tuple[str, str], float]:
    names = {facts.id: facts.path for facts in everything(reader)}
    part = neighbours.part(np.ones(len(neighbours.ids), np.bool_))
    found: dict[tuple[str, str], float] = {}
    for one, other, closeness in part.edges:
        a, b = sorted((names[part.ids[one]], names[part.ids[other]]))
        found[a, b] = closeness
    assert len(found) == len(part.edges)
    return found


def plain(reader: IndexReader) -> dict[tuple[str, str], float]:
    """Compare every two articles, one by one."""
    views, idf = reader._views, reader._similar.idf
    docs = np.concatenate([view.docs + view.base for view in views.views])
    cosines = profile_rows(views, docs, idf).cosines()
    facts = {one.id: one for one in everything(reader)}
    order = [
        facts[article_id_of(int(view.segment.numbers["number"].values[doc]))]
        for view in views.views
        for doc in view.docs.tolist()
    ]
    found = {}
    for i, one in enumerate(order):
        for j, other in enumerate(order):
            days = [x.day.toordinal() if x.day else 0 for x in (one, other)]
            apart = 0 if 0 in days else abs(days[0] - days[1])
            closeness = cosines[i, j] * (0.3 + 0.7 * exp(-apart / 3))
            if one.path < other.path and apart <= FOLLOWED and closeness >= close_pairs.LEAST:
                found[one.path, other.path] = float(closeness)
    return found


def article_id_of(number: int) -> ArticleId:
    return ArticleId(f"{number:016x}")


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.sampled_from((0, 1, 4, 9, 33)), DWELT), min_size=2, max_size=12))
def test_pairs_are_those_of_a_plain_comparison(
    tmp_path_factory: pytest.TempPathFactory, articles: list[tuple[int, tuple[str, ...]]]
) -> None:
    generation = Store(tmp_path_factory.mktemp("index")).start()
    reader = put(generation, *((f"{i:02}", *one) for i, one in enumerate(articles)))
    neighbours, touched = reader.neighbours(None, never)
    found, expected = close(reader, neighbours), plain(reader)
    shared = {
        (f"{i:02}", f"{j:02}")
        for i, (_, one) in enumerate(articles)
        for j, (_, other) in enumerate(articles)
        if i < j and len(set(one) & set(other)) >= 2
    }
    assert found.keys() == expected.keys() & shared
    assert all(found[pair] == pytest.approx(expected[pair], abs=1e-4) for pair in found)
    assert touched.all()
    reader.close()


@pytest.mark.parametrize(
    ("days", "named", "other_days"),
    [
        ((0, 0), ("Monday", "Tuesday"), True),
        ((0, 0), ("Monday", "monday"), False),
        ((0, 0), ("Monday", "nowhere"), False),
        ((7, 0), ("Monday", "Tuesday"), True),
        ((7, 8), ("Monday", "Monday"), False),
        ((6, 7), ("Monday", "Monday"), False),
        ((6, 13), ("Monday", "Monday"), True),
    ],
)
def test_what_happens_on_other_days_is_less_close(
    tmp_path: Path, days: tuple[int, int], named: tuple[str, str], *, other_days: bool
) -> None:
    generation = Store(tmp_path).start()
    with open_writer(generation) as writer:
        for name, day, said in zip("ab", days, named, strict=True):
            published = f"2024-05-{day:02}" if day else None
            text = Block("paragraph", f"The barge sank on {said}.")
            told = Article(article_id(name), name, (text,), published=published)
            rest = [(f"{name}{i}", 1.0, False) for i in range(8)]
            writer.put(told, [*((stem, 1.0, False) for stem in WORDS), *rest])
        writer.commit()
    reader = IndexReader(generation)
    ((found,), (cosine,)) = (
        tuple(pairs.values())
        for pairs in (close(reader, reader.neighbours(None, never)[0]), cosines(reader))
    )
    apart = abs(days[0] - days[1]) if all(days) else 0
    expected = cosine * (0.3 + 0.7 * exp(-apart / 3)) * (OTHER_DAYS if other_days else 1)
    assert found == pytest.approx(expected, abs=1e-4)
    reader.close()


def cosines(reader: IndexReader) -> dict[tuple[str, str], float]:
    """Give the cosine of the first two articles."""
    docs = np.concatenate([view.docs + view.base for view in reader._views.views])
    rows = profile_rows(reader._views, docs, reader._similar.idf).cosines()
    return {("a", "b"): float(rows[0, 1])}


ANCHOR: tuple[str, ...] = ("anchor", "barge", "cargo")
ENGINE: tuple[str, ...] = ("engine", "freight", "gantry")


def test_only_what_is_new_is_compared_and_the_rest_stays(tmp_path: Path) -> None:
    generation = Store(tmp_path).start()
    many = [(f"m{i}", 1, (f"word{i}", f"more{i}")) for i in range(30)]
    first = put(generation, ("a", 1, ANCHOR), ("b", 2, ANCHOR), ("c", 1, ENGINE), *many)
    neighbours, _ = first.neighbours(None, never)
    assert close(first, neighbours).keys() == {("a", "b")}
    second = put(generation, ("d", 3, ENGINE), ("b", 40, ANCHOR))
    later, touched = second.neighbours(neighbours, never)
    names = {one.id: one.path for one in everything(second)}
    ids = [names[one] for one in later.part(touched).ids]
    assert sorted(ids) == ["a", "b", "d"]
    assert close(second, later).keys() == {("c", "d")}
    third = put(generation, gone=("d",))
    last, touched = third.neighbours(later, never)
    assert close(third, last) == {}
    assert [names[one] for one in last.part(touched).ids] == ["c"]
    again, touched = third.neighbours(last, never)
    assert not touched.any()
    assert again.stories() == last.stories()
    for reader in (first, second, third):
        reader.close()


def test_all_is_compared_again_once_the_library_has_grown(tmp_path: Path) -> None:
    generation = Store(tmp_path).start()
    neighbours, _ = put(generation, ("a", 1, ANCHOR), ("b", 2, ANCHOR)).neighbours(None, never)
    reader = put(generation, ("c", 1, ENGINE))
    later, touched = reader.neighbours(neighbours, never)
    assert touched.all()
    assert later.compared == 3
    reader.close()


def test_cancelled_it_gives_up(tmp_path: Path) -> None:
    reader = put(Store(tmp_path).start(), ("a", 1, ANCHOR))
    with pytest.raises(CancelledError):
        reader.neighbours(None, lambda: True)
    reader.close()


def test_what_is_kept_comes_back_and_damage_is_noticed(tmp_path: Path) -> None:
    reader = put(Store(tmp_path).start(), ("a", 1, ANCHOR), ("b", 2, ANCHOR))
    neighbours, touched = reader.neighbours(None, never)
    neighbours = neighbours.labelled(touched, ["00000000000000aa"] * 2)
    file = tmp_path / "stories.arrays"
    neighbours.save(file)
    kept = Neighbours.load(file)
    assert kept.stories() == neighbours.stories()
    assert kept.part(touched) == neighbours.part(touched)
    assert kept.members(["00000000000000aa"])["00000000000000aa"] == sorted(
        one.id for one in everything(reader)
    )
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["stories.arrays"]
    data = bytearray(file.read_bytes())
    data[70] ^= 1
    file.write_bytes(data)
    with pytest.raises(DamagedError):
        Neighbours.load(file)
    reader.close()
