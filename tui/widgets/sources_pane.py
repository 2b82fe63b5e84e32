"""The pane of sources and months, each with its number of articles, to filter by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import allowed, bindings
from tui.controls.half_pages import HalfPages
from tui.render import clip, safe
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

_LEVELS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Facet:
    """One line of the pane.

    Attributes:
        kind: what it filters by; a heading can't be chosen.
        label: the text of the line.
        value: the source's name, the month, or the query of a saved search; None for unknown, which can't be filtered by.
        count: its number of articles.
        chosen: whether the search is filtered by it now.
        new: of a saved search, how many it didn't find when it was last looked at.
    """

    kind: Literal["starred", "saved", "all", "source", "month", "heading"]
    label: str
    value: str | None = None
    count: int = 0
    chosen: bool = False
    new: int = 0

    @property
    def can_be_chosen(self) -> bool:
        """Whether a search can be filtered by it."""
        return self.kind == "all" or (self.kind != "heading" and self.value is not None)


def _figures(facet: Facet, room: int) -> str:
    """Give what a line counts; what is new stands alone where there is no room for both."""
    if not facet.new:
        return f"{facet.count:,}"
    new = f"{facet.new:,} new"
    both = f"{facet.count:,} · {new}"
    return both if len(both) < room else new


class SourcesPane(HalfPages, can_focus=True, inherit_bindings=False):
    """Lists facets; `Picked` asks to filter by one, or to remove the filter."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sources", "pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sources--current",
        "sources--chosen",
        "sources--count",
        "sources--heading",
        "sources--bar",
    }
    DEFAULT_CSS = """
    SourcesPane {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .sources--count { color: $text-muted; }
        & > .sources--heading { color: $text-muted; }
        & > .sources--bar { color: $text-accent; }
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

    class Rightward(Message):
        """The user wants to go to the pane on the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._facets: tuple[Facet, ...] = ()
        self._counts: tuple[Facet, ...] = ()
        self._saved: tuple[Facet, ...] = ()
        self._most = 1
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
        self._most = max(
            (f.count for f in self._facets if f.kind == "month" and f.value), default=1
        )
        self._index = next(
            (
                i
                for i, f in enumerate(self._facets)
                if before is not None and (f.kind, f.value) == (before.kind, before.value)
            ),
            first if before is None or before.kind != "saved" or not self._saved else self._index,
        )
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
        if self._facets:
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
        if facet.kind == "heading":
            text = f"─ {facet.label} ".ljust(width - 1, "─")
            return Strip([Segment(text, base + self._style("heading"))]).adjust_cell_length(
                width, base
            )
        current = index == self._index and self.has_focus
        if current:
            base += self._style("current")
        sign = "▌" if current else " "
        marked = facet.kind == "source" and facet.value is not None and facet.value == self._marked
        tick = "⇄" if marked else "✓" if facet.chosen else " "
        name = base + (self._style("chosen") if facet.chosen else Style())
        if not facet.can_be_chosen:
            name += self._style("count")
        bar = f"{self._bar(facet)} " if facet.kind == "month" and facet.value else ""
        count = f"{_figures(facet, width - 3 - cell_len(facet.label))} "
        room = max(0, width - 2 - cell_len(bar) - len(count))
        label = clip(safe(facet.label), room - 1)
        pad = " " * (room - cell_len(label))
        return Strip(
            [
                Segment(sign + tick, name),
                Segment(label + pad, name),
                Segment(bar, base + self._style("bar")),
                Segment(count, base + self._style("count")),
            ]
        ).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self._shades[name]

    def _bar(self, facet: Facet) -> str:
        return _LEVELS[max(1, facet.count * len(_LEVELS) // max(1, self._most)) - 1]

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
