from __future__ import annotations

import os

from search.article import Article, Block, Head
from search.engine.whoosh.codec.matcher import GAP
from search.engine.whoosh.schema import WordTokenizer, document, dump_head, load_head
from search.library import article_id
from search.text import JOINED


def words(text: str, *, stems: bool = False) -> list[tuple[str, int]]:
    return [(token.text, token.pos) for token in WordTokenizer(stems=stems)(text, positions=True)]


def test_words_are_those_of_the_text_room_none_left_out() -> None:
    assert words("The self-declared Guaidó") == [
        ("the", 0),
        ("self", 1),
        (f"selfdeclared{JOINED}", 1),
        ("declared", 2),
        ("guaido", 3),
    ]
    assert words("sanctions sanctioned", stems=True) == [("sanction", 0), ("sanction", 1)]


def test_blocks_lie_too_far_apart_for_a_phrase() -> None:
    assert words("one two\nthree\n\nfour") == [
        ("one", 0),
        ("two", 1),
        ("three", 2 + GAP),
        ("four", 3 + 3 * GAP),
    ]


def test_boilerplate_is_not_indexed_and_a_block_is_one_line() -> None:
    blocks = (Block("lead", "told"), Block("boilerplate", "Share this"), Block("quote", "a\nb"))
    fields = document(Article(article_id("a"), "a", blocks), [])
    assert fields["body_exact"] == "told\na b"
    assert (fields["title_exact"], fields["source"], fields["day"]) == ("", "", 0)


def test_a_head_with_any_path_comes_back_from_the_column() -> None:
    head = Head(article_id("x"), os.fsdecode(b"caf\xe9.txt"), "Título", None, "2019-02-08")
    assert load_head(dump_head(head)) == head
    assert dump_head(head).isascii()
