"""Subscriptions of a library, and bringing them up to date."""

from __future__ import annotations

import resource
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from web_server import HOST, WebServer, answer, redirect

from search import Desk, LibraryError, MarkChange, Updates
from search.user_folders import user_folder

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

    def desk(self) -> Desk:
        cache = self._folder / "cache"
        desk = Desk(self.library, cache=cache, data=cache / "data")
        desk.sync()
        return desk

    def updates(self) -> Updates:
        return Updates(self.desk(), (HOST,), self._folder / "cache")

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


PAGE = (
    "<html><head><title>{0}</title>{1}</head><body><article><h1>{0}</h1>"
    "<p>The wall of the harbour was looked at by the engineers of the town on Tuesday morning.</p>"
    "<p>{2} They said that it holds, and that the council will hear of it in the spring.</p>"
    "</article></body></html>"
)


def page(title: str, head: str = "", text: str = "") -> bytes:
    return answer(PAGE.format(title, head, text).encode())


def unlike(number: int) -> str:
    """Give text that no other number has."""
    return " ".join(f"{number} of {number * step}" for step in range(2, 40))


def link(address: str) -> str:
    return f'<link rel="alternate" type="application/rss+xml" href="{address}">'


def sitemap(*urls: str) -> bytes:
    news = "<n:news><n:publication><n:name>Quay Herald</n:name></n:publication></n:news>"
    entries = "".join(f"<url><loc>{url}</loc>{news}</url>" for url in urls)
    spaces = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return answer(f"<urlset {spaces}>{entries}</urlset>".encode(), "200 OK", "text/xml")


def subscribe(place: Place, *lines: str) -> None:
    (place.library / "feeds.toml").write_text("\n".join(lines), "utf-8")


def test_a_page_in_place_of_a_feed_leads_to_the_feed_it_names(
    place: Place, server: WebServer
) -> None:
    server.pages = {"/": page("Quay", link("/feed") + link("/other")), "/feed": feed(1)}
    place.updates().subscribe(server.url("/"))
    (first,) = place.run()
    assert (first.status, first.added) == ("new", 1)
    (told,) = first.told
    assert f"its feed {server.url('/feed')} is taken from now on" in told
    assert f"it also names {server.url('/other')}" in told
    assert [one.url for one, _ in place.updates().feeds] == [server.url("/feed")]
    server.pages["/feed"] = page("Sorry", link("/other"))  # for an hour
    (second,) = place.run()
    assert (second.status, second.reason) == ("failed", "what is there now is no feed")
    assert [one.url for one, _ in place.updates().feeds] == [server.url("/feed")]


def test_pages_that_name_each_other_as_feeds_lead_nowhere(place: Place, server: WebServer) -> None:
    server.pages = {"/a": page("A", link("/b")), "/b": page("B", link("/a"))}
    place.updates().subscribe(server.url("/a"))
    (only,) = place.run()
    assert only.reason == "what is there now is no feed"
    assert len(server.requests) == 2


def test_a_page_that_is_watched_comes_again_when_its_publisher_changes_it(
    place: Place, server: WebServer
) -> None:
    server.pages = {"/wall": page("Wall holds")}
    place.updates().subscribe(server.url("/wall"), kind="page")
    assert 'kind = "page"' in (place.library / "feeds.toml").read_text("utf-8")
    assert [(one.status, one.added) for one in place.run()] == [("new", 1)]
    assert [(one.status, one.added) for one in place.run()] == [("unchanged", 0)]
    server.pages["/wall"] = page("Wall holds", text="An earlier version had another day.")
    assert [(one.status, one.changed) for one in place.run()] == [("new", 1)]
    assert len(list((place.library / ".revisions").rglob("1.md"))) == 1
    assert place.updates().opml().count("<outline") == 0


