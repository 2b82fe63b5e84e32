"""Other readers as sources: what they have comes in, and what is read and starred agrees on both sides."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from other_readers import HOST, PASSWORD, TOKEN, USER, OtherReader

from search import Desk, MarkChange, Updates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search import FeedUpdate

Kind = Literal["miniflux", "freshrss"]
SECRETS = {"miniflux": TOKEN, "freshrss": PASSWORD}


class Place:
    """A library that has another reader as its source."""

    def __init__(self, folder: Path, kind: Kind, server: OtherReader) -> None:
        self.library = folder / "library"
        self.library.mkdir()
        self.cache = folder / "cache"
        self._own = (f'url = "{server.url}"', f'kind = "{kind}"', f'user = "{USER}"')
        self.subscribe(*self._own)

    def again(self, *lines: str) -> None:
        self.subscribe(*self._own, *lines)

    def subscribe(self, *lines: str) -> None:
        (self.library / "feeds.toml").write_text("\n".join(["[[feed]]", *lines]), "utf-8")

    def desk(self) -> Desk:
        desk = Desk(self.library, cache=self.cache, data=self.cache / "data")
        desk.sync()
        return desk

    def run(self) -> FeedUpdate:
        desk = self.desk()
        (only,) = Updates(desk, (HOST,), self.cache, sync=desk.sync).run()
        desk.close()
        return only

    def mark(self, number: int, change: MarkChange) -> None:
        desk = self.desk()
        desk.marks.mark([desk.resolve(self.path(number))], change)
        desk.close()

    def path(self, number: int) -> str:
        return str(self.library / f"2024-03-05-quay-herald-wall-{number}.md")

    def marks(self) -> dict[int, tuple[bool, bool]]:
        desk = self.desk()
        heads = [(head, desk.marks.of([head.id])[0]) for head in desk.heads()]
        desk.close()
        return {int((head.title or "").split()[-1]): (its.read, its.starred) for head, its in heads}


@pytest.fixture
def server() -> Iterator[OtherReader]:
    with OtherReader() as server:
        yield server


@pytest.fixture(params=["miniflux", "freshrss"])
def place(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    server: OtherReader,
    monkeypatch: pytest.MonkeyPatch,
) -> Place:
    monkeypatch.setenv("DIPTYCH_TOKEN_127_0_0_1", SECRETS[request.param])
    return Place(tmp_path, request.param, server)


def there(server: OtherReader) -> dict[int, tuple[bool, bool]]:
    return {one.number: (one.read, one.starred) for one in server.entries.values()}


def test_what_is_there_comes_in_as_it_is_marked_and_nothing_comes_twice(
    place: Place, server: OtherReader
) -> None:
    server.put(1, 2)
    server.put(3, read=True, starred=True)
    first = place.run()
    assert (first.status, first.added, first.reason) == ("new", 3, None)
    assert place.marks() == there(server)
    text = Path(place.path(3)).read_text("utf-8")
    assert f'from-feed: "{server.url}"\n' in text
    assert 'authors: ["Ann Lee"]\n' in text
    server.put(4)
    second = place.run()
    assert (second.added, second.told) == (1, ())
    assert (place.run().status, place.marks()) == ("unchanged", there(server))


def test_what_changes_on_either_side_changes_on_the_other(
    place: Place, server: OtherReader
) -> None:
    server.put(1, 2, 3)
    server.put(4, read=True)
    server.put(5, starred=True)
    place.run()
    place.mark(1, MarkChange(read=True, starred=True))
    place.mark(4, MarkChange(read=False))
    server.entries[2].read, server.entries[2].changed = True, int(time.time()) + 5
    server.entries[5].starred, server.entries[5].changed = False, int(time.time()) + 5
    told = place.run().told
    assert told == (f"{server.url}: 2 marks came from there, 3 went",)
    expected = {
        1: (True, True),
        2: (True, False),
        3: (False, False),
        4: (False, False),
        5: (False, False),
    }
    assert (there(server), place.marks()) == (expected, expected)
    assert place.run().told == ()


def test_what_cannot_be_marked_here_yet_is_marked_by_the_next_update(
    place: Place, server: OtherReader
) -> None:
    server.put(1, read=True, starred=True)
    desk = place.desk()
    (first,) = Updates(desk, (HOST,), place.cache).run()  # nothing has the index brought up to date
    desk.close()
    assert (first.added, place.marks()) == (1, {1: (False, False)})
    assert place.run().told == (f"{server.url}: 2 marks came from there, 0 went",)
    assert place.marks() == there(server) == {1: (True, True)}


def test_what_cannot_be_marked_there_stops_nothing_else_and_is_tried_again(
    place: Place, server: OtherReader
) -> None:
    server.put(*range(1, 9))
    place.run()
    for one in range(1, 9):
        place.mark(one, MarkChange(read=True, starred=one < 3))
    server.refused[2] = 404
    done = place.run()
    (told,) = done.told
    assert done.status == "unchanged"
    assert f"{server.url}: 0 marks came from there, 8 went; 2 wait for the next update (" in told
    others = {one: (True, one < 3) for one in range(1, 9) if one != 2}
    assert there(server) == others | {2: (False, False)}
    place.mark(2, MarkChange(starred=False))
    server.refused.clear()
    assert place.run().told == (f"{server.url}: 0 marks came from there, 1 went",)
    assert place.marks() == there(server) == others | {2: (True, False)}


def test_an_entry_that_is_always_refused_is_let_go_of(place: Place, server: OtherReader) -> None:
    server.put(1, 2)
    place.run()
    place.mark(1, MarkChange(read=True))
    server.refused[1] = 410
    told = [place.run().told for _ in range(11)]
    assert all("1 wait for the next update" in one for (one,) in told[:9])
    assert told[9:] == [
        (f"{server.url}: of 1 entries marks are exchanged no longer: they were refused",),
        (),
    ]
    place.mark(2, MarkChange(starred=True))
    place.run()
    assert there(server)[2] == (False, True)


def test_where_the_other_side_takes_no_marks_it_is_asked_once_and_all_wait(
    place: Place, server: OtherReader
) -> None:
    server.put(*range(1, 9))
    place.run()
    for one in range(1, 9):
        place.mark(one, MarkChange(read=True, starred=True))
    server.refused = dict.fromkeys(range(1, 9), 503)
    server.asked.clear()
    (told,) = place.run().told
    assert "16 wait for the next update (" in told
    assert sum("edit-tag" in line or line.startswith("PUT") for line in server.asked) == 1
    server.refused.clear()
    place.run()
    assert place.marks() == there(server) == dict.fromkeys(range(1, 9), (True, True))


def test_where_what_was_agreed_is_lost_nothing_is_unmarked(
    place: Place, server: OtherReader
) -> None:
    server.put(1, read=True)
    server.put(2)
    place.run()
    place.mark(2, MarkChange(starred=True))
    next(place.cache.glob("*/readers.json")).unlink()
    place.run()
    assert there(server) == place.marks() == {1: (True, False), 2: (False, True)}
    for file in (place.cache / "data").rglob("*.sqlite3*"):
        file.unlink()
    place.run()
    assert there(server) == {1: (True, False), 2: (False, True)}


def test_rules_hold_for_a_reader_too(place: Place, server: OtherReader) -> None:
    server.put(1, 2)
    place.again('mute = "title:2"')
    assert (place.run().muted, set(place.marks())) == (1, {1})
    assert place.run().muted == 0


def test_what_a_reader_answers_wrongly_is_told_in_a_line(place: Place, server: OtherReader) -> None:
    server.put(1)
    for path in ("/v1/entries", "/reader/api/0/stream/items/ids"):
        server.broken[path] = b"<html>"
    failed = place.run()
    assert (failed.status, failed.reason) == ("failed", "its answer is no object of JSON")
    for path in server.broken:
        server.broken[path] = b'{"entries": [{"id": "x"}, 7, {}], "itemRefs": [{"id": []}, 0]}'
    assert (place.run().status, place.marks()) == ("unchanged", {})
    server.broken.clear()
    assert place.run().added == 1


def test_a_login_comes_from_the_environment_or_a_command_and_never_shows(
    place: Place, server: OtherReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.put(1)
    secret = TOKEN if "miniflux" in (place.library / "feeds.toml").read_text() else PASSWORD
    monkeypatch.delenv("DIPTYCH_TOKEN_127_0_0_1")
    reason = place.run().reason or ""
    assert "DIPTYCH_TOKEN_127_0_0_1 or DIPTYCH_COMMAND_127_0_0_1" in reason
    monkeypatch.setenv("DIPTYCH_COMMAND_127_0_0_1", f"printf '%s\\nmore' '{secret}'")
    assert place.run().added == 1
    monkeypatch.setenv("DIPTYCH_COMMAND_127_0_0_1", "false")
    assert "DIPTYCH_COMMAND_127_0_0_1 failed" in (place.run().reason or "")
    monkeypatch.setenv("DIPTYCH_TOKEN_127_0_0_1", "wrong")
    assert place.run().reason == "the server wants a login (401)"
    monkeypatch.delenv("DIPTYCH_TOKEN_127_0_0_1")
    monkeypatch.delenv("DIPTYCH_COMMAND_127_0_0_1")
    place.again(f'token = "{secret}"')
    (told,) = place.run().told
    assert "in clear" in told
    assert secret not in told
    assert all(secret not in line for line in server.asked)


def test_a_login_is_shown_to_nobody_on_the_way(
    tmp_path: Path, server: OtherReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPTYCH_TOKEN_READER_INVALID", TOKEN)
    place = Place(tmp_path, "miniflux", server)
    place.subscribe('url = "http://reader.invalid/"', 'kind = "miniflux"')
    assert "https is needed" in (place.run().reason or "")
    assert server.asked == []
