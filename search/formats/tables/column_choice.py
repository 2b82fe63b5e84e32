"""Which columns of a table are the title and the text of its articles, by their names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from search.formats.tables.day_order import day_first
from search.formats.tables.record_fields import field_key, said
from search.untrusted import is_web_address
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from search.formats.kinds import ColumnNames

NO_COLUMNS = "no columns with a title and a text"
_LISTS = "formats/tables/columns"
_SUMMARY = 0.5
"""What a character of a summary counts: a text that was left out is shorter than half of it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that are read, by their comparable names; those that win come first.

    Attributes:
        titles, texts: at least one each; which of them a record has is seen from it.
        identity: what names a record; empty if nothing does.
        brief: whether no text is there but summaries.
        chosen: those that a user has named, each by what it holds, in comparable names.
        day_first: in which order days in numbers are written, if that can be told.
    """

    titles: tuple[str, ...]
    texts: tuple[str, ...]
    identity: str
    brief: bool
    day_first: bool | None = None
    chosen: ColumnNames = ()

    def of_head(self, label: str) -> tuple[str, ...]:
        """Give the columns that may state a field of the head, in the order in which they win."""
        return _called(self.chosen, label) + column_names(f"head.{label}")

    def named_by(self, identity: str) -> Columns:
        """Give these with another column that names a record."""
        return replace(self, identity=identity)


def choose_columns(
    records: Sequence[Mapping[str, object]], chosen: ColumnNames = ()
) -> Columns | None:
    """Choose the columns by some records of a table, given by `record_fields`.

    What a user has named comes before all else.

    None without a column for a title and another for a text. Cost: linear.
    """
    chosen = tuple((role, field_key(name)) for role, name in chosen)
    names = dict.fromkeys(name for record in records for name in record)
    named = _called(chosen, "title") + column_names("title")
    titles = tuple(name for name in dict.fromkeys(named) if name in names)
    full = [name for name in column_names("text") if name in names and name not in titles]
    brief = [name for name in column_names("summary") if name in names and name not in titles]
    if not titles or not (full or brief or names.keys() & set(_called(chosen, "text"))):
        return None
    weight = {name: 1.0 * _length(records, name) for name in full}
    weight |= {name: _SUMMARY * _length(records, name) for name in brief}
    # `sorted` keeps the order of the list for those that are equally long
    texts = tuple(sorted([*full, *brief], key=lambda name: -weight[name]))
    if own := [name for name in _called(chosen, "text") if name in names]:
        texts, full = tuple(dict.fromkeys([*own, *texts])), own
    identities = _called(chosen, "id") + column_names("identity")
    identity = next((name for name in identities if _tells_apart(records, name)), "")
    days = (said(record.get(name)) for record in records for name in _day_names(chosen))
    return Columns(titles, texts, identity, not full, day_first(days), chosen)


def has_columns(names: Iterable[str], chosen: ColumnNames = ()) -> bool:
    """Tell whether comparable names of columns have one for a title and one for a text."""
    return choose_columns([dict.fromkeys(names, "a")], chosen) is not None


def has_addresses(names: Iterable[str]) -> bool:
    """Tell whether comparable names of columns have one for an address."""
    return not set(column_names("head.url")).isdisjoint(names)


def count_addresses(records: Iterable[Mapping[str, object]]) -> int:
    """Count the records that say where an article can be fetched. Cost: linear."""
    names = frozenset(column_names("head.url"))
    return sum(
        any(is_web_address(said(record[name])) for name in record if name in names)
        for record in records
    )


@cache
def column_names(role: str) -> tuple[str, ...]:
    """Give the names that columns of one role have, such as `title`, `head.source`."""
    found: object = word_lists(_LISTS)
    for part in role.split("."):
        found = found[part] if isinstance(found, dict) else ()
    return tuple(found) if isinstance(found, list) else ()


@cache
def head_labels() -> tuple[str, ...]:
    """Give the fields of a head that columns are known for, but for the title."""
    return tuple(word_lists(_LISTS)["head"])


def _day_names(chosen: ColumnNames) -> tuple[str, ...]:
    labels = ("published", "updated")
    own = tuple(name for label in labels for name in _called(chosen, label))
    return own + tuple(name for label in labels for name in column_names(f"head.{label}"))


def _called(chosen: ColumnNames, wanted: str) -> tuple[str, ...]:
    return tuple(name for role, name in chosen if role == wanted)


def _length(records: Sequence[Mapping[str, object]], name: str) -> int:
    return sum(
        len(value) if isinstance(value, str) else sum(map(len, value))
        for record in records
        if isinstance(value := record.get(name), str | list)
    )


def _tells_apart(records: Sequence[Mapping[str, object]], name: str) -> bool:
    values = [said(record.get(name)) for record in records]
    return all(values) and len(set(values)) == len(values)
