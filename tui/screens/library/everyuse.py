"""From a word at hand to all its uses in the library."""

from __future__ import annotations

from contextlib import suppress

from tui.screens.library.query_filters import bare
from tui.screens.library.searching import Searching
from tui.widgets.reader import Reader
from tui.widgets.search_line import SearchLine

_LONGEST = 200
"""Characters of a selection that may be meant as a phrase."""


class EveryUse(Searching):
    """Opens the concordance of the word that is meant."""

    def offers(self, action: str) -> bool:
        """Tell whether an action makes sense now."""
        if action == "concordance":
            return self.session.opened and self.session.articles > 0
        return super().offers(action)

    def action_concordance(self) -> None:
        """Show every use of the word that is meant; without one, the user is asked for it."""
        from tui.screens.concordance.screen import ConcordanceScreen  # noqa: PLC0415 - seldom needed

        column = self.query_one(Reader).column
        self.app.push_screen(ConcordanceScreen(self.session.desk, self._meant(), column))

    def _meant(self) -> str:
        """Give what is selected, the chosen match, or a search for one word or phrase."""
        reader = self.query_one(Reader)
        if self.selections and (selected := self.get_selected_text()):
            return asked_of(selected)
        if reader.display and reader.reading is not None and reader.current is not None:
            return asked_of(reader.reading.match(reader.current))
        search = bare(self.query_one(SearchLine).value)
        return search if asked_of(search) == search else ""


def asked_of(text: str) -> str:
    """Give the query for the uses of a text: as it is, or else in quotes; empty when neither is one."""
    from search import QueryError, wording  # noqa: PLC0415 - loaded with the desk

    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        for query in (text, f'"{text.replace(chr(34), " ")}"'):
            with suppress(QueryError):
                return wording(query).text
    return ""
