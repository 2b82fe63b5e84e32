"""All sources of a library, each with how many articles it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.styled_lines import count, write
from tui.render.keyness import source_name

if TYPE_CHECKING:
    from search import Answer
    from tui.cli.json_fields import Document


def source_list_document(everything: Answer, limit: int | None) -> Document:
    """Give how many articles each source has, most first; `unknown` counts those without one."""
    shown = everything.sources[:limit]
    return {
        "articles": everything.total,
        "sources": {name: number for name, number in shown if name is not None},
        "unknown": {"source": sum(number for name, number in everything.sources if name is None)},
    }


def print_source_list(everything: Answer, limit: int | None) -> None:
    """Print how many articles each source has, most first."""
    shown = everything.sources[:limit]
    articles, sources = count(everything.total, "article"), count(len(everything.sources), "source")
    write(f"{articles} of {sources}")
    digits = max((len(f"{number:,}") for _, number in shown), default=0)
    for source, number in shown:
        write(f"  {number:>{digits},}  {source_name(source)}")
