"""The commands of a comparison that move the selection, or change how the columns are shown."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING

from tui.screens.command_screen import CommandScreen

if TYPE_CHECKING:
    from tui.screens.comparison.link_cursor import LinkCursor


class LinkWalking(CommandScreen):
    """A screen with a `LinkCursor`, of which it shows what each command has led to."""

    cursor: LinkCursor

    def show_side(self, note: str = "") -> None:
        """Show and focus the active side, with a note on what was done."""
        raise NotImplementedError

    def _walk_links(self, step: int) -> None:
        self.show_side(self.cursor.walk(step))

    action_next_link = partialmethod(_walk_links, 1)
    action_previous_link = partialmethod(_walk_links, -1)

    def _walk_strongest(self, step: int) -> None:
        self.show_side(self.cursor.walk_strongest(step))

    action_weaker_link = partialmethod(_walk_strongest, 1)
    action_stronger_link = partialmethod(_walk_strongest, -1)

    def _walk_sentences(self, step: int) -> None:
        self.show_side(self.cursor.walk_sentences(step))

    action_next_passage = partialmethod(_walk_sentences, 1)
    action_previous_passage = partialmethod(_walk_sentences, -1)

    def _walk_matches(self, step: int) -> None:
        self.show_side("" if self.cursor.walk_matches(step) else "nothing to light on either side")

    action_next_match = partialmethod(_walk_matches, 1)
    action_previous_match = partialmethod(_walk_matches, -1)

    def action_follow_link(self) -> None:
        """Go to the other end of the selected link."""
        self.show_side("" if self.cursor.follow_link() else "} chooses a link first")

    def action_scrolling(self) -> None:
        """Switch to the next way of scrolling the sides together."""
        self.cursor.next_motion()
        self.show_side()

    def action_showing(self) -> None:
        """Show other sentences: all, those of the upper tiers, those without a match."""
        self.cursor.next_show()
        self.show_side()

    def action_rows(self) -> None:
        """Align rows by link, or let the text flow."""
        self.cursor.toggle_aligned()
        self.show_side()
