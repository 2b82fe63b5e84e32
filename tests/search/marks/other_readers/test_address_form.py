"""One form for all addresses of a page."""

from __future__ import annotations

import pytest

from search.marks.other_readers.address_form import address_form


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a/tide",
        "http://www.example.org/a/tide/",
        "HTTPS://EXAMPLE.org:443/a/tide#comments",
        "https://m.example.org/a/tide?utm_source=feed&fbclid=1",
        " https://example.org/a/tide/index.html ",
        "https://reader@example.org./a/tide",
    ],
)
def test_ways_to_write_one_address_have_one_form(address: str) -> None:
    assert address_form(address) == "example.org/a/tide"


def test_what_tells_pages_apart_stays() -> None:
    forms = [
        address_form(f"https://example.org/{rest}")
        for rest in ("", "A", "a", "a?id=1", "a?id=2", "a?id=1&page=2", "a/b")
    ]
    assert len(set(forms)) == len(forms)
    assert address_form("https://example.org/a?b=1&a=2") == address_form(
        "http://example.org/a?a=2&utm_medium=x&b=1"
    )
    assert address_form("https://other.example.org/a") != address_form("https://example.org/a")


@pytest.mark.parametrize(
    "address", ["", "mailto:a@example.org", "/a/tide", "https://", "ftp://a/b"]
)
def test_what_is_no_web_address_has_none(address: str) -> None:
    assert address_form(address) is None
