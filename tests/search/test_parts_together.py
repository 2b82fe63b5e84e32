"""The parts of a cache belong together: one of another time, another library or none is noticed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from found import ids_of
from packing import lines, story, zipped

from search import Desk, load_first_page

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
FILES = (
    "current",
    "front.json",
    "lock",
    "g-*/used",
    "g-*/stamp",
    "g-*/manifest.arrays",
    "g-*/stories.arrays",
    "g-*/whoosh",
    "g-*/whoosh/*.toc",
    "g-*/whoosh/*.arrays",
)
PLACES = 20
REBUILT = "the index was damaged and has been built anew"


class Caches(NamedTuple):
    """A library, its cache now and as it was three changes ago, and what it answers.

    Attributes:
        other: the cache of a library that has other articles, at the same place.
    """

    library: Path
    now: Path
    before: Path
    other: Path
    answers: list[Any]

    def __repr__(self) -> str:
        return "Caches()"


def told(desk: Desk) -> list[Any]:
    said: list[Any] = []
    for query in ("", "boat", "title:tide", "old", "new"):
        found = desk.search(query)
        said.append((found.total, sorted(ids_of(found)), found.sources, found.months))
    rows = desk.hits(desk.search(""), 0, 99)
    said.append(sorted((row.head.path, row.head.title) for row in rows))
    said.append(sorted(story.articles for story in desk.stories()))
    return said


def put(library: Path, number: int, word: str) -> None:
    text = f"---\ntitle: Tide {number}\nsource: Pilot {number % 2}\n---\n\nThe {word} boat left.\n"
    (library / f"{number}.md").write_text(text, "utf-8")


def put_containers(library: Path, *words: str) -> None:
    """Write JSON Lines and an archive, an article a word in each."""
    (library / "rows.jsonl").write_bytes(lines(*words))
    (library / "pack.zip").write_bytes(zipped({f"{word}.md": story(word) for word in words}))


def sync(library: Path, cache: Path) -> None:
    desk = Desk(library, cache=cache)
    desk.sync()
    desk.stories()
    desk.close()


@pytest.fixture(scope="module")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Caches:
    folder = tmp_path_factory.mktemp("together")
    library, now = folder / "library", folder / "now"
    library.mkdir()
    for number in range(6):
        put(library, number, "foreign")
    sync(library, folder / "other")
    for number in range(6):
        put(library, number, "old")
    put_containers(library, "Anna", "Berta", "Clara")
    sync(library, now)
    shutil.copytree(now, folder / "before", symlinks=True)
    for number, word in ((1, "new"), (6, "new"), (7, "new")):
        put(library, number, word)
        sync(library, now)
    put_containers(library, "Anna", "Clara", "Dora", "Ella")
    (library / "0.md").unlink()
    sync(library, now)
    desk = Desk(library, cache=now)
    answers = told(desk)
    desk.close()
    return Caches(library, now, folder / "before", folder / "other", answers)


@pytest.fixture
def cache(caches: Caches, tmp_path: Path) -> Path:
    shutil.copytree(caches.now, tmp_path / "cache")
    return tmp_path / "cache"


def put_in_place(cache: Path, name: str, source: Path) -> bool:
    """Put what another cache has of a name in the place of what this one has."""
    mine, theirs = (sorted(one.glob(f"*/{name}")) for one in (cache, source))
    if not mine or not theirs:
        return False
    shape = mine[0].parent
    for one in mine:
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    for one in theirs:
        copy = shutil.copytree if one.is_dir() else shutil.copy2
        copy(one, shape / one.name)
    return True


def check(caches: Caches, cache: Path, *, says: set[tuple[str, ...]] | None = None) -> None:
    """Sync, and then everything is right, and was told in one line at most."""
    page = load_first_page(caches.library, cache=cache)
    assert page in (None, *(load_first_page(caches.library, cache=one) for one in caches[1:3]))
    desk = Desk(caches.library, cache=cache)
    report = desk.sync()
    said = desk.hear()
    if report.rebuilt == "damaged":
        said = (REBUILT, *said)  # as every verb says it
    assert len(said) <= 1
    assert report.failed == ()
    if says is not None:
        assert said in says
    assert told(desk) == caches.answers
    assert desk.hear() == ()
    assert desk.sync().rebuilt is None
    health = desk.inspect().health
    assert (health.state.kind, health.damaged) == ("ready", ())
    desk.close()


def damages(data: bytes) -> Iterator[bytes]:
    yield b""
    yield data[: len(data) // 2]
    yield data[:-1]
    yield data + b"\0"
    chosen = random.Random(len(data))  # noqa: S311 - a seed is the point
    edges = {0, 1, len(data) - 1}
    for at in sorted({chosen.randrange(len(data)) for _ in range(PLACES)} | edges) if data else ():
        yield data[:at] + bytes([data[at] ^ 1 << chosen.randrange(8)]) + data[at + 1 :]


@pytest.mark.parametrize("name", [name for name in FILES if name != "g-*/whoosh"])
def test_a_byte_changed_a_file_cut_or_emptied(caches: Caches, tmp_path: Path, name: str) -> None:
    cache = tmp_path / "cache"
    shutil.copytree(caches.now, cache)
    whole = max(cache.glob(f"*/{name}"), key=lambda file: file.stat().st_size)
    for damaged in damages(whole.read_bytes()):
        shutil.rmtree(cache)
        shutil.copytree(caches.now, cache)
        whole.write_bytes(damaged)
        check(caches, cache)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone(caches: Caches, cache: Path, name: str) -> None:
    for file in cache.glob(f"*/{name}"):
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    check(caches, cache)


@pytest.mark.parametrize("source", ["before", "other"])
@pytest.mark.parametrize("name", FILES)
def test_a_part_of_another_time_or_another_index(
    caches: Caches, cache: Path, name: str, source: str
) -> None:
    assert put_in_place(cache, name, getattr(caches, source))
    check(caches, cache)


@pytest.mark.parametrize(
    "name", ["g-*/manifest.arrays", "g-*/whoosh", "g-*/whoosh/*.toc", "g-*/whoosh/*.arrays"]
)
@pytest.mark.parametrize("source", ["before", "other"])
def test_what_does_not_belong_together_is_noticed_before_it_answers(
    caches: Caches, cache: Path, name: str, source: str
) -> None:
    put_in_place(cache, name, getattr(caches, source))
    desk = Desk(caches.library, cache=cache)
    assert not desk.ready
    assert desk.inspect().health.state.kind == "damaged"
    assert desk.search("old").total == 0
    desk.close()
    check(caches, cache, says={(REBUILT,)})


def test_a_whole_cache_of_another_time_is_brought_up_to_date(
    caches: Caches, tmp_path: Path
) -> None:
    shutil.copytree(caches.before, tmp_path / "cache")
    check(caches, tmp_path / "cache", says={()})


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("front.json", "the first page that was kept was damaged and has been made anew"),
        ("g-*/stories.arrays", "what was kept of stories was damaged and is worked out anew"),
        ("g-*/manifest.arrays", REBUILT),
    ],
)
@pytest.mark.parametrize("where", [0.0, 0.5, 0.999])
def test_damage_is_told_in_one_line_and_by_the_doctor_before(
    caches: Caches, cache: Path, name: str, says: str, where: float
) -> None:
    (file,) = cache.glob(f"*/{name}")
    data = bytearray(file.read_bytes())
    at = next(at for at in range(int(where * len(data)), len(data)) if data[at])
    data[at] ^= 4
    file.write_bytes(data)
    desk = Desk(caches.library, cache=cache)
    health = desk.inspect().health
    desk.close()
    assert health.state.kind == "damaged" or health.damaged == (str(file),)
    check(caches, cache, says={(says,)})


KILLED = """
import os, signal, sys
from pathlib import Path
from search import Desk
from search.engine.whoosh.manifest import Manifest

