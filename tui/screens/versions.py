"""From the article at hand to the story it tells."""

from __future__ import annotations

from tui.screens.everyuse import EveryUse
from tui.widgets.reader import Reader


class Versions(EveryUse):
    """Opens the story of the article at hand."""

    def offers(self, action: str) -> bool:
        """Tell whether an action makes sense now."""
        if action == "versions":
            return self.session.opened and self.article_id is not None
        return super().offers(action)

    def action_versions(self) -> None:
        """Show all versions of this article's story."""
        from tui.screens.story import StoryScreen  # noqa: PLC0415 - seldom needed

        if (article := self.article_id) is not None:
            column = self.query_one(Reader).column
            self.app.push_screen(StoryScreen(self.session.desk, article, self.asked, column))
