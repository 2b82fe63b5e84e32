"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from search import NotWrittenError, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator


def failing() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt


def test_a_text_is_written_with_its_line_breaks(tmp_path: Path) -> None:
    file = tmp_path / "a.ris"
    write_whole(file, ["a\r\n", "é\n"])
    assert file.read_bytes() == "a\r\né\n".encode()
    mask = os.umask(0)
    os.umask(mask)
    assert file.stat().st_mode & 0o777 == 0o666 & ~mask


def test_what_was_there_stays_unless_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("before")
    file.chmod(0o600)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, failing())
    assert file.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]
    write_whole(file, ["after"])
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("after", 0o600)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("before")
    link.symlink_to(file)
    write_whole(link, ["after"])
    assert link.is_symlink()
    assert file.read_text() == "after"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, ["a", "b"])
        assert os.read(reading, 9) == b"ab"
    finally:
        os.close(reading)


@pytest.mark.parametrize("name", ["", "missing/a.md", "a" * 300, "a\0b"])
def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotWrittenError) as refused:
        write_whole(tmp_path / name, ["a"])
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_what_was_there() -> None:
    with pytest.raises(NotWrittenError, match="no space left"):
        write_whole(Path("/dev/full"), ["a" * 100_000])
