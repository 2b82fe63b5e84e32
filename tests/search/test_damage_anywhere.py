"""No byte of an index can change without either being noticed or meaning nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from found import ids_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import Desk, load_first_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from search import SyncProgress

QUERIES = (
    "",
    "harbour",
    '"the pilot boat"',
    '"harbour boat"~3',
    "har*",
    "p?l*",
    "harbuor~",
    "title:tide",
    "source:pilot",
    "date:2024-05",
    "boat NOT strike",
)
REBUILT = "the index was damaged and has been built anew"
FILES = (
    "current",
    "front.json",
    "lock",
    "g-*/stamp",
    "g-*/manifest.arrays",
    "g-*/stories.arrays",
    "g-*/whoosh/*.toc",
    "g-*/whoosh/*.arrays",
)


class Whole(NamedTuple):
    """An index as it was written, and what it answers."""

    library: Path
    cache: Path
    answers: list[Any]
    first_page: Any

    def __repr__(self) -> str:
        return "Whole()"


def told(desk: Desk) -> list[Any]:
    """Ask everything an index answers from its files."""
    said: list[Any] = []
    for query in QUERIES:
        found = desk.search(query, "newest" if "boat" in query else "relevance")
        said.append((found.total, tuple(ids_of(found)), found.sources, found.months))
    rows = desk.hits(desk.search(""), 0, 99)
    said.append(
        [(row.head.path, row.head.title, row.head.source, row.head.published) for row in rows]
    )
    said.append(sorted(one.head.id for one in desk.counterparts(rows[0].head.id)))
    said.append((desk.ids(), desk.resolve(rows[0].head.id[:9])))
    said.append(sorted(story.articles for story in desk.stories()))
    return said


EVENTS = (
    (
        "Divers raised a sunken trawler near Kilmore while its owner argued with insurers over salvage. "
        "Cranes from Rosslare lifted net, winch and engine; customs officers sealed crates of mackerel, "
        "and a coroner took rope, lamp and logbook to Wexford for an inquest about the drowned cook."
    ),
    (
        "Farmers drove tractors through Ghent against cheap imports of sugar beet and rising rents. "
        "Police blocked bridges, tram lines stood still, bakers gave away bread, and the governor met a "
        "delegation of growers whose cooperative lost its loan when Flemish banks closed rural branches."
    ),
    (
        "Astronomers photographed a comet above the Atacama with a mirror polished in Jena last winter. "
        "Dust, cyanide and frozen water trail behind a nucleus smaller than Malta; spectra taken by Chilean "
        "students show carbon older than our planet, which surprised theorists of Heidelberg and Kyoto."
    ),
)
"""So unlike that they are the same stories whether grouped at once or one after the other."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("damage")
    library, cache = folder / "library", folder / "cache"
    library.mkdir()
    for number in range(14):
        head = f"title: Tide {number}\nsource: Pilot {number % 3}\ndate: 2024-05-{number + 1:02}\n"
        story = f"The harbour and the pilot boat {number}. " + "A strike ends. " * (number % 4)
        text = f"{story}\n\n{EVENTS[number % 3]}"
        (library / f"{number:02}.md").write_text(f"---\n{head}---\n\n{text}\n", "utf-8")
        if number in {4, 9, 13}:
            desk = Desk(library, cache=cache)
            desk.sync()
            desk.close()
    (library / "03.md").unlink()
    desk = Desk(library, cache=cache)
    desk.sync()
    answers = told(desk)
    desk.close()
    return Whole(library, cache, answers, load_first_page(library, cache=cache))


def flip(data: bytes, place: float, mask: int) -> bytes:
    at = int(place * len(data))
    return data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :]


def cut(data: bytes, place: float, mask: int) -> bytes:
    del mask
    return data[: int(place * len(data))]


def blank(data: bytes, place: float, mask: int) -> bytes:
    at = int(place * len(data))
    return data[:at] + bytes(len(data[at : at + 16 * mask])) + data[at + 16 * mask :]


def lengthen(data: bytes, place: float, mask: int) -> bytes:
    at = int(place * len(data))
    return data[:at] + bytes([mask]) + data[at:]


damages = st.tuples(
    st.sampled_from(FILES),
    st.integers(0, 9),
    st.sampled_from([flip, flip, flip, cut, blank, lengthen]),
    st.floats(0, 1, exclude_max=True),
    st.integers(1, 255),
)


