from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tui.settings import COLUMN, WIDEST, Problem, Settings, load
from tui.settings.settings_value import LEAST_MEMORY

if TYPE_CHECKING:
    from pathlib import Path


def settings(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


def test_what_a_user_chose_is_read(tmp_path: Path) -> None:
    chosen = settings(
        tmp_path,
        'library = "~/news"\ntheme = "nord"\ncolumn = 60\n[keys]\nnext-match = "n,f3"\n',
    )
    assert (chosen.theme, chosen.column, dict(chosen.keys)) == ("nord", 60, {"next-match": "n,f3"})
    assert chosen.library is not None
    assert chosen.faults == ()


def test_a_pattern_for_names_is_read(tmp_path: Path) -> None:
    chosen = settings(tmp_path, '[names]\npattern = "{source}/{date:%Y-%m-%d}*"\n')
    assert (chosen.names, chosen.faults) == ("{source}/{date:%Y-%m-%d}*", ())


def test_columns_of_tables_are_read(tmp_path: Path) -> None:
    text = '[columns."dump*.csv"]\ntitle = "kop"\ntext = "inhoud"\n[columns."*.json"]\nid = "nr"\n'
    chosen = settings(tmp_path, text)
    assert chosen.faults == ()
    assert chosen.columns == (
        ("dump*.csv", (("title", "kop"), ("text", "inhoud"))),
        ("*.json", (("id", "nr"),)),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("theme =", "is no TOML"),
        ("theme = " + "[" * 10_000, "nested too deeply"),
        ("column = " + "9" * 5_000, "is no TOML: Exceeds the limit (4300 digits)"),
        ('library = "a\\u0000b"', "library wants a path in quotes"),
        ("theme = 3", "theme wants a name in quotes"),
        ("column = 'wide'", "column wants a whole number"),
        ("citation = 'harvard'", "citation wants one of plain, apa, mla, chicago"),
        ("linear = 1", "linear wants true or false"),
        ("citation = []", "citation wants one of plain, apa, mla, chicago"),
        ("column = true", "line 1: column wants a whole number"),
        ("memory = 1.5", "memory wants a whole number"),
        ("[keys]\nhelp = 'f12'\n\nfly = 'f'", 'line 4: no command is called "fly"'),
        ("[keys]\nhelp = 3", "help wants its keys in quotes"),
        ("colour = 'red'", '"colour" means nothing here'),
        ("keys = 'x'", "keys wants a table"),
        ("names = 'x'", "names wants a table"),
        ("columns = 'x'", "columns wants tables"),
        ("[columns]\n'*.csv' = 'x'", "columns wants tables"),
        ("[columns.'*.csv']\nheading = 'x'", 'no column of *.csv holds "heading"'),
        ("[columns.'*.csv']\ntitle = 3", "title of *.csv wants a name in quotes"),
        ("[names]\npattern = 3", "names wants a table"),
        ("[names]\npatern = 'x'", 'names has no "patern"; did you mean "pattern"?'),
        ("[names]\npattern = '{title}'", "the pattern of names knows no {title}"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_and_the_default_holds(
    tmp_path: Path, text: str, fault: str
) -> None:
    read = settings(tmp_path, text)
    assert len(read.faults) == 1
    assert fault in read.faults[0]
    assert (read.theme, read.column) == (None, COLUMN)


def test_a_style_of_citations_is_chosen(tmp_path: Path) -> None:
    assert settings(tmp_path, "").citation == "plain"
    assert settings(tmp_path, "citation = 'mla'").citation == "mla"


def test_linear_mode_is_chosen(tmp_path: Path) -> None:
    assert settings(tmp_path, "linear = true").linear is True
    assert settings(tmp_path, "linear = false").linear is False
    assert settings(tmp_path, "linear = true").given == {"linear"}


def test_a_column_stays_within_bounds(tmp_path: Path) -> None:
    wide = settings(tmp_path, "\ncolumn = 100000")
    assert wide.column == WIDEST
    assert wide.problems == (Problem(2, "column goes from 30 to 200, so 200 is taken"),)
    assert settings(tmp_path, "memory = 1").memory == LEAST_MEMORY


def test_a_file_that_is_no_text_is_no_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert "can't be read" in load(path).faults[0]


def test_a_pipe_is_not_waited_for_and_an_endless_device_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "device.toml").symlink_to("/dev/zero")
    for name in ("pipe.toml", "device.toml"):
        (fault,) = load(tmp_path / name).faults
        assert fault.endswith("can't be read: it is a pipe, a socket or a device, not a file")


def test_a_line_of_many_levels_is_not_parsed(tmp_path: Path) -> None:
    where = tmp_path / "settings.toml"
    for line in ("a" + ".a" * 30_000 + " = 1", "[" + "a." * 30_000 + "a]", "a = {" + "b." * 9_999):
        assert settings(tmp_path, f"column = 80\n{line}\n") == Settings(
            problems=(Problem(2, f"{where} can't be read: it has too many full stops in a line"),)
        )


def test_a_command_has_only_so_many_keys(tmp_path: Path) -> None:
    sixteen = ",".join(f"f{number}" for number in range(9, 25))
    read = settings(tmp_path, f'[keys]\nhelp = "{sixteen}"')
    assert read.keys == {"help": ",".join(sixteen.split(",")[:10])}
    assert read.problems == (Problem(2, "help can't have more than 10 keys"),)
    assert settings(tmp_path, f'[keys]\nhelp = "{sixteen},q"') == Settings(
        problems=(Problem(2, "help has more than 16 keys"),)
    )


def test_a_long_name_is_not_repeated_whole(tmp_path: Path) -> None:
    (fault,) = settings(tmp_path, "a" * 10_000 + " = 1").faults
    assert fault == f'settings, line 1: "{"a" * 59}…" means nothing here'


def test_a_file_too_large_for_settings_is_not_read(tmp_path: Path) -> None:
    assert settings(tmp_path, "column = 80\n" + "#" * 65_536) == Settings(
        problems=(
            Problem(0, f"{tmp_path / 'settings.toml'} can't be read: it is larger than 64 kB"),
        )
    )


def test_faults_beyond_a_screenful_are_counted(tmp_path: Path) -> None:
    read = settings(tmp_path, "\n".join(f"a{number} = 1" for number in range(50)))
    assert len(read.faults) == 21
    assert read.faults[19:] == (
        'settings, line 20: "a19" means nothing here',
        "settings, line 21: 30 more problems from here on",
    )


def test_where_there_can_be_no_file_there_are_no_settings(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert load(tmp_path / "file" / "settings.toml") == Settings()


def test_watching_hosts_and_updates_are_chosen(tmp_path: Path) -> None:
    chosen = settings(
        tmp_path, 'watch = false\nupdate = 30\nhosts = "Localhost, news.lan  10.0.0.7"'
    )
    assert chosen.watch is False
    assert chosen.update == 30
    assert chosen.hosts == ("localhost", "news.lan", "10.0.0.7")
    assert chosen.given == {"watch", "update", "hosts"}
    assert settings(tmp_path, "").watch is True


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("watch = 1", "watch wants true or false"),
        ("update = -5", "update goes from 0 to 10080, so 0 is taken"),
        ("hosts = 7", "hosts wants names in quotes, with commas between"),
        ('hosts = "http://news.lan/"', "hosts wants names in quotes, with commas between"),
    ],
)
def test_what_they_cannot_be_is_told_and_the_default_holds(
    tmp_path: Path, line: str, problem: str
) -> None:
    chosen = settings(tmp_path, line)
    assert problem in chosen.faults[0]
    assert (chosen.watch, chosen.update, chosen.hosts) == (True, 0, ())
