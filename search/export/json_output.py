"""JSON documents as text that steers no terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Document: TypeAlias = dict[str, Any]
"""A JSON document, or an object within one. Other programs rely on its field names and units."""

_KEPT = frozenset("\n\u200c\u200d")
"""Unprintable characters that stand in JSON as they are: line breaks, and joiners used in spelling."""


def json_text(document: Mapping[str, object], *, indent: int | None = None) -> str:
    """Give a document as JSON in UTF-8, what is no printable character escaped. Cost: linear."""
    text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    # Control characters, invisible ones and lone surrogates: JSON can escape them.
    odd = {c for c in set(text) if not c.isprintable()} - _KEPT
    return text.translate({ord(c): json.dumps(c)[1:-1] for c in odd}) if odd else text


def json_list(documents: Iterable[Mapping[str, object]], head: str, tail: str) -> Iterator[str]:
    """Yield a JSON list, a document a line, between a head and a tail."""
    yield head
    separator = "\n"
    for document in documents:
        yield separator + json_text(document)
        separator = ",\n"
    yield f"\n{tail}\n"
