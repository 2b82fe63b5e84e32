"""A timeline of the versions of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style

from tui.controls.noted_list import NotedList
from tui.render.version_lines import HEIGHT, TimelineInk, first_label, version_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.segment import Segment

    from search import ArticleId, Version


class Timeline(NotedList["Version"]):
    """Shows the versions of one story, or a note in their place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{name}" for name in TimelineInk._fields}
    DEFAULT_CSS = """
    Timeline {
        & > .rows--when, & > .rows--note { color: $text-muted; }
        & > .rows--source { color: $text-accent; text-style: bold; }
        & > .rows--sign { color: $text-warning; text-style: bold; }
        & > .rows--title { color: $foreground; }
        & > .rows--text { color: $foreground 85%; }
        & > .rows--rail { color: $text-accent; }
        &:ansi > .rows--text { color: ansi_default; }
        &:ansi > .rows--when { text-style: dim; }
    }
    """
    HEIGHT = HEIGHT
    LIT = HEIGHT - 1

    class Opened(NotedList.Opened):
        """The user wants to read the current version."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._origin: ArticleId | None = None
        self._first = ""

    @property
    def _versions(self) -> Sequence[Version]:
        return self._rows

    def show(self, versions: Sequence[Version], origin: ArticleId) -> None:
        """Show versions; `origin`, the one the user came from, is the current one at first.

        If the same story is shown again, the current version stays the current one, if it is there.
        """
        kept = self.current.head.id if self.current is not None else origin
        ids = [version.head.id for version in versions]
        self._origin, self._first = origin, first_label(versions)
        self.put(versions, ids.index(kept) if kept in ids else 0)

    def cells(self, at: int, base: Style) -> list[list[Segment]]:
        """Draw the lines of a version."""
        styles = TimelineInk(*(base + self._shades[name] for name in TimelineInk._fields))
        version = self._versions[at]
        return version_lines(
            version,
            self._versions[at + 1] if at + 1 < self.total else None,
            self.room,
            styles._replace(title=styles.title + Style(bold=at == self._index or None)),
            first=self._first,
            origin=version.head.id == self._origin,
        )
