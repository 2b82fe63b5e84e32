from __future__ import annotations

import pytest

from search.formats.web.html_tree import parse_page
from search.formats.web.time_tags import TimeTag, time_tag

DAY = "2019-03-14"


@pytest.mark.parametrize(
    ("body", "updated"),
    [
        (f"<time datetime={DAY}>Thursday</time>", False),
        (f"<time>{DAY}</time>", False),
        (f"<time class=updated datetime={DAY}></time>", True),
        (f"<time class='entry-date published updated' datetime={DAY}></time>", False),
        (f"<p class=article-updated><time datetime={DAY}></time></p>", True),
        (f"<p class=published-updated><time datetime={DAY}></time></p>", False),
        (f"<p>Updated: <time datetime={DAY}></time></p>", True),
        (f"<p>Published <b>x</b> last updated <time datetime={DAY}></time></p>", True),
        (f"<span itemprop=dateModified content={DAY}></span>", True),
        (f"<span itemprop=datePublished>{DAY}</span>", False),
        (f"<abbr class=dt-published title={DAY}>long ago</abbr>", False),
    ],
)
def test_a_time_is_read_and_what_it_is_of(body: str, updated: bool) -> None:
    tree, _ = parse_page(f"<html><body>{body}</body></html>", "a.html")
    assert tree is not None
    found = [one for element in tree.iter("*") if (one := time_tag(element))]
    assert found == [TimeTag(DAY, updated)]


@pytest.mark.parametrize(
    "body", ["<time></time>", "<p class=date>2019-03-14</p>", "<p itemprop=name>a</p>"]
)
def test_what_marks_no_time_is_none(body: str) -> None:
    tree, _ = parse_page(f"<html><body>{body}</body></html>", "a.html")
    assert tree is not None
    assert not any(map(time_tag, tree.iter("*")))
