"""`diptych add` and `update`, killed at a moment: what must be so afterwards.

A moment is the so-manieth time that the program opens, makes, renames or removes a file, or connects,
in any of its threads, counted from when its library is opened.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Literal, TypeAlias

from web_server import HOST, answer

from search.library.saved_head import saved_head

if TYPE_CHECKING:
    from pathlib import Path

    from web_server import WebServer

Verb: TypeAlias = Literal["add", "update"]
VERBS: tuple[Verb, ...] = ("add", "update")
_CHILD = """
import os, signal, sys
most, seen = int(sys.argv[1]), 0
KINDS = {"open", "os.rename", "os.remove", "os.mkdir", "tempfile.mkstemp", "socket.connect"}

def count(kind, said):
    global seen
    if kind in KINDS and not (kind == "open" and str(said[0]).endswith((".py", ".pyc", ".toml"))):
        seen += 1
        if seen == most:
            os.kill(os.getpid(), signal.SIGKILL)

from tui.cli import run
import search.arrivals.updates, search.desk.desk
sys.addaudithook(count)
code = run.main(sys.argv[2:])
print("moments", seen, file=sys.stderr)
sys.exit(code)
"""
_ENTRY = (
    "<item><title>Wall {0}</title><link>https://quay.example/{0}</link><pubDate>{1}</pubDate>"
    "<description>&lt;p&gt;The wall of harbour {0} holds.{2}&lt;/p&gt;"
    "&lt;p&gt;It was read {0} times.&lt;/p&gt;</description></item>"
)
_NEW, _OLD = "Tue, 05 Mar 2999 10:00:00 GMT", "Tue, 05 Mar 2019 10:00:00 GMT"


def _feed(numbers: range, day: str, more: str = "") -> bytes:
    items = "".join(_ENTRY.format(number, day, more) for number in numbers)
    text = f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>"
    return answer(text.encode(), "200 OK", "application/rss+xml")


class Scene:
    """A library that has some articles, and a server that has new, changed and old ones."""

    def __init__(self, folder: Path, server: WebServer) -> None:
        self.folder = folder
        self._server = server
        self._before = folder / "before"
        self._before.mkdir()
        old = [f'[[feed]]\nurl = "{server.url(path)}"\n' for path in ("/new", "/changed", "/old")]
        library = self._before / "library"
        library.mkdir()
        (library / "feeds.toml").write_text("\n".join(old), "utf-8")
        server.pages = {"/changed": _feed(range(5), _NEW), "/old": _feed(range(5, 10), _OLD)}
        self._whole("update", self._before)
        server.pages |= {
            "/new": _feed(range(20, 28), _NEW),
            "/changed": _feed(range(5), _NEW, " So it is said now."),
        }
        text = "\n".join(old) + 'keep = "1 year"\n'
        (library / "feeds.toml").write_text(text, "utf-8")

    def expected(self, verb: Verb) -> tuple[list[str], int]:
        """Give the files that a run leaves that nobody kills, and how many moments it has."""
        place = self._fresh()
        moments = self._whole(verb, place)
        return listed(place / "library"), moments

    def faults(self, verb: Verb, moment: int, expected: list[str]) -> list[str]:
        """Kill a run at a moment, look at what is there, run again; say what isn't as it must be."""
        place = self._fresh()
        self._run(verb, place, moment)
        faults = [f"half: {name}" for name in halves(place / "library")]
        done = self._run(verb, place, 0)
        if done.returncode:
            faults.append(f"the next run failed: {done.stderr.decode()[-200:]}")
        if listed(place / "library") != expected:
            faults.append(f"the next run left {listed(place / 'library')}")
        return faults + [f"left over: {path}" for path in left_over(place)]

    def _fresh(self) -> Path:
        place = self.folder / "now"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self._before, place)
        return place

    def _whole(self, verb: Verb, place: Path) -> int:
        done = self._run(verb, place, 0)
        said = done.stderr.decode()
        if "moments" not in said:
            raise AssertionError(said)
        return int(said.split()[-1])

    def _run(self, verb: Verb, place: Path, moment: int) -> subprocess.CompletedProcess[bytes]:
        library = str(place / "library")
        what = [self._server.url(path) for path in ("/new", "/changed")]
        arguments = [library] if verb == "update" else [*what, "--to", library]
        return subprocess.run(
            [sys.executable, "-c", _CHILD, str(moment), verb, *arguments, "--allow-host", HOST],
            capture_output=True,
            check=False,
            env={
                **os.environ,
                "HOME": str(place),
                "XDG_CACHE_HOME": str(place / "cache"),
                "XDG_DATA_HOME": str(place / "data"),
                "XDG_CONFIG_HOME": str(place / "config"),
            },
        )


def listed(library: Path) -> list[str]:
    """Give the names of all files of a library, but for half-written ones, and versions that are the file's."""
    files = (path for path in library.rglob("*") if path.is_file() and path.suffix != ".part")
    return sorted(str(path.relative_to(library)) for path in files if not _is_current(path))


def _is_current(path: Path) -> bool:
    """Tell whether a version that was kept is the one that its article's file holds: it may be kept or not."""
    if path.parent.parent.name != ".revisions":
        return False
    file = path.parents[2] / f"{path.parent.name}.md"
    return file.is_file() and _digest(path) == _digest(file)


def _digest(path: Path) -> str:
    head = saved_head(path.read_bytes())
    return head.digest if head else ""


def halves(library: Path) -> list[str]:
    """Give the articles, versions before included, that aren't whole: each tells the digest of its text."""
    found = []
    for path in library.rglob("*.md"):
        head = saved_head(path.read_bytes())
        if head is None or not head.digest or head.edited:
            found.append(path.name)
    return found


def left_over(place: Path) -> list[str]:
    """Give what nobody will ever name again."""
    beside = [
        *place.rglob(".*.part"),
        *place.rglob("feeds.json.*"),
        *place.rglob("addresses.json.*"),
    ]
    return [path.name for path in beside]
