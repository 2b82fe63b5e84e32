"""What one source puts in place of what, gathered in a thread and listed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.controls.entry_list import EntryList, ListEntry
from tui.render.keyness import replacement_examples, replacement_line, wording_note
from tui.routes import ComparisonRoute
from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Contrast, Desk, GatheredWording, Replacement, SearchError, SharedStory
    from tui.screens.command_screen import CommandScreen

_NONE = "No phrase stands in place of another in the sentences that both have."
_TITLE = "In place of each other"


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """A request for the wording of the stories that two sources share."""

    stories: Sequence[SharedStory]


class WordingView:
    """The list of replacements on the screen that compares two sources.

    Args:
        screen: the screen, which owns the work: it ends with it.
        desk: the library.
    """

    def __init__(self, screen: CommandScreen, desk: Desk) -> None:
        self._screen = screen
        self._contrast: Contrast | None = None
        self._wording: GatheredWording | None = None
        self._loop: asyncio.AbstractEventLoop
        groups = desk.story_groups
        self._requests: Latest[_Wish, GatheredWording] = Latest(
            screen,
            lambda wish: groups.wording(
                wish.stories,
                lambda share: self._report(wish, share),
                lambda: self._requests.overtaken(wish),
            ),
            lambda _, wording: self._take(wording),
            lambda _, error: self._fail(error),
        )

    @property
    def rows(self) -> EntryList:
        """The list on screen."""
        return self._screen.query_one(EntryList)

    @property
    def replacement(self) -> Replacement | None:
        """The current one; None without any."""
        wording = self._wording
        if wording is None or not wording.replacements:
            return None
        return wording.replacements[self.rows.index]

    def ask(self, contrast: Contrast, stories: Sequence[SharedStory]) -> None:
        """Gather the wording of some stories; what was asked before ends."""
        self._contrast, self._wording = contrast, None
        self._loop = asyncio.get_running_loop()
        self._title(_TITLE)
        self.rows.show([], "Comparing the articles of shared stories …")
        self._requests.ask(_Wish(stories))

    def forget(self) -> None:
        """Stop gathering."""
        self._requests.forget()

    def swap(self, contrast: Contrast) -> None:
        """Show the same the other way round."""
        self._contrast = contrast
        if self._wording is not None:
            self._take(self._wording.mirrored())

    def open(self) -> None:
        """Compare the articles of the current one's first example."""
        one = self.replacement
        if one is not None and one.examples:
            self._screen.go(ComparisonRoute(one.examples[0].left, one.examples[0].right))

    def copied(self) -> str | None:
        """Give the current one with its example; None without any."""
        one = self.replacement
        if one is None or self._contrast is None:
            return None
        return f"{replacement_line(one)}\n{replacement_examples(self._contrast, one)}"

    def _take(self, wording: GatheredWording) -> None:
        self._wording = wording
        contrast = self._contrast
        if contrast is None:
            return
        entries = [
            ListEntry(replacement_line(one), replacement_examples(contrast, one))
            for one in wording.replacements
        ]
        self.rows.show(entries, _NONE)
        self._title(_TITLE)
        self.rows.border_subtitle = wording_note(wording)
        self._screen.refresh_bindings()

    def _report(self, wish: _Wish, share: float) -> None:
        if not self._requests.overtaken(wish):
            self._loop.call_soon_threadsafe(self._title, f"comparing articles … {share:.0%}")

    def _fail(self, error: SearchError) -> None:
        self.rows.show([], f"The articles can't be compared.\n\n{error}")

    def _title(self, said: str) -> None:
        if self._screen.is_running:
            self.rows.border_title = said
