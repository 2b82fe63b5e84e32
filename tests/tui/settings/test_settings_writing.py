"""Changing the settings file, with what else stands in it kept."""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings.settings_writing import SettingRefusedError, change, reset

KEPT = """\
# what I like
library = "~/news" # at home

column   =   60

[keys] # mine
help = "f4" # four
# the end
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "diptych" / "settings.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "typed", "before", "after"),
    [
        ("column", "80", "column   =   60", "column   =   80"),
        ("library", "/srv/nëws", '"~/news" # at', '"/srv/nëws" # at'),
        ("keys.help", "f5,f6", '"f4" # four', '"f5,f6" # four'),
    ],
)
def test_one_value_is_changed_and_all_else_stays(
    file: Path, name: str, typed: str, before: str, after: str
) -> None:
    change(name, typed, written(file, KEPT))
    assert file.read_text("utf-8") == KEPT.replace(before, after)


@pytest.mark.parametrize("name", ["theme", "memory", "names.pattern", "keys.find"])
def test_what_the_file_lacks_is_added(file: Path, name: str) -> None:
    typed = {"theme": "nord", "memory": "300", "names.pattern": "{source}/*", "keys.find": "f9"}
    chosen = change(name, typed[name], written(file, KEPT))
    text = file.read_text("utf-8")
    assert [line for line in KEPT.split("\n") if line not in text.split("\n")] == []
    assert chosen.problems == ()
    assert name in chosen.given
    assert set(chosen.given) == {"library", "column", "keys.help", name}
    reset(name, file)
    assert tomllib.loads(file.read_text("utf-8")).get(name) is None


def test_a_file_is_made_where_there_is_none_and_only_its_owner_reads_it(file: Path) -> None:
    assert change("column", "50", file).column == 50
    assert file.read_text() == "column = 50\n"
    assert file.stat().st_mode & 0o777 == 0o600


def test_true_and_false_are_written_as_such(file: Path) -> None:
    assert change("linear", " true ", file).linear is True
    assert file.read_text() == "linear = true\n"
    assert change("linear", "false", file).linear is False


def test_to_take_out_what_is_not_there_makes_no_file(file: Path) -> None:
    reset("column", file)
    assert not file.exists()


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("column", "wide", "column wants a whole number, 30 to 200"),
        ("column", "7", "goes from 30 to 200"),
        ("linear", "yes", "linear wants true or false"),
        ("theme", "fog", 'no theme called "fog"'),
        ("keys.find", "sesame", "the name of no key"),
        ("keys.find", "n", "find takes n from next-match"),
        ("keys.find", "ctrl+q", "is for leaving"),
        ("keys.find", "f1", "find takes f1 from help"),
        ("names.pattern", "{title}", "knows no {title}"),
    ],
)
def test_what_may_not_be_is_refused(file: Path, name: str, typed: str, why: str) -> None:
    text = KEPT.replace('help = "f4"', 'help = "f1"')
    with pytest.raises(SettingRefusedError, match=why):
        change(name, typed, written(file, text))
    assert file.read_text("utf-8") == text


def test_a_mistake_elsewhere_does_not_matter_and_stays(file: Path) -> None:
    chosen = change("column", "90", written(file, "colour = 'red'\ncolumn = 60\n"))
    assert [problem.line for problem in chosen.problems] == [1]
    assert file.read_text() == "colour = 'red'\ncolumn = 90\n"


@pytest.mark.parametrize(
    "text", ["column = [", "column = 1\ncolumn = 2\n", "x = '\x00'", "a.b=1\n" * 2]
)
def test_a_damaged_file_is_never_written_over(file: Path, text: str) -> None:
    with pytest.raises(SettingRefusedError, match="nothing was changed"):
        change("column", "90", written(file, text))
    assert file.read_text() == text


def test_what_is_no_table_is_left_alone(file: Path) -> None:
    with pytest.raises(SettingRefusedError, match="keys is no table"):
        change("keys.help", "f4", written(file, "keys = 'none'\n"))


@pytest.mark.parametrize(
    "text", ["keys.help = 'f4'\n", "keys = { help = 'f4' }\n", "[keys]\r\nhelp = 'f4'\r\n"]
)
def test_other_ways_to_write_a_table_are_kept(file: Path, text: str) -> None:
    change("keys.help", "f5", written(file, text))
    assert file.read_bytes().decode() == text.replace("'f4'", '"f5"')


def test_a_file_elsewhere_is_changed_where_it_lies_and_keeps_its_rights(
    file: Path, tmp_path: Path
) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("column = 60\n")
    real.chmod(0o644)
    file.parent.mkdir()
    file.symlink_to(real)
    change("column", "61", file)
    assert file.is_symlink()
    assert (real.read_text(), real.stat().st_mode & 0o777) == ("column = 61\n", 0o644)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("protected", ["file", "folder"])
def test_what_cannot_be_written_is_said(file: Path, protected: str) -> None:
    written(file, "column = 60\n")
    place = file if protected == "file" else file.parent
    place.chmod(0o500)
    try:
        with pytest.raises(SettingRefusedError, match="can't be written"):
            change("column", "61", file)
    finally:
        place.chmod(0o700)
    assert file.read_text() == "column = 60\n"


PIECES = st.lists(
    st.sampled_from(
        [
            "# one",
            "",
            "memory = 512  # two",
            'library = "a"',
            "column = 60",
            "# three",
            "names.pattern = '{source}/*'",
            "theme='nord'#four",
        ]
    ),
    unique=True,
)
TABLES = st.lists(
    st.sampled_from(
        [
            "[keys] # five\nhelp = 'f4' # six\n# seven",
            '[themes.dusk]\n# eight\nprimary = "#fff"\nforeground = "#fff"\nbackground = "#000"',
            "[words.a]\nwords = [\n  'x', # nine\n  'y',\n]",
            "[columns.'*.csv']\n\ntitle = 'kop'",
        ]
    ),
    unique=True,
)
SET = st.sampled_from(
    [
        ("column", "81"),
        ("theme", "gruvbox"),
        ("keys.help", "f6"),
        ("keys.find", "f9"),
        ("memory", "300"),
    ]
)


@given(PIECES, TABLES, SET)
def test_whatever_is_set_comments_and_all_other_values_stay(
    pieces: list[str], tables: list[str], what: tuple[str, str]
) -> None:
    name, typed = what
    text = "\n".join([*pieces, *tables, ""])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_text(text, "utf-8")
        change(name, typed, file)
        after = file.read_text("utf-8")
    assert re.findall("#.*", after) == re.findall("#.*", text)
    before, now = tomllib.loads(text), tomllib.loads(after)
    top, _, key = name.partition(".")
    if key:
        assert now[top].pop(key) == typed
        before.get(top, {}).pop(key, None)
        before.setdefault(top, {})
    else:
        assert str(now.pop(top)) == typed
        before.pop(top, None)
    assert now == before
