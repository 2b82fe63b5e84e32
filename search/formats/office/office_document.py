"""What is read of a word processor's document, whichever wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

LARGEST_PART = 32 << 20
"""Bytes of a part's XML, unpacked: some 20,000 pages."""

Part: TypeAlias = Literal["title", "heading", "list", "paragraph"]


class Paragraph(NamedTuple):
    """A paragraph of a document, or a row of a table.

    Attributes:
        text: one line, perhaps empty; the cells of a row with tabs between them.
        part: what its style says it is.
    """

    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class OfficeDocument:
    """The text of a document, and who is said to have written it.

    Attributes:
        paragraphs: in reading order; of several empty ones in a row, one.
        title, creator: of its properties; empty where there is none.
    """

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    creator: str = ""
