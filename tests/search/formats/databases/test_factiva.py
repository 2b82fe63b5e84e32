"""Factiva's exports: text and RTF with and without codes, and pages."""

from __future__ import annotations

import pytest
from export_texts import CREWS, FACTIVA_LINES, IN_TWO_WEEKS
from exports import articles, drafts, kind_of, rich_text, story, word_document

CODED = [
    "SE\tNews", "HD\tFerries stay in harbour", "BY\tBy Jane Doe", "WC\t70 words",
    "PD\t1 March 2022", "ET\t10:15", "SN\tThe Courier", "SC\tCOURR", "PG\tA4", "LA\tEnglish",
    "CY\tCopyright 2022. The Courier Company.", "LP", "", CREWS, "", "TD", "", IN_TWO_WEEKS, "",
    "CO\tcmpny : Company", "IN\ti75 : Shipping", "NS\tgcat : News", "RE\tuk : United Kingdom",
    "AN\tDocument COURR00020220301ei310000a",
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        ("\n".join(FACTIVA_LINES).encode(), ".txt"),
        (rich_text(FACTIVA_LINES), ".rtf"),
        (rich_text([line for line in FACTIVA_LINES if line]), ".rtf"),
        (word_document(FACTIVA_LINES), ".docx"),
    ],
    ids=["txt", "rtf", "rtf without empty lines", "docx"],
)
def test_fields_without_codes_are_known_by_their_order(data: bytes, suffix: str) -> None:
    first, second = articles(data, suffix)
    assert (first.title, first.source, first.authors) == (
        "Ferries stay in harbour", "The Courier", ("Jane Doe",),
    )  # fmt: skip
    assert (first.published, first.language) == ("2022-03-01", "en")
    assert (second.title, second.source, second.authors) == ("Talks resume", "Evening Post", ())
    assert second.published == "2022-03-02"
    assert (story(first), story(second)) == ([CREWS, IN_TWO_WEEKS], [IN_TWO_WEEKS])


def test_an_article_is_known_by_its_number() -> None:
    assert [draft.own for draft in drafts("\n".join(FACTIVA_LINES).encode(), ".txt")] == [
        "COURR00020220301ei310000a", "EVPST00020220302ei320000b",
    ]  # fmt: skip


@pytest.mark.parametrize("gap", ["\t", "   ", "\n"])
def test_fields_are_read_by_their_codes(gap: str) -> None:
    text = "\n".join(CODED).replace("\t", gap)
    [article] = articles(text, ".txt")
    assert (article.title, article.source, article.authors) == (
        "Ferries stay in harbour", "The Courier", ("Jane Doe",),
    )  # fmt: skip
    assert (article.published, article.language) == ("2022-03-01", "en")
    assert story(article) == [CREWS, IN_TWO_WEEKS]


def test_codes_stand_in_the_tables_of_an_rtf_document() -> None:
    rows = "".join(
        f"\\trowd\\cellx1000\\cellx9000\\pard\\intbl {code}\\cell {value}\\cell\\row\n"
        for code, value in (
            ("HD", "Ferries stay in harbour"), ("WC", "70 words"), ("PD", "1 March 2022"),
            ("SN", "The Courier"), ("LP", f"{CREWS}\\par {IN_TWO_WEEKS}"), ("NS", "gcat : News"),
            ("AN", "Document COURR00020220301ei310000a"),
        )
    )  # fmt: skip
    [article] = articles(("{\\rtf1\\ansi " + rows + "}").encode(), ".rtf")
    assert (article.title, article.source, article.published) == (
        "Ferries stay in harbour", "The Courier", "2022-03-01",
    )  # fmt: skip
    assert story(article) == [CREWS, IN_TWO_WEEKS]


def page(*paragraphs: str, styles: str = "") -> str:
    def row(code: str, value: str) -> str:
        return f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'

    text = "".join(f'<p class="articleParagraph">{one}</p>\n' for one in paragraphs)
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"/><title>Factiva</title>
    <style type="text/css">{styles}</style></head><body><table><tr><td><h1>Factiva</h1></td><td>Dow Jones</td></tr></table>
    <div class="article frArticle"><table>{row("HD", "<b class='frHeadline'>Les ferrys restent</b>")}
    {row("BY", "Par Jeanne Dupont")}{row("WC", "70 mots")}{row("PD", "1 mars 2022")}{row("SN", "Le Courrier")}
    {row("LA", "Français")}<tr><td class="index"><p><b>LP</b>&nbsp;</p></td><td>{text}</td></tr>
    {row("NS", "<br/>gcat : News")}{row("AN", "Document COURR00020220301ei310000a")}</table><br/></div>
    <div id="pageFooter"><span>&copy; 2022 Factiva, Inc. Tous droits réservés.</span></div></body></html>"""


@pytest.mark.parametrize("styles", ["", "body{margin:0}" * 8_000])
def test_a_page_is_read_however_long_its_styles_are(styles: str) -> None:
    [article] = articles(page("À l'aube, les équipages ont quitté les quais.", CREWS, styles=styles), ".html")  # fmt: skip
    assert (article.title, article.source) == ("Les ferrys restent", "Le Courrier")
    assert (article.authors, article.published) == (("Jeanne Dupont",), "2022-03-01")
    assert article.language == "fr"
    assert story(article) == ["À l'aube, les équipages ont quitté les quais.", CREWS]


@pytest.mark.parametrize(
    "text",
    [
        "Document COURR00020220301ei310000a was found, she wrote.\n",
        "70 words\n1 March 2022\nA poem.\n",
        "HD video\nWC doors\n",
    ],
)
def test_what_only_resembles_an_export_is_none(text: str) -> None:
    assert kind_of(text.encode(), ".txt") is None
