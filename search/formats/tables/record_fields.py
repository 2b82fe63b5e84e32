"""The fields of a record, however deep they lie, under names that can be compared."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.formats.limits import MOST_NAMES
from search.memo import Memo
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LISTS = "formats/tables/columns"
_DEEPEST = 4
"""Objects within each other whose fields are looked at."""
_UNSAID = frozenset({"", "nan", "none", "null", "na", "n/a", "<na>", "nat", "undefined", "\\n"})
"""What programs write where nothing is said."""
_LONGEST_UNSAID = max(map(len, _UNSAID))
_STRAY = str.maketrans("", "", ' -_\t\n\r\ufeff\u200b"')


def field_key(name: str) -> str:
    """Give a name as it is compared: in lower case, without spaces, `-` and `_`."""
    return _KEYS[name]


_KEYS = Memo(lambda name: name.translate(_STRAY).lower(), 1 << 10)


def record_fields(record: Mapping[str, object]) -> dict[str, object]:
    """Give all that a record says by comparable names, a dot leading into an object.

    What is said is a text or a list of texts, never empty; of names that are alike the first wins,
    and what lies higher does over what was wrapped. Cost: linear.
    """
    found: dict[str, object] = {}
    wrapped: dict[str, object] = {}
    for key, value, inside in _walk(record, "", 0):
        (wrapped if inside else found).setdefault(key, value)
    return {**wrapped, **found}


def said(value: object) -> str:
    """Give a text without space around it; empty for what isn't one, or says nothing."""
    text = value.strip() if isinstance(value, str) else ""
    return "" if len(text) <= _LONGEST_UNSAID and text.lower() in _UNSAID else text


def _walk(
    record: Mapping[str, object], above: str, depth: int, *, inside: bool = False
) -> Iterator[tuple[str, object, bool]]:
    """Yield each field of a record with its key, and whether it lay in what only wraps others."""
    for name, value in record.items():
        wraps = not above and name.strip().lower() in _wrappers()
        key = field_key(name)
        if isinstance(value, dict):
            if lone := _lone(value):
                yield above + key, lone, inside
            elif depth < _DEEPEST:
                deeper = above if wraps else f"{above}{key}."
                yield from _walk(value, deeper, depth + 1, inside=inside or wraps)
        elif isinstance(value, list):
            if texts := [text for one in _few(value) if (text := _name(one))]:
                yield above + key, texts, inside
        elif text := said(value):
            yield above + key, text, inside


def _lone(value: Mapping[str, object]) -> str:
    """Give what a database wraps in an object of one field, as in `{"$date": "2019-02-08"}`."""
    if len(value) != 1:
        return ""
    ((name, inner),) = value.items()
    return said(inner) if name[:1] in {"$", "#"} else ""


def _few(items: Sequence[object]) -> Sequence[object]:
    """Give a list of texts, or as many of its objects as may stand for names."""
    return items if items and isinstance(items[0], str) else items[:MOST_NAMES]


def _name(one: object) -> str:
    """Give an item of a list as text: the name of an object that has one."""
    if isinstance(one, dict):
        fields = {field_key(name): value for name, value in one.items()}
        return next((text for name in _names() if (text := said(fields.get(name)))), "")
    return said(one)


@cache
def _wrappers() -> frozenset[str]:
    return frozenset(word_lists(_LISTS)["wrappers"]["names"])


@cache
def _names() -> tuple[str, ...]:
    return tuple(word_lists(_LISTS)["names"]["fields"])
