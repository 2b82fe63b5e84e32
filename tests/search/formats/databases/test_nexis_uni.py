"""Nexis Uni's exports: the documents of word processors, and their text."""

from __future__ import annotations

import pytest
from export_texts import CREWS, NOBODY, UNI_LINES
from exports import articles, kind_of, rich_text, story, word_document


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (word_document(UNI_LINES), ".docx"),
        (rich_text(UNI_LINES), ".rtf"),
        (rich_text(UNI_LINES), ".doc"),
        ("\n".join(UNI_LINES).replace(CREWS, f"{CREWS}\n").encode(), ".txt"),
    ],
    ids=["docx", "rtf", "doc", "txt"],
)
def test_each_document_is_an_article_whatever_program_it_is_for(data: bytes, suffix: str) -> None:
    first, second = articles(data, suffix)
    assert (first.title, first.source) == ("Ferries stay in harbour", "The Courier")
    assert first.authors == ("Jane Doe", "Joe Bloggs")
    assert (first.published or "").startswith("2022-03-01")
    assert (first.language, first.evidence["title"]) == ("en", "Nexis Uni")
    assert story(first) == ["Thousands wait on the piers", CREWS, NOBODY]
    assert (second.title, second.source, second.published) == (
        "Talks resume", "Evening Post", "2022-03-02",
    )  # fmt: skip
    assert story(second) == [NOBODY]


@pytest.mark.parametrize(
    ("length", "body", "after", "language", "end"),
    [
        ("Länge: 70 Wörter", "Text", "Klassifizierung", "Sprache: GERMAN; DEUTSCH", "Ende des Dokuments"),
        ("Longueur: 70 mots", "Corps", "Classification", "Langue: FRENCH; FRANÇAIS", "Fin du document"),
        ("Extensión: 70 palabras", "Cuerpo", "Clasificación", "Idioma: SPANISH; ESPAÑOL", "Fin del documento"),
        ("Lengte: 70 woorden", "Hoofdtekst", "Classificatie", "Taal: DUTCH; NEDERLANDS", "Einde van document"),
    ],
)  # fmt: skip
def test_labels_are_read_in_every_language_of_the_database(
    length: str, body: str, after: str, language: str, end: str
) -> None:
    lines = ["Die Fähren", "Der Bote", "1. März 2022 Dienstag", "", length, body, "", CREWS, "", after, "", language, "", end]  # fmt: skip
    [article] = articles(word_document(lines), ".docx")
    assert (article.title, article.source, article.published) == (
        "Die Fähren", "Der Bote", "2022-03-01",
    )  # fmt: skip
    assert (
        article.language == {"G": "de", "F": "fr", "S": "es", "D": "nl"}[language.split(": ")[1][0]]
    )
    assert story(article) == [CREWS]


def test_a_document_cut_short_is_read_as_far_as_it_goes() -> None:
    cut = UNI_LINES[: UNI_LINES.index("Graphic")]
    assert [one.title for one in articles("\n".join(cut), ".txt")] == [
        "Ferries stay in harbour", "Talks resume",
    ]  # fmt: skip


def test_a_beginning_without_an_end_is_told_by_its_head() -> None:
    first = UNI_LINES[: UNI_LINES.index("Classification")]
    assert kind_of("\n".join(first).encode(), ".txt") is not None


@pytest.mark.parametrize(
    "text",
    [
        "The committee met.\n\nBody\n\nThe body was found.\n\nEnd of document\n",
        "Length: 70 words are enough, she wrote.\n\nAnother text.\n",
    ],
)
def test_what_only_resembles_an_export_is_none(text: str) -> None:
    assert kind_of(text.encode(), ".txt") is None
