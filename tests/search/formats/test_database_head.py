from __future__ import annotations

from typing import TYPE_CHECKING

from search.article import ArticleId
from search.formats.read import read_text

if TYPE_CHECKING:
    from search.article import Article

STORY = (
    "The ferry sank on Sunday in the harbour, and all who were on board were saved by two boats.",
    "Nobody could say on Monday why a ship of that age had been allowed to leave in such a gale.",
)
TEXT = "\n\n".join(STORY)


def read(text: str) -> Article:
    return read_text(text.encode(), "a.txt", ArticleId("0" * 16))


def check(article: Article, where: str) -> None:
    assert (article.title, article.authors) == ("Ferry sinks in gale", ("Jane Doe",))
    assert (article.source, article.published) == ("The Guardian", "2019-03-14")
    assert set(article.evidence.values()) == {where}
    assert tuple(block.text for _, block in article.story) == STORY


def test_an_export_of_lexisnexis_from_its_older_site() -> None:
    article = read(
        "Terms: (ferry)\nSource: Selected Papers\n\n     1 of 1 DOCUMENTS\n\n\n"
        "           The Guardian (London)\n\n        March 14, 2019 Thursday\n           Final Edition\n\n"
        "Ferry sinks\nin gale\n\nBYLINE: Jane Doe\n\nSECTION: NEWS; Pg. 1\n\nLENGTH: 34 words\n\n"
        f"{TEXT}\n\nLOAD-DATE: March 15, 2019\n\nLANGUAGE: ENGLISH\n\n"
        "     Copyright 2019 Guardian Newspapers Limited\n        All Rights Reserved\n"
    )
    check(article, "LexisNexis")
    assert article.language == "en"
    assert article.updated is None
    kept = {block.text for block in article.blocks if block.kind == "boilerplate"}
    assert {"Terms: (ferry)", "Final Edition", "SECTION: NEWS; Pg. 1"} <= kept
    assert {"LOAD-DATE: March 15, 2019", "All Rights Reserved"} <= kept


def test_an_export_of_lexisnexis_from_its_newer_site() -> None:
    article = read(
        "Ferry sinks in gale\n\nThe Guardian (London)\n\nMarch 14, 2019 Thursday 9:00 AM GMT\n\n"
        "Copyright 2019 Guardian Newspapers Limited All Rights Reserved\n\nSection: NEWS\n\n"
        "Length: 34 words\n\nByline: Jane Doe Transport correspondent\n\n"
        f"Body\n\n\n{TEXT}\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: March 15, 2019\n\n"
        "End of Document\n"
    )
    check(article, "LexisNexis")


def test_an_export_of_factiva() -> None:
    article = read(
        "Ferry sinks in gale\n\nBy Jane Doe\n34 words\n14 March 2019\n18:38\nThe Guardian\nGRDN\n"
        f"English\n© Copyright 2019. The Guardian.\n\n{TEXT}\n\nDocument GRDN000020190314ef3e0001a\n"
    )
    check(article, "Factiva")
    assert article.blocks[-1].text == "Document GRDN000020190314ef3e0001a"


def test_an_export_of_proquest() -> None:
    article = read(
        "____________\n\nFerry sinks in gale\n\nAuthor: Doe, Jane\n\nPublication info: The Guardian ; "
        "London (UK) [London (UK)]14 Mar 2019: 4.\n\nAbstract: The ferry sank.\n\n"
        f"Full text: {TEXT}\n\nTitle: Ferry sinks in gale\n\nPublication title: The Guardian\n\n"
        "Publication date: Mar 14, 2019\n\nProQuest document ID: 1234\n\nLast updated: 2020-01-02\n"
    )
    check(article, "ProQuest")
    assert article.updated is None


def test_an_export_of_several_articles_is_no_head_of_one() -> None:
    one = f"2 of 3 DOCUMENTS\n\nThe Guardian\n\nMarch 14, 2019\n\nFerry sinks\n\nLENGTH: 34 words\n\n{TEXT}\n\n"
    assert "LexisNexis" not in read(one * 3).evidence.values()


def test_a_story_that_counts_words_is_no_export() -> None:
    article = read(f"Ferry sinks\n\n{TEXT}\n\n34 words\n\n{TEXT}\n")
    assert not {"Factiva", "LexisNexis", "ProQuest"} & set(article.evidence.values())
