"""Filters by sources and months in the text of a query."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection

_ONE = r'source:(?:=?"[^"]*"|\?)'
_SOURCES = re.compile(rf"(?<!\S)(?:{_ONE}|\({_ONE}(?: OR {_ONE})+\))(?!\S)")
_SOURCE = re.compile(_ONE)
_MONTHS = re.compile(r"(?<!\S)date:(?:(\d{4}-\d{2})(?:\.\.(\d{4}-\d{2}))?|\?)(?!\S)")
_EITHER = re.compile(r"\bOR\b|\|")
_WRAPPED = re.compile(r"\(([^()]*)\)\Z")
_UNQUOTED = str.maketrans(dict.fromkeys('"“”„*', " "))

Months: TypeAlias = "tuple[str, str] | None"
"""The first month and the last, `YYYY-MM`; None for articles of unknown day."""


class Filters(NamedTuple):
    """What a query is filtered by.

    Attributes:
        sources: each as it is written in the query, such as `source:"DW"`; none for all.
        months: from which month to which, if `dated`.
        dated: whether it is filtered by months, or to what isn't dated.
    """

    sources: tuple[str, ...] = ()
    months: Months = None
    dated: bool = False

    @property
    def any(self) -> bool:
        """Whether there is any filter."""
        return bool(self.sources) or self.dated


def bare(text: str) -> str:
    """Give a query's text without filters. Cost: linear."""
    text = re.sub(r"\s{2,}", " ", _MONTHS.sub(" ", _SOURCES.sub(" ", text))).strip()
    if (wrapped := _WRAPPED.match(text)) and _EITHER.search(wrapped[1]):
        return wrapped[1].strip()
    return text


def chosen(text: str) -> Filters:
    """Give what a query is filtered by; of several filters of one kind, the first. Cost: linear."""
    sources, months = _SOURCES.search(text), _MONTHS.search(text)
    return Filters(
        tuple(dict.fromkeys(_SOURCE.findall(sources[0]))) if sources else (),
        (months[1], months[2] or months[1]) if months and months[1] else None,
        months is not None,
    )


def filter_spans(text: str) -> list[tuple[int, int]]:
    """Give where filters stand in a query's text, in order. Cost: linear."""
    return sorted(found.span() for kind in (_SOURCES, _MONTHS) for found in kind.finditer(text))


def filtered(text: str, filters: Filters) -> str:
    """Give a query's text with these filters instead of its own.

    The words are put in brackets if a filter would otherwise apply to only a part of them.
    """
    words = bare(text)
    added = []
    if filters.sources:
        either = " OR ".join(filters.sources)
        added.append(f"({either})" if len(filters.sources) > 1 else either)
    if filters.dated:
        added.append(f"date:{_written_months(filters.months)}")
    if added and _EITHER.search(words):
        words = f"({words})"
    return " ".join([*([words] if words else []), *added])


def toggled(text: str, source: str | None, names: Collection[str | None] = ()) -> str:
    """Give a query's text with a source added to its filter, or taken out if it is there.

    None is the unknown source. `names` are those of the library, from which it must be told apart.
    """
    filters = chosen(text)
    kept = tuple(one for one in filters.sources if one not in ways_to_write(source))
    if len(kept) == len(filters.sources):
        kept = (*kept, written_source(source, names))
    return filtered(text, filters._replace(sources=kept))


def all_sources(text: str) -> str:
    """Give a query's text without its filter by sources."""
    return filtered(text, chosen(text)._replace(sources=()))


def in_months(text: str, months: Months) -> str:
    """Give a query's text filtered by months, or no longer if it is filtered by just these."""
    filters = chosen(text)
    same = filters.dated and filters.months == months
    return filtered(text, filters._replace(months=None if same else months, dated=not same))


def ways_to_write(source: str | None) -> tuple[str, ...]:
    """Give how a source may be written as a filter: by its words, and as its whole name."""
    if source is None:
        return ("source:?",)
    words = by_words("source", source)
    return (words, f'source:="{source}"') if source.translate(_UNQUOTED) == source else (words,)


def by_words(field: str, value: str) -> str:
    """Write a field with the words of a value, in quotation marks."""
    return f'{field}:"{value.translate(_UNQUOTED)}"'


def written_name(written: str) -> str | None:
    """Give the name of a source written as a filter; None for the unknown one."""
    return written[written.index('"') + 1 : -1] if '"' in written else None


def written_source(source: str | None, names: Collection[str | None]) -> str:
    """Write a source by its words, or by its whole name where others have these words too."""
    words, *whole = ways_to_write(source)
    if not whole or source is None:
        return words
    wanted = _forms(source)
    alike = (other for other in names if other not in (None, source))
    unclear = not wanted or any(_stands_in(wanted, _forms(other or "")) for other in alike)
    return whole[0] if unclear else words


def _forms(name: str) -> list[str]:
    from search import tokenize  # noqa: PLC0415 - loaded with the desk, after the first frame

    return [token.form for token in tokenize(name)]


def _stands_in(wanted: list[str], forms: list[str]) -> bool:
    places = range(len(forms) - len(wanted) + 1)
    return any(forms[at : at + len(wanted)] == wanted for at in places)


def _written_months(months: Months) -> str:
    if months is None:
        return "?"
    first, last = months
    return first if first == last else f"{first}..{last}"
