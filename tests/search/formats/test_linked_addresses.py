from __future__ import annotations

from time import perf_counter

import pytest

from search.article import Block
from search.formats.linked_addresses import MOST_LINKS, links_of

STORY = (
    Block("boilerplate", "Home https://menu.example"),
    Block("paragraph", "The council said so in its report on the levee."),
    Block("paragraph", "See https://levee.example/plan, or the minutes."),
)


def pairs(source: str, url: str | None = None) -> list[tuple[str, str]]:
    return [(one.text, one.address) for one in links_of(STORY, source, url)]


def test_addresses_in_the_text_are_links_and_those_in_folded_text_are_not() -> None:
    assert pairs("") == [("https://levee.example/plan", "https://levee.example/plan")]


@pytest.mark.parametrize(
    "source",
    [
        "said so in its [report](https://council.example/r?a=1&b=2 'why') on",
        "said so in its [*report*](<https://council.example/r?a=1&b=2>) on",
        '<p>in its <a class="x" href="https://council.example/r?a=1&amp;b=2">report</a> on',
        "<A HREF = 'https://council.example/r?a=1&amp;b=2'><em>report</em></A>",
        '{"html": "<a href=\\"https://council.example/r?a=1&b=2\\">report</a>"}',
    ],
)
def test_links_behind_words_stand_where_their_words_do(source: str) -> None:
    found = links_of(STORY, source)
    assert [one.address for one in found] == [
        "https://council.example/r?a=1&b=2",
        "https://levee.example/plan",
    ]
    assert STORY[found[0].block].text[found[0].start :].startswith("report")


def test_what_is_not_in_the_story_or_leads_to_no_page_is_no_link() -> None:
    source = (
        "[menu](https://a.example) [report](javascript:alert(1)) ![report](https://i.example/a.png)"
        " [minutes](#notes) [council](https:///nowhere)"
    )
    assert pairs(source) == pairs("")


def test_an_address_within_the_site_takes_its_host_from_the_article() -> None:
    source = "[report](/r/1) [minutes](//other.example/m)"
    assert ("report", "https://council.example/r/1") in pairs(source, "https://council.example/a/b")
    assert pairs(source) == pairs("")


def test_each_address_is_listed_once_and_only_so_many() -> None:
    assert len(pairs("[report](https://a.example) [levee](https://a.example)")) == 2
    many = tuple(Block("paragraph", f"https://a.example/{n}") for n in range(2 * MOST_LINKS))
    assert len(links_of(many)) == MOST_LINKS


@pytest.mark.parametrize(
    "unit",
    ["<a ", "<a href=", "[", "[a](", "![", "<a href='x'>", "https://", "<a href='x'><", "](", "<"],
)
def test_hostile_text_costs_what_it_is_long(unit: str) -> None:
    def seconds(length: int) -> float:
        source = unit * (length // len(unit))
        times = []
        for _ in range(3):
            began = perf_counter()
            links_of([Block("paragraph", source)], source)
            times.append(perf_counter() - began)
        return min(times)

    assert seconds(80_000) < max(0.02, 8 * seconds(20_000))
