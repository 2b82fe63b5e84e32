"""What comes into a library: new, changed, there already, or refused."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from web_server import HOST, WebServer, answer, redirect

from search import (
    Arrivals,
    ArticleId,
    ChangedArticle,
    Desk,
    Duplicate,
    LibraryError,
    NewArticle,
    NotWrittenError,
    Rejected,
)
from search.desk.revisions.kept_versions import REVISIONS
from search.export.whole_file import write_whole
from search.formats import read_article

if TYPE_CHECKING:
    from pathlib import Path

    from search import Decision

TEXT = (
    "The harbour wall will be built, the council of the town decided on Tuesday after a long debate, "
    "and it will cost four million. The mayor, who had asked for it twice, said that work begins in "
    "May and that the ferry keeps its berth. Fishermen who spoke against it want to go to court."
)
OTHER = (
    "A strike of the crane drivers ended this morning with a rise of three per cent. Their union had "
    "asked for five; the port's owners offered two. Ships that had waited outside for a week came in "
    "with the tide, and the first container was on land by noon, its spokesman told reporters here."
)


def feed(*entries: tuple[str, str, str]) -> str:
    items = "".join(
        f"<item><title>{title}</title><link>{url}</link><pubDate>Tue, 05 Mar 2024 10:20:30 GMT</pubDate>"
        f"<description>&lt;p&gt;{text}&lt;/p&gt;&lt;p&gt;It was read twice.&lt;/p&gt;</description></item>"
        for title, url, text in entries
    )
    return f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>"


class Place(NamedTuple):
    """A library, and a folder beside it for what comes in."""

    library: Path
    beside: Path
    cache: Path

    def add(self, *what: str, allowed: tuple[str, ...] = (), given: bytes = b"") -> list[Decision]:
        desk = Desk(self.library, cache=self.cache, data=self.cache / "data")
        try:
            desk.sync()
            arrivals = Arrivals(desk, allowed, self.cache)
            decided = list(arrivals.decisions(what, given))
            for one in decided:
                arrivals.carry_out(one)
        finally:
            desk.close()
        return decided

    def put(self, name: str, text: str) -> str:
        (self.beside / name).write_text(text, "utf-8")
        return str(self.beside / name)

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.library.iterdir())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    for name in ("library", "beside", "cache"):
        (tmp_path / name).mkdir()
    return Place(tmp_path / "library", tmp_path / "beside", tmp_path / "cache")


def test_an_entry_is_saved_as_a_file_that_says_the_same(place: Place) -> None:
    url = "https://quay.example/1?utm_source=rss&amp;id=4#top"
    (decision,) = place.add(place.put("f.xml", feed(('Wall: "yes" *now* [1]', url, TEXT))))
    assert isinstance(decision, NewArticle)
    assert place.files == ["2024-03-05-quay-herald-wall-yes-now-1.md"]
    came = decision.arrival.article
    there = read_article(
        (place.library / decision.path).read_bytes(), decision.path, ArticleId("a" * 16)
    )
    assert there.url == "https://quay.example/1?id=4"
    for field in ("title", "source", "published", "url", "blocks", "whole"):
        assert getattr(there, field) == getattr(came, field)


def test_nothing_comes_twice(place: Place) -> None:
    one = place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT)))
    place.add(one)
    again = place.put("g.xml", feed(("Wall", "http://www.quay.example/1/?fbclid=3", TEXT)))
    assert place.add(one, again) == [
        Duplicate(one, "2024-03-05-quay-herald-wall.md", "address"),
        Duplicate(again, "2024-03-05-quay-herald-wall.md", "address"),
    ]


def test_what_has_no_address_is_known_by_its_text(place: Place) -> None:
    one = place.put("a.txt", TEXT)
    (new,) = place.add(one)
    assert isinstance(new, NewArticle)
    assert place.add(one) == [Duplicate(one, new.path, "text")]
    (place.library / "mine.txt").write_text(OTHER, "utf-8")
    two = place.put("b.txt", OTHER)
    assert place.add(two) == [Duplicate(two, "mine.txt", "text")]


def test_nor_within_what_comes_at_once(place: Place) -> None:
    entry = ("Wall", "https://quay.example/1", TEXT)
    new, twice = place.add(place.put("f.xml", feed(entry, entry)))
    assert isinstance(new, NewArticle)
    assert isinstance(twice, Duplicate)


@pytest.mark.parametrize("at_once", [True, False])
def test_nearly_the_same_text_is_a_duplicate_in_the_same_outlet_only(
    place: Place, at_once: bool
) -> None:
    first = place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT)))
    edited = TEXT.replace("four million", "five million")
    second = place.put("g.xml", feed(("Wall to come", "https://quay.example/2", edited)))
    third = place.put(
        "h.xml", feed(("Wall", "https://t.example/3", TEXT)).replace("Quay Herald", "Tide")
    )
    fourth = place.put("i.xml", feed(("Strike", "https://quay.example/4", OTHER)))
    decided = place.add(first, second, third, fourth)[1:] if at_once else []
    if not at_once:
        place.add(first)
        decided = place.add(second, third, fourth)
    near, reprint, other = decided
    assert near == Duplicate(second, "2024-03-05-quay-herald-wall.md", "text")
    assert isinstance(reprint, NewArticle)
    assert isinstance(other, NewArticle)


def test_a_publishers_edit_replaces_the_file_and_the_version_before_is_kept(place: Place) -> None:
    place.add(place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT))))
    file = place.library / "2024-03-05-quay-herald-wall.md"
    before = file.read_bytes()
    for number, text in ((2, TEXT + " More."), (3, OTHER)):
        (decision,) = place.add(
            place.put("f.xml", feed(("Wall rises", "https://quay.example/1", text)))
        )
        assert isinstance(decision, ChangedArticle)
        assert (decision.path, decision.revision) == (file.name, number)
    assert "strike" in file.read_text("utf-8")
    kept = place.library / REVISIONS / "2024-03-05-quay-herald-wall"
    assert sorted(path.name for path in kept.iterdir()) == ["1.md", "2.md", "3.md"]
    assert (kept / "1.md").read_bytes() == before
    assert (kept / "3.md").read_bytes() == file.read_bytes()


def test_where_a_version_cannot_be_kept_the_file_stays(place: Place) -> None:
    place.add(place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT))))
    file = place.library / "2024-03-05-quay-herald-wall.md"
    before = file.read_bytes()
    (place.library / REVISIONS).write_text("no folder", "utf-8")
    with pytest.raises(NotWrittenError, match="can't be kept"):
        place.add(place.put("f.xml", feed(("Wall", "https://quay.example/1", OTHER))))
    assert file.read_bytes() == before


def test_what_was_edited_here_stays_as_it_is(place: Place) -> None:
    place.add(place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT))))
    file = place.library / "2024-03-05-quay-herald-wall.md"
    file.write_text(file.read_text("utf-8").replace("Fishermen", "Anglers"), "utf-8")
    mine = file.read_bytes()
    again = place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT)))
    assert isinstance(place.add(again)[0], Duplicate)
    (decision,) = place.add(place.put("g.xml", feed(("Wall", "https://quay.example/1", OTHER))))
    assert isinstance(decision, Rejected)
    assert "was edited here" in decision.reason
    assert file.read_bytes() == mine


def test_a_summary_is_no_later_version_but_the_page_is_one_of_a_summary(place: Place) -> None:
    whole = feed(("Wall", "https://quay.example/1", TEXT))
    teaser = re.sub(r"(?<=&lt;p&gt;).*(?=&lt;/p&gt;)", "The harbour wall will be built.", whole)
    place.add(place.put("f.xml", teaser))
    (decision,) = place.add(place.put("g.xml", whole.replace("<title>Wall<", "<title>The wall<")))
    assert isinstance(decision, ChangedArticle)
    assert (decision.revision, decision.completes) == (1, True)
    assert decision.arrival.article.title == "Wall"  # only its text came
    assert not (place.library / REVISIONS).exists()
    assert isinstance(place.add(place.put("f.xml", teaser))[0], Duplicate)


def test_a_summary_that_was_a_later_version_is_replaced_in_its_place(place: Place) -> None:
    whole = feed(("Wall", "https://quay.example/1", TEXT))
    for number, text in enumerate(("The wall will be built.", "The wall will be built soon."), 1):
        cut = re.sub(r"(?<=&lt;p&gt;).*(?=&lt;/p&gt;)", text, whole)
        place.add(place.put(f"{number}.xml", cut))
    (decision,) = place.add(place.put("g.xml", whole))
    assert isinstance(decision, ChangedArticle)
    assert (decision.revision, decision.completes) == (2, True)
    kept = place.library / REVISIONS / "2024-03-05-quay-herald-wall"
    assert (kept / "2.md").read_text("utf-8") == (place.library / decision.path).read_text("utf-8")
    (decision,) = place.add(place.put("h.xml", feed(("Wall", "https://quay.example/1", OTHER))))
    assert isinstance(decision, ChangedArticle)
    assert decision.revision == 3


def test_what_stopped_between_two_files_goes_on(place: Place) -> None:
    place.add(place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT))))
    file = place.library / "2024-03-05-quay-herald-wall.md"
    kept = place.library / REVISIONS / file.stem
    kept.mkdir(parents=True)
    (kept / "1.md").write_bytes(file.read_bytes())
    later = place.put("g.xml", feed(("Wall", "https://quay.example/1", OTHER)))
    (decision,) = place.add(later)
    assert isinstance(decision, ChangedArticle)
    assert decision.revision == 2
    assert isinstance(place.add(later)[0], Duplicate)


def test_versions_of_another_article_are_never_written_over(place: Place) -> None:
    kept = place.library / REVISIONS / "2024-03-05-quay-herald-wall"
    kept.mkdir(parents=True)
    (decision,) = place.add(place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT))))
    assert isinstance(decision, NewArticle)
    assert decision.path == "2024-03-05-quay-herald-wall-2.md"


def test_versions_are_not_kept_where_a_link_leads(place: Place) -> None:
    place.add(place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT))))
    (place.library / REVISIONS).symlink_to(place.beside, target_is_directory=True)
    with pytest.raises(NotWrittenError, match="a link"):
        place.add(place.put("g.xml", feed(("Wall", "https://quay.example/1", OTHER))))
    assert sorted(path.name for path in place.beside.iterdir()) == ["f.xml", "g.xml"]


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "/root",
        ".hidden",
        "a\\b:c*?|",
        "CON",
        "x" * 3000,
        "\u202egnp.exe",
        "Ю" * 300,
        "…",
        "-rf",
    ],
)
def test_no_headline_names_a_file_elsewhere(place: Place, title: str) -> None:
    (decision,) = place.add(place.put("f.xml", feed((title, "https://quay.example/1", TEXT))))
    assert isinstance(decision, NewArticle)
    (name,) = place.files
    assert name == decision.path
    assert name.startswith("2024-03-05-quay-herald")
    assert re.fullmatch(r"[\w-]{1,200}\.md", name)
    assert len(name.encode()) < 250


def test_a_name_that_is_taken_is_numbered_and_nothing_is_overwritten(place: Place) -> None:
    taken = place.library / "2024-03-05-quay-herald-wall.md"
    taken.write_text("Mine.", "utf-8")
    place.add(place.put("f.xml", feed(("Wall", "https://quay.example/1", TEXT))))
    assert place.files == ["2024-03-05-quay-herald-wall-2.md", taken.name]
    assert taken.read_text("utf-8") == "Mine."


def test_a_folder_comes_in_and_what_cannot_is_told(place: Place) -> None:
    place.put("a.md", f"---\ntitle: Wall\nsource: Quay Herald\n---\n{TEXT}")
    place.put("b.txt", "")
    decided = place.add(str(place.beside), str(place.beside / "nothing.txt"))
    assert [type(one) for one in decided] == [NewArticle, Rejected, Rejected]
    assert [one.origin for one in decided if isinstance(one, Rejected)] == [
        str(place.beside / "b.txt"),
        str(place.beside / "nothing.txt"),
    ]


def test_a_file_of_the_library_itself_is_there_already(place: Place) -> None:
    file = place.library / "a.md"
    file.write_text(TEXT, "utf-8")
    assert place.add(str(place.library)) == [Duplicate(str(file), "a.md", "file")]


def test_standard_input_is_an_article_or_a_feed(place: Place) -> None:
    assert isinstance(place.add("-", given=f"Title: Wall\n\n{TEXT}".encode())[0], NewArticle)
    decided = place.add("-", given=feed(("Crane", "https://quay.example/2", OTHER)).encode())
    assert [type(one) for one in decided] == [NewArticle]


def test_an_address_is_fetched_and_leads_to_a_page_or_a_feed(place: Place) -> None:
    page = f"<html><head><title>Crane strike ends - Quay Herald</title></head><body><article><h1>Crane strike ends</h1><p>{OTHER}</p><p>{TEXT}</p></article></body></html>"
    with WebServer(
        {"/old": redirect("/page?utm_medium=x"), "/page?utm_medium=x": answer(page.encode())}
    ) as server:
        server.pages["/feed"] = answer(
            feed(("Wall", "https://quay.example/1", TEXT)).encode(), "200 OK", "application/rss+xml"
        )
        decided = place.add(
            server.url("/old"), server.url("/feed"), server.url("/no"), allowed=(HOST,)
        )
        assert [type(one).__name__ for one in decided] == [
            "NewArticle",
            "FeedSeen",
            "NewArticle",
            "Rejected",
        ]
        first = decided[0]
        assert isinstance(first, NewArticle)
        assert first.arrival.article.url == server.url("/page")
        (again,) = place.add(server.url("/page?utm_medium=x"), allowed=(HOST,))
        assert again == Duplicate(server.url("/page?utm_medium=x"), first.path, "address")


def test_articles_are_saved_in_folders(place: Place) -> None:
    file = place.library / "a.md"
    file.write_text(TEXT, "utf-8")
    with pytest.raises(LibraryError, match="saved in folders"):
        Place(file, place.beside, place.cache).add("-", given=b"x")


def test_many_of_one_headline_are_named_by_number_and_none_is_looked_for_twice(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [" ".join(f"Ship{n}x{i} came in." for i in range(40)) for n in range(30)]
    many = [("Wall", f"https://q.example/{n}", text) for n, text in enumerate(texts)]
    (place.beside / "feed.xml").write_text(feed(*many))
    looked: list[str] = []
    exists = os.path.lexists

    def look(path: Path) -> bool:
        looked.append(str(path))
        return exists(path)

    monkeypatch.setattr("os.path.lexists", look)
    place.add(str(place.beside / "feed.xml"))
    named = sorted(path.name for path in place.library.glob("*.md"))
    assert len(named) == 30
    assert {"2024-03-05-quay-herald-wall.md", "2024-03-05-quay-herald-wall-30.md"} <= set(named)
    assert len([path for path in looked if path.endswith(".md")]) < 4 * len(many)


@pytest.mark.parametrize("write", [0, 1, 2])
def test_a_run_that_is_killed_between_its_files_loses_no_version(
    place: Place, monkeypatch: pytest.MonkeyPatch, write: int
) -> None:
    first, second, third = (
        place.put(f"{n}.xml", feed(("Wall", "https://quay.example/1", text)))
        for n, text in enumerate((TEXT, TEXT + " More.", OTHER))
    )
    place.add(first)
    written: list[Path] = []

    def killed(file: Path, pieces: list[str]) -> None:
        if len(written) == write:
            raise KeyboardInterrupt
        written.append(file)
        write_whole(file, pieces)

    with monkeypatch.context() as patched:
        patched.setattr("search.arrivals.replaced_file.write_whole", killed)
        with pytest.raises(KeyboardInterrupt):
            place.add(second)
    place.add(second)
    place.add(third)
    desk = Desk(place.library, cache=place.cache, data=place.cache / "data")
    desk.sync()
    (article,) = desk.ids()
    found = desk.revisions.of(article)
    assert [one.number for one in found.versions] == [1, 2, 3]
    said = [one.article.blocks[0].text for one in found.versions]
    assert said == [TEXT, f"{TEXT} More.", OTHER]
    assert found.failed == ()
    desk.close()
