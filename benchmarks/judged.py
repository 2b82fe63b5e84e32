"""Reads what careful readers judged."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from search.article import Article, Block
from search.library import article_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Read a TSV without quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Read JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article(
    name: str,
    paragraphs: Iterable[str],
    *,
    title: str | None = None,
    source: str | None = None,
    published: str | None = None,
) -> Article:
    """Make an article of plain paragraphs."""
    texts = (" ".join(text.split()) for text in paragraphs)
    blocks = tuple(Block("paragraph", text) for text in texts if text)
    return Article(article_id(name), name, blocks, title, source, published=published)
