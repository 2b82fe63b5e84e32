"""What is kept between sessions, and in which damage shows."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.regular_file import set_aside
from search.sealed_file import DamagedFileError, load_sealed, save_sealed

if TYPE_CHECKING:
    from pathlib import Path

VALUE = {"a": [1, None, "\udcff Guaid\u00f3"]}


def test_what_is_kept_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "it.json"
    save_sealed(path, [])
    save_sealed(path, VALUE)
    assert load_sealed(path) == VALUE
    assert list(path.parent.iterdir()) == [path]


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_no_bit_changes_unnoticed(
    tmp_path_factory: pytest.TempPathFactory, place: float, bit: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "it.json"
    save_sealed(path, VALUE, sure=False)
    data = bytearray(path.read_bytes())
    data[int(place * len(data))] ^= 1 << bit
    path.write_bytes(data)
    with pytest.raises(DamagedFileError):
        load_sealed(path)


@given(length=st.floats(0, 1, exclude_max=True))
def test_no_end_is_cut_off_unnoticed(
    tmp_path_factory: pytest.TempPathFactory, length: float
) -> None:
    path = tmp_path_factory.getbasetemp() / "it.json"
    save_sealed(path, VALUE, sure=False)
    data = path.read_bytes()
    path.write_bytes(data[: int(length * len(data))])
    with pytest.raises(DamagedFileError):
        load_sealed(path)


KILLED = """
import os, signal, sys
from pathlib import Path
from search.sealed_file import save_sealed

steps = 0

def watch(event, given):
    global steps
    if event in {"open", "os.rename"} and sys.argv[1] in str(given[0]):
        steps += 1
        if steps == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
save_sealed(Path(sys.argv[1], "it.json"), "new")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("step", [1, 2, 3])
def test_killed_at_any_step_it_holds_what_was_or_what_is(tmp_path: Path, step: int) -> None:
    path = tmp_path / "it.json"
    save_sealed(path, "old")
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(step)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert load_sealed(path) == ("new" if step == 3 else "old")
    save_sealed(path, "newer")
    assert load_sealed(path) == "newer"


def test_what_is_set_aside_stays_under_names_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "it.json"
    for text in ("one", "two"):
        path.write_text(text, "utf-8")
        set_aside(path)
    assert (tmp_path / "it.json.damaged-1").read_text("utf-8") == "one"
    assert (tmp_path / "it.json.damaged-2").read_text("utf-8") == "two"
    assert not path.exists()


def test_a_pipe_or_a_device_in_place_of_what_was_kept_is_not_read(tmp_path: Path) -> None:
    pipe, device = tmp_path / "pipe", tmp_path / "device"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    for path in (pipe, device):
        with pytest.raises(DamagedFileError, match="is no regular file"):
            load_sealed(path)
