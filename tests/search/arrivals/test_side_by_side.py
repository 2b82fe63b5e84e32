"""Fetching side by side: each address has an answer, whatever becomes of it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from waiting import within
from web_server import HOST, WebServer, answer, silence

from search.arrivals import side_by_side
from search.arrivals.side_by_side import Asked, fetch_each
from search.errors import FetchError
from search.fetch.access import Access
from search.fetch.fetch_page import NO_VALIDATORS, Fetched, fetch

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from search.fetch.fetch_page import Validators


def test_what_nobody_thought_of_is_told_of_one_address_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def odd(
        url: str, access: Access, validators: Validators, *, check: Callable[[str], None]
    ) -> Fetched:
        if url.endswith("/odd"):
            raise TypeError("of all things")
        return fetch(url, access, validators, check=check)

    monkeypatch.setattr(side_by_side, "fetch", odd)
    with WebServer({"/a": answer(b"a"), "/b": answer(b"b")}) as server:
        asked = [Asked(server.url(path), NO_VALIDATORS) for path in ("/a", "/odd", "/b")]
        found = {url.rpartition("/")[2]: one for url, one in fetch_each(asked, Access({HOST}))}
    assert set(found) == {"a", "odd", "b"}
    assert isinstance(found["a"], Fetched)
    assert isinstance(found["b"], Fetched)
    assert isinstance(found["odd"], FetchError)
    assert "TypeError" in found["odd"].reason


def test_cancelled_it_waits_for_no_server() -> None:
    over = Event()
    with WebServer({"/a": answer(b"a"), "/slow": silence}) as server:
        asked = [Asked(server.url(path), NO_VALIDATORS) for path in ("/a", "/slow")]
        found = fetch_each(asked, Access({HOST}), cancelled=over.is_set)
        assert next(found)[0].endswith("/a")
        over.set()
        assert within(lambda: [*found]) == []
