from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.formats.tables.quoting import DELIMITERS, ESCAPED, PLAIN, Dialect

CELL = st.text(alphabet=st.sampled_from('ab ,;\t|"\n\r“é')) | st.text(
    alphabet=st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"])
)
ROWS = st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=4)


@given(ROWS, st.sampled_from(DELIMITERS), st.sampled_from(["\n", "\r\n"]))
def test_what_a_program_writes_is_read_back(
    rows: list[list[str]], delimiter: str, end: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    data, place = out.getvalue().encode(), 0
    found: list[list[str]] = []
    dialect = Dialect(delimiter)
    while place < len(data):
        stop = dialect.row_end(data, place)
        found.append(dialect.fields(data[place:stop].decode()))
        place = stop
    assert found == rows


@pytest.mark.parametrize(
    ("dialect", "row", "fields"),
    [
        (Dialect(","), 'a,"b, c",d\n', ["a", "b, c", "d"]),
        (Dialect(","), 'a, "b, c" , d\r\n', ["a", "b, c ", " d"]),
        (Dialect(","), 'a,5" and 6",d\n', ["a", '5" and 6"', "d"]),
        (Dialect(","), 'a,"say ""yes""",', ["a", 'say "yes"', ""]),
        (
            Dialect(",", ESCAPED),
            'a,"say \\"yes\\", two\\nlines",\n',
            ["a", 'say "yes", two\nlines', ""],
        ),
        (Dialect("\t", PLAIN), 'a\t"b\tc\n', ["a", '"b', "c"]),
        (Dialect(";", newline="\r"), 'a;"b\rc"\r', ["a", "b\rc"]),
        (Dialect(","), ",,\n", ["", "", ""]),
        (Dialect(","), 'a,"never closed, b\n', ["a", "never closed, b"]),
    ],
)
def test_a_row_is_parted_into_its_fields(dialect: Dialect, row: str, fields: list[str]) -> None:
    assert dialect.fields(row) == fields


@pytest.mark.parametrize(
    ("data", "end"),
    [
        (b"a,b\nc,d\n", 4),
        (b'a,"b\nc"\nd', 8),
        (b'a,"b\nc', -1),
        (b"a,b", -1),
        (b'a,"b""\n"\n', 9),
        (b'a,b"\n"c\n', 5),
    ],
)
def test_the_end_of_a_row_is_found(data: bytes, end: int) -> None:
    assert Dialect(",").row_end(data, 0) == end
