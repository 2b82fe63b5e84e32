"""How often a word is used by source and by month, and the company it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias, get_args

from textual.strip import Strip
from textual.widget import Widget

from search import concordance_tables
from tui.render.company.company_lines import company_lines
from tui.render.count_bars import CountInk, count_bars
from tui.render.shade import Shades

if TYPE_CHECKING:
    from rich.segment import Segment

    from search import Concordance


CountPage: TypeAlias = Literal["counts", "collocates", "clusters"]
COUNT_PAGES: tuple[CountPage, ...] = get_args(CountPage)
"""The pages, in the order in which they are gone through."""


class UseCounts(Widget):
    """Shows a page on one concordance, as far as there is room."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"tallies--{name}" for name in CountInk._fields}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    UseCounts {
        & > .tallies--heading { text-style: bold; color: $text-accent; }
        & > .tallies--name { color: $foreground; }
        & > .tallies--bar { color: $text-primary; }
        & > .tallies--number { color: $text-muted; }
        &:nocolor > .tallies--number { text-style: dim; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._concordance: Concordance | None = None
        self.page: CountPage = "counts"
        self._rows: list[list[Segment]] | None = None
        self._shades = Shades(self, "tallies")

    def show(self, concordance: Concordance | None) -> None:
        """Show the counts of a concordance; None clears them."""
        self._concordance = concordance
        self._draw_again()

    def next_page(self) -> None:
        """Show the next page: counts, collocates, clusters."""
        self.page = COUNT_PAGES[(COUNT_PAGES.index(self.page) + 1) % len(COUNT_PAGES)]
        self._draw_again()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._draw_again()

    def notify_style_update(self) -> None:
        """Clear cached styles and draw again."""
        super().notify_style_update()
        self._shades.clear()
        self._draw_again()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        if self._rows is None:
            self._rows = self._draw()
        row = self._rows[y] if y < len(self._rows) else []
        return Strip(row).adjust_cell_length(self.size.width, self._shades.base)

    def _draw_again(self) -> None:
        self._rows = None
        self.refresh()

    def _draw(self) -> list[list[Segment]]:
        concordance = self._concordance
        if concordance is None or not concordance.uses:
            return []
        base = self._shades.base
        styles = CountInk(*(base + self._shades[name] for name in CountInk._fields))
        width, height = self.size
        tables = concordance_tables(concordance)
        match self.page:
            case "collocates":
                return company_lines(tables.collocates, width, height, styles)
            case "clusters":
                return company_lines(tables.clusters, width, height, styles)
            case "counts":
                return count_bars(tables.sources, tables.months, width, height, styles)
