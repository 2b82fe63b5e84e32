"""The desk on real folders: found, read, kept up to date."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from found import ids_of, storage_of

from search import (
    ArticleError,
    ArticleId,
    Desk,
    IndexLockedError,
    LibraryError,
    NoSuchArticleError,
    QueryError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from search import (
        Sort,
        SyncProgress,
    )
    from search.engine import Snapshot

T = TypeVar("T")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    put(
        folder,
        "a.md",
        "Harbour strike ends",
        "Dockers went back to work.",
        "The Pilot",
        "2024-05-02",
    )
    put(folder, "b.md", "Dockers vote", "The strike vote was close.", "Daily Tide", "2024-04-30")
    put(folder, "c.md", "Weather", "Rain is likely at sea.", "The Pilot")
    return folder


@pytest.fixture
def desk(library: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(library, cache=tmp_path / "cache")
    yield desk
    desk.close()


def put(
    folder: Path, name: str, title: str, text: str, source: str, day: str | None = None
) -> None:
    dated = f"date: {day}\n" if day else ""
    head = f"---\ntitle: {title}\nsource: {source}\n{dated}---\n"
    (folder / name).write_text(f"{head}\n{text}\n", "utf-8")


def paths(desk: Desk, query: str, sort: Sort = "relevance") -> list[str]:
    answer = desk.search(query, sort)
    return [hit.head.path for hit in desk.hits(answer, 0, 100)]


def test_before_the_first_sync_everything_is_empty(desk: Desk) -> None:
    assert not desk.ready
    assert desk.ids() == ()
    assert desk.search("strike").total == 0


def test_a_sync_reports_what_it_found_and_how_far_it_is(desk: Desk) -> None:
    seen: list[SyncProgress] = []
    report = desk.sync(seen.append)
    assert (report.articles, report.added, report.changed, report.removed) == (3, 3, 0, 0)
    assert (report.failed, report.rebuilt) == ((), None)
    assert [at.path for at in seen] == ["", "a.md", "b.md", "c.md", ""]
    assert [at.done for at in seen] == [0, 1, 2, 3, 3]
    assert {at.total for at in seen} == {3}
    assert desk.ready


def test_an_answer_counts_and_orders(desk: Desk) -> None:
    desk.sync()
    answer = desk.search("")
    assert answer.total == 3
    assert answer.sources == (("The Pilot", 2), ("Daily Tide", 1))
    assert answer.months == (("2024-04", 1), ("2024-05", 1), (None, 1))
    assert paths(desk, "", "newest") == ["a.md", "b.md", "c.md"]
    assert paths(desk, "", "oldest") == ["b.md", "a.md", "c.md"]


def test_a_word_in_the_title_counts_beside_the_story(desk: Desk, library: Path) -> None:
    put(library, "z.md", "A vote on the strike", "The strike goes on.", "The Pilot")
    desk.sync()
    assert paths(desk, "strike")[0] == "z.md"
    assert sorted(paths(desk, "strike")[1:]) == ["a.md", "b.md"]


def test_a_row_shows_why_it_was_found(desk: Desk) -> None:
    desk.sync()
    (hit,) = desk.hits(desk.search('"strike vote"'), 0, 10)
    assert (hit.head.label, hit.head.source, hit.head.published) == (
        "Dockers vote",
        "Daily Tide",
        "2024-04-30",
    )
    assert hit.matches == 1
    (span,) = hit.excerpt.spans
    assert hit.excerpt.text[span.start : span.stop] == "strike vote"


def test_rows_are_given_as_they_are_asked_for(desk: Desk) -> None:
    desk.sync()
    answer = desk.search("", "newest")
    assert [hit.head.path for hit in desk.hits(answer, 1, 2)] == ["b.md"]
    assert desk.hits(answer, 3, 9) == []


def test_while_typing_the_last_word_may_be_unfinished(desk: Desk) -> None:
    desk.sync()
    assert desk.search("harb", typing=True).total == 1
    assert desk.search("harb").total == 0


def test_a_misspelt_word_gets_a_suggestion_that_finds_more(desk: Desk) -> None:
    desk.sync()
    assert desk.search("harbuor").suggestion == "harbour"
    assert desk.search('rain OR "strike vot"').suggestion == 'rain OR "strike vote"'
    assert desk.search("source:pilto").suggestion == "source:pilot"
    assert desk.search("harbour").suggestion is None
    assert desk.search("xylophone").suggestion is None


def test_changes_of_the_folder_are_noticed(desk: Desk, library: Path) -> None:
    desk.sync()
    put(library, "a.md", "Harbour strike ends", "Cranes move again.", "The Pilot")
    put(library, "d.md", "New", "A whale was seen.", "The Pilot")
    (library / "b.md").rename(library / "e.md")
    (library / "c.md").unlink()
    report = desk.sync()
    assert (report.articles, report.added, report.changed, report.removed) == (3, 2, 1, 2)
    assert paths(desk, "cranes") == ["a.md"]
    assert paths(desk, "dockers") == ["e.md"]
    assert paths(desk, "whale") == ["d.md"]
    assert paths(desk, "rain") == []
    assert [desk.path(id_) for id_ in desk.ids()] == ["a.md", "d.md", "e.md"]


def test_a_file_that_is_only_touched_is_not_indexed_again(desk: Desk, library: Path) -> None:
    desk.sync()
    os.utime(library / "a.md", ns=(1, 1))
    report = desk.sync()
    assert (report.added, report.changed, report.removed) == (0, 0, 0)


def test_a_change_of_the_same_size_and_time_is_noticed_if_fresh(desk: Desk, library: Path) -> None:
    seen = (library / "c.md").stat()
    desk.sync()
    text = (library / "c.md").read_text("utf-8")
    (library / "c.md").write_text(text.replace("Rain", "Snow"), "utf-8")
    os.utime(library / "c.md", ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert desk.sync().changed == 1
    assert paths(desk, "snow") == ["c.md"]


def test_a_broken_file_is_named_and_the_rest_goes_on(desk: Desk, library: Path) -> None:
    (library / "bad.md").write_bytes(b"")
    report = desk.sync()
    assert [error.path for error in report.failed] == ["bad.md"]
    assert report.articles == 3
    assert [error.path for error in desk.sync().failed] == ["bad.md"]
    with pytest.raises(ArticleError, match=r"bad\.md"):
        desk.read(desk.resolve("bad.md"))
    put(library, "bad.md", "Mended", "All is well.", "The Pilot")
    assert desk.sync().failed == ()
    assert paths(desk, "mended") == ["bad.md"]


def test_a_file_that_breaks_leaves_the_index(desk: Desk, library: Path) -> None:
    desk.sync()
    (library / "a.md").write_bytes(b"")
    report = desk.sync()
    assert (report.removed, len(report.failed)) == (1, 1)
    assert paths(desk, "harbour") == []


def test_an_article_that_vanished_keeps_its_row(desk: Desk, library: Path) -> None:
    desk.sync()
    (library / "a.md").unlink()
    (hit,) = desk.hits(desk.search("harbour"), 0, 10)
    assert (hit.head.label, hit.excerpt.text) == ("Harbour strike ends", "")
    with pytest.raises(ArticleError, match=r"a\.md"):
        desk.read(hit.head.id)


def test_a_cancelled_sync_changes_nothing(desk: Desk, library: Path) -> None:
    desk.sync()
    put(library, "a.md", "Changed", "Changed.", "The Pilot")
    report = desk.sync(cancelled=lambda: True)
    assert (report.articles, report.added, report.changed) == (3, 0, 0)
    assert paths(desk, "harbour") == ["a.md"]
    assert desk.sync().changed == 1


def test_a_progress_that_fails_does_no_harm(desk: Desk, library: Path) -> None:
    desk.sync()
    put(library, "a.md", "Changed", "Changed.", "The Pilot")

    def stop(at: SyncProgress) -> None:
        raise RuntimeError(at.path)

    with pytest.raises(RuntimeError):
        desk.sync(stop)
    assert desk.ready
    assert desk.sync().rebuilt is None


def test_an_article_is_named_by_path_id_or_the_beginning_of_one(
    desk: Desk, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.sync()
    id_ = desk.ids()[0]
    monkeypatch.chdir(library.parent)
    names = [
        "a.md",
        "library/a.md",
        "./library/../library/a.md",
        str(library / "a.md"),
        id_,
        id_[:6],
    ]
    assert [desk.resolve(name) for name in names] == [id_] * len(names)
    for name in ("nowhere.md", "", "zz", "\0", "x" * 5000):
        with pytest.raises(NoSuchArticleError):
            desk.resolve(name)
    with pytest.raises(NoSuchArticleError):
        desk.read(ArticleId(desk.ids()[0][::-1]))


def test_a_beginning_that_several_ids_have_is_refused(desk: Desk, library: Path) -> None:
    for n in range(20):
        put(library, f"{n}.md", "Filler", "Filler.", "The Pilot")
    desk.sync()
    begin = next(id_[0] for id_ in desk.ids() if sum(i[0] == id_[0] for i in desk.ids()) > 1)
    with pytest.raises(NoSuchArticleError, match="begin so"):
        desk.resolve(begin)


def test_a_file_outside_the_library_can_be_read_and_compared(desk: Desk, tmp_path: Path) -> None:
    desk.sync()
    put(tmp_path, "x.md", "Strike over", "Dockers went back to work today.", "Other")
    outside = desk.resolve(str(tmp_path / "x.md"))
    assert desk.read(outside).title == "Strike over"
    assert desk.counterparts(outside)[0].head.path == "a.md"
    comparison = desk.compare(outside, desk.ids()[0])
    assert comparison.links
    assert outside not in desk.ids()


def test_rivals_come_from_other_sources(desk: Desk) -> None:
    desk.sync()
    a, _, c = desk.ids()
    assert [one.head.path for one in desk.counterparts(a)] == ["b.md"]
    assert {one.head.path for one in desk.counterparts(a, same_source=True)} <= {"b.md", "c.md"}
    assert desk.counterparts(a, 0) == []
    assert c not in {one.head.id for one in desk.counterparts(c)}


def test_rivals_come_with_reasons_a_person_can_check(desk: Desk, library: Path) -> None:
    put(library, "d.md", "Strike vote", "Dockers ended the strike.", "Daily Tide", "2024-05-05")
    desk.sync()
    best = desk.counterparts(desk.resolve(str(library / "a.md")), 1)[0]
    assert (best.head.path, best.head.source) == ("d.md", "Daily Tide")
    assert best.why[0].startswith("shares: ")
    assert "Dockers" in best.why[0]
    assert best.why[1] == "3 days apart"


def test_rivals_of_an_article_that_vanished_are_refused(desk: Desk, library: Path) -> None:
    desk.sync()
    (library / "a.md").unlink()
    with pytest.raises(ArticleError, match=r"a\.md"):
        desk.counterparts(desk.resolve(desk.ids()[0]))


def test_a_single_file_is_a_library(library: Path, tmp_path: Path) -> None:
    desk = Desk(library / "a.md", cache=tmp_path / "cache")
    assert desk.sync().articles == 1
    assert paths(desk, "strike") == ["a.md"]
    desk.close()


def test_names_that_are_no_utf8_are_searched_and_read(desk: Desk, library: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    put(library, name, "Café", "Coffee is served.", "The Pilot")
    desk.sync()
    assert paths(desk, "coffee") == [name]
    assert desk.read(desk.resolve(name)).title == "Café"


def test_the_index_lies_outside_the_library(desk: Desk, library: Path) -> None:
    desk.sync()
    assert sorted(file.name for file in library.iterdir()) == ["a.md", "b.md", "c.md"]


def test_a_library_without_articles_is_empty(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    desk = Desk(tmp_path / "library", cache=tmp_path / "cache")
    for _ in range(2):
        assert desk.sync().articles == 0
    for query in ("", "word", "-word", "w*", '"two words"', "word~", "after:2019", "source:x"):
        assert (desk.search(query).total, desk.search(query).suggestion) == (0, None)
    assert desk.ids() == ()
    put(tmp_path / "library", "a.md", "A title", "A word.", "The Pilot")
    desk.sync()
    (tmp_path / "library" / "a.md").unlink()
    assert desk.sync().removed == 1
    assert desk.search("word").total == 0
    desk.close()


def test_what_cannot_be_read_is_said(tmp_path: Path, desk: Desk) -> None:
    with pytest.raises(LibraryError, match="nowhere"):
        Desk(tmp_path / "nowhere")
    with pytest.raises(QueryError):
        desk.search('"unclosed')


def test_searches_go_on_during_syncs(desk: Desk, library: Path) -> None:
    desk.sync()
    wrong: list[str] = []
    stop = threading.Event()

    def search() -> None:
        while not stop.is_set():
            found = paths(desk, "dockers")
            if sorted(found) != ["a.md", "b.md"]:
                wrong.append(str(found))
            time.sleep(0.002)  # as a person does: a lock is not fair to who waits longest

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(8):
        put(library, "c.md", "Weather", f"Rain {n} is likely at sea.", "The Pilot")
        desk.sync(rebuild=n % 3 == 2)
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert paths(desk, "7") == ["c.md"]


def test_two_desks_on_one_library_take_turns(desk: Desk, library: Path, tmp_path: Path) -> None:
    desk.sync()
    other = Desk(library, cache=tmp_path / "cache")
    put(library, "d.md", "New", "A whale was seen.", "The Pilot")

    def meddle(at: SyncProgress) -> None:
        if at.done:
            return
        assert storage_of(other).locked
        with pytest.raises(IndexLockedError, match="another diptych"):
            other.sync()
        assert paths(other, "harbour") == ["a.md"]

    desk.sync(meddle)
    assert not storage_of(other).locked
    assert other.sync().added == 0
    assert paths(other, "whale") == ["d.md"]
    other.close()


def test_what_is_too_large_for_an_article_is_named_and_left_out(desk: Desk, library: Path) -> None:
    with (library / "dump.txt").open("wb") as dump:
        dump.truncate(9 << 20)
    (failed,) = desk.sync().failed
    assert str(failed) == "dump.txt: larger than 8 MB, which is no article"
    assert len(desk.ids()) == 3


def test_a_cache_that_cannot_even_be_looked_at(library: Path) -> None:
    desk = Desk(library, cache=Path("/" + "x" * 300))
    assert not desk.ready
    assert desk.inspect().health.state.kind == "empty"
    assert desk.search("harbour").total == 0
    assert desk.sync().articles == len(desk.ids()) > 0
    (said,) = desk.hear()
    assert "can't be written: file name too long; it is built for this run only, in " in said
    desk.close()


@pytest.mark.parametrize("name", ["", "  ", "a: b"])
def test_a_name_that_means_nothing_is_told_from_the_reason(desk: Desk, name: str) -> None:
    with pytest.raises(NoSuchArticleError) as caught:
        desk.resolve(name)
    assert caught.value.what.strip('"') == name
    assert caught.value.reason.startswith("no article")


def test_the_number_of_articles_is_that_of_the_last_sync(desk: Desk, library: Path) -> None:
    assert desk.articles == 0
    desk.sync()
    assert desk.articles == len(desk.ids()) == 3
    (library / "c.md").unlink()
    desk.sync()
    assert desk.articles == len(desk.ids()) == 2


def test_rows_nobody_waits_for_any_more_are_not_made(desk: Desk) -> None:
    desk.sync()
    answer, asked = desk.search(""), iter([False, True])
    rows = desk.rows(answer, range(3), cancelled=lambda: next(asked))
    assert [(at, row.head.id) for at, row in rows.items()] == [(0, ids_of(answer)[0])]


def test_a_concordance_of_some_sources_leaves_out_the_others(tmp_path: Path) -> None:
    library = tmp_path / "papers"
    library.mkdir()
    for source in ("Valley Herald", "Herald Tribune", "Courier", ""):
        head = f"source: {source}\n" if source else ""
        (library / f"{source or 'none'}.md").write_text(f"---\n{head}---\nThe levee broke.\n")
    desk = Desk(library, cache=tmp_path / "cache-papers")
    desk.sync()

    def sources(*wanted: str | None) -> set[str | None]:
        return {use.head.source for use in desk.concordance("levee", sources=wanted).uses}

    assert sources("Valley Herald", None) == {"Valley Herald", None}
    assert sources("Courier", "Nobody") == {"Courier"}
    assert sources() == set()
    assert len(desk.concordance("levee").uses) == 4


def test_a_search_beside_a_sync_doesnt_hide_its_news(
    desk: Desk, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.sync()
    fresh = Desk(library, cache=desk._home.parent)
    put(library, "d.md", "New", "A whale was seen.", "The Pilot")
    read = fresh._engine.read

    def read_then_another_syncs(task: Callable[[Snapshot], T]) -> T:
        answer = read(task)
        monkeypatch.setattr(fresh._engine, "read", read)
        desk.sync()
        return answer

    monkeypatch.setattr(fresh._engine, "read", read_then_another_syncs)
    assert fresh.search("").total == 3
    assert fresh.sync().news
    assert fresh.search("").total == 4
    fresh.close()


def test_a_row_whose_article_has_lost_its_title_has_the_name_of_its_file(
    desk: Desk, library: Path
) -> None:
    desk.sync()
    (library / "a.md").write_text("---\nsource: The Pilot\n---\n\nharbour things happen.\n")
    (hit,) = desk.hits(desk.search("harbour"), 0, 9)
    assert (hit.head.label, hit.head.title) == ("a.md", None)


def test_a_concordance_that_is_cancelled_gives_what_it_has(desk: Desk) -> None:
    desk.sync()
    assert desk.concordance("strike", cancelled=lambda: True).uses == ()


def test_whatever_id_an_article_is_asked_by_the_index_stays(desk: Desk) -> None:
    desk.sync()
    desk.story_groups.gather()
    before = sorted(desk._home.glob("g-*"))
    assert desk.story_groups.versions([ArticleId("no id")]) == {}
    assert desk.story_groups.story(ArticleId("f" * 40)) is None
    assert (sorted(desk._home.glob("g-*")), desk.hear()) == (before, ())
