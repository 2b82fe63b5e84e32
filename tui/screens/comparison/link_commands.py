"""The commands on the links of a comparison: walking, showing and judging them, and hints on that."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING

from tui.screens.command_screen import CommandScreen

if TYPE_CHECKING:
    from textual import events

    from tui.screens.comparison.guide import Guide
    from tui.screens.comparison.judging import Judging
    from tui.screens.comparison.link_cursor import LinkCursor


class LinkCommands(CommandScreen):
    """A screen with a `LinkCursor`, of which it shows what each command has led to."""

    cursor: LinkCursor
    judging: Judging
    guide: Guide

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

    def action_mark(self) -> None:
        """Mark the selected sentence for judging, or no longer."""
        self.show_side(self.judging.mark())

    def action_judge(self) -> None:
        """Say that the selected link doesn't meet, or that two marked sentences do."""
        self.show_side(self.judging.judge())

    def action_export_judged(self) -> None:
        """Write what was said of links to a file."""
        self.judging.export()

    async def action_hints(self) -> None:
        """Show the hints; show all keys where these were put away by the same key."""
        if not self.guide.show():
            await self.run_action("app.help")

    def on_key(self, event: events.Key) -> None:
        """Put the hints away before the key does what it does; escape does nothing else."""
        escape = event.key == "escape"
        if self.guide.put_away(all_of_them=escape) and escape:
            event.prevent_default().stop()

    def on_mouse_down(self) -> None:
        """Put the hints away."""
        self.guide.put_away()
