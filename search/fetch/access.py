"""How the web is asked: which private hosts may be, with which cookies, and through which proxies."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search.fetch.cookie_file import NO_COOKIES
from search.fetch.proxies import environment_proxies

if TYPE_CHECKING:
    from collections.abc import Collection

    from search.fetch.cookie_file import Cookies
    from search.fetch.proxies import Proxies


def _of_environment() -> Proxies:
    return environment_proxies(os.environ)


@dataclass(frozen=True, slots=True)
class Access:
    """How the web is asked.

    Attributes:
        allowed: hosts, in lower case, that may be in a private network.
        cookies: what is sent to hosts that a file has cookies of.
        proxies: those the environment names, as it was when this was made.
    """

    allowed: Collection[str] = frozenset()
    cookies: Cookies = NO_COOKIES
    proxies: Proxies = field(default_factory=_of_environment)
