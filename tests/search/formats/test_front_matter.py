from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.errors import ArticleError
from search.formats import read_article

if TYPE_CHECKING:
    from search.article import Article

STORY = "The bridge reopened on Sunday after two years of repairs that cost twice the plan.\n"


def read(text: str, path: str = "a.txt") -> Article:
    return read_article(text.encode(), path, ArticleId("0" * 16))


def test_front_matter_states_everything() -> None:
    article = read(
        "---\n"
        "title: Bridge reopens\n"
        "publisher: The Harbour Gazette\n"
        "authors: [Jane Doe, Joe Bloggs]\n"
        "date: 2019-03-14 18:38:00 +01:00\n"
        "updated: 2019-03-15\n"
        "url: https://gazette.example/bridge\n"
        "tags: bridge, harbour\n"
        "language: en-GB\n"
        f"---\n\nBridge reopens\n\n{STORY}"
    )
    assert article.title == "Bridge reopens"
    assert article.source == "The Harbour Gazette"
    assert article.authors == ("Jane Doe", "Joe Bloggs")
    assert article.published == "2019-03-14T18:38:00+01:00"
    assert article.updated == "2019-03-15"
    assert article.url == "https://gazette.example/bridge"
    assert (article.tags, article.language) == (("bridge", "harbour"), "en-GB")
    assert set(article.evidence.values()) == {"front matter"}
    assert [block.text for block in article.blocks] == [STORY.strip()]


def test_front_matter_outranks_the_page() -> None:
    article = read(
        f"---\nauthor: Jane Doe\ndate: 2019-03-14\n---\nBridge reopens\n\nBy Joe Bloggs\n\n"
        f"3 May 2018\n\n{STORY}\n{STORY}"
    )
    assert (article.authors, article.published) == (("Jane Doe",), "2019-03-14")
    assert article.title == "Bridge reopens"
    assert article.evidence["title"] == "text: line 5"


def test_an_address_in_front_matter_tells_outlet_and_day() -> None:
    article = read(f"---\nsource: https://www.bbc.co.uk/news/2019/03/14/bridge\n---\n{STORY}")
    assert (article.source, article.published) == ("BBC News", "2019-03-14")
    assert (article.evidence["source"], article.evidence["published"]) == ("front matter", "url")


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Jane Doe, Joe Bloggs", ("Jane Doe", "Joe Bloggs")),
        ("By Jane Doe and Joe Bloggs", ("Jane Doe", "Joe Bloggs")),
        ("Doe, Jane", ("Jane Doe",)),
        ("{name: Jane Doe}", ("Jane Doe",)),
        ("[{name: Jane Doe}, ~, '']", ("Jane Doe",)),
        ("null", ()),
    ],
)
def test_authors_in_many_forms(stated: str, authors: tuple[str, ...]) -> None:
    assert read(f"---\ntitle: T\nauthor: {stated}\n---\n{STORY}").authors == authors


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("20190314", "2019-03-14"),
        ("14 March 2019", "2019-03-14"),
        ("2019-03-14T18:38:00Z", "2019-03-14T18:38:00+00:00"),
        ("2019-02-30", None),
        ("3/4/2019", None),
        ("2019", None),
        ("[2019-03-14]", "2019-03-14"),
        ("{day: 14}", None),
    ],
)
def test_dates_in_many_forms(stated: str, published: str | None) -> None:
    assert read(f"---\ntitle: T\ndate: {stated}\n---\n{STORY}").published == published


def test_scalars_stay_the_text_they_are() -> None:
    assert read(f"---\ntitle: 1984\n---\n{STORY}").title == "1984"
    assert read(f"---\ntitle: No\n---\n{STORY}").title == "No"


def test_escapes_in_yaml_do_not_reach_the_screen() -> None:
    assert read(f'---\ntitle: "a \\e[31mred\\u202e\\n title"\n---\n{STORY}').title == "a red� title"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        (r"Fire \ud83d\uDD25 out", "Fire \N{FIRE} out"),
        (r"Fire \ud83d out", "Fire \ufffd out"),
        (r"Fire \U0000dd25\ud83d out", "Fire \ufffd out"),
        (r"C:\\ud83d\\udd25", r"C:\ud83d\udd25"),
    ],
)
def test_an_emoji_in_the_spelling_of_json_is_read(stated: str, title: str) -> None:
    assert read(f'---\ntitle: "{stated}"\n---\n{STORY}').title == title


