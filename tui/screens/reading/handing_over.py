"""Handing the article of a screen over: to the clipboard, the browser, an editor, a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.terminal import handoff

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search import Article, CitationStyle, Desk
    from tui.screens.command_screen import CommandScreen
    from tui.session.requests import PipeRequest

_SHOWN = 40
"""Characters of a passage that a message repeats."""


class HandingOver:
    """Each method does it and says what was done, or why it can't be.

    Args:
        screen: shows messages, and gives the terminal.
        desk: gives the library.
        citation: gives the style of citations.
    """

    def __init__(
        self,
        screen: CommandScreen,
        desk: Callable[[], Desk],
        citation: Callable[[], CitationStyle],
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._citation = citation

    def copy_passage(self, article: Article, passage: str) -> None:
        """Copy a passage, unwrapped, with its citation."""
        from search import cite  # noqa: PLC0415 - the first frame doesn't wait for it

        if handoff.copy(self._screen.app, cite(article, passage, self._citation())):
            self._screen.inform(f"Copied “{_cut(passage)}” with its citation.")

    def copy_link(self, article: Article) -> None:
        """Copy the article's address."""
        if (address := handoff.web_address(article)) is not None:
            self.copy_address(address)

    def copy_address(self, address: str) -> None:
        """Copy a web address."""
        if handoff.copy(self._screen.app, address):
            self._screen.inform(f"Copied {address}")

    def browse(self, article: Article) -> None:
        """Open the article's address in the browser."""
        if (address := handoff.web_address(article)) is not None:
            self.browse_address(address)

    def browse_address(self, address: str) -> None:
        """Open a web address in the browser."""
        try:
            opened = handoff.browse(self._screen.app, address)
        except (OSError, SuspendNotSupported) as error:
            self._screen.inform(f"The browser could not be started: {error}", warning=True)
            return
        if opened:
            self._screen.inform(f"Asked the browser to open {address}")
        else:
            self._screen.inform("There is no browser: set the variable BROWSER.", warning=True)

    def edit(self, article: Article) -> Path | None:
        """Open the article's file, at its line, in the user's editor; give it if it was opened."""
        command = handoff.editor()
        if command is None:
            self._screen.inform("There is no editor: set the variable EDITOR.", warning=True)
            return None
        path = self._desk().file(article)
        line = _line(path, article.place)
        if line is None:
            reason = f"{path.name} is no text, so an editor can't change it."
            self._screen.inform(reason, warning=True)
            return None
        try:
            handoff.edit(self._screen.app, command, path, line)
        except (OSError, SuspendNotSupported) as error:
            self._screen.inform(f"The editor could not be started: {error}", warning=True)
        return path

    def pipe(self, article: Article, request: PipeRequest) -> None:
        """Give the article's text to a command, which has the terminal until a key is pressed."""
        from search import article_markdown, article_text  # noqa: PLC0415 - as above

        text = article_markdown(article) if request.markdown else article_text(article)
        try:
            code = handoff.pipe(self._screen.app, request.command, text)
        except (OSError, SuspendNotSupported) as error:
            self._screen.inform(f"The command could not be run: {error}", warning=True)
            return
        if code:
            said = f"“{_cut(request.command)}” failed: {handoff.how_ended(code)}"
            self._screen.inform(said, warning=True)


def _cut(text: str) -> str:
    """Cut a text to what a message repeats of it."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def _line(path: Path, place: str) -> int | None:
    """Give the line to open a file at, None for one that is no text."""
    try:
        from search import line_in_file  # noqa: PLC0415 - the first frame doesn't wait for it

        return line_in_file(path, place)
    except OSError:
        return 1  # the editor says what is wrong with it
