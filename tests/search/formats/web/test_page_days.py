"""Days of publication in all the places where pages state them, and those that are no such day."""

from __future__ import annotations

import pytest

from search.article import ArticleId
from search.formats import read_article
from search.formats.web.page_days import moment

DAY = "2021-05-03"
STORY = (
    "<p>The harbour bridge reopened to cars on Sunday after two years of repairs that cost the city "
    "almost twice what was planned.</p><p>Engineers told reporters that the northern span, which had "
    "rusted badly, was now safe, and that lorries must wait until spring.</p>"
)


def day(head: str = "", body: str = "", lang: str = "en", above: str = "", below: str = "") -> str:
    page = (
        f"<!doctype html><html lang={lang}><head><title>Harbour bridge reopens</title>{head}</head>"
        f"<body>{above}<article><h1>Harbour bridge reopens</h1>{body}{STORY}</article>{below}</body></html>"
    )
    return (read_article(page.encode(), "a.html", ArticleId("0" * 16)).published or "")[:10]


@pytest.mark.parametrize(
    "name",
    [
        "article:published", "Article:Published_Time", "publication-date", "bt:pubDate", "publishtime", "published_at",
        "prism.publicationDate", "og:publish_date", "article:post_date", "vr:published_time", "dateposted", "first_published_at",
        "dc.date", "DC.Created", "sailthru.date", "parsely-pub-date", "citation_online_date", "weibo: article:create_at",
    ],
)  # fmt: skip
def test_meta_tags_by_the_many_names_that_sites_give_them(name: str) -> None:
    assert day(f"<meta name='{name}' content='2021-05-03T10:00:00Z'>") == DAY


@pytest.mark.parametrize(
    "tag",
    [
        "<meta name=last-published content=2021-05-03>",
        "<meta name=unpublish-date content=2021-05-03>",
        "<meta name=expires content=2021-05-03>",
        "<meta name=event_date content=2021-05-03>",
        "<meta http-equiv=date content='Mon, 03 May 2021 10:00:00 GMT'>",
        "<meta property=article:modified_time content=2021-05-03>",
        "<meta name=twitter:label1 content='Est. reading time'><meta name=twitter:data1 content='3 May 2021'>",
    ],
)
def test_meta_tags_of_other_days(tag: str) -> None:
    assert day(tag) == ""


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=date value=2021-05-03>",
        "<meta name=twitter:label2 content=Published><meta name=twitter:data2 content='3 May 2021'>",
        "<meta property=article:published_time content=1620028800>",
        "<link rel=canonical href='https://tide.example/news/20210503/bridge'>",
        "<link rel=canonical href='https://tide.example/news/bridge-20210503.html'>",
        '<script type="application/ld+json">{"@type":"Article","datePublished":1620028800000}</script>',
        '<script type="application/ld+json">{"@type":"Article","dateCreated":"2021-05-03"}</script>',
        '<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2021-05-03"}</script>',
    ],
)
def test_other_places_in_a_head(head: str) -> None:
    assert day(head) == DAY


def test_when_a_text_was_begun_comes_after_all_else() -> None:
    begun = (
        '<script type="application/ld+json">{"@type":"Article","dateCreated":"2021-04-01"}</script>'
    )
    assert day(f"{begun}<meta name=date content={DAY}>") == DAY
    assert day(begun, f"<time datetime={DAY}>3 May</time>") == DAY


@pytest.mark.parametrize(
    "body",
    [
        f"<span property=datePublished content={DAY}>3 May</span>",
        f"<span property='dc:date dc:created' content={DAY}>3 May</span>",
        "<time datetime=1620028800>3 May</time>",
        "<time datetime='3 months ago'>3 May 2021</time>",
        f"<span class=post-date data-datetime={DAY}T10:00:00Z>3 May</span>",
        "<div>Posted by kestrel, Ida, Tom on 2021-05-03, <a>all posts</a></div>",
        "<p>May 3, 2021 -- The ferries were laid up at once, and their crews were sent home to wait.</p>",
        "<p>PORT ELLIS, May 3, 2021 (Tide Wire) — The ferries were laid up at once, their owner said.</p>",
    ],
)
def test_places_near_the_headline(body: str) -> None:
    assert day(body=body) == DAY


@pytest.mark.parametrize(
    "body",
    [
        f"<p>The summer fair is on <time datetime={DAY}>3 May</time>.</p>",
        f"<p>The fair, which the mayor will open, is to be held on <time datetime={DAY}>3 May</time> at noon by the old quay</p>",
        f"<time itemprop=startDate datetime={DAY}>3 May</time>",
        f"<div class=event-list><p><time datetime={DAY}>3 May</time></p></div>",
        "<p>On May 3, 2021 the ferries were laid up at once - and their crews were sent home to wait.</p>",
    ],
)
def test_days_that_a_story_tells_of(body: str) -> None:
    assert day(body=body) == ""


def test_days_of_what_stands_beside_a_story() -> None:
    assert day(below=f"<aside><a>Ferry</a> <time datetime={DAY}>3 May</time></aside>") == ""
    assert day(below=f"<div id=comments><p><time datetime={DAY}>3 May</time></p></div>") == ""
    assert day(below="<footer>© 2021 Tide Post. Last built 3 May 2021</footer>") == ""
    assert day(above="<div class=today-date>Monday, 3 May 2021</div>") == ""
    footer = f"<footer><time datetime={DAY}>3 May</time></footer>"  # of the article itself
    assert day(body=footer) == DAY


@pytest.mark.parametrize(
    ("lang", "head", "written", "wanted"),
    [
        ("en", "", "03/05/2021", ""),
        ("en-GB", "", "03/05/2021", DAY),
        ("en-US", "", "05/03/2021", DAY),
        ("en-US", "<link rel=canonical href=https://tide.co.uk/a>", "05/03/2021", ""),
        ("fr", "", "Publié le 03/05/2021 à 10h15", DAY),
        ("fr-CA", "", "03/05/2021", ""),
        ("nl", "", "03-05-2021", DAY),
        ("en", "", "03/05/2021<p>Updated 28/05/2021", DAY),
        ("en-US", "", "03/05/2021<p>Updated 28/05/2021", DAY),
        ("en-GB", "<meta name=pubdate content='03/05/2021 10:15:00'>", "", DAY),
    ],
)
def test_days_in_numbers_by_the_language_and_by_other_days(
    lang: str, head: str, written: str, wanted: str
) -> None:
    assert day(head, f"<p>{written}</p>", lang) == wanted


def test_a_moment_is_a_day_or_has_its_offset() -> None:
    assert moment("2019-03-14T10:00:00.123Z") == "2019-03-14T10:00:00+00:00"
    assert moment("20190314T1000") == "2019-03-14"
    assert moment("20190314101112") == "2019-03-14"
    assert moment("1552557600") == "2019-03-14T10:00:00+00:00"
    assert moment("2019-02-30") is None
    assert moment("3/5/2019") is None
    assert moment("3/5/2019", day_first=True) == "2019-05-03"
