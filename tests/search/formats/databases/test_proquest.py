"""ProQuest's exports as text, page and mail."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from export_texts import CREWS, FLOOD, LOCATION, PROQUEST_RULE, PROQUEST_TEXT, proquest_document
from exports import articles, drafts, kind_of, story


def check(data: bytes | str, suffix: str) -> None:
    first, second = articles(data, suffix)
    assert (first.title, second.title) == ("Ferries stay", "Talks resume")
    assert (first.source, first.authors) == ("The Courier", ("Jane Doe", "Joe A. Bloggs"))
    assert (first.published, first.language) == ("2022-03-01", "en")
    assert first.url is None
    assert story(first) == [CREWS, LOCATION, FLOOD]


def test_each_document_of_a_text_is_an_article() -> None:
    check(PROQUEST_TEXT, ".txt")
    assert [draft.own for draft in drafts(PROQUEST_TEXT.encode(), ".txt")] == ["4001", "4002"]


def test_documents_are_also_told_by_their_numbers() -> None:
    parts = PROQUEST_TEXT.split(PROQUEST_RULE)
    check("Document 1 of 2".join(parts[:2]) + "\nDocument 2 of 2\n" + parts[2], ".txt")


def page() -> str:
    def written(text: str) -> str:
        paragraphs = [f"<p>{one}</p>" for one in text.split("\n\n") if one.strip()]
        return "".join(p.replace("Author:", "<strong>Author: </strong>") for p in paragraphs)

    return (
        "<!DOCTYPE html><html><head><title>ProQuest Export</title></head><body><p>Somebody sent you this</p>"
        f'<a name="DocID_1"></a>{written(proquest_document("Ferries stay", 4001))}'
        f'<a name="DocID_2"></a>{written(proquest_document("Talks resume", 4002))}</body></html>'
    )


def test_each_document_of_a_page_is_an_article() -> None:
    check(page(), ".html")


def test_each_document_of_a_message_is_an_article() -> None:
    message = EmailMessage()
    message["From"] = "noreply@proquest.com"
    message["Subject"] = "Your ProQuest Research"
    message.set_content("See the page.")
    message.add_alternative(page(), subtype="html", cte="quoted-printable")
    check(message.as_bytes(), ".eml")


def test_where_there_is_no_text_the_abstract_is() -> None:
    text = f"{PROQUEST_RULE}\n\n{proquest_document('Ferries stay', 1, 'Full text: ')}"
    assert story(articles(text, ".txt")[0]) == ["The crews walked out."]


def test_without_a_date_of_its_own_the_issue_says_it() -> None:
    text = f"{PROQUEST_RULE}\n\n{proquest_document('Ferries stay', 1)}".replace(
        "Publication date: Mar 1, 2022\n\n", ""
    )
    assert articles(text, ".txt")[0].published == "2022-03-01"


@pytest.mark.parametrize("suffix", [".txt", ".eml"])
def test_what_only_speaks_of_it_is_none(suffix: str) -> None:
    assert kind_of(b"From: a@b.example\n\nProQuest sells databases.\n\nTitle: none\n", suffix) is None or suffix == ".eml"  # fmt: skip
