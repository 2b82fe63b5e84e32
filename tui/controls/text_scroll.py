"""A scrolling text, moved by lines and pages without animation."""

from __future__ import annotations

from textual.scroll_view import ScrollView


class TextScroll(ScrollView, inherit_bindings=False):
    """A scrolling view with an action for each command of the home `pane`."""

    @property
    def window(self) -> int:
        """How many lines are in view."""
        return self.scrollable_content_region.height

    def move(self, lines: int) -> None:
        """Scroll by so many lines, up if negative; stops at the ends."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def action_down(self) -> None:
        """Scroll down by one line."""
        self.move(1)

    def action_up(self) -> None:
        """Scroll up by one line."""
        self.move(-1)

    def action_page_down(self) -> None:
        """Scroll down by a page less two lines, which stay in view."""
        self.move(max(1, self.window - 2))

    def action_page_up(self) -> None:
        """Scroll up by a page less two lines."""
        self.move(-max(1, self.window - 2))

    def action_half_page_down(self) -> None:
        """Scroll down by half a page."""
        self.move(max(1, self.window // 2))

    def action_half_page_up(self) -> None:
        """Scroll up by half a page."""
        self.move(-max(1, self.window // 2))

    def action_top(self) -> None:
        """Go to the first line."""
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """Go to the last line."""
        self.scroll_to(y=self.max_scroll_y, animate=False)
