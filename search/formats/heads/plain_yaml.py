"""YAML as nearly all front matter has it: a name, a colon and a value on each line."""

from __future__ import annotations

import re
from typing import TypeAlias

Value: TypeAlias = str | list[str]

_ENTRY = re.compile(r"([^\W\d][\w-]{0,40}) *:(?: +(.*))?")
_ITEM = re.compile(r"( *)- +(.*)")
_PLAIN = r"[^\s?:,\[\]{}#&*!|>'\"%@`-]"
_SCALAR = re.compile(rf"{_PLAIN}.*|\"([^\"\\]*)\"|'((?:[^']|'')*)'")
_MARKED = re.compile(r": | #|:$")
"""What ends a plain value, or makes it more than one."""
_FLOW = re.compile(rf"\[ *((?:{_PLAIN}[^,:#\[\]{{}}'\"]*(?:, *{_PLAIN}[^,:#\[\]{{}}'\"]*)*)?)\]")


def plain_mapping(source: str) -> dict[str, Value] | None:
    """Read lines of `name: value` as a YAML parser would that takes each scalar for text.

    A value stands on its line, bare or quoted, or is a list, in brackets or an item a line
    below. None for anything more, which is for a parser to read. Cost: linear.

    Args:
        source: cleaned text.
    """
    if "\f" in source:
        return None
    fields: dict[str, Value] = {}
    name = indent = ""
    items: list[str] | None = None  # of the name above, if it may have a list
    for row in source.split("\n"):
        if entry := _ENTRY.fullmatch(row):
            said = (entry[2] or "").rstrip()
            value = _flow(said) if said.startswith("[") else _scalar(said)
            if value is None:
                return None
            name = entry[1]
            fields[name] = value
            items = None if said else []
        elif (item := _ITEM.fullmatch(row)) and items is not None:
            value = _scalar(item[2].rstrip())
            if value is None or (items and item[1] != indent):
                return None
            items.append(value)
            fields[name] = items
            indent = item[1]
        elif row.strip():
            return None
    return fields


def _scalar(said: str) -> str | None:
    """Give the value of a scalar, None if it is more than one."""
    if not said:
        return ""
    scalar = _SCALAR.fullmatch(said)
    if scalar is None:
        return None
    if scalar[1] is not None:
        return scalar[1]
    if scalar[2] is not None:
        return scalar[2].replace("''", "'")
    return None if _MARKED.search(said) else said


def _flow(said: str) -> list[str] | None:
    """Give the items of a list in brackets, None if they are more than bare words."""
    flow = _FLOW.fullmatch(said)
    if flow is None:
        return None
    return [item.strip() for item in flow[1].split(",")] if flow[1] else []
