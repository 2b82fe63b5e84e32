"""Archives in the settings, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search import ArchiveOptions, archive_at
from tui.settings import load
from tui.settings.origins import set_values

if TYPE_CHECKING:
    from pathlib import Path

    from tui.settings import Settings

DESK = '[archives.desk]\naddress = "opensearch+https://a:9201,b/news"\n'


def settings(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_an_archive_has_a_name_an_address_and_how_it_is_asked(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        f'{DESK}user = "ana"\npassword_command = "pass show news"\nca = "desk.pem"\ntimeout = 5\n'
        'count_to = 2000\nkeyring = true\nfields = { title = "article_title" }\n',
    )
    assert read.faults == ()
    (one,) = read.archives
    assert one.name == "desk"
    assert str(one.address) == "opensearch+https://a:9201,b:9200/news"
    assert one.options == ArchiveOptions(
        user="ana",
        password_command="pass show news",
        keyring=True,
        ca=str(tmp_path / "desk.pem"),
        timeout=5,
        count_to=2000,
        fields=(("title", "article_title"),),
    )
    assert "archives" in read.given


@pytest.mark.parametrize(
    ("text", "kept", "fault"),
    [
        ("archives = 1", 0, "line 1: archives wants tables"),
        ("[archives.desk]\nuser = 'a'", 0, "line 1: the archive desk wants an address"),
        ("[archives.desk]\naddress = 'http://a'", 0, "line 2: http://a: an archive is written"),
        (f"{DESK}timeout = 0", 1, "line 3: timeout wants a whole number, 1 to 600"),
        (f"{DESK}timeout = true", 1, "line 3: timeout wants a whole number"),
        (f"{DESK}user = 1", 1, "line 3: user wants a text in quotes"),
        (f"{DESK}stories = '(a'", 1, "line 3: stories wants a query"),
        (f"{DESK}keyring = 'yes'", 1, "line 3: keyring wants true or false"),
        (f"{DESK}colour = 'red'", 1, 'line 3: an archive has no "colour"'),
        (
            f"{DESK}passwordcommand = 'x'",
            1,
            'an archive has no "passwordcommand"; did you mean "password_command"?',
        ),
        (
            f"{DESK}fields = {{ titel = 'kop' }}",
            1,
            'line 3: no field of an archive is "titel"; did you mean "title"?',
        ),
        (f"{DESK}fields = 'x'", 1, "line 3: fields wants a table"),
        (f"{DESK}fields = {{ mood = 'x' }}", 1, 'no field of an archive is "mood"'),
        (f"{DESK}fields = {{ title = 1 }}", 1, "title wants a name in quotes"),
        (
            f"{DESK}[archives.other]\naddress = 'opensearch+https://a:9201,b/news'",
            1,
            "line 4: other is",
        ),
    ],
)
def test_what_is_wrong_with_an_archive(tmp_path: Path, text: str, kept: int, fault: str) -> None:
    read = settings(tmp_path, text)
    assert len(read.archives) == kept
    assert len(read.faults) == 1
    assert fault in read.faults[0]


@pytest.mark.parametrize(
    "line", ["password = 's3cret'", "address = 'opensearch://ana:s3cret@desk/news'"]
)
def test_a_password_in_clear_is_warned_of_and_shown_nowhere(tmp_path: Path, line: str) -> None:
    head = DESK if line.startswith("password") else "[archives.desk]\n"
    read = settings(tmp_path, head + line)
    assert len(read.faults) == 1
    assert "in clear; use password_command" in read.faults[0]
    shown = [one.value for one in set_values(read)]
    assert "s3cret" not in f"{read.faults} {shown} {read!r}"
    if "@" in line:
        (one,) = read.archives
        assert (one.options.user, one.options.password) == ("ana", "s3cret")
        assert one.address == archive_at("opensearch://desk/news").address
