"""What the exports of news databases call things, as `labels.toml` has it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from search.word_lists import alternation, word_lists

_LABEL = re.compile(r"\s{0,40}([^\W\d_][^:\n]{1,40}?)\s?:(?:\s+|$)")


def label_data(database: str) -> dict[str, Any]:
    """Give what stands under a database's name in the lists."""
    return _lists()[database]


def label_of(line: str) -> tuple[str, str]:
    """Part a line into its label, in small letters, and what follows; none gives `"", line`."""
    match = _LABEL.match(line)
    return (match[1].casefold(), line[match.end() :]) if match else ("", line)


@cache
def roles_of(database: str) -> dict[str, str]:
    """Give what a database's labels mean: a label to its role, the first that claims it."""
    labels = label_data(database)["labels"]
    return {label: role for role, names in reversed(list(labels.items())) for label in names}


def language_tag(name: str) -> str:
    """Give the tag of the language that a database names first; empty for one that isn't known.

    It names it by a word or by its tag: `ENGLISH; DEUTSCH`, `EN`.
    """
    first = re.split(r"[;,/|]", name, maxsplit=1)[0].strip().casefold()
    tags = label_data("languages")
    return first if first in tags else _languages().get(first, "")


def is_copyright(line: str) -> bool:
    """Tell whether a line does no more than claim rights."""
    return bool(_copyright().match(line))


def is_length(line: str) -> bool:
    """Tell whether a line gives the number of an article's words and nothing else."""
    return bool(_length().fullmatch(line.strip()))


def plain_source(name: str) -> str:
    """Give an outlet's name without the place that databases add: `The Guardian (London)`."""
    bare = re.sub(r"\s{0,9}\([^()\d]{1,60}\)\s{0,9}$", "", name.strip())
    return bare or name.strip()


@cache
def _lists() -> dict[str, dict[str, Any]]:
    return word_lists("formats/databases/labels")


@cache
def _languages() -> dict[str, str]:
    return {name: tag for tag, names in _lists()["languages"].items() for name in names}


@cache
def _copyright() -> re.Pattern[str]:
    return re.compile(
        rf"\s{{0,99}}(?:{alternation(_lists()['copyright']['opens'])})", re.IGNORECASE
    )


@cache
def _length() -> re.Pattern[str]:
    words = alternation(_lists()["length"]["words"])
    return re.compile(rf"\d[\d.,\u00a0\u202f ]{{0,12}}\s?(?:{words})", re.IGNORECASE)
