"""Europresse's exports in both their forms."""

from __future__ import annotations

from export_texts import EQUIPAGES, EUROPRESSE_NEW, EUROPRESSE_OLD, PERSONNE
from exports import articles, drafts, kind_of, story


def test_the_older_form() -> None:
    first, second = articles(EUROPRESSE_OLD.encode("utf-8"), ".html")
    assert (first.title, first.source) == ("Les ferrys et la suite", "Le Courrier")
    assert (first.authors, first.published) == (("Jeanne Dupont",), "2012-03-01")
    assert (second.source, second.authors, second.published) == (
        "La Poste du soir",
        (),
        "2012-03-02",
    )
    assert story(first) == story(second) == [EQUIPAGES, PERSONNE]


def test_the_newer_form() -> None:
    first, second = articles(EUROPRESSE_NEW, ".html")
    assert (first.title, first.source) == ("Les ferrys restent", "Le Courrier")
    assert (first.authors, (first.published or "")[:10]) == (("Jeanne Dupont",), "2022-03-01")
    assert (second.title, second.source, second.published) == (
        "Les quais",
        "La Poste",
        "2022-03-02",
    )
    assert (story(first), story(second)) == ([EQUIPAGES, PERSONNE], [PERSONNE])
    assert drafts(EUROPRESSE_NEW.encode(), ".html")[0].own == "news·20220301·CR·0042"


def test_a_page_as_it_declares_itself_is_read() -> None:
    assert (
        story(articles(EUROPRESSE_OLD.replace("’", "'").encode("latin-1"), ".html")[1])[1]
        == PERSONNE
    )


def test_another_page_is_none() -> None:
    assert (
        kind_of(b"<html><body><article><p>europresse</p></article></body></html>", ".html") is None
    )
