"""Which values a field of the query language has in a library, and how many articles each finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from search.desk.marks_query import resolve_marks
from search.engine import never_cancelled
from search.errors import CancelledError, QueryError
from search.query import And, parse
from search.query.mark_terms import VALUES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from search.desk.marks_query import MarkSets
    from search.engine import Counts, Engine, Snapshot
    from search.query import Facet, Node

FieldWithValues: TypeAlias = Literal["source", "author", "tag", "lang", "date", "is"]

_MOST_TAGS = 50
"""Tags of the reader that are counted, those of the most articles: each is a search of its own."""
_FACETS: dict[str, Facet] = {
    "source": "source",
    "author": "author",
    "tag": "tag",
    "lang": "lang",
    "date": "month",
}


class FieldValues:
    """Counts the values of fields.

    Args:
        engine: the library's.
        marks: gives what the reader marked; asked only for `is` and `tag`, and by a query that
            speaks of marks.
    """

    def __init__(self, engine: Engine, marks: Callable[[], MarkSets]) -> None:
        self._engine = engine
        self._marks = marks

    def counts(
        self,
        text: str,
        field: FieldWithValues,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> Counts:
        """Count the values of a field among what a query finds; none where it can't be read.

        They come as from `Found.counts`, months for `date`; for `is` in the order of the language.
        The reader's tags stand among the others. Raises CancelledError once `cancelled` says so.
        Cost: one search, one more for each value of `is` and for each of at most 50 tags of the
        reader.
        """
        try:
            root = resolve_marks(parse(text), self._marks).root
        except QueryError:
            return ()

        def counted(snapshot: Snapshot) -> Counts:
            if field == "is":
                return self._totals(snapshot, root, field, VALUES["is"], cancelled)
            found = snapshot.search(root, cancelled=cancelled).counts(_FACETS[field])
            own = self._own_tags() if field == "tag" else []
            if not own:
                return found
            totals = self._totals(snapshot, root, field, (*own, None), cancelled)
            both = {**dict(found), **dict(totals)}
            held = ((name, count) for name, count in both.items() if count)
            return tuple(sorted(held, key=lambda one: (-one[1], one[0] is None, one[0] or "")))

        return self._engine.read(counted)

    def _own_tags(self) -> list[str]:
        tags = self._marks().tags
        return sorted(tags, key=lambda name: (-len(tags[name]), name))[:_MOST_TAGS]

    def _totals(
        self,
        snapshot: Snapshot,
        root: Node,
        field: str,
        values: Iterable[str | None],
        cancelled: Callable[[], bool],
    ) -> Counts:
        counts: list[tuple[str | None, int]] = []
        for value in values:
            if cancelled():
                raise CancelledError
            written = "?" if value is None else f'"{value}"'
            try:
                leaf = resolve_marks(parse(f"{field}:{written}"), self._marks).root
            except QueryError:
                continue  # a tag without letters, which can't be asked for
            total = snapshot.search(And(root.span, (root, leaf)), cancelled=cancelled).total
            counts.append((value, total.count))
        return tuple(counts)
