"""Whatever lies in a folder, the articles beside it are read, and the rest is named."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import threading
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from found import ids_of

from search import ArticleError, Desk
from search.library import locate
from search.library.folder_scan import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = "---\ntitle: {}\n---\n\nThe harbour strike went on for a third day.\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for name in ("a", "z"):
        (folder / f"{name}.md").write_text(GOOD.format(name), "utf-8")
    return folder


@pytest.fixture
def desk(library: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(library, cache=tmp_path / "cache")
    yield desk
    desk.close()


def failures(desk: Desk) -> dict[str, str]:
    """Sync; give what failed, once it is sure that the rest can be found."""
    report = desk.sync()
    assert {"a.md", "z.md"} <= {desk.path(one) for one in ids_of(desk.search("harbour"))}
    failed = {error.path: error.reason for error in report.failed}
    told = desk.inspect().failed
    assert [(error.path, error.reason) for error in told] == list(failed.items())
    return failed


def test_pipes_sockets_and_devices_are_named(desk: Desk, library: Path) -> None:
    os.mkfifo(library / "pipe.txt")
    (library / "endless.txt").symlink_to("/dev/zero")
    (library / "silent.md").symlink_to("/dev/tty")
    with socket.socket(socket.AF_UNIX) as listening:
        with contextlib.chdir(library):  # the name of a socket must be short
            listening.bind("socket.txt")
        named = dict.fromkeys(
            ("endless.txt", "pipe.txt", "silent.md", "socket.txt"),
            "a pipe, a socket or a device, not a file",
        )
        assert failures(desk) == named


def test_a_file_that_becomes_a_pipe_is_not_waited_for(desk: Desk, library: Path) -> None:
    desk.sync()
    article = desk.resolve("a.md")
    (library / "a.md").unlink()
    os.mkfifo(library / "a.md")
    with pytest.raises(ArticleError, match="a pipe, a socket or a device"):
        desk.read(article)
    (row,) = desk.hits(desk.search("title:a"), 0, 1)  # the list goes on without its text
    assert row.excerpt.text == ""


def test_a_file_that_becomes_a_folder_is_named(desk: Desk, library: Path) -> None:
    desk.sync()
    article = desk.resolve("a.md")
    (library / "a.md").unlink()
    (library / "a.md").mkdir()
    with pytest.raises(ArticleError, match="is a directory"):
        desk.read(article)


def test_folders_that_lead_back_to_themselves(desk: Desk, library: Path) -> None:
    (library / "up").symlink_to(library)
    (library / "one").mkdir()
    (library / "two").mkdir()
    (library / "one" / "other").symlink_to(library / "two")
    (library / "two" / "other").symlink_to(library / "one")
    (library / "self.txt").symlink_to("self.txt")
    (library / "there.txt").symlink_to("back.txt")
    (library / "back.txt").symlink_to("there.txt")
    loop = "too many levels of symbolic links"
    assert failures(desk) == dict.fromkeys(("back.txt", "self.txt", "there.txt"), loop)
    assert len(desk.ids()) == 2


def test_links_that_multiply_are_followed_once(desk: Desk, library: Path) -> None:
    for level in range(40):
        folder = library / "deep" / f"{level}"
        folder.mkdir(parents=True)
        for name in ("left", "right"):  # two to the power of forty ways down
            (folder / name).symlink_to(library / "deep" / f"{level + 1}")
    (library / "deep" / "40").mkdir()
    (library / "deep" / "40" / "end.md").write_text(GOOD.format("end"), "utf-8")
    assert failures(desk) == {}
    assert len(desk.ids()) == 3


def test_folders_nested_deeper_than_a_path_can_say(desk: Desk, library: Path) -> None:
    here = os.open(library, os.O_RDONLY)
    for _ in range(60):
        os.mkdir("f" * 100, dir_fd=here)
        below = os.open("f" * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    ((path, reason),) = failures(desk).items()
    assert (path[:100], reason) == ("f" * 100, "file name too long")
    subprocess.run(["rm", "-rf", library / ("f" * 100)], check=True)


NAMES = [
    b"two\nlines.md",
    b"\x1b]0;title\x07.md",
    b"\xff\xfe caf\xe9.md",
    "\u202egnp.md".encode(),
    b"[red]markup[b].md",
    b"-rf.md",
    b" .md",
    b"\\.md",
    b"a\tb\r.md",
]


def test_names_of_any_bytes(desk: Desk, library: Path) -> None:
    for name in NAMES:
        (library / os.fsdecode(name)).write_text(GOOD.format("odd"), "utf-8")
        (library / os.fsdecode(b"bad " + name)).write_bytes(b"\0")
    failed = failures(desk)
    assert sorted(map(os.fsencode, failed)) == sorted(b"bad " + name for name in NAMES)
    assert len(desk.ids()) == len(NAMES) + 2
    for name in NAMES:
        article = desk.read(desk.resolve(os.fsdecode(name)))
        assert (os.fsencode(article.path), article.title) == (name, "odd")


NOBODY = 65_534
AS_NOBODY = """
import os, sys
from pathlib import Path
from search import Desk, bundled
here, nobody = Path(sys.argv[1]), int(sys.argv[2])
warm = Desk(bundled(), cache=here / "warm")  # loads what nobody in particular might not
warm.sync()
warm.close()
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(nobody)
    os.setuid(nobody)
