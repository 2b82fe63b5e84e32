from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.library.line_in_file import line_in_file
from search.library.place import Place

if TYPE_CHECKING:
    from pathlib import Path

LINES = b"".join(b'{"title": "Tide %d"}\n' % number for number in range(9))


@pytest.mark.parametrize(
    ("place", "line"),
    [("", 1), (str(Place(0, 20, 0)), 1), (str(Place(40, 60, 0)), 3), ("nonsense", 1)],
)
def test_the_line_is_that_of_the_place(tmp_path: Path, place: str, line: int) -> None:
    file = tmp_path / "tides.jsonl"
    file.write_bytes(LINES)
    assert line_in_file(file, place) == line


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"PK\x03\x04 and so on", None),
        (b"%PDF-1.7\n", None),
        (b"\x1f\x8b\x08", None),
        (b"a\0b", None),
        ("Tide".encode("utf-16"), 1),
        (b"", 1),
    ],
)
def test_what_is_no_text_has_no_line(tmp_path: Path, data: bytes, line: int | None) -> None:
    file = tmp_path / "tides"
    file.write_bytes(data)
    assert line_in_file(file, "") == line


def test_far_down_a_large_file_the_line_is_not_counted(tmp_path: Path) -> None:
    file = tmp_path / "tides.jsonl"
    file.write_bytes(LINES)
    assert line_in_file(file, str(Place(1 << 40, 1 << 41, 0))) == 1


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="tides"):
        line_in_file(tmp_path / "tides", "")
