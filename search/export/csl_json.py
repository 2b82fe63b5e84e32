"""CSL-JSON: an item an article, as Zotero, Pandoc and citeproc read it.

Names and types are those of the schema of the Citation Style Language 1.0.2, `csl-data.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.json_output import json_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.export.json_output import Document
    from search.export.person_name import PersonName
    from search.export.reference import Reference


def csl_json(references: Iterable[Reference]) -> Iterator[str]:
    """Yield a list of items, one a line."""
    return json_list(map(csl_item, references), "[", "]")


def csl_item(one: Reference) -> Document:
    """Give an item: an article of a newspaper, or a web page where no outlet is known."""
    item: Document = {
        "id": one.key,
        "type": "article-newspaper" if one.source else "webpage",
        "title": one.title,
        "container-title": one.source,
        "author": [_name(name) for name in one.authors],
        "URL": one.url,
        "language": one.language,
        "note": one.note,
    }
    if one.day is not None:
        item["issued"] = {"date-parts": [[one.day.year, one.day.month, one.day.day]]}
    return {name: value for name, value in item.items() if value}


def _name(name: PersonName) -> Document:
    if not name.given:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}