def test_what_a_host_forbids_is_neither_watched_nor_told_twice(
    place: Place, server: WebServer
) -> None:
    rules = answer(b"User-agent: *\nDisallow: /", "200 OK", "text/plain")
    server.pages = {"/robots.txt": rules, "/wall": page("Wall holds"), "/f": feed(1)}
    place.updates().subscribe(server.url("/wall"), kind="page")
    place.updates().subscribe(server.url("/f"))
    watched, fed = sorted(place.run(), key=lambda one: one.status)
    assert watched.reason == "its robots.txt asks programs not to fetch it"
    assert (fed.status, fed.added) == ("new", 1)  # a feed is made for programs
    assert all("GET /wall" not in request for request in server.requests)


def test_a_news_sitemap_brings_the_pages_it_lists_once(place: Place, server: WebServer) -> None:
    one, two, gone = (server.url(path) for path in ("/1", "/2", "/gone"))
    server.pages = {
        "/index": answer(
            f"<sitemapindex><sitemap><loc>{server.url('/news.xml')}</loc></sitemap>"
            f"<sitemap><loc>{server.url('/index')}</loc></sitemap></sitemapindex>".encode(),
            "200 OK",
            "text/xml",
            'ETag: "7"',
        ),
        "/news.xml": sitemap(one, two, gone),
        "/1": page("Wall holds"),
        "/2": page("Tide turns", text=unlike(2)),
    }
    place.updates().subscribe(server.url("/index"))
    (first,) = place.run()
    assert (first.status, first.added) == ("new", 2)
    assert [(one.origin, one.reason) for one in first.failed] == [
        (gone, "there is no such page (404)")
    ]
    assert place.articles == [
        "undated-quay-herald-tide-turns.md",
        "undated-quay-herald-wall-holds.md",
    ]
    asked = len(server.requests)
    (second,) = place.run()
    assert second.added == 0
    paths = [request.split(" ")[1] for request in server.requests[asked:]]
    assert sorted(paths) == ["/index", "/news.xml"]
    assert "If-None-Match" not in "".join(server.requests[asked:])


def test_a_page_that_gave_nothing_is_not_fetched_again(place: Place, server: WebServer) -> None:
    server.pages = {
        "/news.xml": sitemap(*(server.url(path) for path in ("/1", "/same", "/empty", "/busy"))),
        "/1": page("Wall holds", text=unlike(1)),
        "/same": page("Wall holds", text=unlike(1)),
        "/empty": answer(b"<html></html>"),
        "/busy": answer(b"", "500 Oh"),
    }
    place.updates().subscribe(server.url("/news.xml"))
    place.run()
    asked = len(server.requests)
    server.pages["/busy"] = page("Tide turns", text=unlike(2))
    (second,) = place.run()
    paths = [request.split(" ")[1] for request in server.requests[asked:]]
    assert paths == ["/news.xml", "/robots.txt", "/busy"]
    assert second.added == 1


def test_a_sitemap_among_the_pages_of_a_sitemap_is_not_followed(
    place: Place, server: WebServer
) -> None:
    own, first, second = (server.url(path) for path in ("/news.xml", "/1", "/2"))
    server.pages = {"/news.xml": sitemap(own, first), "/1": sitemap(second), "/2": sitemap(first)}
    place.updates().subscribe(own)
    for _ in range(2):
        (one,) = place.run()
        assert one.added == 0
    asked = [head.split()[1] for head in server.requests if "robots.txt" not in head]
    assert asked == ["/news.xml", "/1", "/news.xml"]


def test_a_long_sitemap_comes_in_several_updates(place: Place, server: WebServer) -> None:
    urls = [server.url(f"/{number}") for number in range(60)]
    server.pages = {"/news.xml": sitemap(*urls)}
    server.pages.update(
        (f"/{number}", page(f"Wall {number}", text=unlike(number))) for number in range(60)
    )
    place.updates().subscribe(server.url("/news.xml"))
    (first,) = place.run()
    assert first.told == ("10 more of its articles come with the next updates",)
    (second,) = place.run()
    assert (first.added + len(first.failed), second.added) == (50, 10)


def test_a_sitemap_without_news_is_told(place: Place, server: WebServer) -> None:
    server.pages = {"/s.xml": answer(b"<urlset><url><loc>http://a.example/</loc></url></urlset>")}
    place.updates().subscribe(server.url("/s.xml"))
    assert [one.reason for one in place.run()] == ["it is a sitemap without news"]


