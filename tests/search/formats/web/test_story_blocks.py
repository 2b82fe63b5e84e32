from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import Block
from search.formats.web.story_blocks import story_blocks

if TYPE_CHECKING:
    from search.article import BlockKind

TOLD = "The bridge over the river reopened on Sunday after two years of costly repairs."
TITLE = "Harbour bridge reopens after two years"


def kinds(*found: tuple[BlockKind, str], captions: tuple[str, ...] = ()) -> list[str]:
    blocks = [Block(kind, text) for kind, text in found]
    return [
        block.kind
        for block in story_blocks(blocks, TITLE, ("Maria Lindqvist",), frozenset(captions))
    ]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([("heading", TITLE), ("paragraph", TOLD)], ["paragraph"]),
        ([("paragraph", TOLD), ("paragraph", TITLE)], ["paragraph", "paragraph"]),
        ([("heading", "Lorries have to wait until spring."), ("paragraph", TOLD)], ["lead", "paragraph"]),
        ([("paragraph", "By Maria Lindqvist"), ("paragraph", TOLD)], ["boilerplate", "paragraph"]),
        ([("paragraph", TOLD), ("paragraph", "Maria Lindqvist is a reporter at the Courier.")], ["paragraph", "boilerplate"]),
        ([("paragraph", TOLD), ("paragraph", "Sign up to our newsletter")], ["paragraph", "boilerplate"]),
        ([("paragraph", TOLD), ("heading", "Related stories"), ("list", "Ferries are late"), ("paragraph", TOLD)],
         ["paragraph", "boilerplate", "boilerplate", "paragraph"]),
        ([("paragraph", TOLD), ("paragraph", "Photo: Ann Ray/Reuters")], ["paragraph", "boilerplate"]),
        ([("paragraph", TOLD), ("list", "News | Sport | Weather | Video")], ["paragraph", "list"]),
        ([("paragraph", TOLD), ("heading", "Comments")], ["paragraph", "boilerplate"]),
        ([("paragraph", TOLD), ("heading", "What comes next")], ["paragraph"]),
        ([("heading", "High water"), ("heading", "Low water")], ["heading", "heading"]),
        ([], []),
    ],
)  # fmt: skip
def test_what_is_the_story_and_what_is_not(
    found: list[tuple[BlockKind, str]], told: list[str]
) -> None:
    assert kinds(*found) == told


def test_what_the_page_calls_a_caption_is_one() -> None:
    assert kinds(("paragraph", TOLD), ("paragraph", "At dawn."), captions=("At dawn.",)) == [
        "paragraph",
        "caption",
    ]
