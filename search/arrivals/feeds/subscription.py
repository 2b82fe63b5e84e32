"""What a library subscribes to, as its file says it: an address, and rules for what comes from there."""

from __future__ import annotations

import re
import tomllib
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search.errors import QueryError
from search.untrusted import is_web_address, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind: TypeAlias = Literal["feed", "page", "miniflux", "freshrss"]
_KINDS: tuple[Kind, ...] = ("feed", "page", "miniflux", "freshrss")
READERS: frozenset[Kind] = frozenset({"miniflux", "freshrss"})
"""The kinds that are other readers, with feeds of their own."""
_TABLE = re.compile(r"(?m)^[ \t]{0,40}\[\[feed\]\]")
_SPAN = re.compile(r"(\d{1,5}) (day|week|month|year)s?")
_TEXTS = {"cookies": "the path of a file", "user": "a name", "token": "a token"}
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

    @property
    def rules(self) -> str:
        """A digest of the rules by which it is taken in: by others it is read anew."""
        return blake2b(repr(self[3:]).encode(), digest_size=8).hexdigest()


def read_subscriptions(text: str) -> list[Subscription]:
    """Give what a file subscribes to, in its order, without what has no address.

    `cookies` outside all tables holds for all. Raises ValueError or RecursionError if it is no TOML.
    """
    table = tomllib.loads(text)
    said = table.get("feed", [])
    every = {"cookies": table["cookies"]} if "cookies" in table else {}
    starts = place_of_tables(text)
    found: list[Subscription] = []
    for number, one in enumerate(said if isinstance(said, list) else []):
        if isinstance(one, dict) and is_web_address(str(one.get("url", ""))):
            fields = {**every, **one}
            fault = next(_faults(fields), None)
            place = _line(text, starts, number, fault[0]) if fault else ""
            found.append(_subscription(fields, f"{place}{fault[1]}" if fault else ""))
    return found


def place_of_tables(text: str) -> list[int]:
    """Give where each table of a subscription begins; a file may have them in other forms too."""
    return [found.start() for found in _TABLE.finditer(text)]


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


def _line(text: str, starts: list[int], number: int, name: str) -> str:
    """Name the line in which a rule of the so-manieth table stands; empty where it isn't to be told."""
    if number >= len(starts):
        return ""
    end = starts[number + 1] if number + 1 < len(starts) else len(text)
    rule = re.compile(rf"(?m)^[ \t]{{0,40}}{name}[ \t]{{0,40}}=")
    found = rule.search(text, starts[number], end) or rule.search(text, 0, starts[0])
    return f"line {text.count(chr(10), 0, found.start()) + 1}: " if found else ""
