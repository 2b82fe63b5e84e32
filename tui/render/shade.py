"""A widget's component styles, mixed with its background.

Textual drops their transparency: a tint of a tenth would be solid, and muted text white.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget


class Shades:
    """The styles of one widget's component classes, mixed on first use.

    A style has only what its class sets, so that several can be laid over each other. Call `clear`
    whenever the widget's styles may have changed.
    """

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._mixed: dict[str, Style] = {}

    @property
    def base(self) -> Style:
        """The widget's own style; mixing it costs a walk up the tree of widgets."""
        if (style := self._mixed.get("")) is None:
            style = self._mixed[""] = self._widget.rich_style
        return style

    def __getitem__(self, name: str) -> Style:
        """Give the style of the class `prefix--name`; raise KeyError where there is none."""
        if (style := self._mixed.get(name)) is None:
            style = self._mixed[name] = shade(self._widget, f"{self._prefix}--{name}")
        return style

    def clear(self) -> None:
        """Forget the mixed styles."""
        self._mixed.clear()


def shade(widget: Widget, name: str) -> Style:
    """Mix one component style with its widget's background; raise KeyError if it has none.

    One of the terminal's own colours can't be mixed and is kept as it is.
    """
    rules = widget.get_component_styles(name)
    _, background = widget.background_colors
    text_color = background_color = None
    if rules.has_rule("background") and rules.background.a:
        background = (
            rules.background if rules.background.ansi is not None else background + rules.background
        )
        background_color = background.rich_color
    if rules.has_rule("color"):
        color = rules.color
        if rules.auto_color:
            color = background.get_contrast_text(color.a)
        if background.ansi is None:
            color = background + color
        text_color = color.rich_color
    return Style(color=text_color, bgcolor=background_color) + rules.text_style
