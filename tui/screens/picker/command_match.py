"""Which commands a few words mean: by name, keys, description and synonyms."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

_SYNONYMS = Path(__file__).with_name("command_synonyms.toml")
_NOT = 9
"""The rank of a command that isn't meant."""


@dataclass(frozen=True, slots=True)
class OfferedCommand:
    """A command that works now.

    Attributes:
        id: its name in the table.
        help: what it does, in one sentence.
        key: the key to show, in readable form; empty without.
        run: runs it where the user is.
    """

    id: str
    help: str
    key: str
    run: Callable[[], Awaitable[object]]


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Give other words for commands, by id."""
    return {
        name: tuple(words)
        for name, words in tomllib.loads(_SYNONYMS.read_text(encoding="utf-8")).items()
    }


def meant(
    typed: str, offered: Sequence[OfferedCommand], recent: Sequence[str]
) -> list[OfferedCommand]:
    """Give the commands that have every word typed, or a word that begins so.

    Those whose key or name it is come first, then those that have it as a synonym, then as a word of
    their description; whole words before beginnings, and both before what only stands within a
    word. Among equals those used recently are first, the latest before others, then the order is
    that given. Without words all are meant. Cost: linear in what is offered.
    """
    words = typed.casefold().split()
    used = {name: place for place, name in enumerate(reversed(recent))}
    ranked = [
        (_rank(typed.strip(), words, one), used.get(one.id, len(used)), place, one)
        for place, one in enumerate(offered)
    ]
    return [one for rank, _, _, one in sorted(ranked, key=lambda r: r[:3]) if rank < _NOT]


def _rank(typed: str, words: list[str], one: OfferedCommand) -> int:
    """Tell how well a command fits, from 0; `_NOT` if it doesn't."""
    if not words or typed == one.key:
        return 0
    others = " ".join(synonyms().get(one.id, ())).casefold().split()
    named = f"{one.id} {one.id.replace('-', ' ')} {one.key}".casefold().split()
    said = one.help.casefold().split()
    return max(_word_rank(word, (named, others, said)) for word in words)


def _word_rank(word: str, kinds: Sequence[Sequence[str]]) -> int:
    for rank, kind in enumerate(kinds, 1):
        if word in kind:
            return rank
    for rank, kind in enumerate(kinds, 4):
        if any(one.startswith(word) for one in kind):
            return rank
    return 7 if len(word) > 1 and any(word in one for kind in kinds for one in kind) else _NOT
