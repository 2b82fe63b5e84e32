"""From the library to source against source."""

from __future__ import annotations

from tui.screens.library.versions import Versions
from tui.widgets.reader import Reader
from tui.widgets.sources_pane import SourcesPane


class Against(Versions):
    """Opens two sources set against each other."""

    _marked_source: str | None = None

    def offers(self, action: str) -> bool:
        """Tell whether an action makes sense now."""
        if action == "against":
            return self.session.opened and self.session.articles > 0
        return super().offers(action)

    def action_against(self) -> None:
        """Set the source at hand against another: the one marked, in the pane or being read."""
        pane, article = self.query_one(SourcesPane), self.article
        name = self._marked_source
        if name is None and self.focused is pane:
            name = pane.source
        if name is None and article is not None:
            name = article.source
        self.set_against(() if name is None else (name,))

    def set_against(self, names: tuple[str, ...]) -> None:
        """Show sources against each other; of fewer than two, the largest are added."""
        from tui.screens.keyness.screen import ContrastScreen  # noqa: PLC0415 - seldom needed

        column = self.query_one(Reader).column
        self.app.push_screen(ContrastScreen(self.session.desk, names, column))

    def on_sources_pane_marked(self, event: SourcesPane.Marked) -> None:
        """Mark a source; a second one is set against it, the same one again takes it back."""
        first, second = self._marked_source, event.source
        self._marked_source = second if first is None else None
        self.query_one(SourcesPane).mark(self._marked_source)
        if first is None:
            self.inform("Marked ⇄: press m on another source to set the two against each other.")
        elif first != second:
            self.set_against((first, second))
