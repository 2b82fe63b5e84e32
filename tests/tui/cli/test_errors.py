"""What is wrong is said in one line, with the exit code of the contract."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tui.cli.verb_list import VERB_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.cli.conftest import Run

    Start = Callable[..., subprocess.Popen[bytes]]

DW = "dw-guaido-seeks-pentagon-talks.txt"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["search"], "search: the following arguments are required: QUERY"),
        (["search", "x", "--limit", "many"], '"many" is no number'),
        (["search", "x", "--limit", "-1"], "fewer than none"),
        (["search", "x", "--sort", "best"], "invalid choice"),
        (["search", "x", "--loud"], "--loud"),
        (["search", "x", "articles", "--library", "articles"], "given twice"),
        (["show"], "which article"),
        (["show", "a", "b"], "one article"),
        (["show", "--all", "a", "b"], "no article"),
        (["show", "nowhere.txt"], "nowhere.txt: no article has this path or id"),
        (["rivals"], "which article"),
        (["rivals", "nowhere.txt"], "no article"),
        (["compare"], "which articles"),
        (["compare", DW], "which articles"),
        (["compare", DW, "nowhere.txt"], "nowhere.txt"),
        (["compare", DW, DW, "--pairs", "x"], "not both"),
        (["compare", "--pairs", "nowhere.tsv"], "nowhere.tsv: no such file"),
        (["--json"], "goes with a verb"),
        (["storys"], "neither a library nor a verb"),
        (["serch", "pompeo"], "serch: no verb is called so; there are index, search"),
        (["--loud"], "the reader: there is no option --loud"),
        (["--compare", "a"], "the reader: argument --compare"),
        (["search", "x", ""], "the library: its name is empty"),
        (["search", "x", "--library", ""], "the library: its name is empty"),
        (["show", ""], '"": no article is called so'),
        (["--search", "a", "--compare", "b", "c"], "not allowed with"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_request_is_2_in_one_line(run: Run, arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("diptych: ")
    assert done.err.count("\n") == 1
    assert says in done.err


@pytest.mark.parametrize(
    ("query", "position"),
    [("source:", 1), ("(((", 3), ('"unclosed', 1), ("date:13", 6), ("maduro )", 8)],
)
def test_a_query_that_does_not_parse_is_2_with_its_position(
    run: Run, query: str, position: int
) -> None:
    done = run("search", query, "--json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f'diptych: query "{query}": position {position}: ')
    assert done.err.count("\n") == 1


def test_a_library_that_is_not_there_is_3(run: Run, tmp_path: Path) -> None:
    for arguments in (["index", "./no"], ["search", "x", "./no"], ["--library", "./no"]):
        done = run(*arguments)
        assert (done.code, done.out) == (3, "")
        assert done.err == "diptych: no: no such file or directory\n"
    done = run("search", "x", str(tmp_path / "\x1b[31mred\n"))
    assert "\x1b" not in done.err
    assert done.err.count("\n") == 1


def test_an_article_that_cannot_be_read_is_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("show", "empty.txt", "--library", str(tmp_path))
    assert done.code == 3
    assert done.err.splitlines()[-1].startswith("diptych: empty.txt: ")


def test_a_cache_that_cannot_be_written(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "cache").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for arguments in (["search", "pompeo", "--json"], ["index", "--json"], ["show", DW, "--json"]):
        done = run(*arguments)
        assert done.code == 0
        assert ": the index can't be written: not a directory; it is built for this" in done.err
        assert done.err.count("\n") == 1


def test_an_index_that_another_program_writes_is_searched_as_it_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert run("search", "pompeo").code == 0
    lock = next(tmp_path.glob("diptych/*/lock"))
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = run("search", "pompeo", "--json")
        assert (done.code, done.document["total"]) == (0, 3)
        assert "another diptych is writing" in done.err
        assert run("index").code == 3
        assert run("search", "pompeo", "--no-sync").err == ""


def test_a_damaged_index_is_mended_and_said_in_one_line(run: Run, home: Path) -> None:
    run("index")
    for file in (home / ".cache" / "diptych").glob("*/g-*/whoosh/*.toc"):
        file.write_bytes(b"rubbish")
    done = run("search", "pompeo", "--json")
    assert (done.code, done.document["total"]) == (0, 3)
    assert done.err == "diptych: the index was damaged and has been built anew\n"
    assert run("search", "pompeo", "--json").err == ""


def test_help_and_version_are_data(run: Run) -> None:
    overview = run("--help")
    assert (overview.code, overview.err) == (0, "")
    for verb in VERB_NAMES:
        assert f"\n  {verb}" in overview.out
        assert run(verb, "--help").out.startswith(f"usage: diptych {verb}")
    assert run("--version").out.startswith("diptych ")
    assert run("search", "--version").code == 0


@pytest.mark.parametrize(
    "arguments", [["search", "guaido", "--json"], ["show", "--all"], ["--help"]]
)
def test_a_reader_that_goes_away_is_no_error(start: Start, arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    with start(*arguments, stdout=write, stderr=subprocess.PIPE) as process:
        os.close(write)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


def test_a_closed_standard_output_is_no_error(start: Start, environment: dict[str, str]) -> None:
    shell = 'exec "$@" >&- '
    command = ["sh", "-c", shell, "sh"]
    with start("--version", stdout=subprocess.PIPE) as process:
        python = process.args
        process.communicate(timeout=60)
    assert isinstance(python, list)
    for arguments in (["search", "guaido", "--json"], ["index", "--rebuild"]):
        done = subprocess.run(
            [*command, *python[:3], *arguments],
            env=environment,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_under_standard_output_is_said(start: Start) -> None:
    with (
        open("/dev/full", "wb") as full,  # noqa: PTH123 - a device
        start("show", "--all", stdout=full, stderr=subprocess.PIPE) as process,
    ):
        _, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert err == b"diptych: standard output: no space left on device\n"


def test_an_interrupt_is_130(start: Start) -> None:
    with start(
        "compare",
        "--pairs",
        "-",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{DW}\t{DW}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"left"')
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == b"diptych: interrupted\n"


def test_a_long_query_is_cut_to_what_is_wrong(run: Run) -> None:
    done = run("search", "maduro " * 400 + "date:13" + " maduro" * 400)
    assert done.code == 2
    assert done.err.startswith('diptych: query "…')
    assert "date:13 maduro" in done.err
    assert "position 2806: " in done.err
    assert len(done.err) < 250


def test_what_the_system_refuses_is_not_laid_to_standard_output(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = "x" * 300
    for arguments in ([f"/{endless}"], ["search", "x", f"/{endless}"]):
        done = run(*arguments)
        assert (done.code, done.err) == (3, f"diptych: /{endless}: file name too long\n")
    monkeypatch.setenv("XDG_CACHE_HOME", f"/{endless}")
    done = run("search", "x")
    assert done.code == 1  # nothing is found, for the library is indexed elsewhere
    assert "the index can't be written: file name too long" in done.err
    assert "none yet" in run("doctor").out


def test_a_fault_of_the_program_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("tui.cli.verbs.index.new_desk", fail)
    done = run("index")
    assert (done.code, done.out) == (3, "")
    assert (
        done.err
        == "diptych: a fault in diptych itself: RuntimeError: two lines; please report it\n"
    )


def test_a_full_disk_under_standard_error_changes_no_exit_code(start: Start) -> None:
    for arguments, code in ((["search", "x", "--loud"], 2), (["index", "./nowhere"], 3)):
        with (
            open("/dev/full", "wb") as full,  # noqa: PTH123 - a device
            start(*arguments, stdout=subprocess.DEVNULL, stderr=full) as process,
        ):
            process.wait(timeout=60)
        assert process.returncode == code


def test_names_that_can_be_none_are_cited_in_part(run: Run) -> None:
    endless = "x" * 100_000
    for arguments, code in (
        (["index", endless], 3),
        (["show", endless], 2),
        (["search", "x", "--limit", endless], 2),
        (["search", "x", "--sort", endless], 2),
        ([endless, endless], 2),
    ):
        done = run(*arguments)
        assert (done.code, done.out, done.err.count("\n")) == (code, "", 1)
        assert len(done.err) < 1_100


def test_a_list_of_pairs_without_end_is_read_to_its_first_line_that_is_none(run: Run) -> None:
    done = run("compare", "--pairs", "/dev/zero")
    assert (done.code, len(done.lines)) == (3, 1)
    assert "may have 65,536 characters" in done.lines[0]["error"]["why"]


HOSTILE = (
    "\udcff\udcfe", "\x1b]0;x\x07", "-", "--", "a\nb", "\u202eabc", "~", "~nobody", "%s",
    "(", '"', "[red]x[/]", "#1", "x#0", "x#99999999999999999999", "9" * 5_000, "1e9", "\U000e0041",
)  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_argument_is_answered_or_refused_in_one_line(run: Run, hostile: str) -> None:
    for arguments in (
        [hostile],
        ["--search", hostile],
        ["--compare", hostile, hostile],
        ["index", hostile],
        ["search", hostile],
        ["search", hostile, "--json"],
        ["search", "x", hostile],
        ["search", "x", "--limit", hostile],
        ["search", "x", "--library", hostile],
        ["show", hostile],
        ["rivals", hostile],
        ["stories", hostile],
        ["concordance", hostile, "--json"],
        ["compare", hostile, hostile],
        ["compare", "--pairs", hostile],
        ["sources", hostile, hostile],
        ["doctor", hostile],
    ):
        if arguments == ["compare", "--pairs", "-"]:
            continue  # standard input
        done = run(*arguments)
        assert done.code in {0, 1, 2, 3}, arguments
        assert "fault in diptych" not in done.err
        assert "Traceback" not in done.err
        if done.code in {2, 3} and not done.out:
            assert done.err.count("\n") == 1, arguments
        shown = (done.out + done.err).replace("\n", "")
        assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Cn", "Co"}]


def test_a_batch_goes_on_after_lines_that_are_none(start: Start) -> None:
    lines = b"\xff\xfe\t\x00\n\x1b[2J\n\t\na\t\nb\t\t\n%s\t%s\n" % (DW.encode(), DW.encode())
    with start("compare", "--pairs", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        out, _ = process.communicate(lines, timeout=60)
    told = [json.loads(line) for line in out.splitlines()]
    assert ["error" in one for one in told] == [True] * 4 + [False]
    assert process.returncode == 3
