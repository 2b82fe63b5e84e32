from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.errors import ArticleError
from search.formats.tables.column_choice import choose_columns, has_columns
from search.formats.tables.record_fields import record_fields
from search.formats.tables.table_record import TableRecord

if TYPE_CHECKING:
    from search.article import Article

NOBODY = ArticleId("0" * 16)


def read(**record: object) -> Article:
    fields = record_fields(record)
    columns = choose_columns([fields])
    assert columns is not None
    return TableRecord(fields, columns, "table row").article("a.csv#1", NOBODY)


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("2019-02-08", "2019-02-08"),
        ("2019-02-08 10:30:00+00:00", "2019-02-08T10:30:00+00:00"),
        ("1549621800", "2019-02-08T10:30:00+00:00"),
        ("1549621800000", "2019-02-08T10:30:00+00:00"),
        ("1549621800.0", "2019-02-08T10:30:00+00:00"),
        ("20190208", "2019-02-08"),
        ("nan", None),
        ("17", None),
    ],
)
def test_days_and_times_are_read_as_programs_write_them(said: str, published: str | None) -> None:
    assert read(title="Tide", text="The boat left.", date=said).published == published


@pytest.mark.parametrize(
    "names",
    [
        ("Titel", "Text", "Quelle", "Datum", "Autor", "Adresse"),
        ("titular", "cuerpo", "medio", "fecha", "autor", "enlace"),
        ("titre", "texte", "source", "date_publication", "auteur", "lien"),
        ("заголовок", "текст", "источник", "дата", "автор", "ссылка"),
        ("标题", "正文", "来源", "发布时间", "作者", "链接"),
    ],
)
def test_columns_are_called_by_the_words_of_many_languages(names: tuple[str, ...]) -> None:
    values = (
        "Tide",
        "The boat left.",
        "Harbour Gazette",
        "2019-02-08",
        "Jane Doe",
        "https://a.com/b",
    )
    article = read(**dict(zip(names, values, strict=True)))
    assert (article.title, article.source, article.url) == (
        "Tide",
        "Harbour Gazette",
        "https://a.com/b",
    )
    assert (article.published, article.authors) == ("2019-02-08", ("Jane Doe",))


def test_a_title_may_be_a_list_of_one_as_search_servers_have_it() -> None:
    assert read(title=["Tide"], text=["The boat left."]).title == "Tide"


def test_a_day_that_is_none_leaves_its_place_to_another() -> None:
    article = read(title="Tide", text="The boat left.", published="soon", date="2019-02-08")
    assert article.published == "2019-02-08"


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        ("Jane Doe, Joe Roe", ("Jane Doe", "Joe Roe")),
        ("['Jane Doe', \"Mo O'Neill\"]", ("Jane Doe", "Mo O'Neill")),
        (["Jane Doe", "Joe Roe"], ("Jane Doe", "Joe Roe")),
        ([{"name": "Jane Doe", "role": "writer"}], ("Jane Doe",)),
        ("[]", ()),
        ("None", ()),
    ],
)
def test_lists_are_read_as_programs_write_them(said: object, authors: tuple[str, ...]) -> None:
    assert read(title="Tide", text="The boat left.", authors=said).authors == authors


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "<h2>Sea</h2><p>One &amp; two.</p><script>x()</script>",
            [("heading", "Sea"), ("paragraph", "One & two.")],
        ),
        ("One is < two &amp; three.", [("paragraph", "One is < two & three.")]),
        (
            "## Sea\n\nOne is [two](https://a.com).",
            [("heading", "Sea"), ("paragraph", "One is two.")],
        ),
        (
            ["The boat left on Sunday, late.", "It came back on Monday."],
            [
                ("paragraph", "The boat left on Sunday, late."),
                ("paragraph", "It came back on Monday."),
            ],
        ),
        ("One is &#99999999999999999999;.", [("paragraph", "One is &#99999999999999999999;.")]),
    ],
)
def test_a_text_is_read_by_what_it_is_written_in(
    text: object, blocks: list[tuple[str, str]]
) -> None:
    article = read(title="Tide", text=text)
    assert [(block.kind, block.text) for block in article.blocks] == blocks


def test_a_title_may_be_written_in_html() -> None:
    assert read(title="<b>Tide</b> &amp; ebb", text="The boat left.").title == "Tide & ebb"


def test_highlights_may_stand_for_a_title() -> None:
    article = read(article="The boat left. It was late.", highlights="The boat left .\nLate .")
    assert article.title == "The boat left ."


def test_of_several_texts_the_longest_is_read() -> None:
    article = read(title="Tide", text="Sea", content="The boat left on Sunday.", description="Boat")
    assert [block.text for block in article.blocks] == ["The boat left on Sunday."]


def test_a_summary_stands_in_where_the_text_is_missing() -> None:
    records = [
        record_fields(
            {"title": "Tide", "content": "The boat left on Sunday.", "summary": "A boat."}
        ),
        record_fields({"title": "Ebb", "content": None, "summary": "Another boat."}),
    ]
    columns = choose_columns(records)
    assert columns is not None
    texts = [
        TableRecord(record, columns, "table row").article("a", NOBODY).blocks[0].text
        for record in records
    ]
    assert texts == ["The boat left on Sunday.", "Another boat."]


def test_the_day_and_the_outlet_may_be_told_by_the_address() -> None:
    article = read(title="Tide", text="<p>A boat.</p>", url="https://www.bbc.co.uk/2019/02/08/a")
    assert (article.source, article.published) == ("BBC News", "2019-02-08")
    assert article.evidence["source"] == "table row (its address)"
    assert article.evidence["published"] == "url"


@pytest.mark.parametrize("text", [None, "", " ", "nan", "<p> </p>", "<br>"])
def test_a_record_without_a_text_is_told(text: str | None) -> None:
    columns = choose_columns([record_fields({"title": "a", "text": "b"})])
    assert columns is not None
    draft = TableRecord(record_fields({"title": "Tide", "text": text}), columns, "table row")
    with pytest.raises(ArticleError, match=r"^a\.csv#1: there is no text in the record$"):
        draft.article("a.csv#1", NOBODY)


@pytest.mark.parametrize(
    ("names", "enough"),
    [
        (["title", "text"], True),
        (["headline", "shortdescription"], True),
        (["überschrift", "text"], False),
        (["titel", "inhalt"], True),
        (["text"], False),
        (["title"], False),
        ([], False),
    ],
)
def test_a_table_needs_a_title_and_a_text(names: list[str], enough: bool) -> None:
    assert has_columns(names) is enough


def test_what_names_records_differs_from_one_to_the_next() -> None:
    rows = [
        {"id": str(place), "url": "https://a.com", "title": "a", "text": "b"} for place in (1, 2)
    ]
    columns = choose_columns(rows)
    assert columns is not None
    assert columns.identity == "id"
