from __future__ import annotations

from pathlib import Path

import pytest

from search.article import Article, Block
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.manifest import MANIFEST, Manifest
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.store import Store, guarded
from search.errors import IndexFailedError, IndexLockedError
from search.library import KnownFiles, article_id
from search.processes.work_errors import WorkFailedError

ARTICLE = Article(article_id("a"), "a", (Block("lead", "words"),))


def build(store: Store) -> Path:
    generation = store.start()
    with open_writer(generation) as writer:
        writer.put(ARTICLE, [])
        writer.commit()
    Manifest(generation / MANIFEST).save(KnownFiles(), writer.mark)
    store.publish(generation)
    return generation


def test_a_generation_is_in_use_once_it_is_published(tmp_path: Path) -> None:
    store = Store(tmp_path / "index")
    assert (store.state(), store.generation()) == ("missing", None)
    generation = build(store)
    assert (store.state(), store.generation()) == ("ready", generation)


def test_a_new_generation_takes_the_place_of_the_old(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first, abandoned, second = build(store), store.start(), build(store)
    assert store.generation() == second
    assert not first.exists()
    assert not abandoned.exists()


def test_what_is_not_committed_is_dropped(tmp_path: Path) -> None:
    store = Store(tmp_path)
    generation = build(store)
    with open_writer(generation) as writer:
        writer.remove(ARTICLE.id)
    assert store.state() == "ready"


def test_a_file_that_no_commit_names_does_not_matter(tmp_path: Path) -> None:
    store = Store(tmp_path)
    generation = build(store)
    (generation / "whoosh" / "MAIN_beingwritten.arrays").write_bytes(b"half of i")
    assert store.state() == "ready"


def test_clearing_keeps_the_generation_in_use(tmp_path: Path) -> None:
    store = Store(tmp_path)
    generation, abandoned = build(store), tmp_path / "g-abandoned"
    abandoned.mkdir()
    (tmp_path / "current-g-abandoned").touch()
    store.clear()
    assert store.state() == "ready"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", generation.name]


def test_a_condemned_generation_counts_as_damaged(tmp_path: Path) -> None:
    store = Store(tmp_path)
    build(store)
    store.condemn()
    assert store.state() == "damaged"


def test_the_lock_is_held_by_one_and_let_go(tmp_path: Path) -> None:
    one, other = Store(tmp_path), Store(tmp_path)
    with one.lock(), pytest.raises(IndexLockedError), other.lock(wait=0):
        raise AssertionError("both have the lock")
    with other.lock(wait=0):
        pass


@pytest.mark.parametrize(
    ("error", "becomes"),
    [
        (OSError(28, "No space left on device"), IndexFailedError),
        (FileNotFoundError(2, "No such file"), DamagedError),
        (EOFError(), DamagedError),
        (WorkFailedError("a helping process has ended by itself"), IndexFailedError),
        (MemoryError(), IndexFailedError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_what_the_system_refuses_is_told_from_damage(
    tmp_path: Path, error: BaseException, becomes: type[BaseException]
) -> None:
    with pytest.raises(becomes), guarded(tmp_path):
        raise error


def test_an_index_whose_folder_vanishes_while_it_is_made_is_no_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    monkeypatch.chdir(away)
    away.rmdir()
    store = Store(Path("index"))
    for make in (store.start, store.lock().__enter__):
        with pytest.raises(IndexFailedError, match="can't be written: no such file or directory"):
            make()
