"""What hosts allow programs to fetch, as their `robots.txt` says (RFC 9309)."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Protocol

from search.errors import FetchError
from search.fetch.fetch_page import AGENT, fetch, origin
from search.untrusted import web_address

if TYPE_CHECKING:
    from search.fetch.access import Access

_LARGEST = 512 << 10
"""Bytes that are read of a file, the least that the standard asks for."""
_SECONDS = 10
_LONGEST = 2_000
"""Characters of an address that rules are held against; no page has a longer one."""
_NONE_THERE = range(400, 500)
_ASK_LATER = 429


class _Rules(Protocol):
    def can_fetch(self, url: str, user_agent: str) -> bool: ...


class Robots:
    """The rules of hosts, each asked for once while this lives. Safe to use from several threads.

    Attributes:
        access: how the web is asked.
    """

    def __init__(self, access: Access) -> None:
        """Take how the web is asked."""
        self.access = access
        self._rules: dict[str, _Rules | str | None] = {}
        self._locks: dict[str, Lock] = {}

    def check(self, url: str) -> None:
        """Raise FetchError for an address that its host doesn't want programs to fetch.

        Where a host has no rules, all is allowed; where they can't be had, nothing is, as the
        standard says. Cost: a fetch for each host; then linear in its rules.
        """
        parts = web_address(url)
        if parts is None:
            return  # whoever fetches it will say so
        host = origin(parts)
        with self._locks.setdefault(host, Lock()):
            if host not in self._rules:
                self._rules[host] = self._read(host)
        rules = self._rules[host]
        if isinstance(rules, str):
            raise FetchError(url, f"whether it may be fetched isn't known: its robots.txt: {rules}")
        if rules is not None and not _allows(rules, url):
            raise FetchError(url, "its robots.txt asks programs not to fetch it")

    def _read(self, host: str) -> _Rules | str | None:
        """Give a host's rules; None where there are none, a phrase where they can't be had."""
        try:
            body = fetch(f"{host}/robots.txt", self.access, seconds=_SECONDS).body or b""
        except FetchError as error:
            said = error.status
            return None if said in _NONE_THERE and said != _ASK_LATER else error.reason
        return _parsed(body[:_LARGEST].decode("utf-8", "replace"))


def _parsed(text: str) -> _Rules | None:
    """Give the rules of a file; None for one of which nothing can be made."""
    try:
        from protego import Protego  # noqa: PLC0415 - an extra
    except ImportError:
        return _PlainRules(text)
    try:
        return Protego.parse(text)
    except ValueError:  # an address in it that is none
        return None


def _allows(rules: _Rules, url: str) -> bool:
    try:
        return rules.can_fetch(url[:_LONGEST], AGENT)
    except ValueError:
        return True


class _PlainRules:
    """The rules as the standard library reads them: by beginnings, without `*` and `$`."""

    def __init__(self, text: str) -> None:
        from urllib.robotparser import RobotFileParser  # noqa: PLC0415 - for want of the extra

        self._parser = RobotFileParser()
        self._parser.parse(text.split("\n"))

    def can_fetch(self, url: str, user_agent: str) -> bool:
        return self._parser.can_fetch(user_agent, url)
