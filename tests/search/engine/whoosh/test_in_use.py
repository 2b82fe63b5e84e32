"""Which generation is in use, while another program replaces it again and again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from search.engine.whoosh.in_use import CURRENT, generation_in_use, version_of

if TYPE_CHECKING:
    from pathlib import Path


def test_there_is_always_one_in_use_while_it_is_replaced(tmp_path: Path) -> None:
    def put(number: int) -> Path:
        generation = tmp_path / f"g-{number}"
        (generation / "whoosh").mkdir(parents=True)
        (tmp_path / "beside").write_text(generation.name, "utf-8")
        (tmp_path / "beside").replace(tmp_path / CURRENT)
        return generation

    last, over = put(0), threading.Event()

    def replace() -> None:
        old = last
        for number in range(1, 1500):
            new = put(number)
            (old / "whoosh").rmdir()
            old.rmdir()
            old = new
        over.set()

    replacing = threading.Thread(target=replace)
    replacing.start()
    seen = set()
    while not over.is_set():
        generation = generation_in_use(tmp_path)
        assert generation
        seen.add(version_of(generation))
    replacing.join()
    assert len(seen) > 1


@pytest.mark.parametrize("said", [None, "", "g-1/../..", "another", "g-missing"])
def test_without_a_name_of_a_folder_there_is_none(tmp_path: Path, said: str | None) -> None:
    if said is not None:
        (tmp_path / CURRENT).write_text(said, "utf-8")
    assert generation_in_use(tmp_path) is None
