"""Front matter that is no YAML, read name by name: what people write as they think it is YAML."""

from __future__ import annotations

import re
from typing import NamedTuple

from search.formats.heads.plain_yaml import plain_mapping
from search.formats.heads.stated_head import is_label

_ENTRY = re.compile(r"[\"']?([^\W\d]|@)([\w .:@/-]{0,60}?)[\"']?\s*(?::(?= |$)|=(?= ))[ ]*(.*)")
_TIGHT = re.compile(r"([^\W\d][\w-]{0,40}):(\S.*)")
"""A known name with no space behind its colon."""
_BLOCK = re.compile(r"[|>][+-]?\d?")
_ITEM = re.compile(r"\s*-(?:\s+(.*)|)$")
_COMMENT = re.compile(r"(?:^|\s)#(?:\s.*|$)")
_TAG = re.compile(r"!![a-z]+\s+")
_SWALLOWED = re.compile(
    r"(?m)(?::|^[ ]*-)[ ]+(?:!(?!!)|&)\S|(?:[:\[,]|^[ ]*-)[ ]*#\w|[^\s:\[,-][ ]+#\w"
)
"""A value that YAML would take for a tag, an anchor or a comment, and people write as text."""


class LooseFields(NamedTuple):
    """What was read of front matter.

    Attributes:
        fields: by their names; a value is a string or a list of strings.
        lost: the numbers of lines that name nothing and belong to nothing, from 0.
    """

    fields: dict[str, object]
    lost: tuple[int, ...]


def swallows(source: str) -> bool:
    """Tell whether YAML would leave out a part of what people meant to say. Cost: linear."""
    return bool(_SWALLOWED.search(source))


def loose_mapping(source: str) -> LooseFields:
    """Read lines of `name: value`, each by itself, so that none spoils another. Cost: linear.

    A value is all that stands on its line, whatever sign it begins with, with what is indented
    below it; a list is in brackets, or an item a line. Quotes around a whole value go.

    Args:
        source: cleaned text.
    """
    fields: dict[str, object] = {}
    lost: list[int] = []
    name = ""
    rows: list[str] = []

    def close() -> None:
        if name and (name not in fields or any(rows)):
            fields[name] = _value(rows)

    for number, row in enumerate(source.split("\n")):
        if entry := _ENTRY.fullmatch(row):
            close()
            name, rows = entry[1] + entry[2], [entry[3].strip()]
        elif (tight := _TIGHT.fullmatch(row)) and is_label(tight[1]):
            close()
            name, rows = tight[1], [tight[2].strip()]
        elif not row.strip() or row.startswith("#"):
            continue
        elif name and (row.startswith(" ") or _ITEM.fullmatch(row)):
            rows.append(row)
        else:
            lost.append(number)
    close()
    return LooseFields(fields, tuple(lost))


def _value(rows: list[str]) -> object:
    first, below = rows[0], rows[1:]
    if _BLOCK.fullmatch(first):
        return " ".join(row.strip() for row in below)
    if not first and below:
        items = [_ITEM.fullmatch(row) for row in below]
        if all(items):
            return [_scalar(item[1] or "") for item in items if item]
        return _mappings(below)
    return _flow(" ".join([first, *(row.strip() for row in below)]))


def _mappings(rows: list[str]) -> object:
    """Give what is indented below a name: mappings with their items, a mapping, or only text."""
    parts: list[list[str]] = []
    for row in rows:
        item = _ITEM.fullmatch(row)
        if item or not parts:
            parts.append([item[1] or "" if item else row.strip()])
        else:
            parts[-1].append(row.strip())
    every = [plain_mapping("\n".join(part)) for part in parts]
    read = [
        " ".join(part) if one is None else dict(one) for part, one in zip(parts, every, strict=True)
    ]
    return read if len(read) > 1 else read[0]


def _flow(text: str) -> object:
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        return [_scalar(part) for part in text[1:-1].split(",")]
    return _scalar(text)


def _scalar(text: str) -> str:
    """Give a value without the quotes around it, and without a comment behind it."""
    text = text.strip()
    if text[:1] in {'"', "'"}:
        quote = text[0]
        escaped = '\\"' if quote == '"' else "''"
        inner = text[1:-1]
        if len(text) > 1 and text.endswith(quote) and quote not in inner.replace(escaped, ""):
            return inner.replace(escaped, quote)
        return text
    return _COMMENT.split(_TAG.sub("", text, count=1), maxsplit=1)[0].strip()
