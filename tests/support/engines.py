"""The engines that the contract tests run on, and functions to fill them."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archive_to_test import archive_for_test, archive_to_test
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

ENGINES_VARIABLE = "DIPTYCH_CONTRACT"
"""The variable with the engines to test, separated by commas; all correct ones if unset."""


@dataclass(frozen=True)
class Place:
    """The shared storage of the engines of one library.

    Attributes:
        open: opens one more engine on the same articles.
        disk: the folder of its files; None for an engine without files.
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
    """Use the engine in memory for all libraries of this process."""
    memories: defaultdict[Path, Memory] = defaultdict(Memory)

    def open_(folder: Path, *_: Any, **__: Any) -> MemoryEngine:
        return MemoryEngine(memories[folder], **how)

    monkeypatch.setattr(engine_choice, "open_engine", open_)


def _archive(folder: Path) -> Place:
    address = archive_for_test(folder)
    return Place(lambda: engine_choice.open_archive(address), None)


SOUND: dict[str, Callable[[Path], Place]] = {"embedded": _embedded, "memory": _memory}
ARCHIVE = {"archive": _archive}
"""What needs a running OpenSearch; see `archive_to_test`."""


def _forgetful(kind: str) -> Callable[[Path], Place]:
    def place(folder: Path) -> Place:
        sound = _memory(folder)
        return Place(lambda: FORGETFUL[kind](sound.open()), None)

    return place


ENGINES = SOUND | ARCHIVE | {kind: _forgetful(kind) for kind in FORGETFUL}


def engines_to_test() -> list[str]:
    """Give the names of the engines to test."""
    return engines_named() or [*SOUND, *(ARCHIVE if archive_to_test() else ())]


def engines_named() -> list[str]:
    """Give the names of the engines that only shall be tested; empty for all correct ones."""
    return [name for name in os.environ.get(ENGINES_VARIABLE, "").split(",") if name]


def put(engine: Engine, *articles: Article, gone: Iterable[ArticleId] = ()) -> None:
    """Put articles into an engine, and remove those of `gone`."""

    def write(writer: Any) -> None:
        for article in articles:
            writer.put(article)
        writer.remove(gone)
        writer.commit()
        writer.note(FilesUpdate((), (), (), ""))

    engine.write(write)


def make_article(path: str, text: str = "", **head: Any) -> Article:
    """Make an article with a path, a text with one block a line, and the fields of its head."""
    blocks = tuple(Block("paragraph", part) for part in text.split("\n") if part)
    return Article(article_id(path), path, blocks, **head)
