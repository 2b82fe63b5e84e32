"""The formats things are taken out in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

ExportFormat: TypeAlias = Literal["markdown", "html", "json", "csv", "bibtex", "csl-json", "ris"]


class FormatFacts(NamedTuple):
    """What a person calls a format, and how the names of its files end."""

    name: str
    suffix: str


FORMATS: dict[ExportFormat, FormatFacts] = {
    "markdown": FormatFacts("Markdown", ".md"),
    "html": FormatFacts("HTML, to read and to print", ".html"),
    "json": FormatFacts("JSON", ".json"),
    "csv": FormatFacts("CSV, a table", ".csv"),
    "bibtex": FormatFacts("BibTeX", ".bib"),
    "csl-json": FormatFacts("CSL-JSON", ".csl.json"),
    "ris": FormatFacts("RIS", ".ris"),
}
"""All of them, in the order in which they are offered."""

REFERENCE_FORMATS: frozenset[ExportFormat] = frozenset({"bibtex", "csl-json", "ris"})
"""Those that list references, to articles and nothing else."""

_OTHER_SUFFIXES: dict[str, ExportFormat] = {".markdown": "markdown", ".htm": "html"}

PICTURE_SUFFIX = ".svg"
"""How the names of pictures of a screen end."""
_MOST_TRIED = 1_000
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_LONGEST_SUBJECT = 60
"""Characters: no file system takes names of more than 255 bytes."""


def format_of(file: str) -> ExportFormat | None:
    """Tell the format by the name of a file; None where that doesn't tell."""
    name = file.lower()
    ends = {**{facts.suffix: form for form, facts in FORMATS.items()}, **_OTHER_SUFFIXES}
    known = [suffix for suffix in ends if name.endswith(suffix)]
    return ends[max(known, key=len)] if known else None


def with_suffix(file: str, suffix: str) -> str:
    """Give the name of a file with an ending in place of a format's or a picture's."""
    lowered = file.lower()
    ends = [facts.suffix for facts in FORMATS.values()]
    known = [end for end in (*ends, *_OTHER_SUFFIXES, PICTURE_SUFFIX) if lowered.endswith(end)]
    return file[: len(file) - max(map(len, known), default=0)] + suffix


def proposed_name(subject: str, suffix: str) -> str:
    """Propose the name of a file for what is called so: letters, digits and hyphens, and an ending."""
    words = _NOT_IN_NAMES.sub("-", subject[:_LONGEST_SUBJECT].casefold()).strip("-_")
    return (words or "export") + suffix


def free_name(name: str, suffix: str, is_there: Callable[[str], bool]) -> str:
    """Give a name of a file that isn't there yet: `dam.md`, then `dam-2.md` and so on.

    `suffix` is the ending of `name`. After `_MOST_TRIED` names the first is given again.
    """
    stem = name.removesuffix(suffix)
    tried = (name, *(f"{stem}-{number}{suffix}" for number in range(2, _MOST_TRIED + 1)))
    return next((one for one in tried if not is_there(one)), name)
