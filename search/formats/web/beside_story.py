"""What stands beside a story on a page: comments, other stories, events."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|related|recommended|recommendations|sidebar|events?"
    r"|trending|popular)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of what stands beside a story and has days of its own."""
_MOST_AROUND = 6
"""Elements around one that are looked at."""
_OF_STORY = frozenset({"article", "main", "body", "html"})
_LONGEST = 100
_MOST_HEADLINES, _DEEPEST = 8, 256


def around_headlines(tree: HtmlElement) -> frozenset[HtmlElement]:
    """Give the elements that the first headlines of a page lie in: what holds these holds the story.

    Layouts say of the whole page `has-sidebar` or `comments-open`. Cost: linear.
    """
    headlines = islice(tree.iter("h1"), _MOST_HEADLINES)
    return frozenset(
        around for one in headlines for around in islice(one.iterancestors(), _DEEPEST)
    )


def stands_beside(element: HtmlElement, of_story: Collection[HtmlElement] = frozenset()) -> bool:
    """Tell whether an element belongs to what stands beside the story, such as comments.

    Its surroundings, but for those in `of_story`, say so by what they are called, or are an aside or
    a footer of the page itself. Cost: constant.
    """
    around = element.getparent()
    apart = False
    for _ in range(_MOST_AROUND):
        if around is None or around.tag in _OF_STORY or around in of_story:
            break
        called = f"{(around.get('class') or '')[:_LONGEST]} {(around.get('id') or '')[:_LONGEST]}"
        if called != " " and _BESIDE.search(called):
            return True
        apart = apart or around.tag in {"aside", "footer"}
        around = around.getparent()
    return apart and around is not None and around.tag in {"body", "html"}
