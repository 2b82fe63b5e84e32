"""Factiva's XML."""

from __future__ import annotations

import pytest
from exports import articles, drafts, kind_of, story

from search.article import ArticleId
from search.errors import ArticleError


def document(*articles_: str) -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?><PPSResponse>
    <ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="1">
    {"".join(f"<ppsarticle>{one}</ppsarticle>" for one in articles_)}
    </ppsarticleResultSet></ppsArticleResponse></PPSResponse>""".encode()


FERRY = """<article><accessionNo>COUR000020220301-1</accessionNo><baseLanguage>EN</baseLanguage>
<copyright>Copyright 2022</copyright><byline>By Jane Doe</byline>
<headline><paragraph display="Proportional">Ferries &amp; boats
stay</paragraph></headline>
<leadParagraph>
The crews of the island
ferries walked out at dawn on Monday, a spokesman
for them said.
    Nobody knows when the boats will sail again, and
the town is full of people who wait.
</leadParagraph>
<tailParagraphs><paragraph>It was <hlt>the third</hlt> strike of this year.</paragraph><paragraph>And the last.</paragraph></tailParagraphs>
<publicationDate><date>2022-03-01</date></publicationDate><sourceName>The Courier</sourceName></article>"""


def test_an_article_has_its_head_and_all_its_paragraphs() -> None:
    [article] = articles(document(FERRY), ".xml")
    assert (article.title, article.source) == ("Ferries & boats stay", "The Courier")
    assert (article.authors, article.published) == (("Jane Doe",), "2022-03-01")
    assert article.language == "en"
    assert story(article) == [
        "The crews of the island ferries walked out at dawn on Monday, a spokesman for them said.",
        "Nobody knows when the boats will sail again, and the town is full of people who wait.",
        "It was the third strike of this year.",
        "And the last.",
    ]


def test_one_without_text_says_so_and_the_others_are_read() -> None:
    empty = "<article><accessionNo>X1</accessionNo><sourceName>The Courier</sourceName></article>"
    first, second = drafts(document(empty, FERRY), ".xml")
    with pytest.raises(ArticleError, match="no text in the record"):
        first.article("a.xml#1", ArticleId("0" * 16))
    assert (first.own, second.own) == ("X1", "COUR000020220301-1")


def test_entities_are_refused() -> None:
    bomb = document(FERRY).replace(
        b"<PPSResponse>", b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><PPSResponse>', 1
    )
    with pytest.raises(ArticleError, match="declares entities"):
        drafts(bomb, ".xml")


def test_broken_xml_is_told_in_a_line() -> None:
    with pytest.raises(ArticleError, match="its XML is broken"):
        drafts(document(FERRY)[:-30], ".xml")


@pytest.mark.parametrize(
    "text", ["<rss><article>x</article></rss>", "<article>Factiva</articles>x", "factiva"]
)
def test_other_xml_is_none(text: str) -> None:
    kind = kind_of(text.encode(), ".xml")
    assert kind is None or "Factiva" in text
