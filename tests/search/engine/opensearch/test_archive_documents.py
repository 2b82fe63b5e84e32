from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engines import make_article

from search.article import Article, Block
from search.engine.opensearch import archive_documents
from search.engine.opensearch.archive_documents import document, index_body
from search.engine.opensearch.article_json import (
    digest_of,
    dump_article,
    dump_profile,
    load_article,
    load_profile,
)
from search.engine.opensearch.word_texts import RULES_END
from search.library import article_id

if TYPE_CHECKING:
    import pytest

    from search.stories import ProfileTerm


def test_an_article_comes_back_as_it_was() -> None:
    article = Article(
        article_id("a\udcff"),
        "a\udcff",
        (Block("list", "One.", 2), Block("boilerplate", "Menu")),
        title="T",
        authors=("A", "B"),
        cuts=("the rest",),
        whole=False,
        evidence={"title": "line 1"},
        place="1",
    )
    assert load_article(dump_article(article)) == article
    assert dump_article(article).isascii()


def test_any_change_gives_another_digest() -> None:
    one = make_article("a", "One.", title="T")
    assert digest_of(one) == digest_of(make_article("a", "One.", title="T"))
    assert digest_of(one) != digest_of(make_article("a", "One.", title="U"))


def test_what_it_dwells_on_comes_back_with_its_weights() -> None:
    terms: list[ProfileTerm] = [
        ("strike", 6.0, False),
        ("westhaven", 1.7, True),
        ("port", 1.0, False),
    ]
    text = dump_profile("strike westhaven port", terms)
    assert load_profile(text) == terms
    assert load_profile(dump_profile("", [])) == []
    for broken in (None, "", "12", "0 port crane", "9 port", "x port", ["0", "port"]):
        assert load_profile(broken) == []


def test_what_an_article_lacks_takes_no_room() -> None:
    found = document(make_article("a", "One."))
    assert not found.keys() & {
        "title",
        "title_exact",
        "folded",
        "body_variant",
        "authors",
        "outlet",
        "language",
    }


def test_words_stems_and_variants_lie_apart_blocks_in_elements() -> None:
    found = document(
        make_article("a", "Mails came by e-mail.\nShips", title="Häuser", language="de")
    )
    assert found["body_exact"] == ["mails came by e mail", "ships"]
    assert found["body_variant"] == ["email\ue000"]
    assert found["title_exact"] == ["hauser"]
    assert found["title"][0].startswith(f"{found['stemmer']}{RULES_END}")


def test_every_field_of_a_document_is_in_the_mapping_and_fits_json() -> None:
    article = make_article("a\udcff", "Say \ud800 it.", title="T", source="S", authors=("A",),
                           tags=("t",), published="2024-05-01T10:00:00Z", language="en")  # fmt: skip
    found = document(article)
    assert found.keys() <= index_body()["mappings"]["properties"].keys()
    json.dumps(found, ensure_ascii=False).replace("\\udcff", "").encode()


def test_more_blocks_than_have_places_are_one_with_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert archive_documents._MOST_BLOCKS * archive_documents.GAP < 2**31
    monkeypatch.setattr(archive_documents, "_MOST_BLOCKS", 2)
    assert document(make_article("a", "One.\nTwo.\nThree.\nFour."))["body_exact"] == [
        "one", "two", "three four",
    ]  # fmt: skip
