"""How a table of lines is written: what parts its fields, and what may stand between quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

DELIMITERS = (",", ";", "\t", "|")
PLAIN, DOUBLED, ESCAPED = "", r'"[^"]*+(?:""[^"]*+)*+"', r'"[^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+"'
"""Quotes that mean nothing; that are doubled within a field; or that are escaped by a backslash."""
QUOTING = (DOUBLED, ESCAPED, PLAIN)
_ESCAPES = {"n": "\n", "r": "\n", "t": "\t"}
_ESCAPE = re.compile(r'\\(.)|""', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way to write rows.

    Attributes:
        delimiter: what parts fields, an ASCII character.
        quoted: a pattern of fields within quotes, one of `QUOTING`.
        newline: what ends a row outside quotes: a line feed, or the carriage return of old Macs.
    """

    delimiter: str
    quoted: str = DOUBLED
    newline: str = "\n"

    def row_end(self, data: bytes, start: int) -> int:
        """Give the place after the row that begins at one, -1 if its end isn't there yet.

        Cost: linear in the row's length.
        """
        newline = self.newline.encode()
        end = data.find(newline, start)
        if not self.quoted or (end >= 0 and data.find(b'"', start, end) < 0):
            return end + 1 if end >= 0 else -1
        found = _row(self).match(data, start)
        return found.end() if found else -1

    def is_whole(self, data: bytes) -> bool:
        """Tell whether what stands at the end of a file, without a newline, is a row."""
        return not self.quoted or self.row_end(data + self.newline.encode(), 0) == len(data) + 1

    def fields(self, row: str) -> list[str]:
        """Give the fields of a row, without their quotes. Cost: linear."""
        row = row.removesuffix(self.newline).removesuffix("\r")
        if not self.quoted:
            return row.split(self.delimiter)
        found: list[str] = []
        place = 0
        while True:
            match = _field(self).match(row, place)
            end = match.end() if match else len(row)
            found.append(self._unquoted(row[place:end]))
            if end >= len(row):
                return found
            place = end + 1

    def _unquoted(self, field: str) -> str:
        inner = field.lstrip(" ")
        if not inner.startswith('"'):
            return field
        inner, _, after = inner[1:].rpartition('"')
        if self.quoted == DOUBLED:
            return inner.replace('""', '"') + after
        return _ESCAPE.sub(_escaped, inner) + after


def _escaped(escape: re.Match[str]) -> str:
    sign = escape[1]
    return '"' if sign is None else _ESCAPES.get(sign, sign)


def _pattern(dialect: Dialect) -> str:
    """Give the pattern of one field; what stands in quotes is tried first, and alone then."""
    ends = f"[^{re.escape(dialect.delimiter)}{dialect.newline}]"
    return rf"(?:\ *+{dialect.quoted}{ends}*+|(?!\ *+\"){ends}*+)"


@cache
def _row(dialect: Dialect) -> re.Pattern[bytes]:
    field, part = _pattern(dialect), re.escape(dialect.delimiter)
    whole = rf"{field}(?:{part}{field})*+{dialect.newline}"
    return re.compile(whole.encode(), re.DOTALL)


@cache
def _field(dialect: Dialect) -> re.Pattern[str]:
    return re.compile(_pattern(dialect), re.DOTALL)