def test_what_a_query_finds_of_a_feed_is_not_brought_in(place: Place, server: WebServer) -> None:
    server.pages = {"/a": feed(1, 2, 3)}
    url = f'url = "{server.url("/a")}"'
    subscribe(place, "[[feed]]", url)
    server.pages["/a"] = feed(2)
    place.run()
    server.pages["/a"] = feed(1, 2, 3)
    subscribe(place, "[[feed]]", url, 'mute = "title:1 OR title:2"')
    (only,) = place.run()
    assert (only.added, only.muted) == (1, 1)  # what is there stays
    assert place.articles == ["undated-quay-herald-wall-2.md", "undated-quay-herald-wall-3.md"]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("mute = 7", "mute wants a query in quotes"),
        ('mute = "(wall"', "mute is no query: "),
        ('mute = "wall OR is:read"', "mute asks for marks"),
        ('kind = "podcast"', "kind wants one of feed, page, miniflux, freshrss"),
        ('kind = "freshrss"', "freshrss wants user"),
        ("token = 7", "token wants a token in quotes"),
        ('cookies = ["a"]', "cookies wants the path of a file"),
        ('cookies = "a\\nb"', "cookies wants the path of a file"),
        ('keep = "soon"', "keep wants a time such as"),
        ("keep = 90", "keep wants a time such as"),
        ('keep = "0 days"', "keep wants a time such as"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_told_with_its_line_and_stops_no_other(
    place: Place, server: WebServer, rule: str, why: str
) -> None:
    server.pages = {"/a": feed(1), "/b": feed(2)}
    rest = ["", "[[feed]]", f'url = "{server.url("/b")}"', 'keep = "9 weeks"']
    subscribe(place, "# mine", "[[feed]]", f'url = "{server.url("/a")}"', rule, *rest)
    bad, good = place.run()
    assert bad.status == "failed"
    assert (bad.reason or "").startswith(f"feeds.toml, line 4: {why}")
    assert "\n" not in (bad.reason or "")
    assert good.added == 1
    assert all("GET /a" not in request for request in server.requests)


def test_what_means_nothing_in_the_file_is_told_with_the_nearest_that_does(
    place: Place, server: WebServer
) -> None:
    server.pages = {"/a": feed(1)}
    subscribe(
        place,
        'cookie = "x.txt"',
        "[[feed]]",
        f'url = "{server.url("/a")}"',
        'mutte = "wall"',
        '"odd\\u0007 key" = 1',
        "[[feed]]",
        f'ulr = "{server.url("/b")}"',
        "[[feeds]]",
        f'url = "{server.url("/c")}"',
    )
    updates = place.updates()
    (good,) = updates.run()
    assert good.added == 1
    assert good.told == (
        'feeds.toml, line 4: "mutte" means nothing here; did you mean "mute"?',
        'feeds.toml, "odd� key" means nothing here',
    )
    assert updates.faults == (
        'feeds.toml, line 1: "cookie" means nothing here; did you mean "cookies"?',
        'feeds.toml, line 8: "feeds" means nothing here; did you mean "feed"?',
        'feeds.toml, line 6: a feed wants url = "…", an address of the web',
        'feeds.toml, line 7: "ulr" means nothing here; did you mean "url"?',
    )


def test_a_file_of_nothing_but_faults_is_read_in_linear_time(place: Place) -> None:
    faults = (f'[[feed]]\nkey-{number} = "x"\n' for number in range(40_000))
    (place.library / "feeds.toml").write_text("".join(faults), "utf-8")
    faults_told = place.updates().faults
    assert len(faults_told) == 42
    assert faults_told[-2:] == (
        "feeds.toml, 39,980 more faults like these",
        "feeds.toml, 39,980 more keys mean nothing here",
    )


def test_a_feed_is_asked_with_the_cookies_of_its_own_file(place: Place, server: WebServer) -> None:
    server.pages = {"/a": feed(1), "/b": feed(2)}
    (place.library / "jar.txt").write_text(f"{HOST}\tFALSE\t/\tFALSE\t0\tticket\tsecret\n", "utf-8")
    subscribe(
        place,
        'cookies = "none.txt"',
        "[[feed]]",
        f'url = "{server.url("/a")}"',
        'cookies = "jar.txt"',
        "[[feed]]",
        f'url = "{server.url("/b")}"',
    )
    first, second = place.run()
    assert (first.added, second.added) == (1, 1)
    sent = {
        request.split(" ")[1]: "Cookie: ticket=secret" in request for request in server.requests
    }
    assert sent == {"/a": True, "/b": False}
    assert "its cookies can't be read" in second.told[0]


JAR = f"{HOST}\tFALSE\t/\tFALSE\t0\tticket\tsecret\n"


@pytest.mark.parametrize("name", ["../jar.txt", "{elsewhere}/jar.txt", "link.txt", "sub/jar.txt"])
def test_a_shared_library_cannot_have_any_cookies_of_its_reader_sent(
    place: Place, server: WebServer, name: str
) -> None:
    elsewhere = place.library.parent
    (elsewhere / "jar.txt").write_text(JAR, "utf-8")
    (place.library / "link.txt").symlink_to(elsewhere / "jar.txt")
    (place.library / "sub").symlink_to(elsewhere)
    server.pages = {"/a": feed(1)}
    cookies = f'cookies = "{name.format(elsewhere=elsewhere)}"'
    subscribe(place, "[[feed]]", f'url = "{server.url("/a")}"', cookies)
    (done,) = place.run()
    assert done.added == 1
    assert all("Cookie" not in request for request in server.requests)
    assert len(done.told) == 1
    assert "feeds.toml may name no cookies that lie there; put them into" in done.told[0]
    assert "\n" not in done.told[0]


@pytest.mark.parametrize("where", ["settings", "chosen"])
def test_a_feed_may_name_cookies_that_its_reader_put_there_or_chose(
    place: Place, server: WebServer, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    home = place.library.parent / "home"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    jar = user_folder("config") / "jars" / "jar.txt" if where == "settings" else home / "jar.txt"
    jar.parent.mkdir(parents=True)
    (home / "kept elsewhere").write_text(JAR, "utf-8")
    jar.symlink_to(home / "kept elsewhere")
    server.pages = {"/a": feed(1)}
    subscribe(place, "[[feed]]", f'url = "{server.url("/a")}"', f'cookies = "{jar}"')
    chosen = jar if where == "chosen" else None
    updates = Updates(place.desk(), (HOST,), home / "cache", cookies=chosen)
    (done,) = updates.run()
    assert (done.added, done.told) == (1, ())
    assert any("Cookie: ticket=secret" in request for request in server.requests)


def dated(*days: str) -> bytes:
    entry = (
        "<item><title>Wall {0}</title><link>https://quay.example/{0}</link>"
        "<pubDate>{0}</pubDate><description>&lt;p&gt;The wall of {0}.&lt;/p&gt;"
        "&lt;p&gt;It held.&lt;/p&gt;</description></item>"
    )
    items = "".join(entry.format(day) for day in days)
    return answer(
        f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>".encode(),
        "200 OK",
        "application/rss+xml",
    )


def test_old_articles_of_a_feed_are_taken_out_but_none_that_is_valued(
    place: Place, server: WebServer
) -> None:
    old = ["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04", "2020-01-05"]
    server.pages = {"/old": redirect("/a", "301 Moved Permanently"), "/a": dated(*old, "")}
    subscribe(place, "[[feed]]", f'url = "{server.url("/old")}"')
    (place.library / "mine.md").write_text("---\npublished: 2019-01-01\n---\n\nMine.\n", "utf-8")
    (first,) = place.run()
    assert (first.added, first.removed) == (6, 0)
    star, note, tag, edit = (f"{day}-quay-herald-wall-{day}.md" for day in old[:4])
    with place.library.joinpath(edit).open("a") as file:
        file.write("\nMy own words.\n")
    desk = place.desk()
    desk.marks.mark([desk.resolve(str(place.library / star))], MarkChange(starred=True))
    desk.marks.mark([desk.resolve(str(place.library / note))], MarkChange(note="So it was."))
    desk.marks.mark([desk.resolve(str(place.library / tag))], MarkChange(tags=("walls",)))
    desk.close()
    server.pages["/a"] = dated(*old, "")
    subscribe(place, "[[feed]]", f'url = "{server.url("/a")}"', 'keep = "30 days"')
    (second,) = place.run()
    gone = f"{old[4]}-quay-herald-wall-{old[4]}.md"
    assert (second.added, second.removed) == (0, 1)
    assert place.articles == [star, note, tag, edit, "mine.md", "undated-quay-herald-wall.md"]
    assert [path.name for path in (place.library / ".removed").iterdir()] == [gone]
    (third,) = place.run()  # it doesn't come again
    assert (third.added, third.removed, place.articles.count(gone)) == (0, 0, 0)


def test_where_marks_cannot_be_read_nothing_is_taken_out(place: Place, server: WebServer) -> None:
    server.pages = {"/a": dated("2020-01-01")}
    subscribe(place, "[[feed]]", f'url = "{server.url("/a")}"')
    place.run()
    desk = place.desk()
    desk.marks.mark(list(desk.ids()), MarkChange(starred=True))
    desk.close()
    (file,) = (place.library.parent / "cache" / "data").rglob("*.sqlite3")
    with closing(sqlite3.connect(file)) as marks:
        marks.execute("PRAGMA user_version = 999")  # as a Diptych to come may write it
    subscribe(place, "[[feed]]", f'url = "{server.url("/a")}"', 'keep = "30 days"')
    (only,) = place.run()
    assert only.removed == 0
    assert only.told[0].endswith("the marks can't be read, so no article is taken out")
    assert len(place.articles) == 1


def test_where_nothing_is_new_neither_index_nor_articles_are_looked_at(
    place: Place, server: WebServer
) -> None:
    server.pages = {"/a": feed(1, 2), "/b": answer(b"", "304 Not Modified")}
    place.updates().subscribe(server.url("/a"))
    place.updates().subscribe(server.url("/b"))
    place.run()
    synced: list[bool] = []
    cache = place.library.parent / "cache"
    (known,) = cache.glob("*/addresses.json")
    before = known.stat()
    desk = place.desk()
    updates = Updates(desk, (HOST,), cache, sync=lambda: synced.append(True))
    assert [one.added for one in updates.run()] == [0, 0]
    after = known.stat()
    assert (synced, after.st_ino, after.st_mtime_ns) == ([], before.st_ino, before.st_mtime_ns)
    server.pages["/a"] = answer(
        b"<rss><channel><title>Quay Herald</title><item><title>Tide</title><link>https://quay.example/t"
        b"</link><description>" + unlike(7).encode() + b"</description></item></channel></rss>"
    )
    assert sorted(one.added for one in updates.run()) == [0, 1]
    assert synced == [True]
    desk.close()


def test_what_a_server_sends_again_is_read_again_only_by_other_rules(
    place: Place, server: WebServer
) -> None:
    server.pages = {"/a": feed(1, 2)}
    url = f'url = "{server.url("/a")}"'
    subscribe(place, "[[feed]]", url, 'mute = "title:2"')
    assert [(one.added, one.muted) for one in place.run()] == [(1, 1)]
    assert [(one.added, one.muted) for one in place.run()] == [(0, 0)]
    assert "if-none-match" in server.requests[-1].lower()
    subscribe(place, "[[feed]]", url)
    assert [(one.added, one.muted) for one in place.run()] == [(1, 0)]
    # By other rules what has not changed is wanted too, so the server isn't told what is known.
    assert "if-none-match" not in server.requests[-1].lower()


def test_articles_that_can_no_longer_be_written_are_told_and_come_the_next_time(
    place: Place, server: WebServer
) -> None:
    server.pages = {"/a": feed(1), "/b": feed(2)}
    place.updates().subscribe(server.url("/a"))
    place.updates().subscribe(server.url("/b"))
    updates = place.updates()
    free = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, free[1]))
    try:
        both = list(updates.run())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, free)
    assert place.articles == []
    assert {one.status for one in both} == {"failed"}
    assert all("it can't be written" in (one.reason or "") for one in both)
    assert [one.added for one in place.run()] == [1, 1]
