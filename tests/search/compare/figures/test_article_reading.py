from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article

ONE = "The fire at the old paper mill of Larne on Monday killed 11 people."
OTHER = "The fire at the old paper mill of Larne on Monday killed 14 people."
DEAL = "The harbour board of Larne offered the striking pilots $20 million in back pay."
OTHER_DEAL = "The harbour board of Larne offered the striking pilots $25 million in back pay."


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        ("", 1),
        ("\n\nIn spring a boat sank in the bay, which killed 14 people.", 0),
        ("\n\nIn spring a boat sank in the bay, which killed 14 cows.", 1),
        ("\n\nIn spring a boat sank in the bay, which killed 15 people.", 1),
    ],
)
def test_what_the_other_article_tells_of_the_like_elsewhere_is_not_at_odds(
    article: Callable[..., Article], more: str, rows: int
) -> None:
    assert len(compare(article(ONE + more), article(OTHER)).figures) == rows
    assert len(compare(article(OTHER), article(ONE + more)).figures) == rows


def test_a_number_of_three_digits_is_the_same_whatever_it_is_of(
    article: Callable[..., Article],
) -> None:
    one, other = (f"The flood of the Inver in Larne drowned {count} sheep." for count in (411, 523))
    assert len(compare(article(one), article(other)).figures) == 1
    more = "\n\nIt also took 523 lambs."
    assert compare(article(one + more), article(other)).figures == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "rows"),
    [
        ("", "", 1),
        ("The mill of Antrim", "", 1),
        ("The mill of Antrim", "The mill of Bangor", 0),
    ],
)
def test_sentences_that_each_name_whom_the_other_article_does_not_are_of_two_things(
    article: Callable[..., Article], ours: str, theirs: str, rows: int
) -> None:
    said = "{}, which stood there for long and had been empty since spring, burnt in a fire that killed {} people."
    one = said.format(ours or "The mill", 11) + (" Police came to Antrim." if ours else "")
    other = said.format(theirs or "The mill", 14) + (" Police came to Bangor." if theirs else "")
    assert len(compare(article(one), article(other)).figures) == rows


def test_articles_that_share_hardly_any_names_tell_two_events(
    article: Callable[..., Article],
) -> None:
    ours = (
        "\n\nMayor Bo Lee of Larne came. Then Bo Lee went to Antrim, and Cy Orr came from Bangor."
    )
    theirs = (
        "\n\nMayor Ann Roe of Moville came. Then Ann Roe went to Derry, and Ed Ure came from Omagh."
    )
    fire = "The fire at the old paper mill in spring killed {} people, and nobody could say why."
    one, other = fire.format(11), fire.format(14)
    assert len(compare(article(one), article(other)).figures) == 1
    assert compare(article(one + ours), article(other + theirs)).figures == ()
    assert len(compare(article(one + ours), article(other + ours)).figures) == 1


QUAKE = """An earthquake near {town} in Chile left many families without a roof, officials from Santiago said.

The army sent {soldiers} soldiers with heavy equipment and tents to the region.

Rescuers dug through the rubble of collapsed houses at night, while the Red Cross brought food and clothes.

Hospitals were full, roads were closed and schools had been turned into shelters for those who had lost their homes.

Mayor {mayor} asked for blankets and drinking water, and {mayor} thanked the neighbours who dug with their hands."""


def test_two_events_told_in_the_same_words_share_less_of_the_names_than_of_the_words(
    article: Callable[..., Article],
) -> None:
    def told(town: str, mayor: str, soldiers: int) -> Article:
        return article(QUAKE.format(town=town, mayor=mayor, soldiers=soldiers))

    one = told("Arica", "Ana Rojas", 300)
    assert compare(one, told("Talca", "Luis Vera", 150)).figures == ()
    assert len(compare(one, told("Arica", "Ana Rojas", 150)).figures) == 1


def test_whom_an_article_names_first_the_other_names_somewhere(
    article: Callable[..., Article],
) -> None:
    fire = "The fire at the paper mill of Larne killed {} people, and nobody could say why."
    known = "\n\nMayor Ann Roe came. Then Ann Roe went to Antrim with Cy Orr."
    leads = (
        "Bo Lee of Derry and Ed Ure of Omagh saw smoke.\n\nJo Day of Moville and Al Fox of Newry saw more.\n\n",
        "Di Nye of Armagh and Vi Poe of Lurgan ran.\n\nHal Rye of Comber and Una Sim of Bangor fell.\n\n",
    )
    one, other = (
        lead + fire.format(dead) + known for lead, dead in zip(leads, (11, 14), strict=True)
    )
    assert compare(article(one), article(other)).figures == ()
    same = leads[0] + fire.format(14) + known
    assert len(compare(article(one), article(same)).figures) == 1


@pytest.mark.parametrize(
    ("ours", "theirs", "rows"),
    [
        ("2024-05-01", "2024-05-08", 1),
        ("2024-05-01", "2024-05-09", 0),
        ("2024-05-09T08:00:00+02:00", "2024-05-01", 0),
        (None, "2024-05-09", 1),
    ],
)
def test_articles_more_than_a_week_apart_hardly_tell_one_event(
    article: Callable[..., Article], ours: str | None, theirs: str, rows: int
) -> None:
    one, other = replace(article(ONE), published=ours), replace(article(OTHER), published=theirs)
    assert len(compare(one, other).figures) == rows
    assert len(compare(one, other, versions=True).figures) == 1


def test_two_articles_with_more_figures_at_odds_than_agree_tell_of_two_days(
    article: Callable[..., Article],
) -> None:
    things = (
        "carried {} children to school",
        "brought {} nurses to work",
        "took {} tourists to Antrim",
    )
    one, other = (
        "\n\n".join(
            f"The ferry of Larne {thing.format(first + k)}." for k, thing in enumerate(things)
        )
        for first in (31, 41)
    )
    assert compare(article(one), article(other)).figures == ()
    assert len(compare(article(one), article(other.replace("43", "33"))).figures) == 2
