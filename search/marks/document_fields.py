"""Fields of a document of marks, whoever wrote it."""

from __future__ import annotations

from typing import Any, TypeAlias

from search.marks.mark_values import Passage
from search.text.clean import clean, one_line
from search.untrusted import iso_time

Document: TypeAlias = dict[str, Any]

LONGEST = 2_000
"""Characters of a path, an address, or what stood around a passage."""


def objects_of(entry: Document, name: str) -> list[Document]:
    """Give a list of objects; empty where there is none. Raises ValueError for anything else."""
    found = entry.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError(f"its {name} are no list of objects")
    return found


def text_of(entry: Document, name: str, most: int = LONGEST * 2) -> str:
    """Give a text of at most so many characters; raise ValueError for anything else."""
    found = entry.get(name)
    if not isinstance(found, str) or len(found) > most:
        raise ValueError(f"{name} of an entry is no text, or too long")
    return found


def number_of(entry: Document, name: str) -> int:
    """Give a number from 0; 0 for anything else."""
    found = entry.get(name, 0)
    return found if isinstance(found, int) and 0 <= found < 1 << 31 else 0


def time_of(entry: Document, name: str, now: str) -> str:
    """Give a time; `now` for anything else."""
    found = entry.get(name)
    return found if isinstance(found, str) and iso_time(found) else now


def passage_of(entry: Document) -> Passage:
    """Give a passage, harmless; what it lacks is empty."""
    return Passage(
        quote=_paragraphs(clean(str(entry.get("quote", ""))))[: 50 * LONGEST],
        prefix=clean(str(entry.get("prefix", "")))[:LONGEST],
        suffix=clean(str(entry.get("suffix", "")))[:LONGEST],
        block=number_of(entry, "block"),
        offset=number_of(entry, "place"),
    )


def _paragraphs(text: str) -> str:
    """Give each paragraph of a text in one line, with an empty one between two."""
    return "\n\n".join(filter(None, map(one_line, text.split("\n\n"))))


def passage_fields(passage: Passage) -> Document:
    """Give a passage as fields, which `passage_of` reads again."""
    return dict(zip(("quote", "prefix", "suffix", "block", "place"), passage, strict=True))
