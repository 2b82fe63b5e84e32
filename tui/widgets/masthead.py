"""The heads of both sides, and the rule below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.render.comparison import HEAD_ROWS, SideHeadInk, draw_head, draw_rule
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.comparison import SideHead


class Masthead(Widget):
    """Shows one or two heads side by side, with a rule below.

    Two heads divide the width like the columns below; see `column_widths`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"masthead--{name}" for name in SideHeadInk._fields}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Masthead {
        height: 4;
        & > .masthead--source { text-style: bold; color: $text-accent; }
        & > .masthead--title { text-style: bold; }
        & > .masthead--faint { color: $text-muted; }
        & > .masthead--bar { color: $text-primary; }
        & > .masthead--match { text-style: bold underline; color: $text-warning; }
        &:nocolor > .masthead--faint { text-style: dim; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._heads: tuple[SideHead, ...] = ()
        self._active = 0
        self._notes: tuple[str, ...] = ()
        self._shades = Shades(self, "masthead")

    def show(self, heads: Sequence[SideHead], active: int, notes: Sequence[str]) -> None:
        """Show one head or two, which of them is active, and the notes in the rule."""
        self._heads, self._active, self._notes = tuple(heads), active, tuple(notes)
        self.refresh()

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one of the four rows."""
        width = self.size.width
        if not self._heads or y > HEAD_ROWS:
            return Strip.blank(width, self._shades.base)
        styles = self._styles()
        widths = column_widths(width) if len(self._heads) > 1 else (width,)
        if y == HEAD_ROWS:
            return Strip(draw_rule(widths, self._active, self._notes, styles))
        row: list[Segment] = []
        for i, (head, room) in enumerate(zip(self._heads, widths, strict=True)):
            if i:
                row.append(Segment("│", styles.text + styles.faint))
            row += draw_head(head, room, styles)[y]
        return Strip(row).adjust_cell_length(width, self._shades.base)

    def _styles(self) -> SideHeadInk:
        shades = (self._shades[name] for name in SideHeadInk._fields)
        return SideHeadInk(*shades)._replace(text=self._shades.base)


def column_widths(width: int) -> tuple[int, int]:
    """Divide a width between two sides and a cell between them; an odd cell goes right."""
    left = max(0, width - 1) // 2
    return left, max(0, width - left - 1)
