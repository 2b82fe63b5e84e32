"""What the names of files and folders say: the day an article came out, and its outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from search.library.location import FileNames
from search.page.days.date_grammar import grammar
from search.page.days.dates import find_dates
from search.page.outlet_names import is_plain_word, outlet_called
from search.untrusted import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.article import Article

_WHERE = "name of the file"
_FORMS = (
    re.compile(  # 2019-03-14-bridge.md
        r"(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)[-_. ]+(?:\d+[-_. ]+)?[^\W\d].*\.\w{1,9}"
    ),
    re.compile(r".*[^\W\d][-_. ]+(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)\.\w{1,9}"),  # bridge-2019-03-14.md
    re.compile(  # gazette_2019-03-14_bridge.md
        r"[^\W\d][^_]*_+(\d{4})[-.]?(\d\d)[-.]?(\d\d)_+.*[^\W\d].*\.\w{1,9}"
    ),
)
_PARTING = re.compile(r"_+| - |--+")
_SPACED = re.compile(r"[-_.]+")
_PIECE = re.compile(r"(\{[^{}]*\}|\*)")
_PARTS = {
    "%Y": r"(?P<year>\d{4})",
    "%y": r"(?P<short>\d\d)",
    "%m": r"(?P<month>\d\d?)",
    "%d": r"(?P<day>\d\d?)",
    "%b": r"(?P<named>[^\W\d_]{3,16})",
    "%B": r"(?P<named>[^\W\d_]{3,16})",
    "%H": r"\d\d",
    "%M": r"\d\d",
    "%S": r"\d\d",
    "%%": "%",
}
_LONGEST = 200
_MOST_OPEN = 2
"""Stars and outlets in one part of a pattern: what each costs grows with the length of a name."""
_GUESSED = ("text:", "url")
"""What evidence begins with that the pattern a user chose outranks."""


@dataclass(frozen=True, slots=True)
class NameHead:
    """What a name says; None where it says nothing."""

    published: str | None = None
    source: str | None = None


def names_of_folder(paths: Iterable[str], pattern: str) -> FileNames:
    """Say how the names of all files of one folder are to be read. Cost: linear, mostly one look."""
    every = tuple(paths)
    names = [path.rpartition("/")[2] for path in every]
    dated = bool(names) and any(all(_day_of(form, name) for name in names) for form in _FORMS)
    told = bool(names) and (_folder_outlet(every[0]) is not None or _all_told(names))
    return FileNames(pattern, dated, told=told)


def _all_told(names: Sequence[str]) -> bool:
    """Tell whether all names bear an outlet in the same place between their signs."""
    place, _ = _outlet_in(names[0])
    return place is not None and all(_outlet_in(name)[0] == place for name in names)


def _outlet_in(name: str) -> tuple[int | None, str | None]:
    """Give the first part of a file's name that is an outlet's, by its place, and the outlet."""
    parts = _PARTING.split(name.rpartition(".")[0])
    if len(parts) > 1:
        for place, part in enumerate(parts):
            if outlet := _sure_outlet(part):
                return place, outlet
    return None, None


def _folder_outlet(path: str) -> str | None:
    return _sure_outlet(path.rpartition("/")[0].rpartition("/")[2])


def _sure_outlet(name: str) -> str | None:
    """Give the outlet that is called so, unless that is a plain word too: a folder may be of `Nature`."""
    spaced = _SPACED.sub(" ", name).strip()
    outlet = outlet_called(spaced) if spaced else None
    return None if outlet is None or is_plain_word(spaced) or is_plain_word(outlet) else outlet


def pattern_fault(pattern: str) -> str | None:
    """Say what is wrong with a pattern for names, None if it can be used."""
    if not 0 < len(pattern) <= _LONGEST:
        return f"wants 1 to {_LONGEST} characters"
    for piece in _PIECE.findall(pattern):
        if piece not in {"*", "{source}"} and not piece.startswith(("{date:", "{date}")):
            return f"knows no {piece}, only {{source}}, {{date:%Y-%m-%d}} and *"
    for part in pattern.split("/"):
        if sum(piece in {"*", "{source}"} for piece in _PIECE.findall(part)) > _MOST_OPEN:
            return f"allows {_MOST_OPEN} of {{source}} and * between two strokes"
    try:
        _compiled(pattern)
    except (re.error, KeyError):
        return "can't be read: each of {source}, %Y, %m and %d stands once, and no other %"
    return None


def name_says(path: str, pattern: str) -> NameHead:
    """Give what a path says by a pattern, and without one by its own forms.

    These are a day and an outlet in the file's name, or an outlet that its folder is called by. A
    pattern is laid against the path's end. `pattern` is one without fault. Cost: linear in the path but for what stars match.
    """
    if not pattern:
        name = path.rpartition("/")[2]
        day = next(filter(None, (_day_of(form, name) for form in _FORMS)), None)
        return NameHead(day, _outlet_in(name)[1] or _folder_outlet(path))
    found = _compiled(pattern).search(path)
    if found is None:
        return NameHead()
    said = found.groupdict()
    source = (said.get("source") or "").strip()
    spaced = re.sub(r"[-_]+", " ", source)
    return NameHead(_told_day(said), (outlet_called(spaced) or source) or None)


def with_name(article: Article, names: FileNames) -> Article:
    """Give an article with what its file's name says, where the file itself doesn't state it.

    A pattern that a user chose outranks what was found in a page's text, not what is stated.
    """
    if names.pattern:
        article = _filled(article, name_says(article.path, names.pattern), _GUESSED)
    if not (names.dated or names.told):
        return article
    said = name_says(article.path, "")
    agreed = NameHead(said.published if names.dated else None, said.source if names.told else None)
    return _filled(article, agreed, ())


def as_indexed(
    article: Article, published: str | None, source: str | None, pattern: str
) -> Article:
    """Give an article with what an index says of it, where its file's name says so too."""
    says = (name_says(article.path, chosen) for chosen in dict.fromkeys((pattern, "")))
    for said in says:
        day = said.published if said.published == published else None
        outlet = said.source if said.source == source else None
        article = _filled(article, NameHead(day, outlet), _GUESSED)
    return article


