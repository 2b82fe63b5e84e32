"""The manual page and the completions: fresh, whole, and understood by the programs they are for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tui.cli.at_shell import shell_files
from tui.cli.at_shell.verb_options import verb_options
from tui.commands import COMMANDS
from tui.settings.setting_table import PLAIN

ROOT = Path(__file__).parents[4]
FILES = shell_files()
BASH, ZSH, FISH, GROFF = (shutil.which(name) for name in ("bash", "zsh", "fish", "groff"))
TRY = """
source "$0"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_diptych
printf '%s\\n' "${COMPREPLY[@]}"
"""


def file(end: str) -> str:
    (name,) = (name for name in FILES if name.endswith(end))
    return name


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == FILES[name], "make docs"


@pytest.mark.parametrize("name", FILES)
def test_each_file_knows_every_verb_and_option(name: str) -> None:
    text = FILES[name].replace("\\-", "-")
    for verb in verb_options():
        assert verb.name in text
        for option in verb.options:
            long = [one for one in option.names if one.startswith("--")]
            for one in long:
                assert one in text or f"-l {one[2:]} " in text


def test_the_manual_page_tells_every_setting_and_every_command() -> None:
    page = FILES[file("diptych.1")]
    for setting in PLAIN:
        assert f"\n.B {setting.name}\n" in page
    plain = page.replace("\\-", "-")
    assert [
        one.id for one in COMMANDS if one.keys and one.help.isascii() and one.help not in plain
    ] == []
    assert page.isascii()


@pytest.mark.skipif(GROFF is None, reason="groff isn't installed")
def test_roff_has_nothing_to_say_against_the_manual_page() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z", ROOT / file("diptych.1")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""


@pytest.mark.skipif(BASH is None, reason="bash isn't installed")
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        (["se"], ["search"]),
        (["con"], ["concordance", "config"]),
        (["search", "--so"], ["--sort"]),
        (["search", "x", "--sort", "re"], ["relevance"]),
        (["concordance", "x", "--sort", ""], ["after", "before", "newest", "oldest"]),
        (["--library", "news", "sto"], ["stories"]),
        (["--library", "n"], ["news"]),
        (["saved", "--add", "a", "b", "--re"], ["--remove"]),
        (["marks", "i"], ["import"]),
        (["marks", "import", "k"], ["kept marks.json"]),
        (["compare", "k"], ["kept marks.json"]),
        (["mark", "--note", "k"], [""]),
        (["--ver"], ["--version"]),
        (["news"], ["news"]),
    ],
)
def test_bash_completes(tmp_path: Path, words: list[str], completed: list[str]) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "kept marks.json").touch()
    done = subprocess.run(
        ["bash", "-c", TRY, ROOT / file("completions/diptych"), "diptych", *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout.splitlines(), done.stderr) == (completed, "")


@pytest.mark.skipif(ZSH is None, reason="zsh isn't installed")
def test_zsh_reads_its_completions() -> None:
    subprocess.run(["zsh", "-n", ROOT / file("_diptych")], check=True)


@pytest.mark.skipif(FISH is None, reason="fish isn't installed")
@pytest.mark.parametrize(
    ("line", "completed"), [("diptych se", "search"), ("diptych search --so", "--sort")]
)
def test_fish_completes(line: str, completed: str) -> None:
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source {ROOT / file('.fish')}; complete -C '{line}'"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith(completed)
