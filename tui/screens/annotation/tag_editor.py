"""Changing the tags of an article in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Static

from search import tag_name
from tui.render import safe
from tui.screens.kept_dialog import KeptDialog
from tui.session.latest import Latest
from tui.widgets.editing.tag_line import TagLine
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from search import SearchError
    from tui.commands import Home
    from tui.screens.kept_dialog import Keep

_MOST_SHOWN = 8
_NO_NAME = "“{}” can be no tag: it wants a letter or a digit, and has 100 characters at most."


class TagEditor(KeptDialog[tuple[str, ...]]):
    """Edits tags, separated by commas; tab completes the last from those that exist.

    A tag with a comma in it, as the command line makes, can't be typed here, and stays.

    Args:
        heading: the article's title.
        tags: the tags it has.
        known: gives all tags with how many articles have each; called in a thread.
        keep: gives the article other tags.
    """

    CSS_PATH = "tag_editor.tcss"
    AUTO_FOCUS = "TagLine"
    KEEPS = "enter"

    def __init__(
        self,
        heading: str,
        tags: Sequence[str],
        known: Callable[[], Mapping[str, int]],
        keep: Keep[tuple[str, ...]],
    ) -> None:
        super().__init__(keep)
        self._heading = heading
        self._tags = tuple(tags)
        self._begun = ""
        self._known: Mapping[str, int] = {}
        self._refused = ""
        self._asked: Latest[str, Mapping[str, int]] = Latest(
            self, lambda _: known(), self._take_known, self._no_known
        )

    def compose(self) -> ComposeResult:
        """The line, the tags that go on from what is typed, and the keys."""
        with Vertical(id="tags") as box:
            box.border_title = safe(self._heading).replace("[", r"\[")
            yield TagLine()
            yield Static("", id="offers", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the tags there are, ready for another."""
        self._begun = "".join(f"{name}, " for name in self._tags if "," not in name)
        self.line.set_text(self._begun)
        self._asked.ask(self._heading)

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, for help."""
        return ("tags", "app")

    @property
    def line(self) -> TagLine:
        """The line to type in."""
        return self.query_one(TagLine)

    @property
    def field(self) -> TagLine:
        """The line to type in."""
        return self.line

    @property
    def typed(self) -> str:
        """The line as it is by now."""
        return self.line.value

    @property
    def changed(self) -> bool:
        """Whether the line differs from the tags the article has."""
        return self.typed != self._begun

    @property
    def offers(self) -> list[str]:
        """The tags that begin as the last one typed does, those of most articles first."""
        begun = _plain(self.line.value.rpartition(",")[2])
        taken = set(self._typed()[:-1] if begun else self._typed())
        found = [name for name in self._known if _plain(name).startswith(begun)]
        return sorted(
            (name for name in found if name not in taken), key=lambda one: (-self._known[one], one)
        )

    def on_tag_line_typed(self) -> None:
        """Show the tags that go on from what is typed."""
        if self.settled and self.line.value != self._refused and not self.still_told():
            self._show_offers()

    def on_tag_line_completed(self) -> None:
        """Complete the tag that is typed by the first offer."""
        offers = self.offers
        if offers:
            before, comma, _ = self.line.value.rpartition(",")
            self.line.set_text(f"{before}{comma}{' ' if comma else ''}{offers[0]}, ")
            self._show_offers()

    def on_tag_line_saved(self) -> None:
        """Keep the tags as they are typed, if all can be tags, and close."""
        for typed in self._typed():
            if tag_name(typed) is None:
                self._refused = self.line.value
                self.say(_NO_NAME.format(safe(typed[:60])))
                return
        whole = (name for name in self._tags if "," in name)  # the line would part these
        names = dict.fromkeys((*whole, *filter(None, map(tag_name, self._typed()))))
        if set(names) == set(self._tags):
            self.close()
        else:
            self.keep(tuple(names))

    def on_tag_line_left(self) -> None:
        """Close and change nothing."""
        self.close()

    def _typed(self) -> list[str]:
        return [one.strip() for one in self.line.value.split(",") if one.strip()]

    def _take_known(self, _: str, known: Mapping[str, int]) -> None:
        self._known = known
        self._show_offers()

    def _no_known(self, _: str, error: SearchError) -> None:
        self.say(str(error))

    def _show_offers(self) -> None:
        shown = [f"#{safe(name)} {self._known[name]}" for name in self.offers[:_MOST_SHOWN]]
        self.say("   ".join(shown))

    def say(self, text: str) -> None:
        """Say something in place of the offers."""
        self.query_one("#offers", Static).update(text)


def _plain(name: str) -> str:
    return name.strip().lstrip("#").casefold()
