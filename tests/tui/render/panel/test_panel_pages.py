from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reports import write_reports

from search import At, Desk, Epithet, Name, Naming, Quote, Sides, Usage
from tui.render.panel import pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search import Comparison
    from tui.render.panel import PanelPage

NAMES = ["Naming", "Words", "Names", "Quotes", "Figures", "Repeats"]
ONE = At(0, 0, 4)


@pytest.fixture
def reports(tmp_path: Path) -> Comparison:
    """Give two reports compared."""
    desk = Desk(write_reports(tmp_path / "reports"), cache=tmp_path / "cache")
    desk.sync()
    left, right = sorted(desk.ids(), key=lambda one: desk.read(one).path)
    return desk.compare(left, right)


@pytest.fixture
def bare(make_comparison: Callable[..., Comparison]) -> Comparison:
    """Give a comparison without findings."""
    return make_comparison([["One."]], [["Eins."]], [])


def content(page: PanelPage) -> list[str]:
    """Give the texts of a page, with the title of each group."""
    lines = []
    for group in page.groups:
        lines += [f"# {group.title}"] if group.title else []
        lines += [f"< {entry.lead}{entry.text}" for entry in group.left]
        lines += [f"> {entry.lead}{entry.text}" for entry in group.right or ()]
    return lines


def test_the_pages_show_how_each_report_puts_it(reports: Comparison) -> None:
    naming, _, _, quotes, figures, repeats = pages(reports)

    assert content(naming) == [
        "# Paul Brandt",
        "<  1 “Brandt”",
        "<  1 “embattled mayor Paul Brandt”",
        ">  1 “popular mayor Paul Brandt”",
    ]
    assert content(quotes) == [
        "< Petra Lang · said: “We warned the ministry about the dam three times last year,”",
        "< Brandt · said: “I take the blame for all of it.”",
        "> Petra Lang · told: “We warned the ministry about the dam three times last year,”",
    ]
    assert "< …had warned that 12 houses were in danger of the flood." in content(figures)
    assert (
        "> The weather service had warned that 14 houses were in danger of the flood."
        in content(figures)
    )
    assert [line[:30] for line in content(repeats)] == ["< The river burst its banks on"]


def test_every_entry_except_words_has_its_places(reports: Comparison) -> None:
    for page in pages(reports):
        for group in page.groups:
            for entry in [*group.left, *(group.right or ())]:
                assert bool(entry.places) != bool(entry.word)
                for side, at in entry.places:
                    article = reports.left if side == "left" else reports.right
                    text = article.blocks[at.block].text[at.start : at.stop]
                    if page.name in {"Naming", "Quotes", "Figures", "Repeats"}:
                        assert text in entry.text


def test_pages_without_findings_say_so(bare: Comparison) -> None:
    shown = pages(bare)

    assert [page.name for page in shown] == NAMES
    assert {page.count for page in shown} == {0}
    assert not any(page.groups for page in shown)
    assert all(page.empty.endswith(".") for page in shown)


def test_words_are_given_as_plain_counts_of_those_used_more(bare: Comparison) -> None:
    uses = Usage("russia", 9, 1, 2.0), Usage("talks", 0, 4, -1.5), Usage("alike", 2, 2, 0.3)

    words = pages(replace(bare, vocabulary=uses))[1]

    assert content(words) == ["<  9 : 1  russia", ">  0 : 4  talks"]
    assert words.count == 2


def test_names_of_both_come_before_those_of_one(bare: Comparison) -> None:
    names = Name("Ann", (ONE, ONE), (ONE,)), Name("Bo", (ONE,), ()), Name("Cy", (), (ONE,))

    shown = pages(replace(bare, names=names))[2]

    assert content(shown) == [
        "# In both, left : right",
        "<  2 : 1  Ann",
        "# In one of them",
        "<  1 Bo",
        ">  1 Cy",
    ]
    assert shown.groups[0].left[0].places == (("left", ONE), ("left", ONE), ("right", ONE))


def test_a_quotation_without_a_plain_speaker_gets_none(bare: Comparison) -> None:
    quotes = Sides((Quote("so it goes", None, None, ONE),), ())

    shown = pages(replace(bare, quotes=quotes, quoted=Sides(0.25, 0.0)))[3]

    assert content(shown) == ["< speaker not plain: “so it goes”"]
    assert shown.groups[0].heads == ("◧ left · quoted 25 %", "◨ right · quoted 0 %")


def test_a_person_counts_once_however_often_named(bare: Comparison) -> None:
    ann = Naming(
        "Ann", (Epithet("Ann", (ONE, ONE)), Epithet("Dr Ann", (ONE,))), (Epithet("A", (ONE,)),)
    )

    assert pages(replace(bare, naming=(ann,)))[0].count == 1


def test_words_beyond_the_most_telling_are_not_left_out_in_silence(bare: Comparison) -> None:
    few = tuple(Usage(f"word{number}", 9, 1, 3.0 - number / 99) for number in range(40))
    many = (*few, Usage("another", 9, 1, 0.1))
    for used, order in ((few, "most telling first"), (many, "the 40 most telling of each")):
        page = pages(replace(bare, vocabulary=used))[1]
        assert page.count == 40
        assert order in page.note
