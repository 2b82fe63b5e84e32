from __future__ import annotations

import pytest

from search.page.outlet_names import (
    is_outlet,
    outlet_in_boilerplate,
    outlet_of_address,
    spelt_outlet,
)
from search.word_lists import word_lists


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC News"),
        ("https://edition.cnn.com/2019/", "CNN"),
        ("https://www.independent.ie/x", "Irish Independent"),
        ("https://timesofindia.indiatimes.com/x", "The Times of India"),
        ("https://proxy.example/https/www.spiegel.de/x", "Der Spiegel"),
        ("www.presstv.co.uk", "Press TV"),
        ("https://notbbc.co.uk/x", None),
        ("https://bbc.co.uk.evil.example/x", None),
    ],
)
def test_an_address_tells_its_outlet(address: str, outlet: str | None) -> None:
    assert outlet_of_address(address) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Press TV’s website can also be accessed", "Press TV"),
        ("Join in: follow other Independent readers", "The Independent"),
        ("© 2019 Guardian News & Media Limited or its affiliated companies", "The Guardian"),
        ("Skip to more DW sites", "DW"),
        ("Sky News - back to home", "Sky News"),
        ("Sign up to the El País newsletter", "El País"),
        ("www.aljazeera.com", "Al Jazeera"),
        ("Reuters", None),
        ("The minister told Reuters on Monday", None),
        ("AFP/Getty Images", None),
        ("© 2023 Vox Media", None),
        ("BBC Studios Distribution", None),
        ("Time for a new newsletter", None),
    ],
)
def test_furniture_names_its_outlet_only_in_set_phrases(line: str, outlet: str | None) -> None:
    found = outlet_in_boilerplate([(7, line)])
    assert found == ((outlet, 7) if outlet else None)


def test_an_outlet_is_no_person() -> None:
    assert is_outlet("Agence France-Presse")
    assert is_outlet("guardian")
    assert not is_outlet("Andrew Buncombe")


def test_no_domain_belongs_to_two_outlets() -> None:
    domains = [
        domain for entry in word_lists("page/outlets").values() for domain in entry["domains"]
    ]
    assert sorted(set(domains)) == sorted(domains)
    assert len(word_lists("page/outlets")) > 150


def test_a_host_of_endless_parts_is_looked_up_at_once() -> None:
    endless = "a." * 400_000
    assert outlet_of_address(f"https://{endless}bbc.co.uk/news") == "BBC News"
    assert outlet_of_address(f"https://{endless}example/news") is None


@pytest.mark.parametrize(
    ("stated", "spelt"),
    [
        ("the Guardian", "The Guardian"),
        ("guardian", "The Guardian"),
        ("USA TODAY", "USA Today"),
        ("NBCNews", "NBC News"),
        ("BBC", "BBC"),
        ("the Harbour Courier", "The Harbour Courier"),
        ("Harbour Courier", "Harbour Courier"),
        ("the tides this week", "the tides this week"),
        ("", ""),
    ],
)
def test_an_outlet_has_one_spelling(stated: str, spelt: str) -> None:
    assert spelt_outlet(stated) == spelt
