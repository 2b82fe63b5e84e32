"""Where keys stand in a TOML text."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings.key_lines import key_lines, line_of

TEXT = '''\
# [not.a.table]
column = 60 # = 7

[keys] # commands
"next-match" = "n, \\" ] f3"
help = """
fly = 'x'
[[ f1"""

[columns."a.b [c] = d"]
title = 'kop = ['
sizes = [ # one a line
  "x = 1",
  { y = 2 },
]
after = 1
themes.dusk.dark = true
[[words]]
[[words]]
[last]'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("column",), 2),
        (("keys",), 4),
        (("keys", "next-match"), 5),
        (("keys", "help"), 6),
        (("columns",), 10),
        (("columns", "a.b [c] = d", "title"), 11),
        (("columns", "a.b [c] = d", "sizes"), 12),
        (("columns", "a.b [c] = d", "after"), 16),
        (("columns", "a.b [c] = d", "themes", "dusk", "dark"), 17),
        (("words",), 18),
        (("last",), 20),
        (("last", "gone"), 20),
        (("gone",), 0),
    ],
)
def test_each_key_has_its_line(path: tuple[str, ...], line: int) -> None:
    assert line_of(key_lines(TEXT), path) == line


def test_nothing_but_the_keys_there_are_is_found() -> None:
    assert ("keys", "fly") not in key_lines(TEXT)
    assert ("not",) not in key_lines(TEXT)
    assert set(tomllib.loads(TEXT)) == {path[0] for path in key_lines(TEXT)}


values = st.sampled_from(["1", '"#="', "'[a]'", '"""\nb = 1\n"""', "[\n1, # ]\n2]", "{x = 1}"])


@given(st.lists(st.tuples(st.booleans(), values), max_size=12))
def test_lines_agree_with_what_was_written(rows: list[tuple[bool, str]]) -> None:
    text = ""
    expected: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, (header, value) in enumerate(rows):
        line = text.count("\n") + 1
        if header:
            table = (f"t{number}",)
            expected[table] = line
            text += f"[t{number}]\n"
        else:
            expected[*table, f"k{number}"] = line
            text += f"k{number} = {value}\n"
    assert key_lines(text) == expected
