"""Feeds of all forms: an article an entry, with what the feed says of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.errors import ArticleError
from search.formats import BytesSource, PassedOverError, open_container
from search.formats.feeds import is_feed

if TYPE_CHECKING:
    from search.article import Article

ID = ArticleId("0" * 16)
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Quay Herald - RSS</title><language>en-GB</language><image><title>Logo</title></image>
<item><title>Ferry &amp;amp; crane: a “first”</title><link>https://quay.example/a/1</link>
<guid isPermaLink="false">q1</guid><pubDate>Tue, 05 Mar 2024 10:20:30 +0100</pubDate>
<dc:creator>Ann Lee</dc:creator><category>Harbour</category><media:title>A picture</media:title>
<description>Short.</description>
<content:encoded><![CDATA[<p>The ferry came.</p><p>The crane &amp; the crew waited.</p>]]></content:encoded>
</item>
<item><title>Second</title><guid>https://quay.example/a/2</guid><author>desk@quay.example (Bo Wu)</author>
<description>&lt;p&gt;One paragraph of a summary.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Tide Post</title>
<entry><title type="html">Storm &lt;em&gt;passes&lt;/em&gt;</title>
<link rel="edit" href="https://tide.example/edit"/><link href="https://tide.example/1"/><id>tag:1</id>
<published>2024-03-05T10:20:30.5Z</published><updated>2024-03-06T00:00:00Z</updated>
<author><name>Cy Ray</name><uri>https://tide.example/cy</uri></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>At sea</h2><p>The <b>storm</b> passed &lt; noon.</p></div></content>
</entry>
<entry><title>Plain</title><id>tag:2</id><content>1 &lt; 2 and so on.</content>
<source><title>Other Paper</title></source></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Dock News</title></channel>
<item rdf:about="https://dock.example/1"><title>Dock</title><link>https://dock.example/1</link>
<dc:date>2024-03-05T10:20:30+09:00</dc:date><description>A. Longer text of it.</description></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Pier Times",
        "authors": [{"name": "Di Fox"}],
        "items": [
            {
                "id": 7,
                "url": "https://pier.example/7",
                "title": "Pier <opens>",
                "content_html": "<p>It opened.</p>",
                "date_published": "2024-03-05T10:20:30-05:00",
                "tags": ["pier"],
            },
            {"id": "8", "content_text": "1 < 2."},
        ],
    }
)


def read(text: str | bytes, name: str = "feed.xml") -> list[Article]:
    data = text.encode() if isinstance(text, str) else text
    container = open_container(BytesSource(data), name)
    drafts = [d for span in container.spans() for d in container.drafts(span.start, span.stop)]
    return [draft.article(name, ID) for draft in drafts]


def test_rss_gives_heads_and_the_whole_text_where_there_is_one() -> None:
    first, second = read(RSS)
    assert first.title == "Ferry & crane: a “first”"
    assert (first.source, first.language) == ("Quay Herald", "en-GB")
    assert (first.url, first.authors) == ("https://quay.example/a/1", ("Ann Lee",))
    assert (first.published, first.tags) == ("2024-03-05T10:20:30+01:00", ("Harbour",))
    assert [block.text for block in first.blocks] == [
        "The ferry came.",
        "The crane & the crew waited.",
    ]
    assert first.whole
    assert (second.url, second.authors) == ("https://quay.example/a/2", ("Bo Wu",))
    assert [block.text for block in second.blocks] == ["One paragraph of a summary."]
    assert not second.whole


def test_atom_gives_xhtml_with_its_kinds_and_plain_text_as_it_is() -> None:
    first, second = read(ATOM)
    assert (first.title, first.source) == ("Storm passes", "Tide Post")
    assert (first.url, first.authors) == ("https://tide.example/1", ("Cy Ray",))
    assert first.updated == "2024-03-06T00:00:00+00:00"
    assert [(b.kind, b.text) for b in first.blocks] == [
        ("heading", "At sea"),
        ("paragraph", "The storm passed < noon."),
    ]
    assert second.source == "Other Paper"
    assert [block.text for block in second.blocks] == ["1 < 2 and so on."]


def test_rdf_is_read_likewise() -> None:
    (only,) = read(RDF)
    assert (only.title, only.source) == ("Dock", "Dock News")
    assert (only.url, only.published) == ("https://dock.example/1", "2024-03-05T10:20:30+09:00")


def test_json_feed_is_no_table() -> None:
    first, second = read(JSON, "feed.json")
    assert (first.title, first.source, first.authors) == ("Pier <opens>", "Pier Times", ("Di Fox",))
    assert first.published == "2024-03-05T10:20:30-05:00"
    assert [block.text for block in second.blocks] == ["1 < 2."]


def test_what_stands_before_a_feed_is_passed_in_one_walk() -> None:
    assert is_feed(b"<?xml version='1.0'?>\n<!-- a --> <!-- b --><!DOCTYPE rss>\n<rss version='2'>")
    assert not is_feed(b"<!---->" * 3_000 + b"<html>")
    assert not is_feed(b"<html><rss>")


def test_a_feed_needs_no_suffix() -> None:
    assert len(read(RSS, "news")) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        RSS.replace("waited.", "waited&nbsp;"),
        RSS.replace("<description>Short.", "<description>A & B &eacute; &foo; \x0b"),
        RSS.replace('"1.0"', '"1.0" encoding="utf-16"'),
        "\n\n" + RSS,
    ],
)
def test_common_faults_cost_nothing(wrong: str) -> None:
    assert [article.title for article in read(wrong)] == ["Ferry & crane: a “first”", "Second"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_encoding_is_told_by_its_mark_or_its_name(encoding: str) -> None:
    declared = RSS.replace('"1.0"', f'"1.0" encoding="{encoding}"', 1)
    assert read(declared.encode(encoding))[0].title == "Ferry & crane: a “first”"


def test_of_a_feed_that_breaks_off_the_entries_before_that_are_kept() -> None:
    broken = RSS[: RSS.index("<author>")]
    assert [article.title for article in read(broken)] == ["Ferry & crane: a “first”"]


@pytest.mark.parametrize(
    "empty", ["<rss><channel/></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>"]
)
def test_a_feed_without_entries_is_passed_over(empty: str) -> None:
    with pytest.raises(PassedOverError, match="without entries"):
        read(empty)


def test_entities_that_grow_are_refused() -> None:
    bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaa'>]>" + RSS.partition("\n")[2]
    with pytest.raises((ArticleError, PassedOverError)):
        read(bomb)


def test_an_entry_without_a_text_is_told() -> None:
    with pytest.raises(ArticleError, match="no text in the entry"):
        read("<rss><channel><item><title>Bare</title></item></channel></rss>")


def test_a_declaration_behind_comments_is_none() -> None:
    declaration, _, rest = RSS.partition("\n")
    behind = f"<!-- made by -->\n<!-- hand -->\n{declaration}\n{rest}"
    assert [one.title for one in read(behind)] == [one.title for one in read(RSS)]


def test_the_time_of_publication_outranks_others_whatever_their_order() -> None:
    entry = (
        "<rss><channel><item><title>A</title><description>It held.</description>"
        "<created>2004-01-01T10:00:00Z</created><date>2005-01-01T10:00:00Z</date>"
        "<pubDate>Sat, 01 Jan 2010 19:48:21 GMT</pubDate></item></channel></rss>"
    )
    assert read(entry)[0].published == "2010-01-01T19:48:21+00:00"