def _filled(article: Article, said: NameHead, outranked: tuple[str, ...]) -> Article:
    fields: dict[str, str] = {}
    for name, value in (("published", said.published), ("source", said.source)):
        known = getattr(article, name)
        if not value or known == value:
            continue
        if known and not article.evidence.get(name, "").startswith(outranked or ("\0",)):
            continue
        fields[name] = value
    if not fields:
        return article
    evidence = {**article.evidence, **dict.fromkeys(fields, _WHERE)}
    return replace(
        article,
        published=fields.get("published", article.published),
        source=fields.get("source", article.source),
        evidence=evidence,
    )


def _day_of(form: re.Pattern[str], name: str) -> str | None:
    found = form.fullmatch(name)
    return _iso(*found.groups()) if found else None


def _told_day(said: dict[str, str | None]) -> str | None:
    named = (said.get("named") or "").lower()
    month = str(grammar().months.get(named, "")) if named else said.get("month") or ""
    year = said.get("year") or (f"20{said['short']}" if said.get("short") else "")
    return _iso(year, month, said.get("day") or "")


def _iso(year: str, month: str, day: str) -> str | None:
    numbers = [whole_number(part) for part in (year, month, day)]
    if None in numbers:
        return None
    found = find_dates("-".join(f"{number:02}" for number in numbers))
    return found[0].iso if found else None


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Make a pattern an expression that the end of a path is searched for, with any suffix."""
    parts: list[str] = []
    for piece in _PIECE.split(pattern.strip("/")):
        if piece == "*":
            parts.append("[^/]*")
        elif piece == "{source}":
            parts.append("(?P<source>[^/]+?)")
        elif piece.startswith("{date"):
            form = piece[len("{date:") : -1] or "%Y-%m-%d"
            pieces = re.split(r"(%.)", form)
            parts += [_PARTS[p] if p.startswith("%") else re.escape(p) for p in pieces if p]
        else:
            parts.append(re.escape(piece))
    return re.compile(rf"(?:^|/){''.join(parts)}(?:\.\w{{1,9}})?(?:#\d+)?\Z")
