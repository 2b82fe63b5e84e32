"""Half a page as so many steps, for what moves by steps of its own."""

from __future__ import annotations

from textual.scroll_view import ScrollView


class HalfPages(ScrollView, inherit_bindings=False):
    """A scrolling view that goes half a page by repeating its single step."""

    def action_down(self) -> None:
        """Go one step down."""
        raise NotImplementedError

    def action_up(self) -> None:
        """Go one step up."""
        raise NotImplementedError

    def action_half_page_down(self) -> None:
        """Go down by half a page."""
        for _ in range(max(1, self.scrollable_content_region.height // 2)):
            self.action_down()

    def action_half_page_up(self) -> None:
        """Go up by half a page."""
        for _ in range(max(1, self.scrollable_content_region.height // 2)):
            self.action_up()
