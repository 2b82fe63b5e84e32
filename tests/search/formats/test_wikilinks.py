from __future__ import annotations

import pytest

from search.formats.markdown import markdown_blocks
from search.formats.wikilinks import without_wikilinks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the [[Harbour]] is", "the Harbour is"),
        ("[[people/Jane Doe|Jane]] and [[people/Tom Roth]]", "Jane and Tom Roth"),
        ("[[Jane Doe#Life]]", "Jane Doe"),
        ("[[C#]]", "C#"),
        ("[[@Jane Doe]]", "Jane Doe"),
        ("![[quay.png|300]] at dawn", " at dawn"),
        ("![[Harbour]]", "Harbour"),
        ("cited[[1]]", "cited[[1]]"),
        ("[[ open", "[[ open"),
    ],
)
def test_what_a_link_shows(text: str, shown: str) -> None:
    assert without_wikilinks(text) == shown


def test_links_in_a_text_but_not_in_its_code() -> None:
    text = "The [[ferry company|company]] said on *[[2022-11-14|Monday]]* that `[[x]]` is a link.\n\n> [[Jane Doe]] said so."
    assert [block.text for block in markdown_blocks(text)] == [
        "The company said on Monday that [[x]] is a link.",
        "Jane Doe said so.",
    ]
    assert markdown_blocks("```\n[[x]]\n```")[0].text == "[[x]]"
