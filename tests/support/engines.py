"""The engines that are held to the contract, and articles to put into them."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forgetful import FORGETFUL
from memory_engine import Memory, MemoryEngine

from search.article import Article, Block
from search.engine import engine_choice
from search.library import FilesUpdate, article_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import pytest

    from search.article import ArticleId
    from search.engine import Engine

ASKED = "DIPTYCH_CONTRACT"
"""The variable that names the engines to be tried, with commas between; all sound ones when unset."""


@dataclass(frozen=True)
class Place:
    """Where engines of one library are, as on one disk.

    Attributes:
        open: opens one more engine over the same articles.
        disk: the folder of its files, None for an engine without.
    """

    open: Callable[[], Engine]
    disk: Path | None


def _embedded(folder: Path) -> Place:
    def open_() -> Engine:
        return engine_choice.open_engine(
            folder / "index", memory=None, refill=lambda: None, tell=lambda _: None
        )

    return Place(open_, folder / "index")


def _memory(folder: Path) -> Place:
    del folder
    memory = Memory()
    return Place(lambda: MemoryEngine(memory, texts=True), None)


def in_memory(monkeypatch: pytest.MonkeyPatch, **how: Any) -> None:
    """Let every library of this process be held by the engine in memory."""
    memories: defaultdict[Path, Memory] = defaultdict(Memory)

    def open_(folder: Path, **_: Any) -> MemoryEngine:
        return MemoryEngine(memories[folder], **how)

    monkeypatch.setattr(engine_choice, "open_engine", open_)


SOUND: dict[str, Callable[[Path], Place]] = {"embedded": _embedded, "memory": _memory}


def _forgetful(kind: str) -> Callable[[Path], Place]:
    def place(folder: Path) -> Place:
        sound = _memory(folder)
        return Place(lambda: FORGETFUL[kind](sound.open()), None)

    return place


ENGINES = SOUND | {kind: _forgetful(kind) for kind in FORGETFUL}


def asked_for() -> list[str]:
    """Name the engines to be tried."""
    return os.environ.get(ASKED, ",".join(SOUND)).split(",")


def put(engine: Engine, *articles: Article, gone: Iterable[ArticleId] = ()) -> None:
    """Put articles into an engine, and take others out."""

    def write(writer: Any) -> None:
        for article in articles:
            writer.put(article)
        writer.remove(gone)
        writer.commit()
        writer.note(FilesUpdate((), (), (), ""))

    engine.write(write)


def told(path: str, text: str = "", **head: Any) -> Article:
    """Make an article of a path, blocks with newlines between, and the fields of its head."""
    blocks = tuple(Block("paragraph", part) for part in text.split("\n") if part)
    return Article(article_id(path), path, blocks, **head)
