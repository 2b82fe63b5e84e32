"""A push that is killed at any moment, and begun again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from archive_to_test import archive_for_test, ask_archive

from search import Desk, push_library
from search.engine import engine_choice
from search.engine.opensearch.article_json import digest_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.archive

ARTICLES = 400
KILLS = int(os.environ.get("DIPTYCH_TEST_KILLS", "4"))
"""How often a push is killed; more for a thorough look."""
PUSH = """
import sys
from pathlib import Path
from search import Desk, push_library
from search.desk.archives import push_library as module
module._SENT_AT_ONCE = 20
print("begun", flush=True)
desk = Desk(Path(sys.argv[1]), cache=Path(sys.argv[2]), data=Path(sys.argv[3]))
push_library(desk, sys.argv[4])
"""


def test_archive_and_library_hold_the_same_however_often_a_push_is_killed(tmp_path: Path) -> None:
    library, archive = tmp_path / "news", archive_for_test(tmp_path)
    library.mkdir()
    chance = random.Random(19)  # noqa: S311 - no secret
    for number in range(ARTICLES):
        _write(library, number, chance)
    places = [library, tmp_path / "cache", tmp_path / "data"]
    desk = Desk(places[0], cache=places[1], data=places[2])
    desk.sync()
    longest = 1.0
    for _ in range(KILLS):
        longest = max(longest, _killed([*map(str, places), str(archive)], chance, longest))
        for number in chance.sample(range(ARTICLES), 9):
            _write(library, number, chance)
        (library / f"{chance.randrange(ARTICLES)}.txt").unlink(missing_ok=True)
        desk.sync()
    push_library(desk, str(archive))
    engine = engine_choice.open_archive(archive)
    there = engine.read(lambda one: one.articles(one.beginning([""])[0]))
    assert {one.id: digest_of(one) for one in there if one} == {
        one: digest_of(desk.read(one)) for one in desk.ids()
    }
    settings: Any = ask_archive("GET", f"/{archive.index}/_settings?flat_settings=true")
    assert [one["settings"]["index.number_of_replicas"] for one in settings.values()] == ["1"]
    engine.close()
    desk.close()


def _write(library: Path, number: int, chance: random.Random) -> None:
    said = " ".join(f"word{chance.randrange(5_000)}" for _ in range(120))
    (library / f"{number}.txt").write_text(f"Ferry {number}\n\nFerry {number} sailed. {said}.\n")


def _killed(arguments: list[str], chance: random.Random, longest: float) -> float:
    """Begin a push and kill it at some moment; give how long it took if it ended before."""
    with subprocess.Popen(
        [sys.executable, "-c", PUSH, *arguments], stdout=subprocess.PIPE, text=True
    ) as push:
        assert push.stdout is not None
        push.stdout.readline()
        begun = time.monotonic()
        try:
            push.wait(chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            push.send_signal(signal.SIGKILL)
        return time.monotonic() - begun
