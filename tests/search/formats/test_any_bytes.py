"""Every reader of bytes, given any bytes: what it documents is all that it raises."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import pytest
from found import storage_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import ArticleError, ArticleId, Desk, bundled, load_first_page
from search.engine.whoosh.codec.array_index import open_index
from search.engine.whoosh.manifest import Manifest
from search.engine.whoosh.schema import schema
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.segment_file import MAGIC, TRAILER, SegmentFile
from search.engine.whoosh.store import Store
from search.formats import read_article
from search.formats.heads.front_matter import front_matter
from search.marks.library_marks import LibraryMarks
from search.notices import Notices
from search.page.days.dates import find_dates

LAW = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BUNDLED = sorted(file for file in bundled().glob("*.txt"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["rows", "kind", "one", "other", "sources"]), inner)
    ),
    max_leaves=12,
).map(lambda value: json.dumps(value).encode())


@LAW
@given(st.sampled_from(BUNDLED), st.floats(0, 1), st.sampled_from(["a.txt", "a.md"]))
def test_an_article_cut_short_anywhere_is_one_or_none(file: Path, place: float, name: str) -> None:
    data = file.read_bytes()
    with suppress(ArticleError):
        article = read_article(data[: int(place * len(data))], name, ArticleId("0" * 16))
        assert article.blocks or article.title


@LAW
@given(st.sampled_from(BUNDLED), st.integers(0), st.binary(max_size=40))
def test_an_article_with_other_bytes_in_it_is_one_or_none(
    file: Path, place: int, other: bytes
) -> None:
    data = bytearray(file.read_bytes())
    at = place % len(data)
    data[at : at + len(other)] = other
    with suppress(ArticleError):
        read_article(bytes(data), "a.txt", ArticleId("0" * 16))


@LAW
@given(st.text(max_size=200), st.sampled_from(["", "a: b\n", "a: [\n", "- b\n"]))
def test_front_matter_of_any_text(text: str, begun: str) -> None:
    parted = front_matter(f"---\ntitle: a\n{begun}{text}\n---\nbody")
    assert parted is not None
    assert parted.body.endswith("body")


@LAW
@given(st.text(st.sampled_from("0123456789/-. :,TZ+amp年月日MayJun"), max_size=60))
def test_dates_of_any_line_are_dates(line: str) -> None:
    for found in find_dates(line):
        assert 0 <= found.start < found.stop <= len(line)


@LAW
@given(st.binary(max_size=200) | JSON)
def test_rulings_and_front_of_any_bytes(tmp_path: Path, data: bytes) -> None:
    with TemporaryDirectory(dir=tmp_path) as folder:
        (Path(folder) / "stories").mkdir()
        (Path(folder) / "stories" / "one.json").write_bytes(data)
        marks = LibraryMarks("one", Notices().add, Path(folder))
        marks.rulings()
        marks.close()
    desk = Desk(bundled(), cache=tmp_path)
    home = storage_of(desk).folder
    home.mkdir(exist_ok=True)
    checked = f"{crc32(data):08x}\n".encode()
    for whole in (data, checked + data):
        (home / "front.json").write_bytes(whole)
        load_first_page(bundled(), cache=tmp_path)


@LAW
@given(data=st.binary(max_size=200), begun=st.booleans())
def test_a_manifest_of_any_bytes(tmp_path: Path, data: bytes, *, begun: bool) -> None:
    path = tmp_path / "manifest.arrays"
    path.write_bytes((MAGIC if begun else b"") + data)
    for ask in (Manifest(path).load, Manifest(path).mark):
        with pytest.raises(DamagedError):
            ask()


@LAW
@given(st.binary(max_size=200), st.integers(0, 2**40), st.integers(0, 2**33))
def test_a_segment_of_any_bytes(tmp_path: Path, data: bytes, at: int, length: int) -> None:
    path = tmp_path / "one.arrays"
    trailer = TRAILER.pack(at, length % 2**32, crc32(data), MAGIC)
    for whole in (data, MAGIC + data + trailer):
        path.write_bytes(whole)
        with pytest.raises(DamagedError):
            SegmentFile(path)


@LAW
@given(st.binary(max_size=200))
def test_an_index_of_any_bytes_is_judged_not_believed(tmp_path: Path, data: bytes) -> None:
    generation = tmp_path / "g-1"
    (generation / "whoosh").mkdir(parents=True, exist_ok=True)
    (generation / "whoosh" / "_MAIN_1.toc").write_bytes(data)
    (generation / "stamp").write_bytes(data)
    with pytest.raises(DamagedError):
        open_index(generation / "whoosh", schema())
    store = Store(tmp_path)
    (tmp_path / "current").write_text("g-1", "utf-8")
    assert store.state() in {"damaged", "outdated"}
    (tmp_path / "current").write_bytes(data)
    assert store.state() == "damaged"
