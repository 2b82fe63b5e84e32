"""The panel beside a comparison: words one side uses more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.strip import Strip
from textual.widget import Widget

from tui.render.facing import WordsInk, words
from tui.render.shade import Shades

if TYPE_CHECKING:
    from rich.segment import Segment

    from search import Comparison


class Words(Widget):
    """Shows the words of one comparison, as many as there is room for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"words--{name}" for name in WordsInk._fields}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Words {
        & > .words--heading { text-style: bold; }
        & > .words--source { text-style: bold; color: $text-accent; }
        & > .words--faint { color: $text-muted; }
        & > .words--more { text-style: bold; }
        &:nocolor > .words--faint { text-style: dim; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._comparison: Comparison | None = None
        self._rows: list[list[Segment]] | None = None
        self._shades = Shades(self, "words")

    def show(self, comparison: Comparison) -> None:
        """Show the words of a comparison."""
        self._comparison = comparison
        self._anew()

    def on_resize(self) -> None:
        """Lay out for the new room."""
        self._anew()

    def notify_style_update(self) -> None:
        """Paint anew in the new styles."""
        super().notify_style_update()
        self._shades.clear()
        self._anew()

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        if self._rows is None:
            self._rows = self._painted()
        row = self._rows[y] if y < len(self._rows) else []
        return Strip(row).adjust_cell_length(self.size.width, self.rich_style)

    def _anew(self) -> None:
        self._rows = None
        self.refresh()

    def _painted(self) -> list[list[Segment]]:
        if self._comparison is None:
            return []
        shades = (self._shades[name] for name in WordsInk._fields)
        ink = WordsInk(*shades)._replace(text=self.rich_style)
        return words(self._comparison, self.size.width, self.size.height, ink)
