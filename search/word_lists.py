"""Lists of words as data: TOML files beside the code that asks for them, each read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def word_lists(name: str) -> dict[str, Any]:
    """Read a TOML file of this package, such as `page/outlets`, when first asked for.

    The answer is shared: don't change it. Cost: some milliseconds, once a process.
    """
    file = Path(__file__).parent / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    """Give a regular expression that matches any of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))
