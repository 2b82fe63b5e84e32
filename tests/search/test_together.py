"""A program that searches while another one writes sees one state of the library, never a mix."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from search import Desk

if TYPE_CHECKING:
    from pathlib import Path

WRITING = """
import sys
from pathlib import Path
from search import Desk

library, cache, rebuild = Path(sys.argv[1]), Path(sys.argv[2]), len(sys.argv) > 3
for round_ in range(1, 22):
    for number in range(6):
        text = f"---\\ntitle: Tide\\nsource: Pilot {round_}\\n---\\n\\nA story of round{round_}.\\n"
        (library / f"{number}.md").write_text(text, "utf-8")
    desk = Desk(library, cache=cache)
    report = desk.sync(rebuild=rebuild)
    assert report.rebuilt in {None, "asked for"}, report
    desk.close()
    print(round_, flush=True)
"""


@pytest.mark.parametrize("how", [[], ["rebuild"]], ids=["changing", "rebuilding"])
def test_searching_while_another_program_writes(tmp_path: Path, how: list[str]) -> None:
    library, cache = tmp_path / "library", tmp_path / "cache"
    library.mkdir()
    command = [sys.executable, "-c", WRITING, str(library), str(cache), *how]
    seen = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writing:
        assert writing.stdout
        assert writing.stdout.readline() == b"1\n"
        kept = Desk(library, cache=cache)
        while writing.poll() is None:
            fresh = Desk(library, cache=cache)
            assert fresh.ready
            for desk in (fresh, kept):
                found = desk.search("story")
                ((source, count),) = found.sources
                assert (found.total, count) == (6, 6)
                assert {row.head.source for row in fresh.hits(found, 0, 9)} <= pilots()
                seen.append(source)
            fresh.close()
        kept.close()
        assert writing.stderr
        assert writing.stderr.read() == b""
    assert len(set(seen)) > 2


def pilots() -> set[str | None]:
    return {f"Pilot {number}" for number in range(1, 22)}