@contextmanager
def damaged(
    whole: Whole, folder: Path, damage: tuple[str, int, Callable[..., bytes], float, int]
) -> Iterator[Path]:
    """Give a copy of the index with one of its files damaged."""
    name, which, how, place, mask = damage
    cache = folder / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    shutil.copytree(whole.cache, cache)
    (home,) = cache.iterdir()
    files = sorted(home.glob(name))
    file = files[which % len(files)]
    file.write_bytes(how(file.read_bytes(), place, mask))
    assert load_first_page(whole.library, cache=cache) in (None, whole.first_page)
    yield cache


def check(whole: Whole, cache: Path, *, first: str) -> None:
    """Ask before or after a sync; what is answered is right, or there is no answer yet."""
    desk = Desk(whole.library, cache=cache)
    try:
        if first == "ask" and desk.ready:
            assert told(desk) == whole.answers
        report = desk.sync()
        assert (report.articles, report.failed) == (13, ())
        assert desk.ready
        assert told(desk) == whole.answers
        assert desk.sync().rebuilt is None
    finally:
        desk.close()


LAW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@LAW
@given(damages, st.sampled_from(["ask", "sync"]))
def test_damage_to_small_files(
    whole: Whole, tmp_path_factory: pytest.TempPathFactory, damage: Any, first: str
) -> None:
    with damaged(whole, tmp_path_factory.getbasetemp(), damage) as cache:
        check(whole, cache, first=first)


@LAW
@given(damages, st.sampled_from(["ask", "sync"]))
def test_damage_to_files_that_are_judged_in_use(
    whole: Whole, tmp_path_factory: pytest.TempPathFactory, damage: Any, first: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.engine.whoosh.store._SMALL", 0)
        with damaged(whole, tmp_path_factory.getbasetemp(), damage) as cache:
            check(whole, cache, first=first)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("how", [flip, cut])
def test_damage_to_a_build_that_was_ended_half_way(
    whole: Whole,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    how: Callable[..., bytes],
) -> None:
    monkeypatch.setattr("search.ingest.sync._FIRST_SAVE", 0.0)
    desk = Desk(whole.library, cache=tmp_path)
    safe = 0

    def watch(at: SyncProgress) -> None:
        nonlocal safe
        safe = at.articles

    assert 4 < desk.sync(watch, lambda: safe > 4).articles < 13
    desk.close()
    for file in tmp_path.glob(f"*/{name}"):
        file.write_bytes(how(file.read_bytes(), 0.4, 9))
    check(whole, tmp_path, first="sync")


def test_a_byte_of_any_array_of_a_segment(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.store._SMALL", 0)
    cache = tmp_path / "cache"
    shutil.copytree(whole.cache, cache)
    file = max(cache.glob("*/g-*/whoosh/*.arrays"), key=lambda file: file.stat().st_size)
    listed = re.search(rb'"sections":(\{.*?\})', file.read_bytes())
    assert listed
    sections = json.loads(listed[1])
    noticed = set()
    for name, (kind, start, length) in sections.items():
        if not length:
            continue
        shutil.rmtree(cache)
        shutil.copytree(whole.cache, cache)
        data = bytearray(file.read_bytes())
        data[start + length * int(kind[2:]) // 2] ^= 4
        file.write_bytes(data)
        desk = Desk(whole.library, cache=cache)
        assert told(desk) == whole.answers, name
        desk.close()
        if not file.exists():
            noticed.add(name)
    assert {"number/values", "facts/data", "body_exact/packed", "body_exact/docs"} <= noticed


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone(whole: Whole, tmp_path: Path, name: str) -> None:
    with damaged(whole, tmp_path, (name, 0, flip, 0.0, 1)) as cache:
        next(cache.glob(f"*/{name}")).unlink()
        check(whole, cache, first="ask")


@pytest.mark.parametrize("how", ["cut", "gone", "flipped", "touched"])
def test_what_happens_to_the_files_of_an_open_index(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr("search.engine.whoosh.store._SMALL", 0)
    cache = tmp_path / "cache"
    shutil.copytree(whole.cache, cache)
    desk = Desk(whole.library, cache=cache)
    assert told(desk) == whole.answers
    for file in cache.glob("*/g-*/whoosh/*.arrays"):
        if how == "gone":
            file.unlink()
        elif how == "cut":
            os.truncate(file, 100)
        elif how == "touched":
            os.utime(file)
        else:
            with file.open("r+b") as stream:
                data = stream.read()
                stream.seek(0)
                stream.write(bytes(byte ^ 4 for byte in data))
    assert told(desk) == whole.answers
    assert desk.hear() == ((REBUILT,) if how in {"cut", "flipped"} else ())
    desk.close()
