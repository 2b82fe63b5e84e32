"""Nothing that lies in a cache is ever run, whoever put it there."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cache_files import CACHE_FILES
from whoosh.filedb.structfile import StructFile

from search import Desk, load_first_page

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


class Planted:
    """What makes a file once it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self._mark),)


def whooshs_own_table(mark: Path) -> bytes:
    """Make a table of contents as Whoosh writes it, with a schema that runs."""
    from io import BytesIO

    stream = BytesIO()
    file = StructFile(stream)
    for number in (struct.calcsize("!i"), struct.calcsize("!q"), struct.calcsize("!f")):
        file.write_varint(number)
    file.write_int(-12345)
    file.write_int(-111)
    for number in (3, 54, 0):
        file.write_varint(number)
    file.write_string(pickle.dumps(Planted(mark), 2))
    file.write_int(99)
    file.write_int(0)
    file.write_pickle([Planted(mark)])
    body = stream.getvalue()
    return body + struct.pack("<I8s", zlib.crc32(body), b"contents")


def sealed(body: bytes) -> bytes:
    return f"{zlib.crc32(body):08x}\n".encode() + body


KINDS: dict[str, Callable[[Path], bytes]] = {
    "of protocol 0": lambda mark: pickle.dumps(Planted(mark), 0),
    "of the last protocol": lambda mark: pickle.dumps(Planted(mark), pickle.HIGHEST_PROTOCOL),
    "of NumPy": lambda mark: (
        b"\x93NUMPY\x01\x00v\x00"
        + b"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }".ljust(117)
        + b"\n"
        + pickle.dumps([Planted(mark)])
    ),
    "of Whoosh": whooshs_own_table,
    "sealed": lambda mark: sealed(pickle.dumps(Planted(mark))),
    "in JSON": lambda mark: sealed(
        json.dumps({"py/reduce": [{"py/function": "os.mkdir"}, [str(mark)]]}).encode()
    ),
    "Python": lambda mark: f"__import__('os').mkdir({str(mark)!r})\n".encode(),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("planted")
    library, cache = folder / "library", folder / "cache"
    library.mkdir()
    for number in range(3):
        (library / f"{number}.txt").write_text(f"Tide {number}\n\nThe boat left.\n", "utf-8")
    desk = Desk(library, cache=cache)
    desk.sync()
    desk.stories()
    desk.close()
    return library, cache


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", CACHE_FILES)
def test_what_is_planted_in_a_cache_is_not_run(
    whole: tuple[Path, Path], tmp_path: Path, name: str, kind: str
) -> None:
    library, sound = whole
    cache, mark = tmp_path / "cache", tmp_path / "it ran"
    shutil.copytree(sound, cache)
    files = list(cache.glob(f"*/{name}"))
    assert files
    for file in files:
        file.write_bytes(KINDS[kind](mark))
    load_first_page(library, cache=cache)
    desk = Desk(library, cache=cache)
    desk.inspect()
    desk.search("boat")
    desk.sync()
    assert desk.search("boat").total == 3
    desk.stories()
    desk.close()
    assert not mark.exists()


def test_a_table_that_whoosh_would_have_believed_is_not_run(
    whole: tuple[Path, Path], tmp_path: Path
) -> None:
    library, sound = whole
    cache, mark = tmp_path / "cache", tmp_path / "it ran"
    shutil.copytree(sound, cache)
    (folder,) = cache.glob("*/g-*/whoosh")
    (folder / "_MAIN_99.toc").write_bytes(whooshs_own_table(mark)[:-12])
    desk = Desk(library, cache=cache)
    desk.sync()
    assert desk.search("boat").total == 3
    desk.close()
    assert not mark.exists()
    pickle.loads(pickle.dumps(Planted(mark)))  # noqa: S301 - that it would have shown
    assert mark.exists()


WATCHED = """
import sys
from pathlib import Path
from search import Desk, load_first_page

def watch(event, given):
    if event == "pickle.find_class":
        raise SystemExit(f"unpickled {given}")

sys.addaudithook(watch)
for _ in range(2):
    load_first_page(Path(sys.argv[1]), cache=Path(sys.argv[2]))
    desk = Desk(Path(sys.argv[1]), cache=Path(sys.argv[2]))
    desk.inspect()
    desk.sync()
    desk.search("boat -left")
    desk.stories()
    desk.sync(rebuild=True)
    desk.close()
"""


def test_the_system_sees_nothing_unpickled(whole: tuple[Path, Path], tmp_path: Path) -> None:
    command = [sys.executable, "-c", WATCHED, str(whole[0]), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
