"""What changes under whoever reads: commits, snapshots, several engines on one place."""

from __future__ import annotations

from itertools import chain, repeat
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest
from corpus import ARTICLES, EVERY, fill
from engines import make_article, put
from found import heads_of

from search.engine import State
from search.errors import CancelledError, IndexLockedError
from search.library import Entry, FilesUpdate, KnownFiles, article_id
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from engines import Place

    from search.article import Article
    from search.engine import Engine, Snapshot, Writer

NOTHING_NEW = FilesUpdate((), (), (), "")


def paths(engine: Engine, query: str = "") -> str:
    found = engine.read(lambda snapshot: snapshot.search(parse(query).root))
    return "".join(sorted(head.path for head in heads_of(found)))


def test_its_state_is_empty_then_ready(engine: Engine) -> None:
    state = engine.state()
    assert (state.kind, bool(state.reason)) == ("empty", True)
    fill(engine)
    assert engine.state() == State("ready")
    health = engine.health()
    assert health.state == State("ready")
    assert health.engine
    assert health.where


def test_it_is_being_built_while_it_is_first_written(place: Place) -> None:
    engine = place.open()
    states = []

    def write(writer: Writer) -> None:
        states.append(place.open().state().kind)
        writer.put(ARTICLES[0])
        writer.commit()
        states.append(place.open().state().kind)
        writer.note(NOTHING_NEW)
        states.append(place.open().state().kind)

    engine.write(write)
    assert states == ["building", "building", "ready"]


def test_its_version_differs_whenever_something_else_can_be_found(engine: Engine) -> None:
    versions = [engine.version()]
    for article in ARTICLES[:3]:
        put(engine, article)
        versions.append(engine.version())
    assert len(set(versions)) == 4
    assert engine.version() == versions[-1]
    paths(engine)
    assert engine.version() == versions[-1]


def test_an_article_takes_the_place_of_the_one_with_its_id(engine: Engine) -> None:
    fill(engine)
    put(engine, make_article("a", "Rain fell on the market.", title="Rain"))
    assert (paths(engine), paths(engine, "okafor"), paths(engine, "rain")) == (EVERY, "b", "ad")
    put(engine, gone=[article_id(one) for one in ("b", "c", "stranger")])
    assert (paths(engine), paths(engine, "strike")) == ("adefghij", "e")
    assert engine.read(len) == 8
    assert engine.read(lambda s: s.heads([article_id("b")])) == [None]


def test_what_was_found_stays_when_the_articles_change(engine: Engine) -> None:
    fill(engine)
    found = engine.read(lambda snapshot: snapshot.search(parse("").root, "newest"))
    before = [row.head.path for row in found.rows(0, 99) if row]
    put(engine, make_article("k", "Late.", published="2024-06-01"))
    put(engine, gone=[article_id("a")])
    assert found.total.count == 10
    assert found.places([article_id("k"), article_id("i")]) == {article_id("i"): 1}
    after = [row.head.path for row in found.rows(0, 99) if row]
    assert [path for path in before if path != "a"] == [path for path in after if path != "a"]


def test_a_snapshot_doesn_t_see_what_is_written_meanwhile(place: Place) -> None:
    reading, writing = place.open(), place.open()
    fill(writing)

    def look(snapshot: Snapshot) -> None:
        before = snapshot.search(parse("strike").root).total.count
        put(writing, make_article("k", "A strike.", title="Strike"), gone=[article_id("a")])
        assert snapshot.search(parse("strike").root).total.count == before == 3
        assert len(snapshot) == 10
        assert snapshot.heads([article_id("k")]) == [None]
        (head,) = snapshot.heads([article_id("a")])
        assert head

    reading.read(look)
    assert paths(place.open(), "strike") == "bek"


def test_two_read_while_one_writes(place: Place) -> None:
    writing, *readers = (place.open() for _ in range(3))
    put(writing, ARTICLES[0])
    done = Event()
    wrong: list[object] = []

    def read(engine: Engine) -> None:
        least = 0
        try:
            while not done.is_set():
                count = engine.read(lambda s: s.search(parse("strike").root).total.count)
                if not 1 <= count <= 3:
                    wrong.append(count)
                least = max(least, count)
        except Exception as error:  # noqa: BLE001 - told below
            wrong.append(error)

    threads = [Thread(target=read, args=(engine,)) for engine in readers]
    for thread in threads:
        thread.start()
    for article in ARTICLES[1:]:
        put(writing, article)
    done.set()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    assert wrong == []
    assert paths(place.open()) == EVERY


def test_one_writes_at_a_time(place: Place) -> None:
    one, other = place.open(), place.open()

    def write(_: Writer) -> None:
        with pytest.raises(IndexLockedError):
            put(other, ARTICLES[0])

    one.write(write)
    put(other, ARTICLES[0])
    assert paths(place.open()) == "a"


