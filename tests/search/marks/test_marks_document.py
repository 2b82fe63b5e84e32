"""Marks taken out as a document, and brought in again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from paper import opened, put

from search.marks import MarkChange, Passage, SavedSearch
from search.marks.document_fields import passage_fields, passage_of
from search.marks.reading_places import ReadingPlace
from search.marks.story_rulings import Override
from search.sides import Sides

if TYPE_CHECKING:
    from pathlib import Path

    from search import Desk


def marked(place: Path) -> Desk:
    for number in range(1, 5):
        put(place / "library", f"{number}.md", number)
    desk = opened(place)
    one, two, three = desk.resolve_each("1.md", "2.md", "3.md")
    desk.marks.mark([one, two], MarkChange(read=True, tags=("x", "y")))
    passage = desk.marks.passage(one, "Ida Holm 1")
    assert passage
    desk.marks.mark([one], MarkChange(starred=True, note="Who is she?", passage=passage))
    desk.marks.store.save_search(SavedSearch("boats", "ferry"))
    desk.marks.places.keep(two, ReadingPlace(0, 7))
    desk.marks.store.searches.add("ferry", "quay")
    sentences = Sides(passage, passage._replace(quote="Ida Holm 2"))
    desk.marks.links.judge(Sides(one, three), sentences, meets=False)
    desk.marks.pairs.choose(Sides(three, two))
    desk.marks.store.add_ruling(Override("apart", (one,), (two,)))
    return desk


def through_json(document: object) -> Any:
    return json.loads(json.dumps(document))


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    desk = marked(tmp_path)
    document = through_json(desk.marks.store.document())
    assert len(document["articles"]) == 3
    assert [entry["place"] is None for entry in document["articles"]] == [True, False, True]
    assert [link["articles"] for link in document["links"]] == [[0, 2]]
    assert [pair["articles"] for pair in document["pairs"]] == [[2, 1]]
    assert [one["query"] for one in document["searches"]] == ["ferry", "quay"]
    seen = desk.marks.store.version()
    assert not desk.marks.add_document(document, desk.ids)
    assert desk.marks.store.undo() == "story"
    assert desk.marks.store.document() != document
    assert desk.marks.add_document(document, desk.ids)
    assert not desk.marks.add_document(document, desk.ids)
    assert desk.marks.store.document() == document
    assert desk.marks.store.version() != seen
    desk.close()


def test_marks_find_their_articles_in_another_folder(tmp_path: Path) -> None:
    first = marked(tmp_path / "a")
    document = through_json(first.marks.store.document())
    first.close()
    put(tmp_path / "b" / "library", "1.md", 1)
    put(tmp_path / "b" / "library", "elsewhere.md", 2)
    put(tmp_path / "b" / "library", "2.md", 2, "Whisk six eggs with sugar and fold in the flour.")
    other = opened(tmp_path / "b")
    assert other.marks.add_document(document, other.ids)
    marks = other.marks.of(other.resolve_each("1.md", "elsewhere.md", "2.md"))
    assert [(one.read, one.starred, one.tags, one.notes) for one in marks] == [
        (True, True, ("x", "y"), 1), (True, False, ("x", "y"), 0), (False, False, (), 0),
    ]  # fmt: skip
    (note,) = other.marks.notes()
    assert note.at is not None
    assert other.marks.store.saved() == [SavedSearch("boats", "ferry")]
    assert other.marks.places.of(other.resolve("elsewhere.md")) == ReadingPlace(0, 7)
    assert other.marks.store.searches.every() == ["ferry", "quay"]
    (link,) = other.marks.links.every()
    assert (link.articles, link.meets) == (Sides(other.resolve("1.md"), None), False)
    assert other.marks.pairs.beside(other.resolve("1.md")) == []
    other.close()


def test_a_passage_over_several_paragraphs_comes_back_as_it_was() -> None:
    passage = Passage("ferry sank.\n\nNobody was hurt", "The ", ", it said.", 1, 4)
    assert passage_of(passage_fields(passage)) == passage


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"format": "diptych marks", "version": 2},
        {"format": "diptych marks", "version": 1, "articles": [1]},
        {"format": "diptych marks", "version": 1, "articles": {}},
        {"format": "diptych marks", "version": 1, "articles": [{"path": "a"}]},
        {"format": "diptych marks", "version": 1, "saved": [{"name": "x" * 1000, "query": ""}]},
        {"format": "diptych marks", "version": 1, "stories": [{"kind": "perhaps"}]},
        {
            "format": "diptych marks",
            "version": 1,
            "stories": [{"kind": "apart", "one": ["a\n"], "other": []}],
        },
        {"format": "diptych marks", "version": 1, "pairs": [{"articles": [0, 1]}]},
        {"format": "diptych marks", "version": 1, "searches": [{"query": 7}]},
    ],
)
def test_what_is_no_document_is_refused_and_changes_nothing(
    tmp_path: Path, document: object
) -> None:
    put(tmp_path / "library", "1.md", 1)
    desk = opened(tmp_path)
    before = desk.marks.store.document()
    with pytest.raises(ValueError, match=r"\w"):
        desk.marks.add_document(document, desk.ids)
    assert desk.marks.store.document() == before
    desk.close()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tags", [1]),
        ("tags", "abc"),
        ("tags", 5),
        ("path", "a\ud800\udc00\ud800"),
        ("text", "zz"),
        ("notes", [{}]),
    ],
)
def test_an_entry_that_is_wrong_is_refused(tmp_path: Path, field: str, value: object) -> None:
    desk = marked(tmp_path)
    document = through_json(desk.marks.store.document())
    document["articles"][0][field] = value
    with pytest.raises(ValueError, match=r"\w"):
        desk.marks.add_document(document, desk.ids)
    desk.close()


@pytest.mark.parametrize(
    "link",
    [
        {},
        {"articles": [0, 1], "passages": [{}], "meets": True},
        {"articles": [0, 1], "passages": [{}, {}], "meets": "yes"},
        {"articles": [0, 9], "passages": [{}, {}], "meets": True},
        {"articles": [-1, 0], "passages": [{}, {}], "meets": True},
    ],
)
def test_a_link_that_says_nothing_is_refused(tmp_path: Path, link: object) -> None:
    desk = marked(tmp_path)
    document = through_json(desk.marks.store.document())
    document["links"].append(link)
    with pytest.raises(ValueError, match="of it"):
        desk.marks.add_document(document, desk.ids)
    desk.close()


def test_a_document_of_before_there_were_places_is_read(tmp_path: Path) -> None:
    desk = marked(tmp_path / "a")
    document = through_json(desk.marks.store.document())
    desk.close()
    for name in ("links", "pairs", "searches"):
        del document[name]
    for entry in document["articles"]:
        del entry["place"]
    put(tmp_path / "b" / "library", "1.md", 1)
    other = opened(tmp_path / "b")
    assert other.marks.add_document(document, other.ids)
    assert other.marks.of([other.resolve("1.md")])[0].starred
    other.close()
