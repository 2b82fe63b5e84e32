"""News sitemaps, and indexes of sitemaps."""

from __future__ import annotations

import pytest

from search.errors import ArticleError
from search.formats.feeds.news_sitemap import ListedPage, Sitemap, is_sitemap, read_sitemap

NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
 <url><loc>https://quay.example/old</loc><n:news><n:publication><n:name>Quay Herald</n:name>
  <n:language>en</n:language></n:publication><n:publication_date>2024-03-05T10:00:00Z</n:publication_date>
  <n:title>Old &amp; dry</n:title></n:news></url>
 <url><loc> https://quay.example/new </loc>
  <image:image><image:loc>https://quay.example/a.png</image:loc><image:title>Wall</image:title></image:image>
  <n:news><n:publication_date>2024-03-06T10:00:00Z</n:publication_date></n:news></url>
 <url><loc>https://quay.example/new</loc><n:news/></url>
 <url><loc>https://quay.example/about</loc></url>
 <url><loc>file:///etc/passwd</loc><n:news/></url>
</urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
 <sitemap><loc>https://quay.example/1.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
 <sitemap><loc>https://quay.example/2.xml</loc><lastmod>2024-02-01</lastmod></sitemap>
</sitemapindex>"""


def test_what_is_news_comes_newest_first_with_what_is_said_of_it() -> None:
    found = read_sitemap(NEWS, "map")
    assert found == Sitemap(
        (
            ListedPage("https://quay.example/new", published="2024-03-06T10:00:00Z"),
            ListedPage(
                "https://quay.example/old",
                "Old & dry",
                "2024-03-05T10:00:00Z",
                "Quay Herald",
                "en",
            ),
        ),
        (),
        1,
    )


def test_an_index_names_its_sitemaps_the_one_changed_last_first() -> None:
    maps = ("https://quay.example/2.xml", "https://quay.example/1.xml")
    assert read_sitemap(INDEX, "map") == Sitemap((), maps, 0)


@pytest.mark.parametrize(
    ("sample", "expected"),
    [(NEWS, True), (INDEX, True), (b"<!-- a --><urlset>", True), (b"<rss>", False), (b"", False)],
)
def test_a_sitemap_is_told_by_its_first_element(sample: bytes, expected: bool) -> None:
    assert is_sitemap(sample) is expected


def test_one_that_is_broken_or_declares_entities_is_told() -> None:
    with pytest.raises(ArticleError):
        read_sitemap(NEWS[:-20], "map")
    with pytest.raises(ArticleError):
        read_sitemap(b'<!DOCTYPE urlset [<!ENTITY a "b">]><urlset>&a;</urlset>', "map")
