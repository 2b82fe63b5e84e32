"""How rare stems are in an archive: asked once, kept within a bound; and how close profiles are."""

from __future__ import annotations

import json
from math import isclose
from typing import TYPE_CHECKING

import pytest
from archive_to_test import archive_for_test
from engines import make_article
from false_archive import false_archive
from hypothesis import given
from hypothesis import strategies as st

from search.engine import engine_choice
from search.engine.opensearch import profile_weights
from search.engine.opensearch.archive_connection import Connection
from search.engine.opensearch.point_in_time import View
from search.engine.opensearch.profile_weights import StemCounts, StemWeights, cosine
from search.library import FilesUpdate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.article import Article
    from search.engine import Writer

PIT = 200, b'{"pit_id": "a"}'
HELD = {"held": {"buckets": [{"key": "strike", "doc_count": 3}]}, "read": {"value": 10}}
TOLD = 200, json.dumps({"hits": {"hits": []}, "aggregations": HELD, "_shards": {}}).encode()
STEMS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.floats(0.1, 9), max_size=12)


def put_all(writer: Writer, articles: Sequence[Article]) -> None:
    for one in articles:
        writer.put(one)
    writer.save()
    writer.note(FilesUpdate((), (), (), ""))


def test_what_was_asked_of_stems_once_isn_t_asked_again() -> None:
    counts = StemCounts()
    with false_archive(PIT, TOLD) as archive:
        connection = Connection(archive.address)
        view = View(connection, "news")
        first = StemWeights(view, 10, counts)
        first.know(["strike", "crane"])
        asked = len(archive.asked)
        again = StemWeights(view, 10, counts)
        again.know(["crane", "strike"])
        assert len(archive.asked) == asked
        again.know(["strike", "ferry"])
        assert len(archive.asked) == asked + 1
        connection.close()
    assert counts.known(["strike", "crane", "dock"]) == {"strike": 3, "crane": 0}
    assert first.idf("strike") == again.idf("strike") < again.idf("crane")


def test_what_is_kept_of_stems_is_bounded_and_what_was_told_last_is_there() -> None:
    counts = StemCounts(most=3)
    counts.keep({"a": 1, "b": 2})
    counts.keep({"c": 3})
    assert counts.known(["a", "b", "c"]) == {"a": 1, "b": 2, "c": 3}
    counts.keep({"d": 4})
    assert counts.known(["a", "b", "c", "d"]) == {"d": 4}


def test_vectors_are_of_length_one_and_the_same_one_by_one_and_together() -> None:
    profiles = [[("strike", 3.0, False), ("crane", 1.0, True)], [("crane", 1.7, False)], []]
    with false_archive(PIT) as archive:
        connection = Connection(archive.address)
        stems = StemWeights(View(connection, "news"), 10)
        each = stems.of_each(profiles)
        assert each == [stems.of(one) for one in profiles]
        connection.close()
    assert each[2] == {}
    assert all(isclose(sum(weight**2 for weight in one.values()), 1) for one in each[:2])


@given(STEMS, STEMS)
def test_closeness_is_the_same_from_both_sides_and_in_any_order(
    one: dict[str, float], other: dict[str, float]
) -> None:
    def unit(some: dict[str, float]) -> dict[str, float]:
        length = sum(weight**2 for weight in some.values()) ** 0.5
        return {root: weight / length for root, weight in some.items()}

    mine, theirs = unit(one), unit(other)
    close = cosine(mine, theirs)
    assert 0 <= close <= 1
    assert close == cosine(theirs, mine) == cosine(dict(reversed(mine.items())), theirs)
    if one:
        assert cosine(mine, mine) == pytest.approx(1)


@pytest.mark.archive
def test_of_a_large_archive_some_are_counted_and_scaled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = archive_for_test(tmp_path)
    engine = engine_choice.open_archive(address)
    articles = [make_article(f"a{n}", f"Dockers strike. Crane {n} fell.") for n in range(5)]
    engine.write(lambda writer: put_all(writer, articles))
    engine.close()
    connection = Connection(address)
    view = View(connection, address.index)
    counts = StemCounts()
    StemWeights(view, len(articles), counts).know(["strike", "ferri"])
    assert counts.known(["strike", "ferri"]) == {"strike": 5, "ferri": 0}
    monkeypatch.setattr(profile_weights, "MOST_READ", 2)
    some = StemCounts()
    StemWeights(view, len(articles), some).know(["strike", "ferri"])
    assert some.known(["strike", "ferri"]) == {"strike": 5, "ferri": 0}
    connection.close()
