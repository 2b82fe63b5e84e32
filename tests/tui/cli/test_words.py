"""What a person reads: plain in a pipe, lit on a terminal, never more than text."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

from search import bundled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.cli.conftest import Run

DW = "dw-guaido-seeks-pentagon-talks.txt"
JAZEERA = "al-jazeera-us-diplomats-leave-venezuela.txt"
HOSTILE = "\x1b[31mred\x1b]0;title\x07 \x9b2J \u202eback"


def test_a_search_in_words(run: Run) -> None:
    done = run("search", '"southern command"')
    first, blank, title, where, excerpt, path = done.out.splitlines()
    assert first == "1 article: exactly “southern command”"
    assert (blank, title) == ("", "Venezuela's Guaido seeks Pentagon talks")
    assert where.split() == ["DW", "11", "May", "2019", "×3"]
    assert "Southern Command" in excerpt
    assert path.strip() == DW


def test_words_in_folded_text_only_are_told(run: Run, tmp_path: Path) -> None:
    story = "The ferry company said on Monday that it would sell both of its older ships in May."
    page = (
        f"Ferry ships sold\n\nBy Ida Holm\n4 March 2021\n\n{story}\n\nSign up for our newsletter\n"
    )
    (tmp_path / "a.txt").write_text(page)
    found = run("search", "newsletter", str(tmp_path), "--json")
    assert (found.code, found.document["total"], found.document["folded"]) == (1, 0, 1)
    assert (
        "1 more article in folded text (in:all finds them)"
        in run("search", "newsletter", str(tmp_path)).out
    )
    found = run("search", "newsletter in:all", str(tmp_path), "--json")
    assert (found.code, found.document["total"], found.document["folded"]) == (0, 1, 0)
    (hit,) = found.document["hits"]
    assert hit["matches"] == 1
    assert hit["excerpt"] == {"text": "Sign up for our newsletter", "spans": [[16, 26]]}


def test_nothing_found_says_what_was_perhaps_meant(run: Run) -> None:
    done = run("search", "pomepo")
    assert done.code == 1
    assert done.out.splitlines() == ["0 articles: any form of pomepo", "Did you mean: pompeo"]


def test_fewer_rows_than_matches_are_said(run: Run) -> None:
    assert "… and 3 more" in run("search", "guaido", "--limit", "2").out


def test_an_article_in_words(run: Run) -> None:
    lines = run("show", DW).out.splitlines()
    assert lines[0] == "Venezuela's Guaido seeks Pentagon talks"
    assert lines[1] == "DW · 11 May 2019"
    assert "· 1. Skip to content" in lines
    assert max(map(len, lines)) <= 100


def test_rivals_and_comparison_in_words(run: Run) -> None:
    assert "shares:" in run("rivals", DW).out
    said = run("compare", DW, JAZEERA).out
    assert "of its words meet the other" in said
    assert "used more" in said


def test_indexing_in_words(run: Run) -> None:
    run("index")
    assert run("index").out.endswith("articles: 5 articles (0 added, 0 changed, 0 removed)\n")


@pytest.mark.parametrize("verb", [["search", "words"], ["show", "a.txt"], ["rivals", "a.txt"]])
def test_hostile_text_is_only_text(run: Run, tmp_path: Path, verb: list[str]) -> None:
    for name in ("a", "b"):
        text = f"---\ntitle: Headline {HOSTILE!r}\nsource: {name}\n---\n\nSome [bold]words[/bold] {HOSTILE}.\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    done = run(*verb, "--library", str(tmp_path))
    assert done.code == 0
    assert all(line.isprintable() for line in (done.out + done.err).splitlines())
    assert "[bold]" in done.out or verb[0] == "rivals"


def test_on_a_terminal_matches_are_lit(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tui", "search", "southern", "--no-sync"]
    with Terminal(command, columns=80, rows=40, environment=environment) as terminal:
        assert terminal.leave() == 0
        assert "Southern Command" in terminal.text.replace("\n", " ")
        assert b"\x1b[1;4mSouthern\x1b[0m" in terminal.raw


def test_on_a_terminal_json_is_indented(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tui", "rivals", DW, "--limit", "1", "--json"]
    with Terminal(command, columns=80, rows=40, environment=environment) as terminal:
        assert terminal.leave() == 0
        assert '\n  "article":' in terminal.text


def test_a_progress_bar_is_for_terminals_only(
    environment: dict[str, str], start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    command = [sys.executable, "-m", "tui", "index", "--rebuild"]
    with Terminal(command, columns=80, rows=24, environment=environment) as terminal:
        assert terminal.leave() == 0
        assert b"reading" in terminal.raw
        assert terminal.text.split("\n")[0].strip() == "" or "5 articles" in terminal.text
        assert "reading" not in terminal.text
        assert terminal.restored
    with start("index", "--rebuild", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        _, err = process.communicate(timeout=60)
    assert err == b""


@pytest.mark.parametrize(("kind", "says"), [("dumb", "TERM=dumb"), ("", "TERM=")])
def test_the_reader_refuses_a_terminal_it_cannot_draw_on(
    environment: dict[str, str], kind: str, says: str
) -> None:
    command = [sys.executable, "-m", "tui"]
    with Terminal(command, environment={**environment, "TERM": kind}) as terminal:
        assert terminal.leave() == 2
        assert "diptych: the reader: this terminal" in terminal.text
        assert says in terminal.text


def test_the_reader_refuses_a_pipe(start: Callable[..., subprocess.Popen[bytes]]) -> None:
    with start(stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    assert err.startswith(b"diptych: the reader: wants a terminal")
    assert err.count(b"\n") == 1


def test_verbs_do_not_load_textual(environment: dict[str, str]) -> None:
    code = """
import json, sys
from tui.cli import main
for verb in json.loads(sys.argv[1]):
    code = main(verb)
    if code or any(m.split(".")[0] == "textual" for m in sys.modules):
        sys.exit(f"{verb}: {code}, or it loads textual")
"""
    verbs = (
        ["index"],
        ["search", "pompeo"],
        ["show", DW],
        ["counterparts", DW],
        ["concordance", "pompeo"],
        ["stories"],
        ["compare", DW, JAZEERA],
        ["sources"],
        ["doctor"],
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(verbs)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_reader_is_opened_without_loading_the_index(environment: dict[str, str]) -> None:
    """Its first frame waits for nothing that only searching needs."""
    code = (
        "import sys; from tui.cli import main; main(sys.argv[1:]);"
        "sys.exit(any(m.split('.')[0] in ('whoosh', 'textual', 'sqlite3') for m in sys.modules))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    assert (done.returncode, done.stderr[:20]) == (0, b"diptych: the reader:")


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "--no-sync", "pompeo", "--limit", "0", "LIBRARY"],
        ["search", "pompeo", "--limit", "0", "LIBRARY", "--no-sync"],
        ["--no-sync", "search", "pompeo", "--limit=0", "--library", "LIBRARY"],
    ],
    ids=" ".join,
)
def test_options_may_stand_anywhere(run: Run, arguments: list[str]) -> None:
    asked = [str(bundled()) if one == "LIBRARY" else one for one in arguments]
    done = run(*asked)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("3 articles")
