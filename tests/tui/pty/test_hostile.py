"""Hostile articles in a real terminal: nothing in them controls it."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MARKS = ("PWNED", "cm0gLXJm", "9999")
"""What the articles carry inside their sequences; none of it may be seen, however it is read."""
ACTS = (
    "\x1b]0;PWNED\x07\x1b]52;c;cm0gLXJm\x07\x1b]8;;http://evil.example\x1b\\\x1b[9999;9999H"
    "\x1bPPWNED\x1b\\\x1b_PWNED\x1b\\\x1b^PWNED\x1b\\\x1bXPWNED\x1b\\"
    "\x9d0;PWNED\x9c\x90PWNED\x9c\x9b9999H\x1b[?1049l\x1bc\x07\x08\x7f\x8e\u202e\u2066\u200b\ufeff"
)
TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "PWNED")
TOWER = "Z" + "\u0301\u0323" * 200
WIDE = "委内瑞拉总统 👨\u200d👩\u200d👧 🇻🇪🇻🇪 ❤\ufe0f 👍🏽 e\u0301 שלום עולם مرحبا a\tb"
MARKUP = "[red]red[/red] [link=http://evil.example]x[/] [@click=app.quit]quit[/]"


def spoilt(word: str) -> str:
    return f"{word} {ACTS}{TAGS} {TOWER} {WIDE} {MARKUP}"


def quoted(text: str) -> str:
    """Write a text into YAML as it is."""
    return f'"{text}"'


def escaped(text: str) -> str:
    """Write a text into YAML so that nothing of it is in the file."""
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'


@pytest.fixture
def hostile(home: Path) -> Path:
    """Two articles that meet, hostile in each field, one in a file with a hostile name."""
    library = home / "\x1b]0;PWNED\x07\u202ehostile"
    library.mkdir()
    for number, written in ((1, quoted), (2, escaped)):
        head = "\n".join(
            f"{field}: {written(spoilt(f'{field.title()} {number}'))}"
            for field in ("title", "author", "tags", "language")
        )
        head += f"\nsource: {written(f'Outlet {number} {ACTS}{TAGS} {TOWER}')}"
        story = "\n\n".join(
            spoilt(f"Guaido said the armed forces of Venezuela would rise on {day} May.")
            for day in range(1, 9)
        )
        text = f"---\n{head}\n---\n\n{story}\n"
        name = "plain.md" if number == 1 else f"\x1b]0;PWNED\x07\u202e{number}\n.md"
        (library / name).write_text(text, "utf-8")
    (library / "\x1b[9999;1Hbroken\u202e.txt").write_bytes(b"\0\0\0")
    return library


SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\]22;[a-z-]*\x07|[^\[\]PX^_])")
"""What the app may write: sequences without a string in them, and the shape of the pointer."""


COPYING = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07")


def unfit(text: str) -> set[str]:
    """Give what no output may have besides what the app puts there itself."""
    return {
        c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn"} and c != "\n"
    }


def test_nothing_of_it_reaches_the_terminal(launch: Callable[..., Terminal], hostile: Path) -> None:
    with launch(str(hostile), "--search", "armed forces", columns=120, rows=40) as terminal:
        terminal.wait("Title 1")
        terminal.rest()
        for key in (
            "!",
            "escape",
            "enter",
            "y",
            "c",
            "i",
            "y",
            "escape",
            "escape",
            "V",
            "escape",
            "*",
        ):
            terminal.press(key)
            terminal.rest()
        terminal.press("y")
        terminal.rest()
        terminal.press("escape", "escape", "escape", "ctrl+q")
        terminal.rest()
        raw = terminal.raw.decode("utf-8")
    copied = [base64.b64decode(found).decode("utf-8") for found in COPYING.findall(raw)]
    assert copied
    text = SEQUENCE.sub("", COPYING.sub("", raw))
    assert "broken" in text
    assert unfit(text) <= {"\r", "\u2068", "\u2069"}
    assert unfit("".join(copied)) <= {"\u200d"}
    for mark in MARKS:
        assert mark not in text.replace(f"]0;{mark}", "").replace(f"[{mark};1H", "")
    assert "\x1bc" not in raw


@pytest.mark.parametrize(("columns", "rows"), [(90, 24), (120, 40)])
def test_columns_stand(
    launch: Callable[..., Terminal], hostile: Path, columns: int, rows: int
) -> None:
    def at(place: int) -> list[str]:
        return [terminal.screen.buffer[row][place].data for row in range(rows)]

    def right_edge() -> set[str]:
        """Give the signs below the upper right corner of the panes."""
        edge = at(columns - 1)
        corner = next(row for row, sign in enumerate(edge) if sign in "╮┓")
        return set(edge[corner + 1 : -2])

    with launch(str(hostile), "--search", "armed forces", columns=columns, rows=rows) as terminal:
        terminal.wait("Title 1")
        terminal.rest()
        assert right_edge() <= {"┃", "│"}
        terminal.press("enter")
        terminal.rest()
        assert right_edge() <= {"┃", "│"}
        terminal.press("c")
        terminal.wait("meets")
        terminal.rest()
        terminal.press("i")  # away with the panel above the columns
        terminal.rest()
        middle = next(place for place in range(columns) if at(place)[0] == "│")
        assert set(at(middle)[:-1]) <= {"│", "┼"}


def test_settings_are_text_too(launch: Callable[..., Terminal], home: Path) -> None:
    faulty = home / ".config" / "diptych" / "settings.toml"
    faulty.parent.mkdir(parents=True)
    faulty.write_text(f"{escaped(ACTS)} = 1\ntheme = {escaped(ACTS)}\n", "utf-8")
    with launch(columns=120, rows=40) as terminal:
        terminal.wait("means nothing here")
        terminal.rest()
        terminal.press("ctrl+q")
        terminal.rest()
        text = SEQUENCE.sub("", terminal.raw.decode("utf-8"))
    assert unfit(text) <= {"\r", "\u2068", "\u2069"}


def test_word_lists_and_the_settings_screen_show_text(
    launch: Callable[..., Terminal], home: Path
) -> None:
    hostile = home / ".config" / "diptych" / "settings.toml"
    hostile.parent.mkdir(parents=True)
    name = escaped(ACTS)
    hostile.write_text(
        f'names.pattern = {name}\n[words.{name}]\nwords = ["guaido", {name}]\n'
        f"[columns.{name}]\ntitle = {name}\n[themes.{name}]\nprimary = {name}\n",
        "utf-8",
    )
    with launch(columns=120, rows=40) as terminal:
        terminal.wait("5 articles")
        terminal.press("W")
        terminal.wait("◆")
        terminal.press("c")
        terminal.wait(r"◆.*\d:\d")
        terminal.press("\x1bOQ")
        terminal.wait("names.pattern")
        terminal.press("jj")
        terminal.rest()
        terminal.press("ctrl+q")
        terminal.rest()
        text = SEQUENCE.sub("", terminal.raw.decode("utf-8"))
    assert unfit(text) <= {"\r", "\u2068", "\u2069"}


def test_a_query_is_text_too(launch: Callable[..., Terminal], hostile: Path) -> None:
    with launch(str(hostile), "--search", f"armed {ACTS}") as terminal:
        terminal.wait("any form of")
        terminal.rest()
        terminal.press(f"\x1b[200~{ACTS.replace(chr(27), '')}\x1b[201~")
        terminal.rest()
        terminal.press("escape", "escape", "ctrl+q")
        terminal.rest()
        text = SEQUENCE.sub("", terminal.raw.decode("utf-8"))
    assert unfit(text) <= {"\r", "\u2068", "\u2069"}


@pytest.mark.parametrize(
    "verb",
    [["index"], ["search", "armed"], ["stories"], ["concordance", "armed"], ["show", "plain.md"]],
)
def test_the_command_line_prints_nothing_of_it(hostile: Path, verb: list[str]) -> None:
    for form in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *verb, "--library", str(hostile), *form],
            capture_output=True,
            check=False,
        )
        text = (done.stdout + done.stderr).decode("utf-8")
        assert done.returncode in {0, 3}
        assert unfit(text) <= {"\u200d"}
        assert "PWNED" not in text.replace("\\u001b]0;PWNED", "").replace("]0;PWNED", "")


@pytest.mark.parametrize("name", ["\x1b]52;c;cm0gLXJm\x07", "\0", "PWNED\x1b[9999;9999H"])
def test_keys_are_keys(launch: Callable[..., Terminal], home: Path, name: str) -> None:
    chosen = home / ".config" / "diptych" / "settings.toml"
    chosen.parent.mkdir(parents=True)
    lines = [f"{command} = {escaped(name)}" for command in ("help", "quit", "search")]
    chosen.write_text("\n".join(["[keys]", *lines, 'open = "ctrl+q"\n']), "utf-8")
    with launch(columns=120, rows=40) as terminal:
        terminal.wait("quit can't have")
        terminal.rest()
        terminal.press("?")
        terminal.wait("Help")
        terminal.rest()
        terminal.press("escape", "ctrl+q")
        assert terminal.leave() == 0
        text = SEQUENCE.sub("", terminal.raw.decode("utf-8"))
    assert unfit(text) <= {"\r", "\u2068", "\u2069"}


# An app that draws what it is told, in each way there is.
CARELESS = """
import sys
from rich.text import Text
from textual.widgets import Label, Static
from tui.terminal.terminal_app import TerminalApp

told = sys.argv[1].encode().decode("unicode_escape")

class Careless(TerminalApp):
    BINDINGS = [("q", "quit", told)]
    CSS = "Static { border: round red; }"

    def compose(self):
        shown = Static(Text(told), markup=False)
        shown.border_title = "A" + told.replace("[", "")
        yield shown
        yield Label(told, markup=False)

    def on_mount(self):
        self.title = told
        self.notify(told, title=told)

sys.exit(Careless(ansi_color=None).run())
"""


@pytest.mark.usefixtures("home")
def test_only_the_renderer_writes_sequences() -> None:
    told = r"seen\x1b]52;c;cm0gLXJm\x07\x1b[2J\x1b[9999;9999H\x1bPPWNED\x1b\\\x08\x0e\x7f\x9b1m"
    with Terminal([sys.executable, "-c", CARELESS, told]) as terminal:
        terminal.wait("seen")
        terminal.rest()
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        raw = terminal.raw.decode("utf-8")
    assert "\x1b]52" not in raw
    assert "\x1b[2J" not in raw
    assert "9999H" in raw
    assert "\x1b[9999;9999H" not in raw
    assert unfit(SEQUENCE.sub("", raw)) <= {"\r"}
