"""The styles of citations. Imports next to nothing: what can be set is known before the first frame."""

from __future__ import annotations

from typing import Literal, TypeAlias

CitationStyle: TypeAlias = Literal["plain", "apa", "mla", "chicago"]
CITATION_STYLES: tuple[CitationStyle, ...] = ("plain", "apa", "mla", "chicago")
"""All of them, the one that nobody chose first."""
