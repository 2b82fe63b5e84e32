"""No damaged byte of a file of arrays is ever used."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest

from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.segment_file import BLOCK, SegmentFile
from search.engine.whoosh.segments.segment_output import SegmentOutput

if TYPE_CHECKING:
    from pathlib import Path

SMALL = np.arange(20, dtype=np.uint16)
LARGE = np.arange(BLOCK, dtype=np.uint32)  # four blocks


def written(path: Path) -> int:
    with SegmentOutput(path) as out:
        out.add("small", SMALL)
        out.add("empty", np.zeros(0, np.uint8))
        place = out.place("large", LARGE.dtype, len(LARGE))
        place.write(LARGE[:1000])
        place.write(LARGE[1000:])
        return out.close({"count": 3})


def test_what_was_written_is_read(tmp_path: Path) -> None:
    seal = written(tmp_path / "file")
    file = SegmentFile(tmp_path / "file", seal)
    assert file.facts == {"count": 3}
    assert file["small"][2:5].tolist() == [2, 3, 4]
    assert file["small"].at(7) == 7
    assert len(file["empty"].all()) == 0
    assert np.array_equal(file["large"].all(), LARGE)


def test_any_byte_changed_is_noticed_or_means_nothing(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with SegmentOutput(path) as out:
        out.add("small", SMALL)
        seal = out.close({})
    good = path.read_bytes()
    for at in range(len(good)):
        path.write_bytes(good[:at] + bytes([good[at] ^ 0x10]) + good[at + 1 :])
        try:
            file = SegmentFile(path, seal)
            assert np.array_equal(file["small"].all(), SMALL)  # the padding between sections
        except DamagedError:
            continue
        assert good[at] == 0


@pytest.mark.parametrize("length", [0, 1, 40, 200, -33, -32, -1])
def test_a_file_cut_short_is_noticed(tmp_path: Path, length: int) -> None:
    path = tmp_path / "file"
    seal = written(path)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(DamagedError):
        SegmentFile(path, seal)


def test_a_file_that_is_another_is_noticed(tmp_path: Path) -> None:
    seal = written(tmp_path / "file")
    with pytest.raises(DamagedError, match="another"):
        SegmentFile(tmp_path / "file", seal + 1)


def test_only_what_is_used_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "file"
    seal = written(path)
    data = bytearray(path.read_bytes())
    data[-len(data) // 2] ^= 1  # somewhere in the large section
    path.write_bytes(data)
    file = SegmentFile(path, seal)
    assert file["large"][:10].tolist() == list(range(10))
    with pytest.raises(DamagedError, match="large"):
        file["large"].all()
    with pytest.raises(DamagedError, match="large"):
        file.verify()


def test_a_file_cut_short_while_it_is_open_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    file = SegmentFile(path, written(path))
    file.check()
    os.truncate(path, 100)
    with pytest.raises(DamagedError, match="short"):
        file["large"].all()
    with pytest.raises(DamagedError, match="short"):
        file.check()


def test_a_file_written_to_while_it_is_open_is_noticed_though_its_blocks_were_good(
    tmp_path: Path,
) -> None:
    path = tmp_path / "file"
    seal = written(path)
    file = SegmentFile(path, seal)
    file.verify()
    with path.open("r+b") as stream:
        stream.seek(path.stat().st_size // 2)
        stream.write(b"?")
    with pytest.raises(DamagedError, match="written to"):
        file.check()
    with pytest.raises(DamagedError, match="large"):
        SegmentFile(path, seal).verify()


def test_a_file_that_is_only_touched_or_deleted_is_good(tmp_path: Path) -> None:
    path = tmp_path / "file"
    seal = written(path)
    os.utime(path)
    file = SegmentFile(path, seal)
    file.verify()
    path.unlink()
    file.check()


def test_a_section_must_be_filled(tmp_path: Path) -> None:
    def half() -> None:
        with SegmentOutput(tmp_path / "file") as out:
            out.place("half", np.dtype(np.uint8), 2).write(np.zeros(1, np.uint8))
            out.close({})

    with pytest.raises(ValueError, match="filled"):
        half()
    assert not (tmp_path / "file").exists()
