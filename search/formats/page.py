"""A raw page's text, navigation and all: what is the story, and what is around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.article import Article, ArticleId, Block
from search.formats.head import (
    find_authors_said,
    find_dates_said,
    find_page_address,
    find_source,
    slug_of,
)
from search.formats.kinds import kinds_of
from search.formats.lines import split_lines
from search.formats.looks import look
from search.formats.region import story_region
from search.formats.title import find_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import BlockKind
    from search.formats.lines import Line


def read_page(text: str, path: str, article: ArticleId) -> Article:
    """Understand the text of a page as it was copied or scraped.

    Args:
        text: cleaned; see `search.formats.clean`.
    """
    lines = split_lines(text)
    looks = [look(line) for line in lines]
    address = find_page_address(lines, looks)
    region = story_region(lines, looks)
    title = find_title(lines, looks, region, slug_of(address))
    kinds = kinds_of(lines, looks, region, title)
    story = next((i for i, k in enumerate(kinds) if k == "paragraph"), len(lines))
    authors, authors_where, bylines = find_authors_said(lines, title, story)
    for place in bylines:
        kinds[place] = "boilerplate"
    published, updated = find_dates_said(lines, title, story, address.value if address else None)
    furniture = [line for line, kind in zip(lines, kinds, strict=True) if kind == "boilerplate"]
    source = find_source(address, furniture, [])
    evidence: dict[str, str] = {}
    if title is not None:
        evidence["title"] = f"text: line {lines[title].number}"
    for field, said in (
        ("source", source),
        ("published", published),
        ("updated", updated),
        ("url", address),
    ):
        if said:
            evidence[field] = said.where
    if authors:
        evidence["authors"] = authors_where
    return Article(
        id=article,
        path=path,
        blocks=tuple(
            Block(kind, line.text)
            for place, (line, kind) in enumerate(zip(lines, kinds, strict=True))
            if place != title
        ),
        title=lines[title].text if title is not None else None,
        source=source.value if source else None,
        authors=authors,
        published=published.value if published else None,
        updated=updated.value if updated else None,
        url=address.value if address else None,
        evidence=evidence,
    )
