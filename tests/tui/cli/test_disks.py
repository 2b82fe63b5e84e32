"""Disks that are full or read-only, as they really are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import forking
import pytest
from disks import OWN_DISKS, python

BEGIN = f"""
import hashlib, json, os
from functools import cache
sys.path.append({str(Path(forking.__file__).parent)!r})
from forking import Forking
library, place = map(Path, sys.argv[1:3])
@cache
def programs():
    return Forking("search.desk.desk", "search.engine.whoosh.engine", "search.ingest.sync", "tui.cli.run")
def diptych(*arguments, **named):
    run = "import sys; from tui.__main__ import main; sys.exit(main())"
    done = programs().run(run, *arguments, environment=named)
    return [done.returncode, done.stdout, done.stderr]
def diptych_into(stream, *arguments):
    done = subprocess.run([sys.executable, "-m", "tui", *arguments], stdout=stream,
        stderr=subprocess.PIPE, text=True)
    return [done.returncode, done.stderr]
def told(*values):
    print(json.dumps(values))
def fill(folder):
    with suppress(OSError), (folder / "filling").open("wb", buffering=0) as stream:
        while True:
            stream.write(bytes(4096))
from contextlib import suppress
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(30):
        text = f"---\ntitle: Tide {number}\nsource: Pilot {number % 2}\n---\n\n"
        story = f"The harbour boat of Marlow sails on day {number}. " * 20
        (folder / f"{number:02}.md").write_text(text + story, "utf-8")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def lines(code: str, library: Path, place: Path) -> list[Any]:
    said = python(BEGIN + code, library, place, home=place.parent)
    return [json.loads(line) for line in said.splitlines()]


@OWN_DISKS
@pytest.mark.parametrize("how", ["--html", "--markdown", "--json"])
def test_an_export_to_a_full_disk_is_one_line(library: Path, place: Path, how: str) -> None:
    code = f"""
mount(place, "size=16k")
fill(place)
with (place / "export").open("w") as stream:
    told(diptych_into(stream, "compare", "00.md", "01.md", "--library", str(library), "{how}"))
"""
    ((said,),) = lines(code, library, place)
    assert said == [3, "diptych: standard output: no space left on device\n"]


@OWN_DISKS
def test_a_full_disk_under_what_the_reader_made(library: Path, place: Path) -> None:
    code = """
from search import Desk, LibraryError
from tui.remembered import ChosenTheme
mount(place, "size=600k")
desk = Desk(library, data=place / "data")
desk.sync()
one, other, third, *_ = desk.ids()
desk.story_groups.merge(one, other)
searches = desk.marks.store.searches
searches.add("first")
theme = ChosenTheme(None, place / "theme.json")
theme.remember("nord")
fill(place)
try:
    desk.story_groups.merge(one, third)
except LibraryError as error:
    told(str(error))
try:
    searches.add("second " * 1000)
except LibraryError as error:
    told(str(error))
told(*theme.remember("dracula" * 2000))
told(searches.every(), ChosenTheme(None, place / "theme.json").name)
(place / "filling").unlink()
told(desk.story_groups.undo(), desk.story_groups.undo(), desk.hear())
told(sorted(str(file.relative_to(place)) for file in place.rglob("*") if file.is_file()))
"""
    full, unkept, faults, kept, undone, left = lines(code, library, place)
    for fault in (*full, *unkept):
        assert fault.endswith("what you marked can't be kept: the disk is full")
    assert [fault.partition(": ")[2] for fault in faults] == [
        "the theme you chose can't be kept: no space left on device",
    ]
    assert kept == [["first"], "nord"]
    assert undone == [True, False, []]
    assert [name for name in left[0] if not name.endswith(("-wal", "-shm"))] == [
        "data/marks.sqlite3",
        "theme.json",
    ]


@OWN_DISKS
def test_marks_are_read_on_a_full_disk_and_kept_again_once_there_is_room(
    library: Path, place: Path
) -> None:
    code = """
from search import Desk, LibraryError
from search.marks import MarkChange
mount(place, "size=2m")
desk = Desk(library, data=place / "data")
desk.sync()
first, second, *_ = desk.ids()
desk.marks.mark([first], MarkChange(read=True))
desk.close()
fill(place)
desk = Desk(library, data=place / "data")
told(desk.search("is:read").total)
try:
    desk.marks.mark([second], MarkChange(read=True))
except LibraryError as error:
    told(error.reason)
told(desk.search("is:read").total, desk.hear())
(place / "filling").unlink()
desk.marks.mark([second], MarkChange(read=True))
told(desk.search("is:read").total, desk.hear())
desk.close()
"""
    assert lines(code, library, place) == [
        [1],
        ["what you marked can't be kept: the disk is full"],
        [1, []],
        [2, []],
    ]


@OWN_DISKS
def test_a_read_only_data_folder_is_told_in_one_line(library: Path, place: Path) -> None:
    code = """
from search import Desk, LibraryError
from search.marks import MarkChange
mount(place, "size=600k")
for name, remount in (("never", True), ("kept", True)):
    data = place / name
    desk = Desk(library, data=data)
    desk.sync()
    if name == "kept":
        mount(place, "remount,rw")
        desk.marks.mark(desk.ids()[:2], MarkChange(read=True))
        desk.close()
    mount(place, "remount,ro")
    desk = Desk(library, data=data)
    try:
        desk.marks.mark(desk.ids()[:3], MarkChange(read=True))
    except LibraryError as error:
        told(str(error).removeprefix(str(place)))
    told(desk.search("is:read").total, desk.hear())
    desk.close()
"""
    never, unread, kept, read = lines(code, library, place)
    assert never == ["/never/marks.sqlite3: what you marked can't be kept: read-only file system"]
    assert unread == [0, []]
    assert kept == [
        "/kept/marks.sqlite3: what you marked can't be kept: its folder can't be written"
    ]
    assert read == [2, []]


