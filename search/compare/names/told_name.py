"""Where a name is told: one mention of it in a sentence."""

from __future__ import annotations

from typing import NamedTuple


class Mention(NamedTuple):
    """One mention of a name: words `first` to `last` (exclusive) of a sentence.

    `forms` are its folded words, without `The`; `extra` counts the characters that belong to it
    after the last word: the 's of McDonald's, the .com of a site.
    """

    sentence: int
    first: int
    last: int
    forms: tuple[str, ...]
    extra: int = 0
