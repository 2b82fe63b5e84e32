"""Citations as the manuals of the styles have them."""

from __future__ import annotations

import pytest
from hostile_text import article, texts
from hypothesis import given

from search import CITATION_STYLES, cite
from search.export.citation import cite_article
from search.export.person_name import PersonName, person_name

URL = "https://paper.example/a"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("plain", f"— A title, The Paper, 2019-02-08\n{URL}"),
        ("apa", f"Doe, J. (2019, February 8). A title. The Paper. {URL}"),
        ("mla", "Doe, Jane. “A title.” The Paper, 8 Feb. 2019, paper.example/a."),
        ("chicago", f"Jane Doe, “A title,” The Paper, February 8, 2019, {URL}."),
    ],
)
def test_an_article_of_one_author(style: str, said: str) -> None:
    chosen = next(one for one in CITATION_STYLES if one == style)
    assert cite_article(article(), chosen) == said
    assert cite(article(), "It  left\n at noon.", chosen) == f"“It left at noon.”\n{said}"


@pytest.mark.parametrize(
    ("authors", "apa", "mla", "chicago"),
    [
        ((), "A title. (2019", "“A title.”", "“A title,”"),
        (("Ann Lee", "Bo Ek"), "Lee, A., & Ek, B. (", "Lee, Ann, and Bo Ek. “", "Ann Lee and Bo Ek, “"),
        (
            ("Ann Lee", "Bo Ek", "Cy Po"),
            "Lee, A., Ek, B., & Po, C. (",
            "Lee, Ann, et al. “",
            "Ann Lee, Bo Ek, and Cy Po, “",
        ),
        (("The Paper",), "The Paper. (2019, February 8). A title. http", "The Paper. “", "The Paper, “"),
        (("Jean-Paul de Man",), "de Man, J.-P. (", "Man, Jean-Paul de. “", "Jean-Paul de Man, “"),
    ],
)  # fmt: skip
def test_authors_are_named_as_each_style_does(
    authors: tuple[str, ...], apa: str, mla: str, chicago: str
) -> None:
    told = article(authors=authors)
    assert cite_article(told, "apa").startswith(apa)
    assert cite_article(told, "mla").startswith(mla)
    assert cite_article(told, "chicago").startswith(chicago)


def test_many_authors_are_cut_short() -> None:
    told = article(authors=tuple(f"Ann {chr(65 + i)}xe" for i in range(22)))
    assert "Sxe, A., … Vxe, A. (2019" in cite_article(told, "apa")
    assert cite_article(told, "chicago").startswith("Ann Axe et al., “")


def test_what_is_not_known_is_not_said() -> None:
    told = article("Why?", source=None, authors=(), published=None, url=None)
    assert cite_article(told, "plain") == "— Why?"
    assert cite_article(told, "apa") == "Why? (n.d.)."
    assert cite_article(told, "mla") == "“Why?”"
    assert cite_article(told, "chicago") == "“Why?”"


def test_quotation_marks_in_a_title_are_single_inside_others() -> None:
    assert "“He said ‘no.’”" not in cite_article(article("He said “no”"), "mla")
    assert "“He said ‘no’.”" in cite_article(article("He said “no”"), "mla")


@pytest.mark.parametrize(
    ("written", "apart"),
    [
        ("Jane Doe", PersonName("Doe", "Jane")),
        ("Doe, Jane", PersonName("Doe", "Jane")),
        ("Ludwig van Beethoven", PersonName("Beethoven", "Ludwig", "van")),
        ("Martin Luther King Jr.", PersonName("King", "Martin Luther", suffix="Jr.")),
        ("John Smith, Jr.", PersonName("Smith", "John", suffix="Jr.")),
        ("Associated Press", PersonName("Associated Press")),
        ("bell hooks", PersonName("bell hooks")),
        ("新华社", PersonName("新华社")),
        ("Reuters", PersonName("Reuters")),
        ("", PersonName("")),
    ],
)
def test_names_are_taken_apart_where_that_is_plain(written: str, apart: PersonName) -> None:
    assert person_name(written) == apart


@given(texts, texts)
def test_no_text_breaks_a_citation(title: str, author: str) -> None:
    for style in CITATION_STYLES:
        said = cite(article(title, authors=(author,)), title, style)
        assert all(line.isprintable() or "\u200d" in line for line in said.split("\n"))
        assert said.count("\n") <= 2