desk = Desk(here / "library", cache=here / "cache")
print(*(str(error) for error in desk.sync().failed), sep="\\n")
print(desk.articles)
"""


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that anybody may enter, as those of other tests can't be."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_what_may_not_be_read_is_named(public: Path) -> None:
    """Root may read anything, so for root a child does it that has become nobody."""
    library = public / "library"
    closed, secret = library / "closed", library / "secret.txt"
    closed.mkdir(parents=True)
    secret.write_text("A story.", "utf-8")
    (library / "a.md").write_text(GOOD.format("a"), "utf-8")
    (public / "cache").mkdir()
    if os.getuid() == 0:
        os.chown(public / "cache", NOBODY, NOBODY)
    secret.chmod(0)
    closed.chmod(0)
    told = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(public), str(NOBODY)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    closed.chmod(0o700)
    assert told.stderr == ""
    lines = told.stdout.splitlines()
    assert lines == ["closed: permission denied", "secret.txt: permission denied", "1"]


def test_files_that_change_and_vanish_while_they_are_read(desk: Desk, library: Path) -> None:
    """A writer changes, cuts, empties and removes files through five syncs; then all is right."""
    done = threading.Event()

    def meddle() -> None:
        turn = 0
        while not done.is_set():
            turn += 1
            file = library / f"m{turn % 7}.md"
            if turn % 3 == 0:
                file.unlink(missing_ok=True)
            else:
                with file.open("w", encoding="utf-8") as stream:
                    stream.write(GOOD.format(turn))
                    stream.flush()
                    stream.truncate(turn % 50)

    writer = threading.Thread(target=meddle)
    writer.start()
    try:
        for _ in range(5):
            for error in desk.sync().failed:
                assert error.path.startswith("m")
    finally:
        done.set()
        writer.join()
    for number in range(7):
        (library / f"m{number}.md").write_text(GOOD.format(f"last {number}"), "utf-8")
    assert failures(desk) == {}
    assert desk.search("title:last").total == 7


def test_a_file_that_grows_while_it_is_read_ends(desk: Desk, library: Path) -> None:
    size = Path("/proc/self/environ").stat().st_size if sys.platform == "linux" else 1
    if size:
        pytest.skip("there is no file here that says it is empty and isn't")
    (library / "environ.txt").symlink_to("/proc/self/environ")
    (library / "status.txt").symlink_to("/proc/self/status")
    assert failures(desk) == {"environ.txt": "this is not text: it has NUL bytes"}


def test_two_hundred_megabytes_are_refused_unread(desk: Desk, library: Path) -> None:
    with (library / "huge.txt").open("wb") as huge:
        huge.truncate(200 << 20)
    tracemalloc.start()
    try:
        assert failures(desk) == {"huge.txt": "larger than 8 MB, which is no article"}
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 50 << 20


def test_one_line_of_fifty_megabytes_is_refused_and_one_of_seven_is_cut(
    desk: Desk, library: Path
) -> None:
    with (library / "line.txt").open("wb") as line:
        for _ in range(40):
            line.write(b"word " * (1 << 18))
    (library / "short.txt").write_bytes(b"word " * (6 << 18))
    assert failures(desk) == {"line.txt": "larger than 8 MB, which is no article"}
    assert desk.read(desk.resolve("short.txt")).cuts == ("the text after 1,000,000 characters",)


def test_a_folder_of_very_many_entries(library: Path) -> None:
    """The file system allows for some ten thousand names of one file, which are made at once."""
    story = library / "a.md"
    for number in range(20_000):
        os.link(story, library / f"{number:05}{'.md' if number % 2 else '.bak'}")
    files, failed, others = scan(locate(library))
    assert (len(files), failed) == (10_002, [])
    assert others == {".bak": 10_000}
    assert [file.path for file in files] == sorted(file.path for file in files)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"", "the file is empty"),
        (b"\n" * 1000, "the file is empty"),
        (b"\xff\xfe", "there is no text in the file"),
        (b"%PDF-1.7 ...", "this is a PDF document, not text"),
        (bytes(range(256)) * 9, "this is not text: it has NUL bytes"),
    ],
)
def test_what_is_no_article_is_named_with_the_reason(
    desk: Desk, library: Path, text: bytes, reason: str
) -> None:
    (library / "bad.txt").write_bytes(text)
    ((path, why),) = failures(desk).items()
    assert path == "bad.txt"
    assert why.startswith(reason)
