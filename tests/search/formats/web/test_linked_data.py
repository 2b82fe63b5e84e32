from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.formats.web.html_tree import parse_page
from search.formats.web.linked_data import LinkedArticle, linked_article

ARTICLE = {"@type": "NewsArticle", "headline": "Tide turns", "datePublished": "2019-03-14"}


def read(*scripts: object, titles: tuple[str, ...] = ()) -> LinkedArticle:
    said = "".join(
        f'<script type="application/ld+json">{one if isinstance(one, str) else json.dumps(one)}</script>'
        for one in scripts
    )
    tree, _ = parse_page(f"<html><head>{said}</head><body>a</body></html>", "a.html")
    assert tree is not None
    return linked_article(tree, titles)


@pytest.mark.parametrize(
    "document",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Courier"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Article", "NewsArticle"]},
        {**ARTICLE, "@type": "ReportageNewsArticle"},
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).removesuffix("}") + ",\n}",
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        json.dumps({**ARTICLE, "description": "a\nb"}).replace("\\n", "\n"),
    ],
)
def test_the_article_is_found_wherever_it_stands(document: object) -> None:
    found = read("{broken", document)
    assert (found.headline, found.published, found.is_article) == ("Tide turns", "2019-03-14", True)


def test_of_several_the_one_whose_headline_the_page_has_is_meant() -> None:
    other = {"@type": "NewsArticle", "headline": "Ferries late"}
    assert read(other, ARTICLE, titles=("Tide turns",)).headline == "Tide turns"
    assert read(other, ARTICLE).headline == "Ferries late"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Maria Lindqvist", (("Maria Lindqvist", False),)),
        ({"@type": "Person", "name": "Maria Lindqvist"}, (("Maria Lindqvist", False),)),
        (
            [{"name": "A B"}, {"name": ["C D", "E F"]}],
            (("A B", False), ("C D", False), ("E F", False)),
        ),
        ({"@type": "NewsMediaOrganization", "name": "Courier"}, (("Courier", True),)),
        ({"@id": "#maria"}, (("Maria Lindqvist", False),)),
        ("Fish &amp; Co", (("Fish & Co", False),)),
        (7, ()),
        (None, ()),
    ],
)
def test_authors_are_names_and_whether_they_are_bodies(author: Any, names: tuple[Any, ...]) -> None:
    person = {"@type": "Person", "@id": "#maria", "name": "Maria Lindqvist"}
    found = read({"@graph": [{**ARTICLE, "author": author}, person]})
    assert found.authors == names


def test_a_page_of_no_article_says_what_it_says() -> None:
    found = read({"@type": "WebPage", "name": "Tides", "inLanguage": "en"})
    assert (found.headline, found.language, found.is_article) == ("Tides", "en", False)
    assert read({"@type": "Product", "name": "Boat"}) == LinkedArticle()
    assert read() == LinkedArticle()


@pytest.mark.parametrize(
    "bomb", ["[" * 100_000, '{"a":' * 100_000, "9" * 5_000, '"\\ud800"', "1e999", ""]
)
def test_what_is_no_data_is_passed_over(bomb: str) -> None:
    assert read(bomb, ARTICLE).headline == "Tide turns"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "@id", "@value", "@type", "url"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
FIELDS = [
    "headline",
    "author",
    "publisher",
    "datePublished",
    "keywords",
    "articleBody",
    "mainEntityOfPage",
    "@graph",
    "inLanguage",
]


@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_any_values_give_texts(values: dict[str, Any]) -> None:
    found = read({**values, "@type": "Article"})
    assert all(name == " ".join(name.split()) != "" for name, _ in found.authors)
    assert found.headline.isprintable()


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "givenName": "Anna", "familyName": "Falk"},
        {"@list": [{"@type": "Person", "name": "Anna Falk"}]},
    ],
)
def test_authors_in_a_list_or_in_parts(author: object) -> None:
    assert read({**ARTICLE, "author": author}).authors == (("Anna Falk", False),)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"NewsArticle","headline":"The "big" bridge","datePublished":"2021-05-03"}',
        '{"@type":"NewsArticle","datePublished":"2021-05-03","author":{"@type":"Per',
        '{"@type":"NewsArticle","headline":"a" "datePublished":"2021-05-03"}',
        '/* a */ {"@type":"NewsArticle", // b\n"datePublished":"2021-05-03"}',
        "{'@type': 'NewsArticle', 'datePublished': '2021-05-03'}",
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2021-05-03&quot;}",
        '{"@type":"NewsArticle","schema:datePublished":"2021-05-03"}',
        '{"@type":"NewsArticle","http://schema.org/datePublished":"2021-05-03"}',
    ],
)
def test_the_day_of_scripts_that_are_no_json(script: str) -> None:
    assert read(script).published == "2021-05-03"


def test_days_of_a_broken_script_that_disagree_or_are_of_no_article() -> None:
    days = '"datePublished":"2021-05-03"} oops {"datePublished":"2021-05-04"}'
    assert read(f'{{"@type":"NewsArticle" oops {days}').published == ""
    assert read('{"@type":"Event" oops "datePublished":"2021-05-03"}').published == ""
