"""What lists of saved articles have in common: how they are told, and what is made of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.formats.container import PassedOverError, WholeContainer
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.formats.container import Draft

NO_TEXTS = "addresses without texts"


def saved_articles(size: int, drafts: Sequence[Draft], addresses: int) -> WholeContainer:
    """Make a container of saved articles; raise PassedOverError if none has a text.

    Args:
        size: the bytes of the file.
        drafts: those that have a text.
        addresses: how many others there are.
    """
    if not drafts:
        raise PassedOverError(NO_TEXTS, addresses=addresses)
    return WholeContainer(size, drafts, addresses)


@cache
def forms(kind: str) -> tuple[tuple[str, ...], ...]:
    """Give the forms of `json` or of `csv`, each the fields that tell it."""
    return tuple(tuple(fields) for fields in word_lists(_LISTS)[kind].values())


@cache
def field_names(role: str) -> tuple[str, ...]:
    """Give the names of the fields that have one role: `address`, `kept`, `missing`."""
    return tuple(word_lists(_LISTS)["fields"][role])


_LISTS = "formats/reading_lists/forms"