@OWN_DISKS
def test_a_read_only_library_is_all_that_is_needed(library: Path, place: Path) -> None:
    code = """
import shutil
mount(place)
shutil.copytree(library, place / "library")
mount(place, "remount,ro")
before = sorted((file.name, file.stat().st_mtime_ns) for file in place.rglob("*"))
told(*(diptych(verb, *more, str(place / "library"))[::2] for verb, *more in
    (("index",), ("search", "harbour"), ("stories",))))
code, out, _ = diptych("doctor", str(place / "library"))
told(code, out)
told(before == sorted((file.name, file.stat().st_mtime_ns) for file in place.rglob("*")))
"""
    verbs, (code, doctor), (same,) = lines(code, library, place)
    assert verbs == [[0, ""]] * 3
    assert code == 0
    assert "30 files; read-only, which is enough" in doctor
    assert same


@OWN_DISKS
def test_a_read_only_cache_is_searched_as_it_is(library: Path, place: Path) -> None:
    code = """
mount(place)
named = {"XDG_CACHE_HOME": str(place)}
told(diptych("index", str(library), **named)[0])
mount(place, "remount,ro")
(library / "new.md").write_text("---\\ntitle: New\\n---\\n\\nThe harbour.\\n")
code, out, err = diptych("search", "harbour", str(library), "--json", **named)
told(code, json.loads(out)["total"], err)
told(*diptych("index", str(library), **named))
code, out, _ = diptych("doctor", str(library), "--json", **named)
told(code, {check["name"]: check for check in json.loads(out)["checks"]}["cache"])
mount(place, "remount,rw")
told(*diptych("search", "harbour", str(library), "--json", **named)[::2])
"""
    (first,), search, index, doctor, after = lines(code, library, place)
    assert first == 0
    assert search[:2] == [0, 30]
    assert search[2].endswith("read-only file system; going on with what there is\n")
    assert search[2].count("\n") == 1
    assert (index[0], index[1]) == (3, "")
    assert index[2].endswith(": the index can't be written: read-only file system\n")
    assert (doctor[0], doctor[1]["ok"]) == (3, False)
    assert "XDG_CACHE_HOME" in doctor[1]["mend"]
    assert after == [0, ""]


@OWN_DISKS
def test_a_cache_without_room_is_diagnosed_with_what_mends_it(library: Path, place: Path) -> None:
    code = """
mount(place, "size=64k")
fill(place)
named = {"XDG_CACHE_HOME": str(place)}
told(*diptych("search", "harbour", "--limit", "30", str(library), **named))
code, out, _ = diptych("doctor", str(library), "--json", **named)
told(code, {check["name"]: check for check in json.loads(out)["checks"]}["space"])
(place / "filling").unlink()
mount(place, "remount,size=8m")
told(*diptych("search", "harbour", str(library), "--json", **named)[::2])
"""
    search, (code, space), after = lines(code, library, place)
    assert (search[0], search[1].count("Tide")) == (0, 30)
    assert ": no space left on device; it is built for this run only, in " in search[2]
    assert search[2].count("\n") == 1
    assert (code, space["ok"]) == (3, False)
    assert "make room on the disk" in space["mend"]
    assert after == [0, ""]


@OWN_DISKS
def test_a_missing_disk_is_diagnosed_with_what_mends_it(library: Path, place: Path) -> None:
    code = """
import shutil
mount(place)
shutil.copytree(library, place, dirs_exist_ok=True)
diptych("index", str(place))
unmount(place)
code, out, err = diptych("search", "harbour", str(place), "--json")
told(code, json.loads(out)["total"], err)
code, out, _ = diptych("doctor", str(place), "--json")
told(code, {check["name"]: check for check in json.loads(out)["checks"]}["library"])
code, out, _ = diptych("index", "--rebuild", str(place), "--json")
told(code, json.loads(out)["articles"])
"""
    search, (code, check), rebuilt = lines(code, library, place)
    assert search[:2] == [0, 30]
    assert "as when a disk is missing; its articles (30) stay in the index" in search[2]
    assert search[2].count("\n") == 1
    assert (code, check["ok"]) == (3, False)
    assert check["mend"] == f"mount the disk; diptych index --rebuild {place} forgets them"
    assert rebuilt == [1, 0]


@OWN_DISKS
@pytest.mark.parametrize(
    "verb",
    ["index", "search harbour", "stories", "rivals 00.md", "compare 00.md 01.md", "show 00.md"],
)
def test_with_no_room_for_a_cache_every_verb_answers(library: Path, place: Path, verb: str) -> None:
    code = f"""
mount(place, "size=64k")
(place / "tmp").mkdir()
fill(place)
named = {{"XDG_CACHE_HOME": str(place / "cache"), "TMPDIR": str(place / "tmp")}}
verb, *more = "{verb}".split()
told(*diptych(verb, *more, "--library", str(library), **named)[::2])
"""
    if verb in {"index", "search harbour", "stories"}:
        code = code.replace('"--library", ', "")
    ((done, err),) = lines(code, library, place)
    assert done == 0
    assert ": no space left on device; it is built for this run only, in " in err
    assert err.count("\n") == 1
