"""Whether a query finds an article at hand: as a plain reading of both would have it."""

from __future__ import annotations

import pytest
from plain_reading import means

from search.article import Article, ArticleId, Block
from search.highlight.article_test import finds
from search.query import parse

ARTICLES = [
    Article(
        ArticleId(f"{number:016}"),
        f"{number}.md",
        (Block("paragraph", text), Block("boilerplate", "Subscribe to our letters.")),
        title=title,
        source=source,
        authors=("Ann Lee",),
        published=day,
        language=language,
        tags=("sport",) if number % 2 else (),
    )
    for number, (title, text, source, day, language) in enumerate(
        [
            (
                "Harbour wall holds",
                "The tide came early and the wall held.",
                "Quay",
                "2024-03-05",
                "en",
            ),
            (
                "Cup final",
                "Walls of sound; tides of red. It’s over.",
                "Gazette",
                "2024-04-01",
                "en",
            ),
            ("Les murs", "Les maires ont voté contre le mur.", "Journal", None, "fr"),
            ("", "x", None, "2023-01-01", None),
        ]
    )
]


@pytest.mark.parametrize(
    "text",
    [
        "", "wall", "walls NOT cup", '"the tide"', '"tide wall"~4', "wal*", "t?de", "tida~",
        "source:quay", "author:lee", "tag:sport", "lang:fr", "title:wall OR title:cup", "=wall",
        "subscribe", "in:all subscribe", "after:2024-03-20", "before:2024", "NOT source:quay",
        "maire vote", "wall (tide OR red) -final",
    ],
)  # fmt: skip
def test_it_finds_what_a_plain_reading_finds(text: str) -> None:
    root = parse(text).root
    assert [finds(root, one) for one in ARTICLES] == [means(root, one) for one in ARTICLES]
