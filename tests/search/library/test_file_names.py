from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from search import Article, ArticleId, Block, Desk
from search.library import locate
from search.library.file_names import (
    NameHead,
    as_indexed,
    name_says,
    names_of_folder,
    pattern_fault,
    with_name,
)
from search.library.folder_scan import scan
from search.library.location import FileNames

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The ferry sank on Sunday in the harbour, and all who were on board were saved.\n"


def article(path: str, **fields: Any) -> Article:
    return replace(Article(ArticleId("0" * 16), path, (Block("paragraph", "A."),)), **fields)


@pytest.mark.parametrize(
    ("names", "agreed"),
    [
        (["2019-03-14-ferry.md", "2019-03-15-quay.md"], True),
        (["20190314_ferry.md", "2019.03.15 quay.md"], True),
        (["ferry-2019-03-14.md", "quay-2019-03-15.txt"], True),
        (["gazette_2019-03-14_ferry.md", "post_20190315_quay.txt"], True),
        (["2019-03-14-ferry.md", "quay.md"], False),
        (["2019-03-14-ferry.md", "quay-2019-03-15.md"], False),
        (["2019-03-14-10-ferries.md"], True),
        (["2019-03-14.md"], False),
        (["2019-03-14-10.md"], False),
        (["2019-02-30-ferry.md"], False),
        (["60804-12-ferry.md"], False),
        ([], False),
    ],
)
def test_a_folder_is_dated_if_all_its_names_are(names: list[str], *, agreed: bool) -> None:
    assert names_of_folder(names, "").dated is agreed


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["a/The Guardian/ferry.md"], True),
        (["bbc-news/ferry.md", "bbc-news/quay.md"], True),
        (["Nature/ferry.md"], False),
        (["harbour-gazette/ferry.md"], False),
        (["bbc-news_ferry.md", "the-guardian_quay.md"], True),
        (["2019-03-14_BBC News_ferry.md", "2019-03-15_Reuters_quay.md"], True),
        (["BBC News - ferry.md", "quay - BBC News.md"], False),
        (["bbc.md"], False),
        ([], False),
    ],
)
def test_a_folder_tells_outlets_if_it_or_all_its_names_do(paths: list[str], *, told: bool) -> None:
    assert names_of_folder(paths, "").told is told


@pytest.mark.parametrize(
    ("pattern", "path", "said"),
    [
        (
            "{source}/{date:%Y-%m-%d}*",
            "news/Harbour Gazette/2019-03-14-ferry.md",
            NameHead("2019-03-14", "Harbour Gazette"),
        ),
        ("{source}/*", "the-guardian/ferry.md", NameHead(None, "The Guardian")),
        ("{source}_{date:%Y%m%d}", "quay_20190314.txt", NameHead("2019-03-14", "quay")),
        ("{date:%Y/%m/%d}/*", "a/2019/03/14/ferry.md", NameHead("2019-03-14", None)),
        ("{date:%d-%b-%y} *", "14-Mar-19 ferry.txt", NameHead("2019-03-14", None)),
        ("{date}*", "2019-03-14.md", NameHead("2019-03-14", None)),
        ("{date:%Y-%m-%d}*", "2019-13-14-a.md", NameHead()),
        ("{source}/{date}*", "ferry.md", NameHead()),
        ("[a]+/{source}", "[a]+/quay.md", NameHead(None, "quay")),
        ("", "2019-03-14-ferry.md", NameHead("2019-03-14", None)),
        ("", "bbc-news/ferry.md", NameHead(None, "BBC News")),
        ("", "2019-03-14_the-guardian_a.md", NameHead("2019-03-14", "The Guardian")),
        ("", "ferry.md", NameHead()),
    ],
)
def test_a_name_says_what_its_pattern_tells(pattern: str, path: str, said: NameHead) -> None:
    assert not pattern or pattern_fault(pattern) is None
    assert name_says(path, pattern) == said


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("", "wants 1 to 200 characters"),
        ("a" * 201, "wants 1 to 200 characters"),
        ("{title}", "knows no {title}"),
        ("{source}/{source}", "can't be read"),
        ("{date:%Q}", "can't be read"),
        ("{date:%Y%Y}", "can't be read"),
        ("*-*-*", "allows 2 of {source} and * between two strokes"),
    ],
)
def test_a_pattern_with_a_fault_is_told(pattern: str, fault: str) -> None:
    assert (pattern_fault(pattern) or "").startswith(fault)


