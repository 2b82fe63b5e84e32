"""The formats things are taken out in."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

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

_NOT_IN_NAMES = re.compile(r"[\W_]+")
_LONGEST_SUBJECT = 60
"""Characters: no file system takes names of more than 255 bytes."""


def format_of(file: str) -> ExportFormat | None:
    """Tell the format by the name of a file; None where that doesn't tell."""
    name = file.lower()
    ends = {**{facts.suffix: form for form, facts in FORMATS.items()}, **_OTHER_SUFFIXES}
    known = [suffix for suffix in ends if name.endswith(suffix)]
    return ends[max(known, key=len)] if known else None


def with_suffix(file: str, form: ExportFormat) -> str:
    """Give the name of a file with the ending of a format in place of another format's."""
    before = format_of(file)
    if before is None:
        return file + FORMATS[form].suffix
    lowered = file.lower()
    ends = [FORMATS[before].suffix, *_OTHER_SUFFIXES]
    length = max(len(end) for end in ends if lowered.endswith(end))
    return file[:-length] + FORMATS[form].suffix


def proposed_name(subject: str, form: ExportFormat) -> str:
    """Propose the name of a file for what is called so: letters, digits and hyphens, and the ending."""
    words = _NOT_IN_NAMES.sub("-", subject[:_LONGEST_SUBJECT].casefold()).strip("-_")
    return (words or "export") + FORMATS[form].suffix
