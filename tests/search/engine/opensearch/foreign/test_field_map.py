"""What an index that others built calls things is guessed, and what was chosen goes first."""

from __future__ import annotations

import pytest

from search.engine.opensearch.foreign.field_map import guess_fields

NEWS = {
    "article_title": "text",
    "text_content": "text",
    "canonical_domain": "keyword",
    "publication_date": "date",
    "language": "keyword",
    "url": "keyword",
    "indexed_date": "date",
    "_id": "_id",
}


def caps(kinds: dict[str, str]) -> dict[str, object]:
    return {"fields": {name: {kind: {"type": kind}} for name, kind in kinds.items()}}


def test_the_fields_of_a_news_index_are_guessed() -> None:
    found = guess_fields(caps(NEWS), ())
    assert found
    assert found.lines == (
        ("title", "article_title (text, not counted)"),
        ("text", "text_content (text, not counted)"),
        ("source", "canonical_domain (keyword)"),
        ("day", "publication_date (date)"),
        ("language", "language (keyword)"),
        ("url", "url (keyword)"),
    )
    assert (found.day, found.others) == ("publication_date", 1)


def test_another_form_of_a_field_is_what_is_counted() -> None:
    kinds = {"headline": "text", "body": "text", "source": "text", "source.keyword": "keyword"}
    found = guess_fields(caps(kinds), ())
    assert found
    assert found.fields["source"] == ("source", "text", "source.keyword")
    assert found.day == ""


def test_what_was_chosen_goes_first_if_it_is_there() -> None:
    kinds = NEWS | {"kop": "text", "inhoud": "text", "plaats": "keyword", "tijd": "date"}
    chosen = [("title", "kop"), ("text", "inhoud"), ("source", "plaats"), ("day", "nowhere")]
    found = guess_fields(caps(kinds), chosen)
    assert found
    names = {role: field.name for role, field in found.fields.items()}
    assert (names["title"], names["text"], names["source"]) == ("kop", "inhoud", "plaats")
    assert names["day"] == "publication_date"


def test_only_what_is_shown_of_an_article_is_asked_for() -> None:
    kinds = NEWS | {"author.name": "text", "Sub_Title": "text", "content_html": "text"}
    kinds |= {"embedding": "knn_vector", "summary": "text", "author.photo": "binary"}
    found = guess_fields(caps(kinds), [("tag", "embedding")])
    assert found
    mapped = [field.name for field in found.fields.values()]
    assert list(found.read[: len(mapped)]) == mapped
    assert set(found.read) == {
        "article_title",
        "text_content",
        "canonical_domain",
        "publication_date",
        "language",
        "author.name",
        "author",
        "embedding",
        "url",
        "summary",
    }


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        {"fields": None},
        {"fields": [1]},
        {"fields": {"title": 5, "text": None}},
        caps({"title": "text"}),
        caps({"colour": "keyword", "weight": "long"}),
        {"fields": {"title": {"text": {}, "keyword": {}}, "text": {"text": {}}}},
    ],
)
def test_without_title_and_text_there_is_no_map(told: object) -> None:
    assert guess_fields(told, ()) is None


def test_the_text_is_asked_for_wherever_it_may_stand() -> None:
    found = guess_fields(
        caps({"title": "text", "content": "text", "content.english": "text"}),
        (("text", "content.english"),),
    )
    assert found
    assert "content" in found.read, "a field made of another is never given back"
    found = guess_fields(caps({"title": "text", "text": "text", "body": "text"}), ())
    assert found
    assert {"text", "body"} <= {*found.read}
