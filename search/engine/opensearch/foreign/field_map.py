"""Which fields of an index that others built are title, text, source and the like: guessed, or as chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from search.archive_options import ARCHIVE_FIELDS
from search.formats.tables.column_choice import choose_columns, column_names, head_labels
from search.formats.tables.record_fields import field_key
from search.misspelt import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.formats.tables.column_choice import Columns

_AS_COLUMN = {"day": "published", "author": "authors", "tag": "tags"}
"""What a role is called among the columns of a table, where that differs."""
_MOST_FIELDS = 2_000
_LONGEST_NAME = 200
_WORDS = frozenset({"text", "match_only_text"})
_VALUES = frozenset({"keyword", "constant_keyword", "ip"})


class ForeignField(NamedTuple):
    """A field of an index.

    Attributes:
        name: what it is called there.
        kind: its type there: `text`, `keyword`, `date` …
        counted: the field by which its values are counted and sorted; empty if none can be.
    """

    name: str
    kind: str
    counted: str

    @property
    def has_words(self) -> bool:
        """Whether single words of it can be sought."""
        return self.kind in _WORDS


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The fields of an index, by what they are here; at least title and text.

    Attributes:
        fields: those there are, by role, in the order of `ARCHIVE_FIELDS`.
        columns: the same, as a record of a table is read.
        others: how many of its documents' fields are none of these.
        read: the fields that are asked for to read an article: those, and what else its head is told by.
    """

    fields: Mapping[str, ForeignField]
    columns: Columns
    others: int
    read: tuple[str, ...]

    def get(self, role: str) -> ForeignField | None:
        """Give the field of a role; None if there is none."""
        return self.fields.get(role)

    @property
    def day(self) -> str:
        """The field by which articles are sorted by time; empty if there is none."""
        field = self.fields.get("day")
        return field.counted if field and field.kind in {"date", "date_nanos"} else ""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What each role is there, for a person who is to confirm it: role, and name with type."""
        return tuple(
            (role, f"{field.name} ({field.kind}{'' if field.counted else ', not counted'})")
            for role in ARCHIVE_FIELDS
            if (field := self.fields.get(role))
        )


def guess_fields(caps: object, chosen: Sequence[tuple[str, str]]) -> FieldMap | None:
    """Guess the map of an index from what `_field_caps` says of it; None without a title and a text.

    What was chosen goes first, by its very name. Cost: linear in the fields, 2,000 at most.
    """
    kinds = _kinds(caps)
    by_key = {
        field_key(name): name for name in reversed(kinds) if "." not in name or _top(name, kinds)
    }
    wanted = {role: name for role, name in chosen if name in kinds}
    named = tuple((_AS_COLUMN.get(role, role), name) for role, name in wanted.items())
    columns = choose_columns([dict.fromkeys(by_key, "a")], named)
    if columns is None:
        return None
    found: dict[str, ForeignField] = {}
    for role in ARCHIVE_FIELDS:
        name = wanted.get(role) or _guessed(role, columns, by_key)
        if name:
            found[role] = ForeignField(name, kinds[name], _counted(name, kinds))
    if "title" not in found or "text" not in found:
        return None
    return FieldMap(found, columns, len(by_key) - len(found), _read(found, columns, kinds))


def unknown_fields(caps: object, chosen: Sequence[tuple[str, str]]) -> list[str]:
    """Say of each field that was chosen and isn't there that it isn't, with the nearest that is."""
    kinds = _kinds(caps)
    return [
        f'fields.{role}: the index has no field "{name[:_LONGEST_NAME]}"{did_you_mean(name, kinds)}'
        for role, name in chosen
        if name not in kinds
    ]


def _read(
    found: Mapping[str, ForeignField], columns: Columns, kinds: Mapping[str, str]
) -> tuple[str, ...]:
    """Give what is asked for of each document; not its whole page, which is a text in HTML besides.

    Another text, or a summary, is read where the text is lacking. An object comes whole.
    """
    texts = (one for one in columns.texts if not field_key(one).endswith("html"))
    wanted = {*columns.titles, *texts, *column_names("summary")}
    wanted |= {key for label in head_labels() for key in columns.of_head(label)}
    names = dict.fromkeys(
        path for name in kinds for path in (name, *_above(name)) if field_key(path) in wanted
    )
    chosen = [field.name for field in found.values()]
    # What is searched by a field within another, `content.english`, is given back by that alone.
    outer = [name for one in chosen if (name := one.rpartition(".")[0]) in kinds]
    return tuple(dict.fromkeys([*chosen, *outer, *names]))


def _above(name: str) -> list[str]:
    """Give the objects that a field lies in, from the outermost."""
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts))]


def _kinds(caps: object) -> dict[str, str]:
    """Give the type of each field; a field that has several in different indexes has none."""
    told = caps.get("fields") if isinstance(caps, dict) else None
    found: dict[str, str] = {}
    for name, types in list((told or {}).items())[:_MOST_FIELDS] if isinstance(told, dict) else ():
        if not isinstance(types, dict) or name.startswith("_") or len(name) > _LONGEST_NAME:
            continue
        kinds = [kind for kind in types if kind not in {"object", "nested", "unmapped"}]
        if len(kinds) == 1 and name.isprintable():
            found[name] = str(kinds[0])
    return found


def _top(name: str, kinds: Mapping[str, Any]) -> bool:
    """Tell whether a name with a full stop leads into an object, and isn't another form of a field."""
    return name.rpartition(".")[0] not in kinds


def _guessed(role: str, columns: Columns, by_key: Mapping[str, str]) -> str:
    if role in {"title", "text"}:
        keys: tuple[str, ...] = columns.titles if role == "title" else columns.texts
    else:
        keys = column_names(f"head.{_AS_COLUMN.get(role, role)}")
    return next((by_key[key] for key in keys if key in by_key), "")


def _counted(name: str, kinds: Mapping[str, str]) -> str:
    if kinds[name] not in _WORDS:
        return name
    return next(
        (one for one in (f"{name}.keyword", f"{name}.raw") if kinds.get(one) in _VALUES), ""
    )
