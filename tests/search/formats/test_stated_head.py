from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from search.formats.heads.stated_head import is_label, label_field, stated_head


@pytest.mark.parametrize(
    ("fields", "title", "source", "authors", "published"),
    [
        (  # CSL
            {
                "title": "Ferry sinks",
                "container-title": "Harbour Gazette",
                "publisher": "Quay Press",
                "issued": {"date-parts": [[2019, 3, 14]]},
                "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Joe Bloggs"}],
                "accessed": {"date-parts": [["2020", "1", "2"]]},
            },
            "Ferry sinks",
            "Harbour Gazette",
            ("Jane Doe", "Joe Bloggs"),
            "2019-03-14",
        ),
        (  # Zotero
            {
                "title": "Ferry sinks",
                "publicationTitle": "Harbour Gazette",
                "date": "2019-03-14",
                "creators": [
                    {"creatorType": "author", "firstName": "Jane", "lastName": "Doe"},
                    {"creatorType": "editor", "firstName": "Ed", "lastName": "Itor"},
                ],
                "accessDate": "2020-01-02",
                "dateAdded": "2020-01-03T00:00:00Z",
                "dateModified": "2020-01-04T00:00:00Z",
            },
            "Ferry sinks",
            "Harbour Gazette",
            ("Jane Doe",),
            "2019-03-14",
        ),
        (  # JSON-LD
            {
                "@type": "NewsArticle",
                "headline": "Ferry sinks",
                "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
                "author": {"@type": "Person", "name": "Jane Doe", "url": "https://a.example/jane"},
                "datePublished": "2019-03-14T18:38:00+01:00",
            },
            "Ferry sinks",
            "Harbour Gazette",
            ("Jane Doe",),
            "2019-03-14T18:38:00+01:00",
        ),
        (  # OpenGraph
            {
                "og:title": "Ferry sinks",
                "og:site_name": "Harbour Gazette",
                "article:author": "https://facebook.com/jane",
                "article:published_time": "2019-03-14T18:38:00Z",
            },
            "Ferry sinks",
            "Harbour Gazette",
            (),
            "2019-03-14T18:38:00+00:00",
        ),
        (  # Dublin Core
            {
                "DC.title": "Ferry sinks",
                "DC.publisher": "Harbour Gazette",
                "dcterms.creator": "Jane Doe",
                "DC.date.issued": "14 March 2019",
            },
            "Ferry sinks",
            "Harbour Gazette",
            ("Jane Doe",),
            "2019-03-14",
        ),
        (  # mail
            {
                "From": '"Jane Doe" <jane@gazette.example>',
                "Subject": "Ferry sinks",
                "Date": "Thu, 14 Mar 2019 18:38:00 +0100",
            },
            "Ferry sinks",
            None,
            ("Jane Doe",),
            "2019-03-14T18:38:00+01:00",
        ),
        (  # TOML and its days
            {"Title": 1984, "source": "Harbour Gazette", "date": date(2019, 3, 14)},
            "1984",
            "Harbour Gazette",
            (),
            "2019-03-14",
        ),
    ],
    ids=["CSL", "Zotero", "JSON-LD", "OpenGraph", "Dublin Core", "mail", "TOML"],
)
def test_one_table_knows_the_names_of_all_forms(
    fields: dict[str, object],
    title: str,
    source: str | None,
    authors: tuple[str, ...],
    published: str,
) -> None:
    head = stated_head(fields, "there")
    assert (head.title, head.source, head.authors) == (title, source, authors)
    assert head.published == published
    assert head.updated is None


@pytest.mark.parametrize(
    "name",
    "created date-created Date_Added clipped saved accessed accessDate retrieved captured event-date "
    "release_date deadline".split(),
)
def test_other_days_are_no_day_of_publication(name: str) -> None:
    assert stated_head({"title": "T", name: "2019-03-14"}, "there").published is None