def test_a_pattern_outranks_a_page_and_not_what_is_stated() -> None:
    names = FileNames("{source}/{date}*")
    path = "Quay Post/2019-03-14-ferry.md"
    guessed = article(path, published="2018-01-01", evidence={"published": "text: line 3"})
    told = with_name(guessed, names)
    assert (told.published, told.source) == ("2019-03-14", "Quay Post")
    assert told.evidence == {"published": "name of the file", "source": "name of the file"}
    stated = article(path, published="2018-01-01", evidence={"published": "front matter"})
    assert with_name(stated, names).published == "2018-01-01"


def test_a_dated_folder_only_fills_what_is_not_known() -> None:
    names = FileNames(dated=True)
    assert with_name(article("2019-03-14-ferry.md"), names).published == "2019-03-14"
    found = article(
        "2019-03-14-a.md", published="2018-01-01", evidence={"published": "text: line 3"}
    )
    assert with_name(found, names) is found
    assert with_name(article("2019-03-14-ferry.md"), FileNames()).published is None


def test_an_index_is_believed_where_the_name_says_the_same() -> None:
    bare = article("2019-03-14-ferry.md")
    assert as_indexed(bare, "2019-03-14", None, "").published == "2019-03-14"
    assert as_indexed(bare, "2019-03-15", None, "") is bare
    assert as_indexed(bare, None, None, "") is bare


def test_a_scan_says_how_names_are_read(tmp_path: Path) -> None:
    for path in ("a/2019-03-14-ferry.md", "b/2019-03-14-ferry.md", "b/quay.md"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(STORY, "utf-8")
    files, *_ = scan(locate(tmp_path))
    assert [file.names.dated for file in files] == [True, False, False]
    others, *_ = scan(locate(tmp_path, "{date}*"))
    assert all(a.stamp != b.stamp for a, b in zip(files, others, strict=True))


def test_a_folder_of_an_outlet_is_the_source_of_its_articles(tmp_path: Path) -> None:
    (tmp_path / "library" / "bbc-news").mkdir(parents=True)
    (tmp_path / "library" / "bbc-news" / "ferry.md").write_text(STORY, "utf-8")
    desk = Desk(tmp_path / "library", cache=tmp_path / "cache")
    desk.sync()
    (known,) = desk.heads()
    assert (known.source, desk.read(known.id).source) == ("BBC News", "BBC News")
    desk.close()


def test_articles_are_read_anew_once_names_are_read_otherwise(tmp_path: Path) -> None:
    library = tmp_path / "library"
    (library / "Quay Post").mkdir(parents=True)
    (library / "Quay Post" / "2019-03-14-ferry.md").write_text(STORY, "utf-8")

    def head(names: str = "") -> tuple[str | None, str | None, dict[str, str]]:
        desk = Desk(library, cache=tmp_path / "cache", names=names)
        desk.sync()
        (known,) = desk.heads()
        read = desk.read(known.id)
        assert (known.published, known.source) == (read.published, read.source)
        desk.close()
        return read.published, read.source, read.evidence

    assert head() == ("2019-03-14", None, {"published": "name of the file"})
    assert head("{source}/*")[:2] == ("2019-03-14", "Quay Post")
    assert head("{source}/{date}*")[:2] == ("2019-03-14", "Quay Post")
    assert head()[:2] == ("2019-03-14", None)
    (library / "Quay Post" / "other.md").write_text(STORY, "utf-8")
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    assert [known.published for known in desk.heads()] == [None, None]
    desk.close()
