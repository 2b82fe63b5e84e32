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
    from collections.abc import Iterable

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
_MOST = 8
"""Lines of the list."""
_LOOKED_AT = 2_000
"""Values among which what is typed is looked for, those of the most articles."""


class Typed(NamedTuple):
    """The field at the cursor, and the text without it."""

    field: FieldWithValues
    rest: str


class Values(NamedTuple):
    """The values of what was typed."""

    typed: Typed
    counts: Counts


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
        self._counts: Latest[Typed, Counts] = Latest(
            screen, self._count, self._take, lambda *_: None
        )

    def typed(self) -> None:
        """Offer what fits the text before the cursor."""
        before, after = self._around
        if (found := _VALUE.search(before)) is None:
            self._show(_field_names(before))
            return
        field = cast("FieldWithValues", _FIELDS[found[1].lower()])
        typed = Typed(field, f"{before[: found.start()]} {after}".strip(" -("))
        if self._known is not None and self._known.typed == typed:
            self._show(_fitting(self._known, found[2].removeprefix('"')))
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
        written = self._offers[at].written
        before, after = self._around
        found = _VALUE.search(before) or _NAME.search(before)
        start = before[: found.start()] if found else before
        whole = "" if written.endswith(":") else " "
        text = f"{start}{written}{whole}"
        self._line.set_text(text + after.lstrip() if whole else text + after)
        self._line.cursor_position = len(text)
        self._show([])
        if whole:
            self._known = None
            self._results.ask(self._line.value)
        else:
            self.typed()

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
        found = _VALUE.search(before) or _NAME.search(before)
        return self._line.screen_column(found.start() if found else len(before)) - 2

    def _count(self, typed: Typed) -> Counts:
        """Count the values of a field. Called in a thread."""

        def overtaken() -> bool:
            return self._counts.overtaken(typed)

        return self._session.desk.fields.counts(typed.rest, typed.field, overtaken)

    def _take(self, typed: Typed, counts: Counts) -> None:
        self._known = Values(typed, counts)
        if self._line.has_focus:
            self.typed()

    def _show(self, offers: list[Offer]) -> None:
        if offers or self._offers:
            self._offers = offers
            self._line.offer(len(offers))
            self._list.show(offers, None, self._column)


def _field_names(before: str) -> list[Offer]:
    found = _NAME.search(before)
    if found is None:
        return []
    return [Offer(f"{one}:", f"{one}:") for one in _FIELDS if one.startswith(found[0])]


def _fitting(values: Values, letters: str) -> list[Offer]:
    """Give what fits some letters: first what begins with them, then what has them."""
    field, wanted = values.typed.field, plain(letters)
    counts: Iterable[tuple[str | None, int]] = values.counts
    names = [name for name, _ in values.counts] if field == "source" else []
    if field == "date":
        counts = reversed(values.counts)  # what is new first
    fitting = [
        (not plain(name or "?").startswith(wanted), name, count)
        for name, count in [*counts][:_LOOKED_AT]
        if wanted in plain(name or "?")
    ]
    fitting.sort(key=lambda one: one[0])
    return [
        Offer(name or "? (not known)", _written(field, name, names), count)
        for _, name, count in fitting[:_MOST]
    ]


def _written(field: str, name: str | None, names: list[str | None]) -> str:
    if name is None:
        return f"{field}:?"
    if field == "source":
        return written_source(name, names)
    return by_words(field, name) if field in {"author", "tag"} else f"{field}:{name}"
