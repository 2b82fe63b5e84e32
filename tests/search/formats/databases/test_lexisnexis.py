"""LexisNexis' exports of before 2017, as text and as pages."""

from __future__ import annotations

import textwrap

import pytest
from export_texts import LEXIS_PAGE, LONG, SECOND, centred, lexis_export, wrapped
from exports import articles, kind_of, rich_text, story, word_document


def test_each_document_is_an_article_with_the_head_it_has() -> None:
    first, second = articles(lexis_export(), ".txt")
    assert (first.title, first.source, first.authors) == (
        "Ferries stay in harbour", "The Courier", ("Jane Doe",),
    )  # fmt: skip
    assert (first.published, first.language) == ("2016-03-01", "en")
    assert first.evidence["source"] == "LexisNexis"
    assert (second.title, second.authors, second.published) == ("Talks resume", (), "2016-03-02")


def test_a_text_is_whole_and_its_lines_are_joined() -> None:
    for article in articles(lexis_export(), ".txt"):
        assert story(article) == [LONG, SECOND.replace("“", "“")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, ends: str) -> None:
    text = lexis_export().lstrip("\ufeff").replace("\n", ends)
    assert [one.title for one in articles(text.encode(encoding), ".txt")] == [
        "Ferries stay in harbour", "Talks resume",
    ]  # fmt: skip


def test_a_load_date_is_no_day_of_publication() -> None:
    assert articles(lexis_export(day="March 2016"), ".txt")[0].published is None


def test_a_label_that_is_not_known_is_no_text() -> None:
    labels = "BYLINE: Jane Doe\n\nPRODUCT: Wire of the north\n\n"
    [article, _] = articles(lexis_export(labels=labels), ".txt")
    assert (article.authors, story(article)) == (("Jane Doe",), [LONG, SECOND])


def test_a_headline_of_several_lines_is_one() -> None:
    [article, _] = articles(lexis_export(title="Ferries stay in harbour;\nThousands wait"), ".txt")
    assert article.title == "Ferries stay in harbour; Thousands wait"


def test_a_document_without_a_headline_has_none() -> None:
    [article, _] = articles(lexis_export(title=""), ".txt")
    assert article.title is None
    assert story(article) == [LONG, SECOND]


def test_a_correction_belongs_to_the_text_and_a_picture_does_not() -> None:
    tail = "LANGUAGE: ENGLISH\n\nCORRECTION-DATE: March 8, 2016\n\nCORRECTION:\n\nThe boats are five.\n\nGRAPHIC: A pier\n\nat dawn"
    assert story(articles(lexis_export(tail=tail), ".txt")[0])[2:] == ["The boats are five."]


def test_a_label_amid_the_text_ends_nothing() -> None:
    text = lexis_export().replace(wrapped(SECOND), f"NOTES: a list of hers.\n\n{wrapped(SECOND)}\n\nIt went on.\n\nAnd on.\n\nAnd on.", 1)  # fmt: skip
    assert story(articles(text, ".txt")[0])[-1] == "And on."


