"""A list with a current row; moves by rows and pages without animation."""

from __future__ import annotations

from textual.scroll_view import ScrollView


class RowList(ScrollView, inherit_bindings=False):
    """A scrolling list with an action for each command of the home `pane`."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._index = 0

    @property
    def total(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """How many rows a page has."""
        raise NotImplementedError

    def reveal(self) -> None:
        """Scroll the current row into view."""
        raise NotImplementedError

    def update_border(self) -> None:
        """Show in the border which row is the current one."""
        raise NotImplementedError

    @property
    def index(self) -> int:
        """The current row, counted from 0; 0 without any."""
        return self._index

    def go(self, index: int) -> None:
        """Make a row the current one and scroll it into view; stops at the ends."""
        self._index = max(0, min(index, self.total - 1))
        self.reveal()
        self.refresh()
        self.update_border()

    def reveal_lines(self, first: int, last: int) -> None:
        """Scroll as little as shows these lines; if not all fit, the first is shown."""
        top, window = self.scroll_offset.y, self.scrollable_content_region.height
        if first < top or last - first >= window:
            self.scroll_to(y=first, animate=False, force=True)
        elif last >= top + window:
            self.scroll_to(y=last - window + 1, animate=False, force=True)

    def action_down(self) -> None:
        """Go one row down."""
        self.go(self._index + 1)

    def action_up(self) -> None:
        """Go one row up."""
        self.go(self._index - 1)

    def action_page_down(self) -> None:
        """Go down by a page."""
        self.go(self._index + self.page)

    def action_page_up(self) -> None:
        """Go up by a page."""
        self.go(self._index - self.page)

    def action_half_page_down(self) -> None:
        """Go down by half a page."""
        self.go(self._index + max(1, self.page // 2))

    def action_half_page_up(self) -> None:
        """Go up by half a page."""
        self.go(self._index - max(1, self.page // 2))

    def action_top(self) -> None:
        """Go to the first row."""
        self.go(0)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.go(self.total - 1)
