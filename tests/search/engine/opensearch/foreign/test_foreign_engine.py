"""An index that others built, on a real OpenSearch: opened, searched, read and compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pytest
from archive_to_test import archive_for_test, archive_to_test, ask_archive

from search import Desk, NamedArchive, bundled
from search.archive_options import ArchiveOptions
from search.engine.opensearch.long_lists import long_list
from search.engine.opensearch.point_in_time import View
from search.errors import IndexFailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from search import Article, Sort
    from search.archive_address import ArchiveAddress

pytestmark = pytest.mark.archive
TEXT = {"type": "text", "analyzer": "english"}
MAPPING = {
    "mappings": {
        "properties": {
            "article_title": TEXT,
            "text_content": TEXT,
            "canonical_domain": {"type": "keyword"},
            "publication_date": {"type": "date"},
            "language": {"type": "keyword"},
            "url": {"type": "keyword"},
        }
    }
}


def put(index: str, documents: dict[str, dict[str, Any]]) -> None:
    lines = [
        json.dumps(line)
        for name, one in documents.items()
        for line in ({"index": {"_id": name}}, one)
    ]
    asked = Request(  # noqa: S310 - the URL of a test
        f"{archive_to_test()}/{index}/_bulk?refresh=true",
        ("\n".join(lines) + "\n").encode(),
        {"content-type": "application/x-ndjson"},
    )
    with urlopen(asked, timeout=30) as answer:  # noqa: S310 - as above
        assert not json.load(answer)["errors"]


def document(article: Article) -> dict[str, Any]:
    return {
        "article_title": article.title,
        "text_content": "\n\n".join(block.text for block in article.blocks),
        "canonical_domain": f"{(article.source or 'x').lower().replace(' ', '')}.example",
        "publication_date": (article.published or "")[:10] or None,
        "language": article.language or "en",
        "url": f"https://news.example/{article.id}",
    }


@pytest.fixture
def news(tmp_path: Path) -> ArchiveAddress:
    """Give an index shaped like that of Media Cloud: the bundled articles, and boats."""
    address = archive_for_test(tmp_path)
    ask_archive("PUT", f"/{address.index}", MAPPING)
    here = Desk(bundled(), cache=tmp_path / "cache", data=tmp_path / "data")
    here.sync()
    found = {f"doc/{one}": document(here.read(one)) for one in here.ids()}
    here.close()
    for number in range(40):
        day = f"2025-0{1 + number % 9}-0{1 + number % 5}"
        found[f"boat-{number:02}"] = {
            "article_title": f"Boat {number} sails",
            "text_content": f"The harbour boat number {number} was sailing.",
            "canonical_domain": f"tide{number % 3}.example",
            "language": "en",
        } | ({"publication_date": day} if number % 10 else {})
    put(address.index, found)
    return address


@pytest.fixture
def open_news(news: ArchiveAddress, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    opened: list[Desk] = []

    def open_(**options: Any) -> Desk:
        asked = NamedArchive("", news, ArchiveOptions(**options))
        one = Desk(Path(str(news)), archives=[asked], data=tmp_path / "data")
        opened.append(one)
        return one

    yield open_
    for one in opened:
        one.close()


def test_it_is_searched_read_and_counted(open_news: Callable[..., Desk]) -> None:
    desk = open_news()
    assert desk.sync().articles == 45
    answer = desk.search("sail")
    assert (answer.total, answer.exact) == (40, True)
    assert answer.read_as.endswith("words as the archive's own analyzers take them")
    assert dict(answer.sources)["tide0.example"] == 14
    assert answer.months[0][0] == "2025-01"
    assert answer.months[-1] == (None, 4)
    (hit,) = desk.hits(answer, 0, 1)
    assert hit.matches
    article = desk.read(hit.head.id)
    assert article.source
    assert article.day is None or article.day.year == 2025
    assert desk.search("source:tide1").total == 13
    assert desk.search('"harbour boat"').total == 40
    assert desk.search("after:2025-09 before:2025-12").total == 4
    assert desk.search("-sail").total == 5
    # The analyzer leaves nothing of `the`: then the other word decides, but not without one.
    assert [desk.search(text).total for text in ("the boat", "the -boat", "the")] == [40, 5, 0]


def test_its_long_lists_are_read_from_anywhere(
    open_news: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_news()
    for sort in ("newest", "oldest", "source", "relevance"):
        whole = [hit.head.id for hit in desk.hits(desk.search("sail", sort), 0, 40)]
        assert len(set(whole)) == 40
        with monkeypatch.context() as patch:
            patch.setattr(long_list, "REACH", 6)
            patch.setattr(long_list, "_AT_ONCE", 3)
            for start in (0, 5, 9, 17, 22, 30, 35):
                some = desk.hits(desk.search("sail", sort), start, start + 4)
                assert [hit.head.id for hit in some] == whole[start : start + 4], (sort, start)


@pytest.mark.parametrize("sort", ["newest", "oldest", "source", "relevance"])
def test_a_list_goes_on_at_its_place_once_its_view_has_expired(
    open_news: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch, sort: Sort
) -> None:
    desk = open_news()
    whole = [hit.head.id for hit in desk.hits(desk.search("sail", sort), 0, 40)]
    monkeypatch.setattr(long_list, "REACH", 4)
    monkeypatch.setattr(long_list, "_AT_ONCE", 3)
    answer = desk.search("sail", sort)
    for start in (14, 19, 24, 29):  # each goes on behind the one before, but in another view
        assert [hit.head.id for hit in desk.hits(answer, start, start + 5)] == whole[
            start : start + 5
        ]
        ask_archive("DELETE", "/_search/point_in_time/_all")


@pytest.mark.parametrize("sort", ["newest", "oldest", "source"])
def test_an_article_is_found_again_at_any_place_of_a_list(
    open_news: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch, sort: Sort
) -> None:
    desk = open_news()
    answer = desk.search("", sort)
    whole = [hit.head.id for hit in desk.hits(answer, 0, 45)]
    monkeypatch.setattr(long_list, "REACH", 2)
    found = desk.search("", sort).found
    for some in (whole[:5], whole[20:30], whole[-4:]):
        assert found.places(some) == {one: whole.index(one) for one in some}
    monkeypatch.setattr(long_list, "_MOST_STEPS", 1)  # of equals only the first are walked through
    assert set(found.places(whole[-4:]).values()) <= {whole.index(one) for one in whole[-4:]}


def test_two_of_its_articles_are_compared_and_counterparts_found(
    open_news: Callable[..., Desk],
) -> None:
    desk = open_news()
    told = desk.search("guaido", "oldest")
    hits = desk.hits(told, 0, told.total)
    first = hits[0].head.id
    close = desk.counterparts(first)
    assert close
    assert all(one.head.id.startswith("doc/") for one in close[:3])
    comparison = desk.compare(first, close[0].head.id)
    assert comparison.links
    assert desk.resolve(first) == first


def test_what_it_can_t_do_is_refused_by_name(open_news: Callable[..., Desk]) -> None:
    desk = open_news()
    with pytest.raises(IndexFailedError, match="exactly"):
        desk.search('"sailing"')
    with pytest.raises(IndexFailedError, match="by author"):
        desk.search("author:ana")
    assert desk.stories() == []
    assert any("stories are those of a search" in told for told in desk.hear())


def test_its_stories_are_those_of_what_a_search_finds(
    news: ArchiveAddress, open_news: Callable[..., Desk]
) -> None:
    told = {
        f"{paper}-{event}": {
            "article_title": f"{event} at the {event} quay",
            "text_content": f"The {event} began on Tuesday. {words} Nobody of {paper} was hurt.",
            "canonical_domain": f"{paper}.example",
            "publication_date": day,
            "language": "en",
        }
        for paper in ("tide", "quay")
        for event, day, words in (
            ("strike", "2025-11-03", "Dockers and crane drivers stopped the terminal over wages."),
            ("flood", "2025-11-20", "The river rose above its embankment and drowned the meadows."),
        )
    }
    put(news.index, told)
    desk = open_news()
    groups = desk.story_groups
    answer = desk.search("strike OR flood after:2025-11")
    assert groups.gather(among=answer.query)
    assert desk.hear() == (
        "stories are those of the 4 articles that strike OR flood after:2025-11 finds",
    )
    stories = {tuple(sorted(story.articles)) for story in desk.stories()}
    assert stories == {("quay-flood", "tide-flood"), ("quay-strike", "tide-strike")}
    story = groups.story(desk.resolve("tide-strike"))
    assert story
    assert any("strike" in why for why in story.why)
    (shared, _) = groups.shared("tide.example", "quay.example")
    assert {*shared.left, *shared.right} in ({*one} for one in stories)
    assert groups.story(desk.resolve("boat-01")) is None
    groups.merge(desk.resolve("tide-strike"), desk.resolve("tide-flood"))
    assert len(desk.stories()) == 1
    assert groups.undo()
    assert len(desk.stories()) == 2
    sampled = open_news(sample=3)
    sampled.story_groups.gather(among=sampled.search("quay strike OR flood").query)
    assert "stories are those of the newest 3 of 4 articles that" in " ".join(sampled.hear())
    chosen = open_news(stories="after:2025-11-10")
    assert [len(story.articles) for story in chosen.stories()] == [2]
    assert not groups.gather(lambda: True, desk.search("boat").query)


def test_fields_are_chosen_in_the_settings_and_shown(open_news: Callable[..., Desk]) -> None:
    desk = open_news(fields=(("title", "text_content"), ("text", "article_title")))
    (hit,) = desk.hits(desk.search("boat 7", "newest"), 0, 1)
    assert hit.head.title
    assert hit.head.title.startswith("The harbour boat")
    health = desk.inspect().health
    assert health.fields[0] == ("title", "text_content (text, not counted)")


def test_what_nobody_reads_of_a_document_does_not_come(
    news: ArchiveAddress, open_news: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = {
        "article_title": "Ferry",
        "text_content": "The ferry sank.",
        "page_html": "ferry " * 999,
    }
    put(news.index, {"ferry": page, "ferry-2": page | {"byline": "Ann Lee"}})
    came: list[dict[str, Any]] = []
    monkeypatch.setattr(View, "ask", _noting(View.ask, came))
    desk = open_news()
    answer = desk.search("ferry", "oldest")
    assert [hit.head.title for hit in desk.hits(answer, 0, 2)] == ["Ferry", "Ferry"]
    first, second = (desk.read(desk.resolve(name)) for name in ("ferry", "ferry-2"))
    assert (first.authors, second.authors) == ((), ("Ann Lee",))
    desk.counterparts(first.id)
    desk.concordance("ferry")
    asked = [hit["_source"] for one in came for hit in one["hits"]["hits"] if "_source" in hit]
    assert asked
    assert all("page_html" not in one for one in asked)


def _noting(ask: Callable[..., dict[str, Any]], came: list[dict[str, Any]]) -> Callable[..., Any]:
    def noting(view: View, body: dict[str, Any]) -> dict[str, Any]:
        came.append(ask(view, body))
        return came[-1]

    return noting


def test_a_word_that_is_not_there_is_respelt_as_it_is_written_there(
    news: ArchiveAddress, open_news: Callable[..., Desk]
) -> None:
    text = "The policies of the ministers were running late, the ministers said."
    put(news.index, {"policy": {"article_title": "Ministers", "text_content": text}})
    desk = open_news()
    spelt = {
        "harbuor": "harbour",
        "polycies": "policies",  # the index has `polici`
        "the harbuor": "the harbour",
        "title:ministrs": "title:ministers",
        "harbour": None,
        "zzyzx": None,
        "source:tyde1": None,
        "-harbuor boat": None,
    }
    assert {text: desk.search(text).suggestion for text in spelt} == spelt


def test_a_field_that_is_not_there_is_told_with_the_nearest_that_is(
    open_news: Callable[..., Desk],
) -> None:
    desk = open_news(fields=(("title", "artikle_title"), ("text", "text_content")))
    assert desk.search("boat").total == 40
    told = 'fields.title: the index has no field "artikle_title"; did you mean "article_title"?'
    assert desk.hear().count(told) == 1


def test_an_index_without_a_title_is_said_to_need_names(
    news: ArchiveAddress, tmp_path: Path
) -> None:
    ask_archive("PUT", f"/{news.index}-odd", {"mappings": {"properties": {"x": {"type": "text"}}}})
    with pytest.raises(IndexFailedError, match=r"name them in the settings: fields"):
        len(Desk(Path(f"{news}-odd"), data=tmp_path / "data").search("x").sources)