def test_a_note_s_own_change_is_none_of_the_article() -> None:
    note = {"created": "2020-01-02", "updated": "2020-01-03"}
    assert stated_head(note, "there").updated is None
    told = {**note, "published": "2019-03-14"}
    assert stated_head(told, "there").updated == "2020-01-03"


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Jane Doe, Jr.", ("Jane Doe Jr.",)),
        ("Jane Doe, Health editor", ("Jane Doe",)),
        ("Jane Doe (@jane)", ("Jane Doe",)),
        ("@jane", ()),
        ("jane@gazette.example (Jane Doe)", ("Jane Doe",)),
        ("https://gazette.example/jane", ()),
        ("Harbour Gazette", ()),
        ("the harbour gazette", ()),
        ("Reuters", ()),
        ("BBC News staff", ()),
        ("Various", ()),
        ("Web desk", ()),
        ("[[people/Jane Doe]], [[j|Joe Bloggs]]", ("Jane Doe", "Joe Bloggs")),
        ("[Jane Doe](https://gazette.example/jane)", ("Jane Doe",)),
        ([["people/Jane Doe|Jane Doe"]], ("Jane Doe",)),
        ([[["Jane Doe"]], [["j|Joe Bloggs"]]], ("Jane Doe", "Joe Bloggs")),
        ("Jane Doe for The Guardian", ("Jane Doe",)),
        ("Doe, Jane and Bloggs, Joe", ("Jane Doe", "Joe Bloggs")),
        ("Doe, Jane", ("Jane Doe",)),
        ("Doe, J. K.", ("J. K. Doe",)),
        ("Doe, Jane.", ("Jane Doe",)),
        ("Doe, Reuters", ("Doe",)),
        ("[[@Jane Doe]]", ("Jane Doe",)),
        ({"name": {"given": "Jane", "family": "Doe"}}, ("Jane Doe",)),
        ([["Jane Doe"], "Joe Bloggs"], ("Jane Doe", "Joe Bloggs")),
        ("Jane Doe; Joe Bloggs", ("Jane Doe", "Joe Bloggs")),
    ],
)
def test_only_persons_are_authors(stated: object, authors: tuple[str, ...]) -> None:
    head = stated_head({"source": "Harbour Gazette", "author": stated}, "there")
    assert head.authors == authors


def test_a_form_may_write_the_family_s_name_first() -> None:
    stated = {"Author": "Doe, Jane; Bloggs, Joe"}
    assert stated_head(stated, "there", inverted=True).authors == ("Jane Doe", "Joe Bloggs")


def test_the_outlet_at_the_end_of_a_title_is_its_source() -> None:
    head = stated_head({"title": "Ferry sinks | World | The Guardian"}, "there")
    assert (head.title, head.source) == ("Ferry sinks", "The Guardian")
    assert head.evidence == {"title": "there", "source": "there (end of the title)"}
    own = {"title": "Ferry sinks - Harbour Gazette", "source": "Harbour Gazette"}
    assert stated_head(own, "there").title == "Ferry sinks"


def test_evidence_may_have_words_for_each_field() -> None:
    head = stated_head({"Title": "T", "URL": "https://a.example/b"}, "there", {"URL": "below"})
    assert head.evidence == {"title": "there", "url": "below"}


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("20190314", "2019-03-14"),
        ("20190314T183800Z", "2019-03-14T18:38:00+00:00"),
        ("201903141838", "2019-03-14"),
        (datetime(2019, 3, 14, 18, 38, tzinfo=UTC), "2019-03-14T18:38:00+00:00"),
        ({"year": 2019, "month": 3, "day": 14}, "2019-03-14"),
        ([{"year": "2019", "month": "3", "day": "14"}], "2019-03-14"),
        ({"date-parts": [[2019, 3]]}, None),
        ({"date-parts": [[2019, 13, 40]]}, None),
        ({"raw": "14 March 2019"}, "2019-03-14"),
        (10**30, None),
        (True, None),
        ([], None),
    ],
)
def test_days_of_many_types(stated: object, published: str | None) -> None:
    assert stated_head({"date": stated}, "there").published == published


def test_languages_may_be_named() -> None:
    assert stated_head({"Language": "ENGLISH"}, "there").language == "en"
    assert stated_head({"og:locale": "pt_BR"}, "there").language == "pt-BR"


def test_labels_are_told_from_other_words() -> None:
    assert is_label("Word Count")
    assert label_field("Word Count") is None
    assert label_field("Publication-Title") == "source"
    assert not is_label("Captain")
