"""What the reader said of pairs of sentences, as TSV with both texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import SearchError
from search.export.csv_text import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import ArticleId, Head
    from search.desk.desk import Desk
    from search.marks.judged_links import JudgedLink

_HEAD = (
    "meets made left_source right_source left_published right_published left_title right_title"
    " left_path right_path left right"
).split()


def judged_table(desk: Desk) -> Iterator[str]:
    """Yield a line of names, then one for each judgement, in the order in which they were first made.

    `meets` is `yes` or `no`; `left` and `right` are the sentences as they stood then, in one line
    each. What isn't known of an article, such as one that has gone, is empty. Cost: reading each
    article once.
    """
    heads: dict[ArticleId | None, Head | None] = {}
    yield "\t".join(_HEAD) + "\n"
    for judged in desk.marks.links.every():
        for article in (judged.articles.left, judged.articles.right):
            if article not in heads:
                heads[article] = _head(desk, article)
        yield _line(judged, heads[judged.articles.left], heads[judged.articles.right])


def _head(desk: Desk, article: ArticleId | None) -> Head | None:
    if article is None:
        return None
    try:
        return desk.read(article).head
    except SearchError:
        return None


def _line(judged: JudgedLink, left: Head | None, right: Head | None) -> str:
    cells = [
        "yes" if judged.meets else "no",
        judged.made,
        *(head and head.source for head in (left, right)),
        *(head and head.published for head in (left, right)),
        *(head and head.title for head in (left, right)),
        *(head and head.path for head in (left, right)),
        judged.passages.left.quote,
        judged.passages.right.quote,
    ]
    return "\t".join(" ".join(guarded(cell).split()) for cell in cells) + "\n"
