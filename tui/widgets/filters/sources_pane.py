"""The pane of saved searches and sources, each with its number of articles, to filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import allowed, bindings
from tui.controls.half_pages import HalfPages
from tui.render.shade import Shades
from tui.widgets.filters.facet import Facet, draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

_MOST_LETTERS = 100
_STEP = 2
"""Cells by which the pane gets wider."""


class SourcesPane(HalfPages, can_focus=True, inherit_bindings=False):
    """Lists facets; `Picked` asks to filter by one, or to remove the filter."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sources", "pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sources--current",
        "sources--chosen",
        "sources--count",
        "sources--heading",
    }
    DEFAULT_CSS = """
    SourcesPane {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .sources--count { color: $text-muted; }
        & > .sources--heading { color: $text-muted; }
        & > .sources--chosen { text-style: bold; color: $text-warning; }
        & > .sources--current { background: $accent 18%; text-style: bold; }
        &:ansi > .sources--current { background: ansi_default; }
        &:ansi > .sources--count { text-style: dim; }
        &:ansi > .sources--heading { text-style: dim; }
    }
    """

    class Picked(Message):
        """The user wants to add a facet to the search as a filter, or to remove it."""

        def __init__(self, facet: Facet) -> None:
            super().__init__()
            self.facet = facet

    class Marked(Message):
        """The user has marked a source, to compare it with another."""

        def __init__(self, source: str) -> None:
            super().__init__()
            self.source = source

    class SavedChanged(Message):
        """The user wants to rename a saved search, or to remove it."""

        def __init__(self, facet: Facet, *, remove: bool) -> None:
            super().__init__()
            self.facet = facet
            self.remove = remove

    class WidthWanted(Message):
        """The user wants the pane wider by so many cells, or narrower."""

        def __init__(self, cells: int) -> None:
            super().__init__()
            self.cells = cells

    class Rightward(Message):
        """The user wants to go to the pane on the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._facets: tuple[Facet, ...] = ()
        self._counts: tuple[Facet, ...] = ()
        self._saved: tuple[Facet, ...] = ()
        self._letters: str | None = None
        self._index = 0
        self._marked: str | None = None
        self._shades = Shades(self, "sources")

    @property
    def source(self) -> str | None:
        """The source on the current line; None on any other line."""
        facet = self._facets[self._index] if self._facets else None
        return facet.value if facet is not None and facet.kind == "source" else None

    def show_mark(self, source: str | None) -> None:
        """Show which source is marked."""
        self._marked = source
        self.refresh()

    def show(self, facets: Sequence[Facet]) -> None:
        """Show other facets; the current line stays on the same facet if it is there."""
        self._counts = tuple(facets)
        self._show()

    def show_saved(self, lines: Sequence[Facet]) -> None:
        """Show other saved searches above the counts; the current line stays where it was."""
        if tuple(lines) != self._saved:
            self._saved = tuple(lines)
            self._show()

    def _show(self) -> None:
        before = self._facets[self._index] if self._facets else None
        rule = (Facet("heading", "Sources"),) if self._saved else ()
        self._facets = (*self._saved, *rule, *self._counts)
        first = len(self._saved) + len(rule)
        if self._letters is not None:
            fitting = [facet for facet in self._counts if facet.has(self._letters)]
            self._facets = (Facet("heading", f"/{self._letters}▏"), *fitting)
            first = min(1, len(fitting))
        stays = (
            i
            for i, f in enumerate(self._facets)
            if before and f.can_be_chosen and (f.kind, f.value) == (before.kind, before.value)
        )
        gone = before and before.kind == "saved" and self._saved and self._letters is None
        self._index = next(stays, self._index if gone else first)
        self._index = min(self._index, max(0, len(self._facets) - 1))
        self.virtual_size = Size(self.size.width, len(self._facets))
        self._reveal()
        self.refresh()

    def action_down(self) -> None:
        """Go to the next line that can be chosen."""
        self._step(1, 1)

    def action_up(self) -> None:
        """Go to the previous line that can be chosen."""
        self._step(-1, 1)

    def action_page_down(self) -> None:
        """Go down by a page."""
        self._step(1, self.size.height)

    def action_page_up(self) -> None:
        """Go up by a page."""
        self._step(-1, self.size.height)

    def action_top(self) -> None:
        """Go to the first line."""
        self._step(-1, len(self._facets))

    def action_bottom(self) -> None:
        """Go to the last line."""
        self._step(1, len(self._facets))

    def action_choose(self) -> None:
        """Post `Picked` for the current line."""
        if self._facets and self._facets[self._index].can_be_chosen:
            self.post_message(self.Picked(self._facets[self._index]))

    def action_mark_source(self) -> None:
        """Post `Marked` for the source on the current line."""
        if self.source is not None:
            self.post_message(self.Marked(self.source))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed("sources", action, lambda _: self._current_saved is not None)

    @property
    def _current_saved(self) -> Facet | None:
        facet = self._facets[self._index] if self._facets else None
        return facet if facet is not None and facet.kind == "saved" else None

    def action_rename_saved(self) -> None:
        """Post `SavedChanged` for the saved search on the current line."""
        if (facet := self._current_saved) is not None:
            self.post_message(self.SavedChanged(facet, remove=False))

    def action_remove_saved(self) -> None:
        """Post `SavedChanged` for the saved search on the current line."""
        if (facet := self._current_saved) is not None:
            self.post_message(self.SavedChanged(facet, remove=True))

    def action_narrow(self) -> None:
        """Take what is typed next as letters of the sources that are wanted."""
        self._narrow(self._letters or "")

    def _narrow(self, letters: str | None) -> None:
        self._letters = letters
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Narrow by a letter, go on by what is no letter; escape and enter end it."""
        if self._letters is None:
            return
        if event.key in {"escape", "enter"}:
            if event.key == "enter":
                self.action_choose()
            self._narrow(None)
        elif event.key == "backspace":
            self._narrow(self._letters[:-1] if self._letters else None)
        elif event.is_printable and event.character and len(self._letters) < _MOST_LETTERS:
            self._narrow(self._letters + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_wider(self) -> None:
        """Post `WidthWanted`."""
        self.post_message(self.WidthWanted(_STEP))

    def action_narrower(self) -> None:
        """Post `WidthWanted`."""
        self.post_message(self.WidthWanted(-_STEP))

    def action_rightward(self) -> None:
        """Post `Rightward`."""
        self.post_message(self.Rightward())

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def on_click(self, event: events.Click) -> None:
        """Choose the line that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = offset.y + self.scroll_offset.y
        if index < len(self._facets) and self._facets[index].can_be_chosen:
            self._index = index
            self.refresh()
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        base = self._shades.base
        if index >= len(self._facets):
            return Strip.blank(width, base)
        facet = self._facets[index]
        return draw(
            facet,
            width,
            self._shades,
            current=index == self._index and self.has_focus,
            marked=facet.kind == "source"
            and facet.value is not None
            and facet.value == self._marked,
        )

    def _step(self, direction: int, lines: int) -> None:
        """Go by so many lines that can be chosen, or as far as there are any."""
        at = self._index
        while lines and 0 <= (at := at + direction) < len(self._facets):
            if self._facets[at].can_be_chosen:
                self._index = at
                lines -= 1
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if self._index < top:
            self.scroll_to(y=self._index, animate=False, force=True)
        elif height and self._index >= top + height:
            self.scroll_to(y=self._index - height + 1, animate=False, force=True)
