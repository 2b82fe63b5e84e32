"""A widget's component styles as they look on its own ground.

Textual gives them with their transparency dropped: a tint of a tenth would come out solid, and
muted text white.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget


class Shades:
    """The styles of one widget's component classes, mixed when first asked for.

    Only what a class sets itself is in a style, so that several can be laid over each other.
    Clear them whenever the widget's styles may have changed.
    """

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._mixed: dict[str, Style] = {}

    @property
    def base(self) -> Style:
        """The widget's own style, which costs a walk up the tree whenever it is mixed."""
        if (style := self._mixed.get("")) is None:
            style = self._mixed[""] = self._widget.rich_style
        return style

    def __getitem__(self, name: str) -> Style:
        """Give the style of the class `prefix--name`; raise KeyError where there is none."""
        if (style := self._mixed.get(name)) is None:
            style = self._mixed[name] = shade(self._widget, f"{self._prefix}--{name}")
        return style

    def clear(self) -> None:
        """Forget what was mixed."""
        self._mixed.clear()


def shade(widget: Widget, name: str) -> Style:
    """Mix one component style with the ground of its widget; raise KeyError if it has none.

    A colour of the terminal's own can't be mixed and is taken as it is.
    """
    styles = widget.get_component_styles(name)
    _, ground = widget.background_colors
    ink = back = None
    if styles.has_rule("background") and styles.background.a:
        ground = (
            styles.background if styles.background.ansi is not None else ground + styles.background
        )
        back = ground.rich_color
    if styles.has_rule("color"):
        color = styles.color
        if styles.auto_color:
            color = ground.get_contrast_text(color.a)
        if ground.ansi is None:
            color = ground + color
        ink = color.rich_color
    return Style(color=ink, bgcolor=back) + styles.text_style
