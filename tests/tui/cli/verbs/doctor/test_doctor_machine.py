"""What the doctor says of a machine that is out of order, each shown by the real thing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from disks import BOUND, RIGHTS_BIND
from terminal import Terminal

from search import user_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tui.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[5]
WRITING = """
import sys
from pathlib import Path
from search import Desk
Desk(Path(sys.argv[1])).sync(lambda at: at.done or (print("here", flush=True), sys.stdin.read()))
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "a.txt").write_text("A title\n\nA story of the harbour.\n", "utf-8")
    return folder


def examined(run: Run, library: Path) -> dict[str, Any]:
    """Give the checks by name, those that aren't well after those that are."""
    done = run("doctor", "--json", str(library))
    checks = sorted(done.document["checks"], key=lambda check: not check["ok"])
    assert done.code == (0 if checks[-1]["ok"] else 3)
    assert all(check["mend"] for check in checks if not check["ok"])
    return {check["name"]: check for check in checks}


def test_all_is_well(run: Run, library: Path) -> None:
    run("index", str(library))
    found = examined(run, library)
    assert {"clock", "home", "numpy", "space", "lock", "index", "library"} <= found.keys()
    assert all(check["ok"] for check in found.values() if check["name"] != "encoding")


def test_a_library_that_is_missing(run: Run, library: Path) -> None:
    found = examined(run, library / "elsewhere")["library"]
    assert found["value"].endswith("elsewhere: no such file or directory")
    assert found["mend"].startswith("mount its disk if it is on one; else name another library")


def test_a_file_that_cannot_be_read(run: Run, library: Path) -> None:
    (library / "bad.txt").touch()
    run("index", str(library))
    found = examined(run, library)["article"]
    assert (found["value"], found["mend"]) == (
        "bad.txt: the file is empty",
        "mend the file or take it away",
    )


@pytest.mark.parametrize(
    ("name", "state"),
    [("current", "damaged"), ("g-*/stamp", "outdated"), ("g-*/*/*.toc", "damaged")],
)
def test_an_index_that_is_damaged(run: Run, library: Path, name: str, state: str) -> None:
    run("index", str(library))
    for file in user_folder("cache").glob(f"*/{name}"):
        file.write_bytes(b"rubbish")
    found = examined(run, library)["index"]
    assert found["value"].startswith(state)
    assert found["mend"] == f"the next search builds it anew; so does diptych index {library}"
    assert run("index", str(library)).code == 0
    assert examined(run, library)["index"]["ok"]


def test_an_index_whose_pointer_was_deleted(run: Run, library: Path) -> None:
    run("index", str(library))
    for file in user_folder("cache").glob("*/current"):
        file.unlink()
    assert examined(run, library)["index"]["value"].startswith("damaged")
    done = run("search", "harbour", str(library), "--json")
    assert (done.code, done.document["total"]) == (0, 1)
    assert done.err == "diptych: the index was damaged and has been built anew\n"
    assert run("search", "harbour", str(library)).err == ""