def test_what_isn_t_saved_is_dropped(engine: Engine) -> None:
    fill(engine)

    def write(writer: Writer) -> None:
        writer.put(make_article("k", "A strike."))
        writer.remove([article_id("a")])

    engine.write(write)
    assert paths(engine) == EVERY


def test_a_task_that_fails_leaves_the_articles_as_they_were(engine: Engine) -> None:
    fill(engine)

    def write(writer: Writer) -> None:
        writer.put(make_article("k", "A strike."))
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        engine.write(write)
    assert paths(engine) == EVERY
    put(engine, make_article("k", "A strike."))
    assert paths(engine, "strike") == "abek"


def made(number: int) -> Generator[Article, None, int]:
    """Make an article of a number, none of multiples of three, and two of 4."""
    if number % 3:
        yield make_article(str(number), f"Number {number}.")
    if number == 4:
        yield make_article("z", "One more.")
    return number


def test_articles_are_made_of_tasks_and_what_is_told_comes_back(engine: Engine) -> None:
    def write(writer: Writer) -> list[int]:
        told_ = list(writer.put_each(range(9), made, 9))
        writer.commit()
        writer.note(NOTHING_NEW)
        return told_

    assert sorted(engine.write(write)) == list(range(9))
    assert paths(engine) == "124578z"


def test_work_that_is_cancelled_is_dropped(engine: Engine) -> None:
    fill(engine)
    asked = chain([False, False], repeat(True))

    def write(writer: Writer) -> None:
        for _ in writer.put_each(range(1, 9), made, 8, lambda: next(asked)):
            pass
        writer.commit()

    with pytest.raises(CancelledError):
        engine.write(write)
    assert paths(engine) == EVERY


def test_saved_on_the_way_it_is_found_before_the_end(place: Place) -> None:
    engine = place.open()
    seen: list[str] = []

    def write(writer: Writer) -> None:
        assert (writer.fresh, writer.gradual) == (True, True)
        for article in ARTICLES[:2]:
            writer.put(article)
            assert writer.save() == []
            writer.note(NOTHING_NEW)
            seen.append(paths(place.open()))
        writer.put(ARTICLES[2])
        writer.commit()
        writer.note(NOTHING_NEW)

    engine.write(write)
    assert seen == ["a", "ab"]
    assert paths(engine) == "abc"


def rebuilt(*articles: Article) -> Callable[[Writer], Any]:
    def write(writer: Writer) -> tuple[bool, bool, str | None]:
        assert writer.known.entries == {}
        for article in articles:
            writer.put(article)
        writer.commit()
        writer.note(NOTHING_NEW)
        return writer.fresh, writer.gradual, writer.rebuilt

    return write


def test_a_rebuild_takes_the_place_of_all_in_one_step(engine: Engine) -> None:
    fill(engine)
    seen: list[str] = []

    def write(writer: Writer) -> Any:
        seen.append(paths(engine))
        return rebuilt(ARTICLES[4])(writer)

    assert engine.write(write, rebuild=True) == (True, False, "asked for")
    assert (seen, paths(engine)) == ([EVERY], "e")
    assert engine.write(lambda writer: (writer.fresh, writer.rebuilt)) == (False, None)


def test_a_first_build_is_no_rebuild(engine: Engine) -> None:
    assert engine.write(rebuilt(ARTICLES[0])) == (True, True, None)


A = Entry("a.txt", 3, "10 11", b"digest-a")
B = Entry("b.txt", 4, "20 20", b"digest-b")


def test_the_files_behind_the_articles_are_noted(place: Place) -> None:
    engine = place.open()
    assert engine.known_files() == KnownFiles()
    failures = (("z.txt", "no text"), ("c.txt", "too large"))

    def write(writer: Writer, update: FilesUpdate) -> KnownFiles:
        known = writer.known
        writer.put(ARTICLES[0])
        writer.commit()
        writer.note(update)
        return known

    engine.write(lambda writer: write(writer, FilesUpdate((A, B), (), failures, "disk 1")))
    sorted_failures = tuple(sorted(failures))
    known = KnownFiles({A.path: A, B.path: B}, sorted_failures, "disk 1")
    assert place.open().known_files() == known
    newer = A._replace(size=9)
    before = engine.write(lambda w: write(w, FilesUpdate((newer,), (B.path,), (), "disk 2")))
    assert before == known
    assert place.open().known_files() == KnownFiles({A.path: newer}, (), "disk 2")


def test_files_can_be_noted_without_a_change_of_articles(place: Place) -> None:
    engine = place.open()
    fill(engine)
    version = engine.version()
    engine.write(lambda writer: writer.note(FilesUpdate((), (), (("x.txt", "gone"),), "")))
    assert place.open().known_files().failures == (("x.txt", "gone"),)
    assert engine.version() == version
    assert paths(engine) == EVERY
