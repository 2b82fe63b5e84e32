from __future__ import annotations

import pytest

from search.page.addresses import find_address, host, is_story_address, unwrap


@pytest.mark.parametrize(
    ("address", "inner"),
    [
        ("https://s.proxy.example:443/https/p.dw.com/p/3I", "https://p.dw.com/p/3I"),
        ("https://web.archive.org/web/2019/http://a.org/x", "http://a.org/x"),
        ("https://l.example/?u=https%3A%2F%2Fa.org%2Fx&h=1", "https://a.org/x"),
        ("https://a.org/https-explained", "https://a.org/https-explained"),
        ("https://a.org/x", "https://a.org/x"),
    ],
)
def test_an_address_in_an_address(address: str, inner: str) -> None:
    assert unwrap(address) == inner


def test_an_address_ends_before_its_bracket_and_stop() -> None:
    assert find_address("Source: <https://a.org/x>.") == "https://a.org/x"
    assert find_address("no address") is None


def test_host_is_bare() -> None:
    assert host("https://user@WWW.A.org:443/x") == "a.org"


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://a.org/2019/slug", True),
        ("https://a.org/", False),
        ("https://twitter.com/a/status/1", False),
        ("https://m.facebook.com/sharer", False),
    ],
)
def test_a_story_has_an_address_of_its_own(address: str, *, own: bool) -> None:
    assert is_story_address(address) is own
