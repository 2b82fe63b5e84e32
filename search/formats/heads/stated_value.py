"""Values as files state them: strings, numbers, days, lists and mappings, read as plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from search.formats.wikilinks import without_wikilinks
from search.memo import Memo
from search.page.days.dates import find_dates
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTHING = frozenset({"", "~", "null", "none", "unknown", "n/a", "[]", "{}", "undefined", "nan"})
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}|<%[^%]*%>|\$\{[^{}]*\}|\{%[^%]*%\}")
"""What a template leaves where it had nothing to put."""
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")
_SEPARATORS = re.compile(r"[\s_-]+")
_NAMES = ("name", "literal", "title", "text", "value", "@value", "raw", "url", "@id")
"""What a mapping calls the one thing it says, the first that is there."""
_DEEPEST = 6
_MOST_DIGITS = 10**18
_COMPACT = re.compile(
    r"((?:1[6-9]|20|21)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII
)


def label_key(name: str) -> str:
    """Give a name as names are compared: lower case, no spaces, `-` or `_`, `.` for `:`."""
    return _KEYS[name]


def _key(name: str) -> str:
    bare = name.strip(" \"'@*").casefold().replace("(s)", "s")
    return _SEPARATORS.sub("", bare).replace(":", ".")


_KEYS = Memo(_key, 1 << 10)


def keyed(fields: Mapping[str, object]) -> dict[str, object]:
    """Give fields by the keys of their names, the first of those alike that says something."""
    found: dict[str, object] = {}
    for name, value in fields.items():
        key = label_key(str(name))
        if key not in found or not next(texts(found[key]), ""):
            found[key] = value
    return found


def texts(value: object, depth: int = 0) -> Iterator[str]:
    """Yield what a value says, each as clean text in one line, never empty.

    A list says what its items say, a mapping what it names. Links of a wiki or of Markdown lose
    their marks; what a template left unfilled says nothing. Cost: linear.
    """
    if isinstance(value, list | tuple):
        link = wikilink(value)
        for item in [link] if link else value if depth < _DEEPEST else ():
            yield from texts(item, depth + 1)
        return
    if isinstance(value, Mapping):
        if depth < _DEEPEST:
            said = keyed(value)
            parts = (next(texts(said.get(label_key(name)), depth + 1), "") for name in _NAMES)
            yield from filter(None, [next(filter(None, parts), "")])
        return
    if text := _scalar(value):
        yield text


def wikilink(value: object) -> str | None:
    """Give a wiki's link that YAML took for a list in a list: `[[Jane Doe]]` without quotes."""
    while isinstance(value, list) and len(value) == 1 and isinstance(value[0], list):
        inner = value[0]
        if len(inner) == 1 and isinstance(inner[0], str):
            return f"[[{inner[0]}]]"
        value = inner
    return None


def stated_day(value: object) -> str | None:
    """Give the day or time that a value states, as in `Article.published`; None if it states none.

    Read are a date as text or compact (`20190314`, with a time too), the `date-parts` of CSL,
    and a year, month and day by themselves. One that reads two ways is none.
    """
    if isinstance(value, list):
        return next((day for one in value[:_DEEPEST] if (day := stated_day(one))), None)
    if isinstance(value, Mapping):
        said = keyed(value)
        parts = said.get("dateparts", [said.get(part) for part in ("year", "month", "day")])
        if day := _of_parts(parts):
            return day
    for text in texts(value):
        if compact := _COMPACT.fullmatch(text):
            text = _spread(compact)  # noqa: PLW2901 - the same day, as dates are found
        if dates := find_dates(text):
            return dates[0].iso
    return None


def _of_parts(parts: object) -> str | None:
    while isinstance(parts, list) and parts and isinstance(parts[0], list):
        parts = parts[0]
    if not isinstance(parts, list) or len(parts) != 3:  # noqa: PLR2004 - a year, a month and a day
        return None
    numbers = [text.zfill(2) for part in parts if (text := _scalar(part)).isdecimal()]
    dates = find_dates("-".join(numbers)) if len(numbers) == len(parts) else ()
    return dates[0].iso if dates else None


def _spread(compact: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = compact.groups()
    if not hour:
        return f"{year}-{month}-{day}"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone or ''}"


def _scalar(value: object) -> str:
    """Give a scalar as clean text in one line, empty when it is none or says nothing."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if abs(value) < _MOST_DIGITS else ""
    if not isinstance(value, str):
        return ""
    text = one_line(clean(value))
    if "[" in text:
        text = _LINK.sub(r"\1", without_wikilinks(text)).strip()
    return "" if text.lower() in _NOTHING or _PLACEHOLDER.fullmatch(text) else text
