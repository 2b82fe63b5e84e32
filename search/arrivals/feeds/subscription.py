"""What a library subscribes to, as its file says it: an address, and rules for what comes from there."""

from __future__ import annotations

import re
import tomllib
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search.arrivals.feeds.feeds_places import FeedsPlaces
from search.errors import QueryError
from search.untrusted import is_web_address, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind: TypeAlias = Literal["feed", "page", "miniflux", "freshrss"]
_KINDS: tuple[Kind, ...] = ("feed", "page", "miniflux", "freshrss")
READERS: frozenset[Kind] = frozenset({"miniflux", "freshrss"})
"""The kinds that are other readers, with feeds of their own."""
_SPAN = re.compile(r"(\d{1,5}) (day|week|month|year)s?")
_TEXTS = {"cookies": "the path of a file", "user": "a name", "token": "a token"}
_TOP = ("feed", "cookies")
_KEYS = ("url", "title", "kind", "mute", "keep", "full", *_TEXTS)
_MOST_FAULTS = 40
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


class Subscription(NamedTuple):
    """One subscription.

    Attributes:
        url, title: its address, and what its user calls it; maybe empty.
        kind: a feed (or news sitemap), a page that is looked at again, or another reader.
        mute: a query; what it finds isn't brought in. Empty for none.
        keep: the days after which its articles are taken out again; None for never.
        cookies: a file of cookies for it, as it was typed; empty for the one of the settings.
        full: whether texts that are cut are fetched whole.
        user: a name to log in to a reader by; empty where a token is enough.
        token: its token or password, where the file has it in clear.
        fault: what is wrong with its rules, with the line of the file; empty if nothing is.
        told: what in its table means nothing, likewise; it is updated all the same.
    """

    url: str
    title: str = ""
    kind: Kind = "feed"
    mute: str = ""
    keep: int | None = None
    cookies: str = ""
    full: bool = False
    user: str = ""
    token: str = ""
    fault: str = ""
    told: tuple[str, ...] = ()

    @property
    def rules(self) -> str:
        """A digest of the rules by which it is taken in: by others it is read anew."""
        return blake2b(repr(self[3:-1]).encode(), digest_size=8).hexdigest()


class FeedsFile(NamedTuple):
    """What a file subscribes to, in its order, and what in it can't be a subscription, with its line."""

    feeds: list[Subscription]
    faults: list[str]


def read_subscriptions(text: str) -> FeedsFile:
    """Give what a file subscribes to; what has no address is a fault.

    `cookies` outside all tables holds for all. Raises ValueError or RecursionError if it is no TOML.
    """
    table = tomllib.loads(text)
    said = table.get("feed", [])
    every = {"cookies": table["cookies"]} if "cookies" in table else {}
    places = FeedsPlaces(text)
    found: list[Subscription] = []
    faults = list(places.unknown(table, _TOP, len(places.starts)))
    for number, one in enumerate(said if isinstance(said, list) else [said]):
        strays = tuple(places.unknown(one, _KEYS, number)) if isinstance(one, dict) else ()
        if not isinstance(one, dict) or not is_web_address(str(one.get("url", ""))):
            place = places.begin(number)
            faults += [f'{place}a feed wants url = "…", an address of the web', *strays]
            continue
        fields = {**every, **one}
        fault = next(_faults(fields), None)
        what = f"{places.of(number, fault[0])}{fault[1]}" if fault else ""
        found.append(_subscription(fields, what)._replace(told=strays))
    if len(faults) > _MOST_FAULTS:
        faults[_MOST_FAULTS:] = [f"{len(faults) - _MOST_FAULTS:,} more faults like these"]
    if places.untold:
        faults.append(f"{places.untold:,} more keys mean nothing here")
    return FeedsFile(found, faults)


def _subscription(fields: Mapping[str, object], fault: str) -> Subscription:
    url, title = str(fields["url"]), str(fields.get("title", ""))
    if fault:
        return Subscription(url, title, fault=fault)
    kind: Kind = next((one for one in _KINDS if one == fields.get("kind")), _KINDS[0])
    mute, cookies, user, token = (str(fields.get(name, "")) for name in ("mute", *_TEXTS))
    keep, full = _days(fields.get("keep")), fields.get("full") is True
    return Subscription(url, title, kind, mute, keep, cookies, full, user, token)


def _faults(fields: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield each rule that can't be kept, and why."""
    if fields.get("kind", "feed") not in _KINDS:
        yield "kind", f"kind wants one of {', '.join(_KINDS)}"
    if not isinstance(fields.get("full", False), bool):
        yield "full", "full wants true or false"
    if "keep" in fields and _days(fields["keep"]) is None:
        yield "keep", 'keep wants a time such as "90 days", "12 weeks", "6 months" or "2 years"'
    for name, wanted in _TEXTS.items():
        said = fields.get(name, "")
        if not isinstance(said, str) or not said.isprintable():
            yield name, f"{name} wants {wanted} in quotes"
    if fields.get("kind") == "freshrss" and not fields.get("user"):
        yield "kind", 'freshrss wants user = "…" beside it, and its password from the environment'
    if why := _mute_fault(fields.get("mute", "")):
        yield "mute", f"mute {why}"


def _mute_fault(said: object) -> str:
    if not isinstance(said, str):
        return "wants a query in quotes"
    if not said:
        return ""
    from search.query import parse  # noqa: PLC0415 - few mute anything
    from search.query.mark_terms import asks_for_marks  # noqa: PLC0415 - likewise

    try:
        root = parse(said).root
    except QueryError as error:
        return f"is no query: {error.reason}"
    return "asks for marks, and what is new has none" if asks_for_marks(root) else ""


def _days(said: object) -> int | None:
    found = _SPAN.fullmatch(said.strip()) if isinstance(said, str) else None
    number = whole_number(found[1]) if found else None
    return number * _DAYS[found[2]] if found and number else None
