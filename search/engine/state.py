"""State and health of a search engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Kind: TypeAlias = Literal["ready", "empty", "building", "outdated", "damaged", "unreachable"]


class State(NamedTuple):
    """Whether an engine can be searched.

    Attributes:
        kind: `ready`; `empty` before anything was put into it; `building` while that is done for
            the first time and nothing can be found yet; `outdated` when it was made by other
            rules, and `damaged`, until it is built anew; `unreachable` when it doesn't answer.
        reason: why, in a few words; empty when it is ready.
    """

    kind: Kind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Storage:
    """The disk of an engine that lies on this machine.

    Attributes:
        folder: where its files are.
        free: bytes that are free there, None if that can't be told.
        writable: whether it may be written to.
        locks: False if the file system is known to have none.
        locked: whether a program is writing it now.
        holder: the process that does, None if that isn't known.
        refused: why it isn't used, and what to do; None if it is.
    """

    folder: Path
    free: int | None
    writable: bool
    locks: bool
    locked: bool
    holder: int | None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """How an engine is doing, for a person who wonders what is wrong.

    Attributes:
        state: whether it can be searched.
        engine: its name and version.
        where: the folder or the address it is at.
        storage: its disk, None where that is another machine's.
        damaged: files beside the index that can't be trusted, and are made anew when needed.
        fields: what an index that others built calls title, text and the like.
    """

    state: State
    engine: str
    where: str
    storage: Storage | None
    damaged: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
