"""A file's name may be anything; what is said of it is one line, and data elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    b"two\nlines.md",
    b"\x1b]0;title\x07.md",
    b"caf\xe9.md",
    "\u202egnp.md".encode(),
    b"a\r.md",
]


def test_each_failure_is_one_line_whatever_the_name(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "good.md").write_text("The harbour strike went on.\n", "utf-8")
    for name in NAMES:
        (library / os.fsdecode(name)).write_bytes(b"\0")
    os.mkfifo(library / "pipe.md")
    done = subprocess.run(
        [sys.executable, "-m", "tui", "index", str(library)],
        env={**environment, "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert b"1 article (1 added, 0 changed, 0 removed, 6 failed)" in done.stdout
    told = done.stderr.decode().splitlines()
    assert [line.rpartition(": ")[2] for line in told].count("it has NUL bytes") == len(NAMES)
    assert "diptych: pipe.md: a pipe, a socket or a device, not a file" in told
    assert len(told) == len(NAMES) + 1
    assert not set("\x1b\x07\r\u202e") & set("".join(told))
