"""The persons that a head states as authors, in whatever form it names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from search.formats.heads.stated_value import keyed, texts, wikilink
from search.page.authors import joined_suffixes
from search.page.offices import is_nobody
from search.page.outlet_names import is_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

_BY = re.compile(r"^(?:by|written by)\s*:?\s+", re.IGNORECASE)
_ALSO = re.compile(r"\s*[;|\n•·]\s*|\s+(?:and|&|und|et|y)\s+")
_MAIL = re.compile(r"\s*<[^<>]*>|\s*\([^()\s]*@[^()\s]*\)|(?<!\S)\(?@\w{1,40}\)?(?!\S)")
_FROM_MAIL = re.compile(r"\S+@\S+ \(([^()]+)\)")
_ADDRESS = re.compile(r"\w+://|www\.|\S+@\S+\.\S+$")
_ROLES = ("author", "reporter", "journalist", "writer")
"""Who of the creators that Zotero tells apart wrote an article."""
_FOR = re.compile(r"\s+(?:for|of|at)\s+(\S.*)$")
_BRACKETED = re.compile(r"\s*[(\[].*$")


def stated_names(value: object, source: str | None, *, inverted: bool = False) -> tuple[str, ...]:
    """Give the persons a value names, each once, in order.

    Read are a list, names joined by commas, semicolons or `and`, and mappings with `name` or
    with `given` and `family` as CSL and Zotero write them. Addresses, handles and roles are
    left out; the outlet itself, an agency or a desk is no person. Cost: linear.

    Args:
        value: as it was stated.
        source: the outlet, if it is known.
        inverted: whether `Doe, Jane` is known to be how the form writes Jane Doe.
    """
    own = _bare(source) if source else ""
    found: dict[str, None] = {}
    for name in _persons(value, inverted=inverted):
        if _bare(name) != own and not is_outlet(name) and not is_nobody(name):
            found[name] = None
    return tuple(found)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _persons(value: object, *, inverted: bool, depth: int = 3) -> Iterator[str]:
    if isinstance(value, list | tuple):
        link = wikilink(value)
        for one in [link] if link else value if depth else ():
            yield from _persons(one, inverted=inverted, depth=depth - 1)
    elif isinstance(value, Mapping):
        yield from _person(keyed(value))
    else:
        for text in texts(value):
            yield from _of_text(text, inverted=inverted)


def _person(said: Mapping[str, object]) -> Iterator[str]:
    """Give the person that a mapping names, if it is one that writes."""
    role = next(texts(said.get("creatortype")), _ROLES[0])
    if role.lower() not in _ROLES:
        return
    parts = [
        next((text for name in names for text in texts(said.get(name))), "")
        for names in (
            ("given", "firstname", "givenname", "first"),
            ("nondroppingparticle", "droppingparticle"),
            ("family", "lastname", "familyname", "last"),
            ("suffix", "honorificsuffix"),
        )
    ]
    if parts[2]:
        yield " ".join(filter(None, parts))
        return
    if isinstance(named := said.get("name"), Mapping):
        yield from _person(keyed(named))
        return
    for text in texts(dict(said)):
        yield from _of_text(text, inverted=False)


def _of_text(text: str, *, inverted: bool) -> Iterator[str]:
    if mailed := _FROM_MAIL.fullmatch(text):
        text = mailed[1]
    bare = joined_suffixes(_MAIL.sub("", _BY.sub("", text)))
    parts = _ALSO.split(bare)
    # `Doe, Jane and Bloggs, Joe`, as BibTeX has it
    inverted = inverted or (len(parts) > 1 and all(part.count(",") == 1 for part in parts))
    for part in parts:
        commas = [p.strip() for p in part.split(",")]
        if len(commas) == 2 and all(commas) and (inverted or _are_turned(*commas)):  # noqa: PLR2004 - a family's name, and a given one
            family, given = commas
            yield f"{_without_stop(given)} {family}"
            continue
        # `Doe, Jane` is one person; `Jane Doe, Joe Bloggs` are two
        several = commas if all(" " in p for p in commas) else _without_tail(commas)
        for one in several:
            name = _without_outlet(_BRACKETED.sub("", one).strip(" ,;:*_\"'"))
            if name and not _ADDRESS.match(name):
                yield name


def _without_stop(given: str) -> str:
    """Give a given name without a stop that ends the field; that of an initial stays."""
    return given.removesuffix(".") if len(given.rpartition(" ")[2]) > len("Jr.") else given


def _are_turned(family: str, given: str) -> bool:
    """Tell whether two parts are a family's and a given name, for neither is a whole one: `Doe, J. K.`."""
    alone = not set(" .").intersection(family) and (" " not in given or "." in given)
    return alone and not any(is_outlet(one) or is_nobody(one) for one in (family, given))


def _without_outlet(name: str) -> str:
    """Give a name without the outlet it is signed for: `Jane Doe for The Guardian`."""
    for_whom = _FOR.search(name)
    return name[: for_whom.start()] if for_whom and is_outlet(for_whom[1]) else name


def _without_tail(commas: list[str]) -> list[str]:
    """Give a person's name of which commas part what they are: `Jane Doe, Editor`, `Doe, Jane`."""
    kept = [part for part in commas if part and not is_outlet(part) and not is_nobody(part)]
    return kept if len(kept) < len(commas) and all(" " in p for p in kept) else [", ".join(kept)]
