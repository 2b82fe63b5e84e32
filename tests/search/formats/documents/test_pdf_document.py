"""A PDF document as an article: paragraphs, what recurs on each page, title, and what it can't be."""

from __future__ import annotations

import pytest
from opened import aside, opened, story
from pdf_files import column, draw, pdf

from search import Article, ArticleError
from search.formats.documents import KINDS, pdf_lines

PDF = KINDS[1]
KNEW = "They had known of it since March, and waited."
FIRST = [
    "The bridge over the river reopened on Sunday after two years of costly re-",
    "pairs, and some three hundred boats passed below it on the first day alone,",
    "said Jane Doe of the port authority.",
]
SECOND = [
    "Nobody at the harbour had believed it. The self-declared friends of the river",
    "had counted the days; so had the well-",
    "known Anglo-",
    "American engineers, who count every bolt of the bridge and write it down.",
]
WHOLE_FIRST = (
    "The bridge over the river reopened on Sunday after two years of costly repairs, and some three "
    "hundred boats passed below it on the first day alone, said Jane Doe of the port authority."
)
WHOLE_SECOND = (
    "Nobody at the harbour had believed it. The self-declared friends of the river had counted the days; "
    "so had the well-known Anglo-American engineers, who count every bolt of the bridge and write it down."
)


def read(data: bytes) -> Article:
    [article] = opened(PDF, data, "a.pdf")
    assert isinstance(article, Article), article
    return article


def refused(data: bytes) -> str:
    [told] = opened(PDF, data, "a.pdf")
    assert isinstance(told, ArticleError)
    assert "\n" not in str(told)
    return told.reason


def headed() -> list[tuple[float, float, float, str]]:
    return [
        (50, 780, 20, "Bridge reopens after"),
        (50, 758, 20, "two years"),
        *column([*FIRST, "", *SECOND]),
    ]


def test_lines_are_joined_to_paragraphs_and_broken_words_to_words() -> None:
    article = read(pdf([draw(headed())]))
    assert story(article) == [WHOLE_FIRST, WHOLE_SECOND]


def test_a_hyphen_stays_where_the_document_spells_the_word_with_it() -> None:
    rows = [
        *SECOND,
        "",
        "They are well-known for it, as their friends were quick to tell all others.",
    ]
    article = read(pdf([draw(column(rows))]))
    assert "so had the well-known Anglo-American engineers" in story(article)[0]


def test_the_largest_words_of_the_first_page_are_the_title() -> None:
    article = read(pdf([draw(headed())]))
    assert article.title == "Bridge reopens after two years"
    assert article.evidence["title"] == "text: page 1"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("The bridge is open", "The bridge is open"),
        ("Microsoft Word - bridge_v3.docx", None),
        ("bridge final.indd", None),
        ("Untitled-1", None),
        ("20190314_p12", None),
        ("Document1", None),
        (
            "Documents show that the minister knew of the repairs",
            "Documents show that the minister knew of the repairs",
        ),
        ("", None),
    ],
)
def test_a_title_that_is_stated_unless_it_is_the_name_of_a_file(
    stated: str, title: str | None
) -> None:
    article = read(pdf([draw(headed())], {"Title": stated, "CreationDate": "D:20190314120000Z"}))
    assert article.title == (title or "Bridge reopens after two years")
    assert article.published is None


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("jdoe", ()),
        ("Jane Doe; Joe Bloggs", ("Jane Doe", "Joe Bloggs")),
        ("Admin", ()),
    ],
)
def test_authors_that_are_stated_are_persons(stated: str, authors: tuple[str, ...]) -> None:
    assert read(pdf([draw(column(FIRST))], {"Author": stated})).authors == authors


def test_a_day_and_a_byline_in_the_text_are_read() -> None:
    rows = [
        (50, 780, 20, "Bridge reopens"),
        *column(["By Jane Doe", "", "14 March 2019", "", *FIRST]),
    ]
    article = read(pdf([draw(rows)]))
    assert (article.authors, article.published) == (("Jane Doe",), "2019-03-14")
    assert story(article) == [WHOLE_FIRST]


def test_what_stands_on_every_page_is_no_part_of_the_story() -> None:
    pages = []
    for number, work in enumerate(("pillar", "road", "railing", "arch"), 1):
        furniture = [
            (50.0, 820.0, 8.0, "River Quarterly"),
            (290.0, 20.0, 8.0, f"Page {number} of 4"),
        ]
        told = f"Then they worked on the {work} of the bridge, as the log of the {work} says."
        pages.append(draw([*furniture, *column([told] * 3)]))
    article = read(pdf(pages))
    assert not any("Quarterly" in text or "Page" in text for text in story(article))
    assert aside(article) == ["River Quarterly"]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    title = (50.0, 790.0, 20.0, "Bridge reopens")
    first = draw([title, *column([KNEW, *FIRST[:1]]), *column(FIRST[1:2], left=300)])
    article = read(pdf([first, draw(column(FIRST[2:]))]))
    assert story(article) == [KNEW, WHOLE_FIRST]


def test_pages_without_text_say_so() -> None:
    assert (
        refused(pdf([b"10 10 200 200 re f"]))
        == "the PDF has no text: its pages are pictures, which have to be read by OCR first"
    )
    assert "no text" in refused(pdf([]))


def test_what_opens_by_a_password_only_says_so() -> None:
    page = draw(column(FIRST))
    assert "password" in refused(pdf([page], password="secret"))  # noqa: S106 - of a test
    assert story(read(pdf([page], password=""))) == [WHOLE_FIRST]  # anybody may read it


def test_what_is_damaged_says_so() -> None:
    assert refused(b"%PDF-1.4\nnothing") == "the PDF is damaged"
    whole = pdf([draw(column(FIRST))])
    assert refused(whole[:200]) == "the PDF is damaged"


def test_what_is_longer_than_bounded_work_allows_is_cut_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = draw(column(FIRST))
    monkeypatch.setattr(pdf_lines, "MOST_DRAWING", 3 * len(page))
    assert read(pdf([page] * 20)).cuts == ("the text after 3 of 20 pages",)
    assert read(pdf([page] * 3)).cuts == ()
    monkeypatch.setattr(pdf_lines, "_MOST_OPERATIONS", 20)
    assert read(pdf([page] * 3)).cuts == ("the text after 2 of 3 pages",)


def test_drawings_that_never_end_are_left() -> None:
    assert "damaged" in refused(pdf([b"q " * 2_000_000]))
    assert "damaged" in refused(pdf([b"[" * 100_000]))


def test_parts_without_end_and_little_drawn_again_and_again_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "more parts" in refused(b"%PDF-1.4\n" + b"1 0 obj\n" * 250_000)
    monkeypatch.setattr(pdf_lines, "_MOST_OPERATIONS", 3)
    assert "draws too much" in refused(pdf([b"q Q " * 100]))
