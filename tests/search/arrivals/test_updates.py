"""Subscriptions of a library, and bringing them up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from web_server import HOST, WebServer, answer, redirect

from search import Desk, LibraryError, Updates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import FeedUpdate


def feed(*numbers: int) -> bytes:
    entry = (
        "<item><title>Wall {0}</title><link>https://quay.example/{0}</link><description>"
        "&lt;p&gt;The wall of harbour {0} holds.&lt;/p&gt;&lt;p&gt;It was read {0} times.&lt;/p&gt;</description></item>"
    )
    items = "".join(entry.format(number) for number in numbers)
    return answer(
        f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>".encode(),
        "200 OK",
        "application/rss+xml",
        'ETag: "1"',
    )


class Place:
    """A library that may ask this machine."""

    def __init__(self, folder: Path) -> None:
        self.library = folder / "library"
        self.library.mkdir()
        self._folder = folder

    def updates(self) -> Updates:
        cache = self._folder / "cache"
        desk = Desk(self.library, cache=cache, data=cache / "data")
        desk.sync()
        return Updates(desk, (HOST,), cache)

    def run(self) -> list[FeedUpdate]:
        return sorted(self.updates().run())

    @property
    def articles(self) -> list[str]:
        return sorted(path.name for path in self.library.glob("*.md"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer({}) as server:
        yield server


def test_what_is_new_comes_in_and_nothing_comes_twice(place: Place, server: WebServer) -> None:
    server.pages = {"/a": feed(1, 2)}
    assert place.updates().subscribe(server.url("/a"), "Quay")
    assert not place.updates().subscribe(server.url("/a?utm_source=x"))
    (first,) = place.run()
    assert (first.title, first.status, first.added, first.reason) == ("Quay", "new", 2, None)
    server.pages = {"/a": feed(1, 2, 3)}
    (second,) = place.run()
    assert (second.status, second.added) == ("new", 1)
    assert place.articles == [f"undated-quay-herald-wall-{n}.md" for n in (1, 2, 3)]
    server.pages = {"/a": answer(b"", "304 Not Modified")}
    (third,) = place.run()
    assert (third.status, third.added) == ("unchanged", 0)
    assert 'If-None-Match: "1"' in server.requests[-1]
    ((_, state),) = place.updates().feeds
    assert (state.articles, state.failing) == (3, 0)


def test_one_feed_that_fails_stops_no_other(place: Place, server: WebServer) -> None:
    server.pages = {"/good": feed(1), "/page": answer(b"<html><body><p>Hello.</p></body></html>")}
    for path in ("/good", "/missing", "/page"):
        place.updates().subscribe(server.url(path))
    good, missing, page = place.run()
    assert good.added == 1
    assert (missing.status, missing.reason) == ("failed", "there is no such page (404)")
    assert (page.status, page.reason) == ("failed", "what is there now is no feed")
    assert [state.failing for _, state in place.updates().feeds] == [0, 1, 1]


def test_a_server_that_asks_to_wait_is_left_alone_until_then(
    place: Place, server: WebServer
) -> None:
    server.pages = {"/a": answer(b"", "429 Too Many", "text/html", "Retry-After: 600")}
    place.updates().subscribe(server.url("/a"))
    (first,) = place.run()
    assert first.status == "failed"
    assert first.next is not None
    (second,) = place.run()
    assert (second.reason, second.next) == ("its server asked to wait", first.next)
    assert len(server.requests) == 1


def test_a_feed_that_moved_for_good_is_asked_there(place: Place, server: WebServer) -> None:
    server.pages = {
        "/old": redirect("/new", "301 Moved Permanently"),
        "/passing": redirect("/new"),
        "/new": feed(1),
    }
    file = place.library / "feeds.toml"
    file.write_text(f'# mine\n[[feed]]\nurl = "{server.url("/old")}" # first\n', "utf-8")
    place.run()
    assert file.read_text("utf-8") == f'# mine\n[[feed]]\nurl = "{server.url("/new")}" # first\n'
    file.write_text(f'[[feed]]\nurl = "{server.url("/passing")}"\n', "utf-8")
    place.run()
    assert "/passing" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "then"),
    [
        ("url = '{old}' # first", 'url = "{new}" # first'),
        ('title = "{old}"\nurl = "{old}"', 'title = "{old}"\nurl = "{new}"'),
        ('url = """{old}"""', 'url = """{old}"""'),  # can't be changed by lines
    ],
    ids=["single quotes", "its title too", "several lines"],
)
def test_a_feed_that_moved_costs_no_other_its_update(
    place: Place, server: WebServer, written: str, then: str
) -> None:
    server.pages = {
        "/old": redirect("/new", "301 Moved Permanently"),
        "/new": feed(1),
        "/z": feed(2),
    }
    file = place.library / "feeds.toml"
    old, new = server.url("/old"), server.url("/new")
    rest = f'\n[[feed]]\nurl = "{server.url("/z")}"\n'
    file.write_text(f"[[feed]]\n{written.format(old=old)}\n{rest}", "utf-8")
    assert [(one.status, one.added) for one in place.run()] == [("new", 1), ("new", 1)]
    assert file.read_text("utf-8") == f"[[feed]]\n{then.format(old=old, new=new)}\n{rest}"
    assert [state.articles for _, state in place.updates().feeds] == [1, 1]


def test_a_subscription_is_added_at_the_end_and_taken_out_with_its_lines(place: Place) -> None:
    file = place.library / "feeds.toml"
    before = '# mine\n[[feed]]\nurl = "https://a.example/f"  # the first\n'
    file.write_text(before, "utf-8")
    place.updates().subscribe("https://b.example/f", 'The "B"')
    assert (
        file.read_text("utf-8")
        == f'{before}\n[[feed]]\nurl = "https://b.example/f"\ntitle = "The \\"B\\""\n'
    )
    assert place.updates().remove("http://www.b.example/f")
    assert file.read_text("utf-8").rstrip() == before.rstrip()
    assert not place.updates().remove("https://b.example/f")
    assert place.updates().remove("https://a.example/f")
    assert file.read_text("utf-8") == "# mine\n"


def test_a_file_that_cannot_be_changed_by_lines_stays_as_it_is(place: Place) -> None:
    file = place.library / "feeds.toml"
    text = 'feed = [{ url = "https://a.example/f" }]\n'
    file.write_text(text, "utf-8")
    assert [feed.url for feed, _ in place.updates().feeds] == ["https://a.example/f"]
    with pytest.raises(LibraryError, match="by hand"):
        place.updates().subscribe("https://b.example/f")
    with pytest.raises(LibraryError, match="by hand"):
        place.updates().remove("https://a.example/f")
    assert file.read_text("utf-8") == text


def test_a_file_that_is_no_toml_is_told(place: Place) -> None:
    (place.library / "feeds.toml").write_text("[[feed", "utf-8")
    with pytest.raises(LibraryError, match="no TOML"):
        place.updates()


def test_the_file_of_feeds_is_nothing_that_is_passed_over(place: Place) -> None:
    place.updates().subscribe("https://a.example/f")
    desk = Desk(place.library, cache=place.library.parent / "cache")
    assert desk.sync().skipped == ()
    desk.close()
