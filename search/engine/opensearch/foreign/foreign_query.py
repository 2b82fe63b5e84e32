"""Translating a query tree for an index that others built, whose analyzers say what words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from search.engine.opensearch.archive_query import ALL
from search.engine.opensearch.leaf_query import any_of, unscored
from search.engine.opensearch.word_texts import clean
from search.errors import IndexFailedError
from search.query import (
    Among,
    And,
    DateRange,
    Everything,
    FromSource,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)

if TYPE_CHECKING:
    from search.archive_address import ArchiveAddress
    from search.engine.opensearch.foreign.field_map import FieldMap, ForeignField
    from search.engine.opensearch.leaf_query import Asked
    from search.query import Node, Words

_ROLES = {"source": "source", "author": "author", "lang": "language", "tag": "tag"}
_CASE = {"case_insensitive": True}


class ForeignQuery:
    """Translates for one index; what its mapping can't do is refused by name (IndexFailedError)."""

    def __init__(self, address: ArchiveAddress, fields: FieldMap) -> None:
        self._address = address
        self._fields = fields

    def translate(self, node: Node) -> Asked:
        """Give the query for a tree. Cost: linear in it."""
        match node:
            case And(children=children):
                wanted = [self._wanted(one) for one in children if not isinstance(one, Not)]
                dropped = [self.translate(one.child) for one in children if isinstance(one, Not)]
                return {"bool": {"must": wanted or [ALL], "must_not": dropped}}
            case Or(children=children):
                return any_of(self.translate(child) for child in children)
            case Not(child=child):
                return {"bool": {"must": [ALL], "must_not": [self.translate(child)]}}
            case Everything():
                return ALL
            case DateRange(first=first, last=last):
                ends = {"gte": first and first.isoformat(), "lte": last and last.isoformat()}
                days = {name: f"{day}||/d" for name, day in ends.items() if day}
                field = self._fields.day or self._refuse("days", "no day by which to find")
                known: Asked = {"exists": {"field": field}}
                return unscored({"range": {field: days}} if days else known)
            case Among(ids=ids):
                return unscored({"ids": {"values": sorted(map(clean, ids))}})
            case FromSource(names=names):
                return unscored(self._from_sources(names))
            case _:
                return self._parts(node)

    def _wanted(self, node: Node) -> Asked:
        """Give the query for one of several that are wanted together.

        A word of which an analyzer leaves nothing, such as `the`, would find none of all.
        """
        if isinstance(node, Term) and node.stemmed and node.field in {None, "all", "title"}:
            parts = ("title",) if node.field == "title" else ("title", "text")
            fields = [self._field(part) for part in parts]
            return any_of(
                {"match": {field.name: _match(node.form) | {"zero_terms_query": "all"}}}
                if field.has_words
                else self._value(node, field)
                for field in fields
            )
        return self.translate(node)

    def _from_sources(self, names: frozenset[str | None]) -> Asked:
        field = self._field("source")
        if not field.counted:
            self._refuse("sources", f"no whole values of {field.name}")
        known = sorted(clean(name) for name in names if name is not None)
        found: list[Asked] = [{"terms": {field.counted: known}}]
        if None in names:
            found.append({"bool": {"must_not": [{"exists": {"field": field.name}}]}})
        return any_of(found)

    def _parts(self, leaf: Words) -> Asked:
        """Look for a leaf where it wants to: without a field, in title and text."""
        match leaf.field:
            case None | "all":
                return any_of(self._leaf(leaf, self._field(part)) for part in ("title", "text"))
            case "title":
                return self._leaf(leaf, self._field("title"))
            case other:
                return unscored(self._leaf(leaf, self._field(_ROLES[other])))

    def _leaf(self, leaf: Words, field: ForeignField) -> Asked:
        if not field.has_words:
            return self._value(leaf, field)
        match leaf:
            case Term(stemmed=False):
                return self._refuse(
                    f'exactly "{leaf.form}"', f"only what its analyzer makes of {field.name}"
                )
            case Term(form=form):
                return {"match": {field.name: _match(form)}}
            case Phrase(forms=forms, slop=slop):
                return {"match_phrase": {field.name: {"query": _text(forms), "slop": slop or 0}}}
            case Prefix(form=form):
                return {"prefix": {field.name: {"value": clean(form), **_CASE}}}
            case Wildcard(form=form):
                return {"wildcard": {field.name: {"value": _escaped(form), **_CASE}}}
            case Fuzzy(form=form, edits=edits):
                return {"fuzzy": {field.name: {"value": clean(form), "fuzziness": edits}}}

    def _value(self, leaf: Words, field: ForeignField) -> Asked:
        """Look for words in values that an index has whole: anywhere in them."""
        match leaf:
            case Fuzzy():
                return self._refuse("words misspelt", f"only whole values of {field.name}")
            case Term(form=form):
                pattern = f"*{_escaped(form)}*"
            case Phrase(forms=forms):
                pattern = f"*{'*'.join(map(_escaped, forms))}*"
            case Prefix(form=form):
                pattern = f"*{_escaped(form)}*"
            case Wildcard(form=form):
                pattern = f"*{_escaped(form)}*"
        return {"wildcard": {field.counted or field.name: {"value": pattern, **_CASE}}}

    def _field(self, role: str) -> ForeignField:
        field = self._fields.get(role)
        return field or self._refuse(f"by {role}", f"no field for it; name one by fields.{role}")

    def _refuse(self, what: str, has: str) -> NoReturn:
        reason = f"its mapping can't find {what}: it has {has}"
        raise IndexFailedError(self._address, reason)


def _match(form: str) -> Asked:
    return {"query": clean(form), "operator": "and"}


def _text(forms: tuple[str, ...]) -> str:
    return " ".join(map(clean, forms))


def _escaped(form: str) -> str:
    return clean(form).replace("\\", "\\\\")
