"""CSV (RFC 4180) in which no cell is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from search.export.tidy_text import tidy_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DRIVES = re.compile(r"[=+\-@\t\r＝＋－＠]")
"""What a cell begins with that a spreadsheet would calculate (OWASP, CSV Injection)."""
_AT_ONCE = 256
"""Rows that are given as one piece of text."""


def guarded(value: object) -> str:
    """Give a value as a cell: empty for None; text that a spreadsheet would calculate after a `'`.

    Text is without control and invisible characters; its line breaks stay. Numbers stay as they are.
    """
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    text = "\n".join(tidy_lines(str(value)))
    return f"'{text}" if _DRIVES.match(text) else text


def csv_rows(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield a table with its head as text, some rows at a time; lines end with CR LF."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(head)
    for count, row in enumerate(rows, start=1):
        table.writerow(map(guarded, row))
        if count % _AT_ONCE == 0:
            yield written.getvalue()
            written.seek(0)
            written.truncate()
    yield written.getvalue()
