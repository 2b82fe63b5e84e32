"""JSON as strangers write it: numbers of any length, any depth, several values in a row."""

from __future__ import annotations

import json
import re

from search.formats.limits import MOST_VALUES

_BETWEEN = re.compile(r"[\s,\x1e]*")
"""What parts values that stand after another: spaces, commas, and the mark of RFC 7464."""


class NotJsonError(Exception):
    """A text isn't JSON, or more of it than is read."""

    def __init__(self, why: str) -> None:
        """Say why in a phrase."""
        super().__init__(why)
        self.why = why


def json_values(text: str) -> list[object]:
    """Read the JSON values of a text: one, or several after another; at least one.

    A number comes as the text of it, as nobody here counts with any. Cost: linear.
    Raises NotJsonError.
    """
    if sum(map(text.count, "[{,")) > MOST_VALUES:
        raise NotJsonError(f"more than {MOST_VALUES:,} values")
    values: list[object] = []
    place = _after_space(text, 0)
    while place < len(text):
        try:
            value, place = _DECODER.raw_decode(text, place)
        except json.JSONDecodeError as error:
            line = f"line {error.lineno}, " if "\n" in text else ""
            raise NotJsonError(f"no JSON at {line}column {error.colno}: {error.msg}") from None
        except RecursionError:
            raise NotJsonError("nested too deeply") from None
        values.append(value)
        place = _after_space(text, place)
    if not values:
        raise NotJsonError("no JSON: there is nothing in it")
    return values


def _after_space(text: str, place: int) -> int:
    found = _BETWEEN.match(text, place)
    return found.end() if found else place


def _nothing(name: str) -> None:
    """Take `NaN` and `Infinity`, which JSON doesn't have, for nothing said."""
    del name


_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_nothing, strict=False)