@pytest.fixture
def writing(library: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", WRITING, str(library)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=os.environ, stdin=pipe, stdout=pipe) as process:
        assert process.stdout
        assert process.stdout.readline() == b"here\n"
        yield process
        process.kill()


def test_another_program_that_writes(
    run: Run, library: Path, writing: subprocess.Popen[bytes]
) -> None:
    found = examined(run, library)["lock"]
    assert found["value"] == f"process {writing.pid} is writing the index"
    assert found["mend"] == f"wait until it is done, or end it: kill {writing.pid}"
    writing.terminate()
    writing.wait()
    assert examined(run, library)["lock"]["value"] == "free"


def test_files_and_articles_of_days_to_come(run: Run, library: Path) -> None:
    later = time.time() + 9 * 86_400
    os.utime(library / "a.txt", (later, later))
    (library / "b.md").write_text("---\ntitle: B\ndate: 2199-01-02\n---\n\nA story.\n", "utf-8")
    run("index", str(library))
    found = examined(run, library)
    assert found["times"]["value"].startswith("1 file changed later than it is now")
    assert found["times"]["mend"] == "set the clock; if it is right, touch the files"
    assert found["dates"]["value"] == "1 article dated after tomorrow"
    names = re.search(r"diptych search (\S+) names them", found["dates"]["mend"])
    assert names
    assert run("search", names[1], str(library), "--json").document["total"] == 1


def test_what_the_reader_made_and_was_damaged(run: Run, library: Path) -> None:
    searches = user_folder("state") / "searches.json"
    searches.parent.mkdir(parents=True)
    searches.write_text("rubbish", "utf-8")
    run("index", str(library))
    (home,) = user_folder("cache").iterdir()
    rulings = user_folder("data") / "stories" / f"{home.name}.json"
    rulings.parent.mkdir(parents=True)
    rulings.write_text("rubbish", "utf-8")
    found = examined(run, library)
    assert found["searches"]["value"].endswith("set aside as searches.json.damaged-1")
    assert found["stories"]["value"].endswith(f"set aside as {rulings.name}.damaged-1")
    assert (rulings.parent / f"{rulings.name}.damaged-1").read_text("utf-8") == "rubbish"
    assert {"searches", "stories"} & examined(run, library).keys() == set()


def on_terminal(term: str, columns: int = 100, rows: int = 30, **named: str) -> str:
    """Give what the doctor prints on a terminal."""
    command = [sys.executable, "-m", "tui", "doctor"]
    environment = {"TERM": term, **named}
    with Terminal(command, columns=columns, rows=rows, environment=environment) as terminal:
        terminal.leave()
        return bytes(terminal.raw).decode()


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("term", "says"),
    [
        ("dumb", "!!  terminal: TERM=dumb can't move its cursor"),
        ("", "!!  terminal: TERM= can't move its cursor"),
        ("no-such-thing", "!!  terminal: TERM=no-such-thing is no terminal that this system knows"),
        ("xterm-256color", "ok  terminal: TERM=xterm-256color, 256 colours"),
    ],
)
def test_the_terminal(term: str, says: str) -> None:
    said = on_terminal(term, COLORTERM="", NO_COLOR="")
    assert says in said
    assert ("run the reader in a terminal that sets TERM" in said) == says.startswith("!!")


@pytest.mark.usefixtures("library")
def test_colours_and_size() -> None:
    said = on_terminal("xterm", 50, 12, NO_COLOR="1")
    assert "ok  terminal: TERM=xterm, no colours, as NO_COLOR asks" in said
    assert re.search(r"!!  size: 50×12\s+make it 60×15 or larger", said)
    assert "16 million colours" in on_terminal("xterm", COLORTERM="truecolor", NO_COLOR="")


def test_an_encoding_that_is_not_utf8(library: Path) -> None:
    named = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "tui", "doctor", str(library), "--json"],
        env={**os.environ, **named},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert not checks["encoding"]["ok"]
    assert checks["encoding"]["mend"] == "set LANG or LC_ALL to a UTF-8 locale, such as C.UTF-8"


@RIGHTS_BIND
@pytest.mark.parametrize(
    ("what", "name", "value", "mend"),
    [
        ("library", "library", "library: permission denied", "give yourself the right to read it"),
        ("library/a.txt", "article", "a.txt: permission denied", "chmod u+r {}"),
        ("cache/diptych", "cache", "", "make this folder writable"),
        ("config/diptych/settings.toml", "settings", "can't be read: permission denied", "mend or"),
    ],
)
def test_rights_that_are_missing(
    run: Run, library: Path, what: str, name: str, value: str, mend: str
) -> None:
    (library.parent / "config" / "diptych").mkdir(parents=True)
    (library.parent / "config" / "diptych" / "settings.toml").touch()
    run("index", str(library))
    closed = library.parent / what
    command = [*(BOUND or []), sys.executable, "-m", "tui"]
    if name == "article":  # what can't be looked at was read before
        os.utime(closed)
    rights = closed.stat().st_mode
    closed.chmod(0)
    try:
        subprocess.run([*command, "index", str(library)], capture_output=True, check=False)
        done = subprocess.run(
            [*command, "doctor", str(library), "--json"], capture_output=True, check=False
        )
    finally:
        closed.chmod(rights)
    assert (done.returncode, done.stderr) == (3, b"")
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert not checks[name]["ok"]
    assert value in checks[name]["value"]
    assert checks[name]["mend"].startswith(mend.format(closed))


def test_a_clock_that_is_before_the_program_was_installed(library: Path) -> None:
    installed = library.parent / "installed"
    for package in ("search", "tui"):
        shutil.copytree(ROOT / package, installed / package)
    later = time.time() + 9 * 86_400
    os.utime(installed / "tui/cli/verbs/doctor/program_checks.py", (later, later))
    done = subprocess.run(
        [sys.executable, "-m", "tui", "doctor", str(library), "--json"],
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        check=False,
    )
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert checks["clock"]["value"].endswith("UTC, which is before this program was installed")
    assert (checks["clock"]["ok"], checks["clock"]["mend"]) == (False, "set the clock")
