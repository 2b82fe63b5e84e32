"""Many addresses fetched side by side, those of one host one after another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from queue import Empty, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from search.errors import FetchError
from search.fetch.access import Access
from search.fetch.fetch_page import NO_VALIDATORS, Fetched, fetch
from search.untrusted import web_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from search.fetch.cookie_file import Cookies
    from search.fetch.fetch_page import Validators
    from search.fetch.robots import Robots

_AT_ONCE = 16
"""Hosts that are asked at a time."""
_READY = 8
"""Answers that may wait to be read: each may have megabytes."""
_LOOK_EVERY = 0.2
"""Seconds between two looks whether answers are still wanted."""


class Asked(NamedTuple):
    """An address that is to be fetched.

    Attributes:
        url: the address.
        validators: of the version of it that is at hand.
        page: whether it is a page, which a host may not want programs to fetch.
        cookies: those for it, where it has some of its own.
    """

    url: str
    validators: Validators = NO_VALIDATORS
    page: bool = False
    cookies: Cookies | None = None


Answer: TypeAlias = tuple[str, Fetched | FetchError]
"""An address, and what came of it."""


def fetch_each(
    asked: Sequence[Asked],
    access: Access | None = None,
    robots: Robots | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Answer]:
    """Yield what came of each address, as soon as it has come.

    Pages are asked only as `robots` allows, if it is given.

    Threads do it; once nobody asks for more, they stop after the fetch they are at. Cancelled, it
    ends without waiting for that. Never raises FetchError. Memory: the bodies of `_READY` and
    `_AT_ONCE` answers.
    """
    by_host: defaultdict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        parts = web_address(one.url)
        by_host[parts.host if parts else ""].append(one)
    hosts = list(by_host.values())
    came: Queue[Answer] = Queue(_READY)
    ask = partial(_fetched, access=access or Access(), robots=robots)
    over = Event()
    for _ in range(min(_AT_ONCE, len(hosts))):
        Thread(target=_work, args=(hosts, came, over, ask), daemon=True).start()
    try:
        left = len(asked)
        while left and not cancelled():
            try:
                answer = came.get(timeout=_LOOK_EVERY)
            except Empty:
                continue
            left -= 1
            yield answer
    finally:
        over.set()
        while not came.empty():  # whoever waits to put one goes on, and sees that it is over
            came.get_nowait()


def _work(
    hosts: list[list[Asked]],
    came: Queue[Answer],
    over: Event,
    ask: Callable[[Asked], Fetched | FetchError],
) -> None:
    """Fetch all addresses of a host, and then of another, until none is left or wanted."""
    while hosts and not over.is_set():
        try:
            some = hosts.pop()
        except IndexError:  # another was quicker
            return
        for one in some:
            if over.is_set():
                return
            came.put((one.url, ask(one)))


def _fetched(asked: Asked, access: Access, robots: Robots | None) -> Fetched | FetchError:
    if asked.cookies is not None:
        access = replace(access, cookies=asked.cookies)
    check = robots.check if asked.page and robots else _no_check
    try:
        return fetch(asked.url, access, asked.validators, check=check)
    except FetchError as error:
        return error
    except Exception as error:  # noqa: BLE001 - whoever waits for this answer would wait for ever
        return FetchError(asked.url, f"can't be made sense of: {type(error).__name__}")


def _no_check(url: str) -> None:
    """Allow any address: feeds are made for programs to fetch."""