@pytest.mark.parametrize(
    ("mark", "labels", "day", "tail", "language"),
    [
        ("Dokument 1 von 1", "AUTOR: Von Jana Weiß\n\nRUBRIK: POLITIK; S. 3\n\nLÄNGE: 70 Wörter", "Dienstag 1. März 2016", "UPDATE: 2. März 2016\n\nSPRACHE: DEUTSCH; GERMAN", "de"),
        ("Document 1 de 1", "AUTEUR: Jana Weiß\n\nRUBRIQUE: MONDE; Pg. 3\n\nLONGUEUR: 70 mots", "mardi 1 mars 2016", "DATE-CHARGEMENT: 2 mars 2016\n\nLANGUE: FRENCH; FRANÇAIS", "fr"),
        ("1 van 1 DOCUMENTEN", "AUTEUR: Jana Weiß\n\nSECTIE: Binnenland; Blz. 3\n\nLENGTE: 70 woorden", "dinsdag 1 maart 2016", "LAADDATUM: 2 maart 2016\n\nTAAL: NEDERLANDS", "nl"),
        ("Documento 1 de 1", "AUTOR: Jana Weiß\n\nSECCIÓN: Mundo; Pág. 3\n\nLONGITUD: 70 palabras", "martes 1 de marzo de 2016", "FECHA-CARGA: 2 de marzo de 2016\n\nIDIOMA: SPANISH; ESPAÑOL", "es"),
    ],
)  # fmt: skip
def test_labels_are_read_in_every_language_of_the_database(
    mark: str, labels: str, day: str, tail: str, language: str
) -> None:
    text = f"{centred(mark)}\n\n{centred('Die Zeitung')}\n\n{centred(day)}\n\nÜberschrift\n\n{labels}\n\n{wrapped(LONG)}\n\n{tail}\n"
    [article] = articles(text, ".txt")
    assert (article.title, article.source, article.authors) == (
        "Überschrift",
        "Die Zeitung",
        ("Jana Weiß",),
    )
    assert (article.published, article.language) == ("2016-03-01", language)
    assert story(article) == [LONG]


def test_the_oldest_form_has_labels_for_headline_and_text() -> None:
    text = f"""
                     1 of 1 DOCUMENT

              Copyright 1998 The Courier Company
                        The Courier
               March 3, 1998, Tuesday, Final Edition

SECTION: METRO; Pg. B1
LENGTH: 70 words
HEADLINE: Ferries stay in harbour
BYLINE: Jane Doe, Courier Staff Writer
DATELINE: LARNE
BODY:
{textwrap.fill(LONG, 72, initial_indent="   ")}
{textwrap.fill(SECOND, 72, initial_indent="   ")}

LOAD-DATE: March 4, 1998
"""
    [article] = articles(text, ".txt")
    assert (article.title, article.source) == ("Ferries stay in harbour", "The Courier")
    assert (article.authors, article.published) == (("Jane Doe",), "1998-03-03")
    assert story(article) == [LONG, SECOND]


def test_a_page_is_read_like_a_text() -> None:
    [article] = articles(LEXIS_PAGE, ".html")
    assert (article.title, article.source) == ("Café ferry; Waits", "The Courier")
    assert (article.authors, article.published) == (("Jane Doe",), "2011-03-01")
    assert story(article) == [
        "The crews walked out at dawn on Monday & stayed away from the pier all day.",
        "Nobody knows when the boats will sail again, a spokesman said.",
    ]


def test_a_document_without_empty_lines_is_read_like_a_text() -> None:
    text = ["1 of 1 DOCUMENTS", "The Courier", "March 1, 2011 Tuesday", "Late Edition", "Ferries stay", "BYLINE: By Jane Doe", "LENGTH: 70 words", LONG, SECOND, "LOAD-DATE: March 2, 2011", "LANGUAGE: ENGLISH", "Copyright 2011 The Courier", "All Rights Reserved"]  # fmt: skip
    for data, suffix in ((rich_text(text), ".doc"), (word_document(text), ".docx")):
        [article] = articles(data, suffix)
        assert (article.title, article.source, article.authors) == (
            "Ferries stay", "The Courier", ("Jane Doe",),
        )  # fmt: skip
        assert (article.published, story(article)) == ("2011-03-01", [LONG, SECOND])


@pytest.mark.parametrize(
    "text",
    [
        "The archive has 3 of 10 documents, the clerk said.\n\nBYLINE: of no meaning.\n",
        "3 of 10 DOCUMENTS\n\nThat was the headline.\n",
        "LENGTH: 70 words\n\nLOAD-DATE: March 9, 2016\n",
        "",
    ],
)
def test_what_only_resembles_an_export_is_none(text: str) -> None:
    assert kind_of(text.encode(), ".txt") is None