Manifest.save = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
Desk(Path(sys.argv[1]), cache=Path(sys.argv[2])).sync()
"""


def test_an_article_that_only_the_index_knows_after_a_crash_leaves_with_its_file(
    tmp_path: Path,
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for number in range(3):
        put(library, number, "old")
    sync(library, tmp_path / "own")
    put(library, 3, "brief")
    put(library, 1, "changed")
    subprocess.run(
        [sys.executable, "-c", KILLED, str(library), str(tmp_path / "own")],
        cwd=ROOT,
        check=False,
    )
    desk = Desk(library, cache=tmp_path / "own")
    assert (desk.ready, desk.search("brief").total) == (True, 1)
    (library / "3.md").unlink()
    report = desk.sync()
    assert (report.rebuilt, report.articles, report.removed) == (None, 3, 1)
    assert [desk.search(word).total for word in ("brief", "changed", "old")] == [0, 1, 2]
    assert desk.sync().removed == 0
    desk.close()


def test_what_was_indexed_before_a_crash_and_taken_back_after_it_is_forgotten(
    tmp_path: Path,
) -> None:
    library, cache = tmp_path / "library", tmp_path / "own"
    library.mkdir()
    for number in range(3):
        put(library, number, "old")
    put_containers(library, "Anna", "Berta", "Clara")
    sync(library, cache)
    put(library, 1, "brief")
    put_containers(library, "Anna", "Bertha", "Clara")
    (library / "rows.jsonl").write_bytes(lines("Anna", "Berta").replace(b"harbour", b"hollow!"))
    command = [sys.executable, "-c", KILLED, str(library), str(cache)]
    subprocess.run(command, cwd=ROOT, check=False)
    desk = Desk(library, cache=cache)
    assert [desk.search(word).total for word in ("brief", "hollow", "Bertha")] == [1, 2, 1]
    desk.close()
    put(library, 1, "old")
    put_containers(library, "Anna", "Berta", "Clara")
    desk = Desk(library, cache=cache)
    assert desk.sync().rebuilt is None
    assert [desk.search(word).total for word in ("brief", "hollow", "Bertha")] == [0, 0, 0]
    assert [desk.search(word).total for word in ("old", "harbour", "Berta")] == [3, 6, 2]
    desk.close()


def test_a_list_of_files_one_commit_older_than_its_index_is_as_after_a_crash(
    caches: Caches, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    library = shutil.copytree(caches.library, tmp_path / "library")
    sync(library, cache)
    shutil.copytree(cache, tmp_path / "before")
    put(library, 2, "newest")
    put(library, 9, "newest")
    (library / "3.md").unlink()
    put_containers(library, "Clara", "Dora", "Flora")
    sync(library, cache)
    desk = Desk(library, cache=cache)
    answers = told(desk)
    desk.close()
    assert put_in_place(cache, "g-*/manifest.arrays", tmp_path / "before")
    check(
        Caches(library, cache, tmp_path / "before", tmp_path / "before", answers), cache, says={()}
    )


def test_what_the_reader_did_is_kept_whatever_happens_to_the_cache(
    caches: Caches, cache: Path, tmp_path: Path
) -> None:
    desk = Desk(caches.library, cache=cache, data=tmp_path / "data")
    one, other, *_ = desk.ids()
    desk.story_groups.merge(one, other)
    desk.close()
    for file in cache.glob("*/g-*/manifest.arrays"):
        os.truncate(file, 10)
    desk = Desk(caches.library, cache=cache, data=tmp_path / "data")
    assert desk.sync().rebuilt == "damaged"
    story = desk.story_groups.story(one) or next(s for s in desk.stories() if one in s.articles)
    assert other in story.articles
    assert desk.story_groups.undo()
    desk.close()
