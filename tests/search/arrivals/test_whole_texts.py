"""Texts that are cut, fetched whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from web_server import HOST, WebServer, answer

from search import (
    Arrivals,
    ArticleError,
    ChangedArticle,
    Desk,
    Duplicate,
    NewArticle,
    NoSuchArticleError,
    Rejected,
    Updates,
    complete_article,
)

if TYPE_CHECKING:
    from pathlib import Path

    from search import Decision, FeedUpdate

TEASER = "The harbour wall of Marlow will be built, its council decided."
STORY = (
    TEASER[:-1] + " on Tuesday after a long debate that many came to hear.",
    "It will cost four million. The mayor said that work begins in May and ends in three years.",
    "Fishermen who spoke against it want to go to court, as their boats would have no berth.",
)
PAGE = (
    "<html><head><title>Walls and more | Quay Herald</title></head><body><article><h1>The wall</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    + "</article></body></html>"
)


def entry(url: str, title: str = "Wall", text: str = TEASER) -> str:
    return (
        f"<item><title>{title}</title><link>{url}</link>"
        f"<pubDate>Tue, 05 Mar 2024 10:20:30 GMT</pubDate><description>{text}</description></item>"
    )


def feed(*entries: str) -> bytes:
    text = f"<rss><channel><title>Quay Herald</title>{''.join(entries)}</channel></rss>"
    return answer(text.encode(), "200 OK", "application/rss+xml", 'ETag: "1"')


class Place(NamedTuple):
    """A library, and what brings news into it."""

    folder: Path

    @property
    def library(self) -> Path:
        return self.folder / "library"

    def desk(self) -> Desk:
        desk = Desk(self.library, cache=self.folder / "cache", data=self.folder / "data")
        desk.sync()
        return desk

    def add(self, what: str, *, full: bool) -> list[Decision]:
        desk = self.desk()
        try:
            arrivals = Arrivals(desk, (HOST,), self.folder / "cache")
            decided = list(arrivals.decisions([what], full=full))
            for one in decided:
                arrivals.carry_out(one)
            return decided[1:]
        finally:
            desk.close()

    def update(self, *, full: bool = False) -> FeedUpdate:
        desk = self.desk()
        try:
            (update,) = Updates(desk, (HOST,), self.folder / "cache").run(full=full)
            return update
        finally:
            desk.close()

    def text(self) -> str:
        (file,) = self.library.glob("*.md")
        return file.read_text("utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "library").mkdir()
    return Place(tmp_path)


def asked(server: WebServer, path: str) -> int:
    return sum(f" {path} " in request for request in server.requests)


def test_an_entry_that_is_cut_comes_with_the_text_of_its_page(place: Place) -> None:
    with WebServer({}) as server:
        server.pages["/feed"] = feed(entry(server.url("/wall")))
        server.pages["/wall"] = answer(PAGE.encode())
        (new,) = place.add(server.url("/feed"), full=True)
        assert isinstance(new, NewArticle)
        assert new.path == "2024-03-05-quay-herald-wall.md"
        said = place.text()
        assert "whole: false" not in said
        assert "Fishermen" in said
        assert 'title: "Wall"' in said
        assert f'url: "{server.url("/wall")}"' in said
        (again,) = place.add(server.url("/feed"), full=True)
        assert isinstance(again, Duplicate)
        assert asked(server, "/wall") == 1  # what is there whole isn't fetched again


def test_what_came_as_a_summary_is_made_whole_in_its_place(place: Place) -> None:
    with WebServer({}) as server:
        server.pages["/feed"] = feed(entry(server.url("/wall")))
        server.pages["/wall"] = answer(PAGE.encode())
        (new,) = place.add(server.url("/feed"), full=False)
        assert "whole: false" in place.text()
        (whole,) = place.add(server.url("/feed"), full=True)
        assert isinstance(new, NewArticle)
        assert isinstance(whole, ChangedArticle)
        assert (whole.path, whole.completes) == (new.path, True)
        assert "Fishermen" in place.text()
        assert not (place.library / ".revisions").exists()


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"", "404"),
        (answer(f"<article><p>{TEASER}</p></article>".encode()), "its page says no more"),
        (
            answer(
                PAGE.replace(
                    "</article>", "<p>Subscribe to continue reading</p></article>"
                ).encode()
            ),
            "only a part of it too",
        ),
        (feed(entry("https://quay.example/1")), "leads to no article"),
    ],
    ids=["gone", "no more", "a wall", "a feed"],
)
def test_where_it_cannot_be_fetched_the_summary_comes_and_that_is_told(
    place: Place, page: bytes, reason: str
) -> None:
    with WebServer({"/wall": page} if page else {}) as server:
        server.pages["/feed"] = feed(entry(server.url("/wall")), entry(server.url("/2"), "Two"))
        server.pages["/2"] = answer(PAGE.replace("wall", "quay").encode())
        new, why, other = place.add(server.url("/feed"), full=True)
        assert isinstance(new, NewArticle)
        assert not new.arrival.article.whole
        assert isinstance(why, Rejected)
        assert why.origin == server.url("/wall")
        assert reason in why.reason
        assert isinstance(other, NewArticle)
        assert other.arrival.article.whole


def test_an_update_fetches_whole_texts_on_request_or_where_a_feed_says_so(place: Place) -> None:
    with WebServer({}) as server:
        server.pages["/feed"] = feed(entry(server.url("/wall")))
        server.pages["/wall"] = answer(PAGE.encode())
        subscribed = f'[[feed]]\nurl = "{server.url("/feed")}"\n'
        (place.library / "feeds.toml").write_text(subscribed, "utf-8")
        assert (place.update().added, "whole: false" in place.text()) == (1, True)
        assert (place.update(full=True).changed, "Fishermen" in place.text()) == (1, True)
        assert place.update(full=True).changed == 0
        assert asked(server, "/wall") == 1
        (place.library / "feeds.toml").write_text(subscribed + "full = true\n", "utf-8")
        strike = "".join(
            f"<p>Crane {n} stood still on day {n} of strike {n}.</p>" for n in range(9)
        )
        server.pages["/2"] = answer(f"<article><h1>Strike</h1>{strike}</article>".encode())
        server.pages["/feed"] = feed(entry(server.url("/2"), "Strike", "Crane 0 stood still."))
        assert place.update().added == 1
        assert len(list(place.library.glob("*.md"))) == 2
        assert not any("whole: false" in file.read_text() for file in place.library.glob("*.md"))


def test_one_article_is_completed_with_its_name_and_what_was_marked(place: Place) -> None:
    with WebServer({}) as server:
        server.pages["/feed"] = feed(entry(server.url("/wall")))
        place.add(server.url("/feed"), full=False)
        server.pages["/wall"] = answer(PAGE.encode())
        desk = place.desk()
        (article,) = desk.ids()
        file = complete_article(desk, article, [HOST])
        assert file == place.library.resolve() / "2024-03-05-quay-herald-wall.md"
        desk.sync(only=file)
        assert desk.ids() == (article,)
        assert desk.read(article).whole
        assert desk.read(article).title == "Wall"
        with pytest.raises(ArticleError, match="isn't known to be cut"):
            complete_article(desk, article, [HOST])
        desk.close()


def test_what_cannot_be_completed_says_why(place: Place) -> None:
    with WebServer({}) as server:
        server.pages["/feed"] = feed(entry(server.url("/wall")))
        place.add(server.url("/feed"), full=False)
        file = next(place.library.glob("*.md"))
        before = file.read_text("utf-8")
        desk = place.desk()
        (article,) = desk.ids()
        with pytest.raises(ArticleError, match="allows it"):
            complete_article(desk, article)
        with pytest.raises(ArticleError, match="404"):
            complete_article(desk, article, [HOST])
        for text, why in (
            (before.replace("harbour", "port"), "was edited here"),
            (before.replace("arrived:", "came:"), "saved are written to"),
            (before.replace("url:", "was:"), "no address"),
        ):
            file.write_text(text, "utf-8")
            desk.sync()
            with pytest.raises(ArticleError, match=why):
                complete_article(desk, article, [HOST])
            assert file.read_text("utf-8") == text
        file.unlink()
        desk.sync()
        with pytest.raises((ArticleError, NoSuchArticleError)):
            complete_article(desk, article, [HOST])
        desk.close()
