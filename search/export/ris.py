"""RIS: a record an article, as EndNote, Zotero and Mendeley read it.

Tags are those of the format's specification by Research Information Systems (2011): two characters,
two spaces, a dash and a space; a line has one value, and lines end with CR LF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.export.person_name import PersonName
    from search.export.reference import Reference

_END = "\r\n"


def ris(references: Iterable[Reference]) -> Iterator[str]:
    """Yield a record for each."""
    for one in references:
        yield _record(one)


def _record(one: Reference) -> str:
    lines = [("TY", "NEWS" if one.source else "ELEC"), ("ID", one.key), ("TI", one.title)]
    lines += [("AU", _author(name)) for name in one.authors]
    lines.append(("T2", one.source))
    if one.day is not None:
        lines.append(("PY", f"{one.day.year:04}"))
        lines.append(("DA", f"{one.day:%Y/%m/%d}"))
    lines += [("UR", one.url), ("LA", one.language)]
    lines += [("N1", line) for line in one.note.split("\n")]
    said = [f"{tag}  - {value}{_END}" for tag, value in lines if value]
    return "".join(said) + f"ER  - {_END}{_END}"


def _author(name: PersonName) -> str:
    """Give a name as `Family, Given, Suffix`; a comma in one that is whole would take it apart."""
    if not name.given:
        return name.family.replace(",", "")
    return ", ".join(filter(None, (name.surname, name.given, name.suffix)))
