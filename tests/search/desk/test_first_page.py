"""The first screenful, kept from last time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from search import Desk, LibraryError, bundled, load_first_page

if TYPE_CHECKING:
    from pathlib import Path


def synced(library: Path, cache: Path) -> None:
    desk = Desk(library, cache=cache)
    desk.sync()
    desk.close()


def write(library: Path, name: str, title: str) -> None:
    library.mkdir(exist_ok=True)
    (library / name).write_text(f"---\ntitle: {title}\n---\n\nA story of its own.\n", "utf-8")


def test_before_the_first_sync_there_is_none(tmp_path: Path) -> None:
    assert load_first_page(bundled(), cache=tmp_path) is None


def test_it_is_what_an_empty_search_finds(tmp_path: Path) -> None:
    desk = Desk(bundled(), cache=tmp_path)
    desk.sync()
    answer = desk.search("")
    hits = desk.hits(answer, 0, answer.total)
    desk.close()
    kept = load_first_page(bundled(), cache=tmp_path)
    assert kept is not None
    assert kept.answer.total == answer.total == 5
    assert kept.rows == tuple(hits)
    assert (kept.answer.sources, kept.answer.months) == (answer.sources, answer.months)
    assert kept.answer.read_as == answer.read_as


def test_each_change_of_the_library_renews_it(tmp_path: Path) -> None:
    library, cache = tmp_path / "news", tmp_path / "cache"
    write(library, "a.txt", "First")
    synced(library, cache)
    write(library, "b.txt", "Second")
    synced(library, cache)
    kept = load_first_page(library, cache=cache)
    assert kept is not None
    assert [row.head.title for row in kept.rows] == ["First", "Second"]
    (library / "a.txt").unlink()
    synced(library, cache)
    kept = load_first_page(library, cache=cache)
    assert kept is not None
    assert [row.head.title for row in kept.rows] == ["Second"]


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[1]", b'{"rows": [[1, 2]]}', b"\xff\xfe", b"null"]
)
def test_a_damaged_one_is_none(tmp_path: Path, damage: bytes) -> None:
    synced(bundled(), tmp_path)
    (file,) = tmp_path.glob("*/front.json")
    file.write_bytes(damage)
    assert load_first_page(bundled(), cache=tmp_path) is None


@pytest.mark.parametrize("body", ["[" * 10_000, '{"rows": [], "articles": 1e999}'])
def test_one_that_was_never_written_so_is_none(tmp_path: Path, body: str) -> None:
    synced(bundled(), tmp_path)
    (file,) = tmp_path.glob("*/front.json")
    file.write_text(f"{crc32(body.encode()):08x}\n{body}", "utf-8")
    assert load_first_page(bundled(), cache=tmp_path) is None


def test_without_a_library_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="nowhere"):
        load_first_page(tmp_path / "nowhere", cache=tmp_path)


def test_reading_it_loads_no_engine(tmp_path: Path) -> None:
    synced(bundled(), tmp_path)
    code = (
        "import sys; from pathlib import Path; import search;"
        "assert search.load_first_page(search.bundled(), cache=Path(sys.argv[1]));"
        "heavy = {'whoosh.index', 'numpy', 'search.engine.whoosh.engine', 'yaml'};"
        "print(*(m for m in sys.modules if m in heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == ""
