"""What would come into a library, looked at before it is brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paper import put
from web_server import HOST, WebServer, answer

from search import (
    ArrivalPreview,
    BroughtIn,
    ChangedArticle,
    CutOff,
    Desk,
    Duplicate,
    FeedSeen,
    LookingAt,
    NewArticle,
    PassedOver,
    Rejected,
    Updates,
)

if TYPE_CHECKING:
    from pathlib import Path

    from search import Decision, Previewed


def feed(*numbers: int) -> bytes:
    entry = (
        "<item><title>Wall {0}</title><link>https://quay.example/{0}</link><description>"
        "&lt;p&gt;The wall of harbour {0} holds.&lt;/p&gt;&lt;p&gt;It was read {0} times.&lt;/p&gt;</description></item>"
    )
    items = "".join(entry.format(number) for number in numbers)
    text = f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>"
    return answer(text.encode(), "200 OK", "application/rss+xml")


class Place:
    """A library that may ask this machine."""

    def __init__(self, folder: Path) -> None:
        self.library = folder / "library"
        self.cache = folder / "cache"
        put(self.library, "kept.md", 1, url="https://quay.example/1")

    def preview(self) -> ArrivalPreview:
        return ArrivalPreview(self.desk(), (HOST,), self.cache)

    def desk(self) -> Desk:
        desk = Desk(self.library, cache=self.cache, data=self.cache / "data")
        desk.sync()
        return desk

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.library.iterdir())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def kinds(came: list[Previewed]) -> list[str]:
    return [type(one).__name__ for one in came]


def test_looking_writes_nothing_and_bringing_in_fetches_nothing_again(place: Place) -> None:
    with WebServer({"/feed": feed(1, 2, 3)}) as server:
        preview = place.preview()
        came = [*preview.look([server.url("/feed")])]
        assert kinds(came) == ["LookingAt", "FeedSeen", "Duplicate", "NewArticle", "NewArticle"]
        assert place.files == ["kept.md"]
        decisions = [one for one in came if not isinstance(one, LookingAt | CutOff | PassedOver)]
        brought = [*preview.bring_in(decisions)]
        assert len(server.requests) == 1
    assert [one.path for one in brought] == [
        "",
        "undated-quay-herald-wall-2.md",
        "undated-quay-herald-wall-3.md",
    ]
    assert not any(one.fault for one in brought)
    assert place.files == ["feeds.toml", "kept.md", *(one.path for one in brought[1:])]


def test_a_feed_that_is_subscribed_to_is_there_already(place: Place) -> None:
    with WebServer({"/feed": feed(1)}) as server:
        url = server.url("/feed")
        Updates(place.desk()).subscribe(url)
        came = [*place.preview().look([url])]
    assert came[1:] == [
        Duplicate(url, "feeds.toml", "address"),
        Duplicate(url, "kept.md", "address"),
    ]


def test_each_name_is_told_before_what_comes_of_it_and_one_that_fails_stops_none(
    place: Place, tmp_path: Path
) -> None:
    put(tmp_path, "new.md", 5, "The tide is high.")
    with WebServer({}) as server:
        names = [server.url("/none"), str(tmp_path / "missing.md"), str(tmp_path / "new.md")]
        came = [*place.preview().look(names)]
    assert [one.name for one in came if isinstance(one, LookingAt)] == names
    assert kinds(came)[1::2] == ["Rejected", "Rejected", "NewArticle"]


def test_kinds_of_files_that_nothing_reads_are_told_first(place: Place, tmp_path: Path) -> None:
    put(tmp_path / "more", "new.md", 5, "The tide is high.")
    for name in ("quay.jpg", "pier.jpg", "notes.xyz"):
        (tmp_path / "more" / name).write_bytes(b"\xff\xd8 no text")
    first, *rest = place.preview().look([str(tmp_path / "more")])
    assert isinstance(first, PassedOver)
    assert [(kind.suffix, kind.files) for kind in first.kinds] == [(".jpg", 2), (".xyz", 1)]
    assert kinds(rest) == ["LookingAt", "NewArticle"]


def test_there_is_a_bound_to_what_is_looked_at(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        put(tmp_path / "more", f"{number}.md", number, f"The tide of day {number} is high.")
    monkeypatch.setattr("search.arrivals.arrival_preview.MOST_PREVIEWED", 3)
    came = [*place.preview().look([str(tmp_path / "more")])]
    assert kinds(came) == ["LookingAt", *["NewArticle"] * 3, "CutOff"]
    monkeypatch.setattr("search.arrivals.arrival_preview.MOST_PREVIEWED", 99)
    monkeypatch.setattr("search.arrivals.arrival_preview._MOST_CHARACTERS", 1)
    assert kinds([*place.preview().look([str(tmp_path / "more")])]) == [
        "LookingAt",
        "NewArticle",
        "CutOff",
    ]


def test_a_name_that_was_given_meanwhile_is_left_to_whom_it_was_given(
    place: Place, tmp_path: Path
) -> None:
    put(tmp_path, "new.md", 5, "The tide is high.")
    preview = place.preview()
    new = [one for one in preview.look([str(tmp_path / "new.md")]) if isinstance(one, NewArticle)]
    (place.library / new[0].path).write_text("somebody else's")
    (brought,) = preview.bring_in(new)
    assert brought.path == new[0].path.replace(".md", "-2.md")
    assert (place.library / new[0].path).read_text() == "somebody else's"
    assert (place.library / brought.path).is_file()


def test_what_cannot_be_written_is_told_and_the_rest_goes_on(place: Place, tmp_path: Path) -> None:
    for number in (5, 6):
        put(tmp_path / "more", f"{number}.md", number, f"The tide of day {number} is high.")
    (place.library / "feeds.toml").mkdir()
    preview = place.preview()
    new = [one for one in preview.look([str(tmp_path / "more")]) if isinstance(one, NewArticle)]
    wanted: list[Decision] = [FeedSeen("https://quay.example/feed"), Rejected("x", "y"), *new]
    refused, *brought = preview.bring_in(wanted)
    assert "feeds.toml" in refused.fault
    assert [one.path for one in brought] == [one.path for one in new]


def test_nothing_is_brought_in_that_was_not_looked_at(place: Place) -> None:
    assert [*place.preview().bring_in([FeedSeen("https://quay.example/feed")])] == []
    assert BroughtIn(FeedSeen("https://quay.example/feed")).path == ""


def test_what_its_user_wrote_meanwhile_is_not_replaced(place: Place) -> None:
    with WebServer({"/feed": feed(2)}) as server:
        url = server.url("/feed")
        for text in ("holds", "sways", "falls"):
            server.pages["/feed"] = feed(2).replace(b"holds", text.encode())
            preview = place.preview()
            came = [*preview.look([url])]
            (one,) = [one for one in came if isinstance(one, NewArticle | ChangedArticle)]
            file = place.library / one.path
            if text == "falls":
                file.write_text(file.read_text() + "My own line.\n")
            (brought,) = preview.bring_in([one])
    assert "edited here meanwhile" in brought.fault
    assert file.read_text().endswith("My own line.\n")
    assert "sways" in file.read_text()