def test_wrong_types_are_as_good_as_nothing() -> None:
    article = read(f"---\ntitle: {{a: b}}\nurl: 7\ntags: {{a: b}}\nlanguage: [1]\n---\n{STORY}")
    assert (article.title, article.url, article.tags, article.language) == (None, None, (), None)


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Ferry: the last crossing", "Ferry: the last crossing"),
        ("Re: ferry: what now:", "Re: ferry: what now:"),
        ('"Never" says captain', '"Never" says captain'),
        ("'Never' says captain", "'Never' says captain"),
        ('"Never', '"Never'),
        ("[Video] Ferry sinks", "[Video] Ferry sinks"),
        ("[Ferry", "[Ferry"),
        ("@captain speaks", "@captain speaks"),
        ("{Ferry} sinks", "{Ferry} sinks"),
        ("% of ferries", "% of ferries"),
        ("*Ferry* sinks", "*Ferry* sinks"),
        ("&Ferry sinks", "&Ferry sinks"),
        ("!Ferry sinks", "!Ferry sinks"),
        ("`Ferry` sinks", "`Ferry` sinks"),
        ("Ferry is #1 again", "Ferry is #1 again"),
        ("#1 ferry sinks", "#1 ferry sinks"),
        ("Ferry # the old one", "Ferry"),
        (">-\n  Ferry\n  sinks: at last", "Ferry sinks: at last"),
        ("{{title}}", None),
        ("<% tp.file.title %>", None),
        ('"\\"Never\\": he said": again', '"\\"Never\\": he said": again'),
    ],
)
def test_front_matter_that_is_no_yaml_is_read_line_by_line(stated: str, title: str | None) -> None:
    article = read(f"---\ntitle: {stated}\nsource: Harbour Gazette\ndate: 2019-03-14\n---\n{STORY}")
    assert article.title == title
    assert (article.source, article.published) == ("Harbour Gazette", "2019-03-14")
    assert article.cuts == ()


def test_names_need_no_space_behind_their_colon() -> None:
    article = read(
        f"---\ntitle:Ferry sinks\ndate:2019-03-14\nurl:https://a.example/b\n---\n{STORY}"
    )
    assert (article.title, article.published) == ("Ferry sinks", "2019-03-14")
    assert article.url == "https://a.example/b"


def test_a_line_of_front_matter_that_says_nothing_is_told() -> None:
    article = read(f"---\ntitle: Ferry: sinks\nwhat is this\n---\n{STORY}")
    assert article.title == "Ferry: sinks"
    assert article.cuts == ("line 3 of the front matter, which has no `name: value`",)
    assert [block.text for block in article.blocks] == [STORY.strip()]


@pytest.mark.parametrize("stated", ["&a [b]\nother: *a", "[" * 5000])
def test_front_matter_that_could_grow_is_read_as_it_stands(stated: str) -> None:
    article = read(f"---\ntitle: {stated}\ndate: 2019-03-14\n---\n{STORY}")
    assert article.published == "2019-03-14"
    assert (article.title or "").startswith(stated[:5])


def test_front_matter_that_is_too_long_is_cut() -> None:
    article = read(f"---\ntitle: Ferry\ntext: {'a ' * 40_000}\n---\n{STORY}")
    assert article.title == "Ferry"
    assert article.cuts == ("the front matter after 65,536 characters",)


@pytest.mark.parametrize(
    ("stated", "tags"),
    [
        ("[#ferry, #harbour]", ("ferry", "harbour")),
        ("#ferry #harbour", ("ferry", "harbour")),
        ("\n  - #ferry\n  - harbour", ("ferry", "harbour")),
        ("['Ferry', \"Harbour\"]", ("Ferry", "Harbour")),
    ],
)
def test_tags_with_their_sign(stated: str, tags: tuple[str, ...]) -> None:
    assert read(f"---\ntitle: T\ntags: {stated}\n---\n{STORY}").tags == tags


@pytest.mark.parametrize(
    "matter",
    [
        '+++\ntitle = "Ferry"\ndate = 2019-03-14T18:38:00+01:00\nauthors = ["Jane Doe"]\n+++\n',
        '+++\ntitle = "Ferry"\ndate = 2019-03-14T18:38:00+01:00\nauthors = Jane Doe\n+++\n',
        '+++\ntitle = "Ferry"\ndate = 2019-03-14T18:38:00+01:00\n[params]\nauthor = "Jane Doe"\n+++\n',
        '{"title": "Ferry", "date": "2019-03-14T18:38:00+01:00", "author": {"name": "Jane Doe"}}\n\n',
        '---json\n{"title": "Ferry", "author": "Jane Doe", "date": "2019-03-14T18:38:00+01:00"}\n---\n',
        ';;;\n"title": "Ferry", "author": "Jane Doe", "date": "2019-03-14T18:38:00+01:00"\n;;;\n',
        "\n\n---\ntitle: Ferry\ndate: 2019-03-14 18:38:00 +0100\nauthor: '[[Jane Doe]]'\n---\n",
        "---\n'@type': NewsArticle\nheadline: Ferry\ndatePublished: 20190314T183800+0100\nby: Jane Doe\n---\n",
    ],
)
def test_front_matter_of_other_kinds(matter: str) -> None:
    article = read(f"{matter}{STORY}", "a.md")
    assert (article.title, article.authors) == ("Ferry", ("Jane Doe",))
    assert article.published == "2019-03-14T18:38:00+01:00"
    assert set(article.evidence.values()) == {"front matter"}
    assert [block.text for block in article.blocks] == [STORY.strip()]


def test_json_without_a_text_below_it_is_no_front_matter() -> None:
    assert read('{"title": "Ferry", "date": "2019-03-14"}').title is None
    assert read(f'{{"colour": "red"}}\n{STORY}').title == '{"colour": "red"}'


def test_a_rule_is_no_front_matter() -> None:
    for text in (f"---\n{STORY}---\n{STORY}", f"---\ntitle: never closed\n\n{STORY}"):
        assert STORY.strip() in [block.text for block in read(text).blocks]


def test_front_matter_without_a_text_is_refused() -> None:
    with pytest.raises(ArticleError, match="there is no text in the file"):
        read("---\ntitle: T\n---\n\n")
