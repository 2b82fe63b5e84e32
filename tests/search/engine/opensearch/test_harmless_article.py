"""Whatever stands in an archive, what is read of it is as harmless as what is read from a file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import bundled
from search.article import Article, ArticleId, Block
from search.desk.desk import Desk
from search.engine.opensearch.article_json import dump_article, dump_head, load_article, load_head
from search.errors import IndexFailedError
from search.formats.limits import LONGEST_NAME, LONGEST_TEXT

PLAIN = Article(
    ArticleId("a1"),
    "harbour.md",
    (Block("heading", "Tide"), Block("list", "Boats sail.", 2), Block("code", "  x = 1")),
    title="Harbour",
    source="The Tide",
    authors=("Ana",),
    published="2026-03-04",
    url="https://tide.example/1",
    language="en",
    tags=("sea",),
    evidence={"title": "front matter"},
)


def test_what_was_read_from_files_stays_as_it_is() -> None:
    desk = Desk(bundled())
    try:
        desk.sync()
        for one in (*map(desk.read, desk.ids()), PLAIN):
            assert load_article(dump_article(one)) == one
            assert load_head(dump_head(one.head)) == one.head
    finally:
        desk.close()


def test_what_steers_a_terminal_or_hides_is_made_harmless() -> None:
    bad = "a\x1b[31mred\x1b]0;title\x07\u202eturned"
    read = load_article(
        dump_article(
            replace(PLAIN, title=bad, source=bad, authors=(bad,), blocks=(Block("quote", bad),))
        )
    )
    for text in (read.title, read.source, *read.authors, read.blocks[0].text):
        assert text
        assert text.isprintable()
    assert load_head(dump_head(PLAIN.head._replace(title=bad))).title == read.title


def test_what_is_too_long_is_cut_and_what_is_none_is_left_out() -> None:
    many = tuple(Block("paragraph", "x" * 100_000) for _ in range(30))
    read = load_article(
        dump_article(
            replace(
                PLAIN, blocks=many, source="s" * 5_000, url="javascript:alert(1)", published="soon"
            )
        )
    )
    assert sum(len(block.text) for block in read.blocks) <= LONGEST_TEXT
    assert not read.whole
    assert len(read.source or "") == LONGEST_NAME
    assert (read.url, read.published) == (None, None)


@pytest.mark.parametrize(
    "change",
    [
        {"title": 5},
        {"blocks": [{"kind": "x", "text": 5}]},
        {"blocks": [{"kind": "x", "text": "a", "depth": "b"}]},
        {"authors": [5]},
        {"authors": 5},
        {"evidence": []},
        {"whole": "yes"},
        {"id": ""},
        {"more": 1},
    ],
)
def test_what_is_no_article_is_an_error_in_one_line(change: dict[str, object]) -> None:
    told = json.loads(dump_article(PLAIN)) | change
    with pytest.raises(IndexFailedError, match="an article of it is broken"):
        load_article(json.dumps(told))


@given(st.text(), st.text(), st.sampled_from(["paragraph", "list", "nonsense"]))
def test_any_text_is_read_as_printable_lines(title: str, text: str, kind: str) -> None:
    told = json.loads(dump_article(PLAIN))
    told |= {"title": title, "blocks": [{"kind": kind, "text": text, "depth": -5}]}
    read = load_article(json.dumps(told))
    assert (read.title or "").isprintable()
    assert all(block.text.isprintable() and block.text for block in read.blocks)
    assert load_article(dump_article(read)) == read
