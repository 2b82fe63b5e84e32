"""What is printed, whatever it came from."""

from __future__ import annotations

import ast
import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.cli.streams import write_json, write_text
from tui.cli.styled_lines import write

if TYPE_CHECKING:
    import pytest

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Format characters that are drawn."""
ANY = st.text(st.characters(codec=None))


def unseen(text: str) -> set[str]:
    return {
        c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    }


@SHARED
@given(st.dictionaries(ANY, ANY, max_size=4))
def test_json_escapes_what_nobody_sees_and_loses_nothing(
    capsys: pytest.CaptureFixture[str], document: dict[str, str]
) -> None:
    write_json(document)
    out = capsys.readouterr().out
    assert json.loads(out) == document
    assert unseen(out[:-1]) <= {"\u200c", "\u200d"}


@SHARED
@given(ANY)
def test_a_line_for_a_person_holds_nothing_that_steers(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    write(text)
    out = capsys.readouterr().out
    assert out.endswith("\n")
    assert unseen(out[:-1]) <= {"\u200c", "\u200d", *SIGNS}


TUI = Path(__file__).resolve().parents[3] / "tui"
GATE = {"cli/streams.py", "cli/styled_lines.py"}
BESIDE = {
    "__main__.py": "an interrupt before the gate is loaded",
    "cli/progress_bar.py": "numbers, drawn by rich",
    "commands/__main__.py": "makes a page of the documentation",
    "settings/__main__.py": "makes a page of the documentation",
    "terminal/foreground.py": "words of our own, once a command has ended",
    "terminal/guardian.py": "puts the terminal back after a crash",
    "terminal/terminal_app.py": "one line after the screen has gone",
}
"""Who else writes to a terminal, and what; the driver of the screen has a gate of its own."""


def writes(tree: ast.AST) -> bool:
    """Tell whether a module prints, makes a console, or writes to a stream or a descriptor of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {
            "sys.stdout.write", "sys.stderr.write", "sys.stdout.buffer", "sys.stderr.buffer",
            "sys.stdout.writelines", "sys.stderr.writelines", "sys.__stdout__", "sys.__stderr__",
            "os.write",
        }:  # fmt: skip
            return True
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "Console"}:
            return True
    return False


def test_only_the_gate_writes_to_the_terminal() -> None:
    found = {
        file.relative_to(TUI).as_posix()
        for file in TUI.rglob("*.py")
        if writes(ast.parse(file.read_text("utf-8")))
    }
    assert found == GATE | BESIDE.keys()


@SHARED
@given(ANY)
def test_a_text_keeps_its_lines_and_steers_nothing(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    write_text(text)
    out = capsys.readouterr().out
    assert unseen(out) <= {"\n", *SIGNS, "\u200c", "\u200d", *map(chr, range(0xE0061, 0xE0080))}
    assert out.count("\n") == text.count("\n")
    write_text(out)
    assert capsys.readouterr().out == out
