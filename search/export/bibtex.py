r"""BibTeX: an `@article` or `@misc` an article, in UTF-8.

What LaTeX reads as a command is escaped, and braces are balanced, as BibTeX counts them before
anything else (Patashnik, BibTeXing, 1988).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.export.person_name import PersonName
    from search.export.reference import Reference

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_ACTING = re.compile(r"[\\{}$&%#_~^]")
_TWO_ACTING = re.compile(r"[{}\\]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def bibtex(references: Iterable[Reference]) -> Iterator[str]:
    """Yield an entry for each."""
    for one in references:
        yield _entry(one)


def escaped_tex(text: str) -> str:
    r"""Escape text for a field in braces: `50 % {` gives `50 \% \textbraceleft{}`. Cost: linear."""
    return _ACTING.sub(lambda found: _SPECIAL[found[0]], text)


def _entry(one: Reference) -> str:
    fields = [("author", " and ".join(map(_author, one.authors))), ("title", _title(one.title))]
    kind = "article" if one.source else "misc"
    fields.append(("journal", escaped_tex(one.source)))
    if one.day is not None:
        fields += [("year", str(one.day.year)), ("date", one.day.isoformat())]
    fields.append(("url", _address(one.url)))
    fields.append(("langid", escaped_tex(one.language)))
    fields.append(("annote", escaped_tex(one.note)))
    inner = [f"  {name} = {{{value}}}" for name, value in fields if value]
    if one.day is not None:
        inner.append(f"  month = {_MONTHS[one.day.month - 1]}")
        inner.append(f"  day = {{{one.day.day}}}")
    return f"@{kind}{{{one.key},\n" + ",\n".join(inner) + "\n}\n\n"


def _title(title: str) -> str:
    """Give a title in braces of its own, so that styles leave its capitals as they are."""
    return f"{{{escaped_tex(title)}}}"


def _author(name: PersonName) -> str:
    """Give a name as BibTeX takes names apart: `von Last, Jr., First`; one that is whole in braces."""
    if not name.given:
        return f"{{{escaped_tex(name.family)}}}"
    parts = [name.surname, name.suffix, name.given] if name.suffix else [name.surname, name.given]
    return ", ".join(_protected(part) for part in parts)


def _protected(part: str) -> str:
    """Escape a part of a name, in braces where BibTeX would read ` and ` or a comma in it."""
    text = escaped_tex(part)
    return f"{{{text}}}" if "," in part or " and " in f" {part} ".casefold() else text


def _address(url: str) -> str:
    """Give an address as `url` fields have it: as it is, but for what would end the field."""
    return _TWO_ACTING.sub(lambda found: f"%{ord(found[0]):02X}", url)
