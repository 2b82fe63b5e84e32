"""`diptych add`: from files, folders, addresses and standard input to files of the library."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from paper import put
from web_server import HOST, WebServer, answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.cli.conftest import Run

ENTRY = (
    "<item><title>Wall {0}</title><link>https://quay.example/{0}</link><description>"
    "&lt;p&gt;The wall of harbour {0} holds.&lt;/p&gt;&lt;p&gt;It was read {0} times.&lt;/p&gt;</description></item>"
)


def feed(count: int) -> bytes:
    items = "".join(ENTRY.format(number) for number in range(count))
    return f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>".encode()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "library").mkdir()
    return tmp_path / "library"


def test_a_dry_run_says_what_would_come_and_writes_nothing(
    run: Run, library: Path, tmp_path: Path
) -> None:
    put(tmp_path, "a.md", 1)
    (tmp_path / "empty.txt").touch()
    what = [str(tmp_path / "a.md"), str(tmp_path / "empty.txt")]
    planned = run("add", *what, "--to", str(library), "--dry-run", "--json")
    assert list(library.iterdir()) == []
    done = run("add", *what, "--to", str(library), "--json")
    for one in (planned, done):
        assert one.code == 0
        assert one.err == f"diptych: {what[1]}: {one.document['failed'][0]['reason']}\n"
    assert planned.document["added"] == done.document["added"]
    assert [path.name for path in library.iterdir()] == [done.document["added"][0]["path"]]
    again = run("add", what[0], "--to", str(library))
    assert (again.code, again.out.count("\n")) == (0, 2)
    assert "there already" in again.out


def test_an_address_of_this_machine_is_fetched_only_if_it_is_allowed(
    run: Run, library: Path
) -> None:
    with WebServer({"/feed": answer(feed(3), "200 OK", "application/rss+xml")}) as server:
        url = server.url("/feed")
        refused = run("add", url, "--to", str(library))
        assert refused.code == 3
        assert f"--allow-host {HOST} allows it" in refused.err
        done = run("add", url, "--to", str(library), "--allow-host", HOST, "--json")
    assert len(done.document["added"]) == 3
    assert done.document["feeds"] == [url]
    found = run("search", "harbour", str(library), "--json").document
    assert (found["total"], found["sources"]) == (3, {"Quay Herald": 3})


def test_standard_input_comes_in(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"Title: Wall\n\nThe wall of the harbour holds.\n"))
    monkeypatch.setattr(sys, "stdin", given)
    done = run("add", "-", "--to", str(library), "--json")
    assert [one["title"] for one in done.document["added"]] == ["Wall"]
    assert run("add", "-", "-", "--to", str(library)).code == 2


def test_killed_at_any_moment_it_leaves_whole_files_and_goes_on(
    start: Callable[..., subprocess.Popen[bytes]], run: Run, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(feed(150))
    ended = -1
    for most in range(1, 1_000, 40):
        process = start("add", str(file), "--to", str(library), stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(most):
            if not process.stdout.readline().startswith((b"added", b"there")):
                break
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
        ended = process.wait()
        for path in library.glob("*.md"):
            text = path.read_text("utf-8")
            assert text.startswith("---\n")
            assert text.endswith("times.\n")
        if most > 150:
            break
    assert ended is not None
    done = run("add", str(file), "--to", str(library), "--json").document
    assert len(done["added"]) + len(done["duplicates"]) == 150
    assert len(list(library.glob("*.md"))) == 150
