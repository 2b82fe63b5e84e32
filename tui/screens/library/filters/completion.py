"""Completing what is typed: fields of the query language, and their values with live counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from tui.screens.library.filters.query_filters import by_words, written_source
from tui.session.latest import Latest
from tui.widgets.filters.facet import plain
from tui.widgets.filters.value_list import Offer, ValueList
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Counts, FieldWithValues
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.results import Results
    from tui.session.session import Session

_FIELDS = {
    "source": "source",
    "site": "source",
    "feed": "source",
    "author": "author",
    "from": "author",
    "tag": "tag",
    "lang": "lang",
    "date": "date",
    "is": "is",
}
"""The fields whose values are offered, and what they mean."""
_VALUE = re.compile(rf'(?<![^\s(-])({"|".join(_FIELDS)}):("[^"]*|[^\s"()|]*)\Z', re.IGNORECASE)
_NAME = re.compile(r"(?<![^\s(-])[a-z]{3,}\Z")
_NOT_KNOWN = "? (not known)"
_MOST = 8
"""Lines of the list."""
_LOOKED_AT = 10_000
"""Values among which what is typed is looked for, those of the most articles."""
_REACH = 200
"""Characters before the cursor in which a field is looked for, so that a long text costs no more."""


class Typed(NamedTuple):
    """The field at the cursor, and the text without it."""

    field: FieldWithValues
    rest: str


class Value(NamedTuple):
    """A value: without case and accents, as it is, and how many articles have it."""

    plain: str
    name: str | None
    articles: int


class Values(NamedTuple):
    """The values of what was typed, in the order in which they are offered."""

    typed: Typed
    values: Sequence[Value]


def values_of(typed: Typed, counts: Counts) -> Values:
    """Prepare counts to be narrowed with each letter; months come newest first."""
    shown = counts[::-1] if typed.field == "date" else counts
    return Values(
        typed, [Value(plain(name or "?"), name, count) for name, count in shown[:_LOOKED_AT]]
    )


class Completion:
    """Offers what may follow, under the search line.

    Values are counted in a thread, once for a field; what is typed then only narrows them.

    Args:
        screen: the screen that owns the work.
        session: the library.
        results: in which what is taken is searched for.
    """

    def __init__(self, screen: CommandScreen, session: Session, results: Results) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._known: Values | None = None
        self._offers: list[Offer] = []
        self._fitting: list[Value] = []
        self._counts: Latest[Typed, Values] = Latest(
            screen, self._count, lambda _, values: self._take(values), lambda *_: None
        )

    def typed(self) -> None:
        """Offer what fits the text before the cursor."""
        before, after = self._around
        start, found = _unfinished(before)
        if found is None or found.re is _NAME:
            names = [one for one in _FIELDS if found and one.startswith(found[0])]
            self._show([Offer(f"{name}:") for name in names])
            return
        field = cast("FieldWithValues", _FIELDS[found[1].lower()])
        typed = Typed(field, f"{before[:start]} {after}".strip(" -("))
        if self._known is not None and self._known.typed == typed:
            self._fitting = fitting(self._known, found[2].removeprefix('"'))
            self._show([Offer(one.name or _NOT_KNOWN, one.articles) for one in self._fitting])
        elif self._session.is_open:
            self._show([])
            self._counts.ask(typed)

    def close(self) -> None:
        """Offer nothing until more is typed."""
        self._counts.forget()
        self._known = None
        self._show([])

    def choose(self, at: int | None) -> None:
        """Show which offer is chosen."""
        self._list.show(self._offers, at, self._column)

    def take(self, at: int) -> None:
        """Write an offer in place of what is typed of it, and search."""
        if at >= len(self._offers):
            return
        before, after = self._around
        start, found = _unfinished(before)
        if found is None or found.re is _NAME or self._known is None:
            self._put(f"{before[:start]}{self._offers[at].label}", after)
            self.typed()
            return
        self._put(
            f"{before[:start]}{written(self._known, self._fitting[at].name)} ", after.lstrip()
        )
        self.close()
        self._results.ask(self._line.value)

    def _put(self, before: str, after: str) -> None:
        with self._line.prevent(SearchLine.OffersClosed):  # others are offered for this place
            self._line.set_text(before + after)
            self._line.cursor_position = len(before)

    @property
    def _line(self) -> SearchLine:
        return self._screen.query_one(SearchLine)

    @property
    def _list(self) -> ValueList:
        return self._screen.query_one(ValueList)

    @property
    def _around(self) -> tuple[str, str]:
        """The text before the cursor and behind it."""
        at = self._line.cursor_position
        return self._line.value[:at], self._line.value[at:]

    @property
    def _column(self) -> int:
        before, _ = self._around
        return self._line.screen_column(_unfinished(before)[0]) - 2

    def _count(self, typed: Typed) -> Values:
        """Count the values of a field. Called in a thread."""

        def overtaken() -> bool:
            return self._counts.overtaken(typed)

        counts = self._session.desk.fields.counts(typed.rest, typed.field, overtaken)
        return values_of(typed, counts)

    def _take(self, values: Values) -> None:
        self._known = values
        if self._line.has_focus:
            self.typed()

    def _show(self, offers: list[Offer]) -> None:
        if offers or self._offers:
            self._offers = offers
            self._line.offer(len(offers))
            self._list.show(offers, None, self._column)


def _unfinished(before: str) -> tuple[int, re.Match[str] | None]:
    """Find the field, or the word, that the text before the cursor ends with, and where it begins."""
    skipped = max(0, len(before) - _REACH)
    near = before[skipped:]
    found = _VALUE.search(near) or _NAME.search(near)
    return (skipped + found.start() if found else len(before)), found


def fitting(values: Values, letters: str) -> list[Value]:
    """Give what fits some letters, a few: first what begins with them, then what has them."""
    wanted = plain(letters)
    fit = [one for one in values.values if wanted in one.plain]
    fit.sort(key=lambda one: not one.plain.startswith(wanted))
    return fit[:_MOST]


def written(values: Values, name: str | None) -> str:
    """Write a value with its field; a source such that the others aren't meant too."""
    field = values.typed.field
    if name is None:
        return f"{field}:?"
    if field == "source":
        return written_source(name, [one.name for one in values.values])
    return by_words(field, name) if field in {"author", "tag"} else f"{field}:{name}"
