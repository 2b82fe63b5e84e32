"""Choosing another library: one of those opened lately, or any folder or file by its path."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from search import named_path
from tui.commands import bindings
from tui.controls.path_completion import completed
from tui.controls.text_line import TextLine
from tui.screens.picker.label_list import LabelList
from tui.screens.picker.picker import Picker
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.commands import Home

_NONE_KNOWN = "No library you opened has these letters. A path begins with / or ~ or ."


class LibraryPicker(Picker[Path]):
    """Lists libraries; its result is the path of the one picked, None if the user goes back.

    Letters narrow the list of those opened lately. A text that begins as a path does lists the
    folders and files that begin so instead, and enter opens what is typed.

    Args:
        recent: absolute paths, the latest first; those that are gone are left out.
        current: the library that is open, which isn't listed.
        archives: names and addresses of archives, listed behind those.
    """

    CSS_PATH = "label_list.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("libraries")]

    def __init__(
        self, recent: Sequence[str], current: Path, archives: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__()
        self._archives = {address: name for name, address in archives}
        open_now = str(current.absolute())
        self._recent = [one for one in recent if one != open_now and _is_there(one)]
        self._listed: list[str] = []

    def compose(self) -> ComposeResult:
        """An input above the list."""
        with Vertical(id="labels") as box:
            box.border_title = "Open another library"
            yield TextLine("letters of one you opened, or a path; tab completes it")
            yield LabelList()
        yield KeyLine()

    def on_mount(self) -> None:
        """List those opened lately."""
        self.on_input_changed()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("libraries", "picker", "app")

    @property
    def rows(self) -> LabelList:
        """The list."""
        return self.query_one(LabelList)

    @property
    def _typed(self) -> str:
        return self.query_one(TextLine).value.strip()

    def on_input_changed(self) -> None:
        """List what the text leaves."""
        typed = self._typed
        if _is_path(typed):
            folder = typed.rpartition("/")[0] + "/" if "/" in typed else ""
            self._listed = [folder + name for name in completed(typed)[1]]
            rows = [(one, "") for one in self._listed]
            self.rows.show(rows, "There is no such folder or file.")
            return
        words = typed.casefold().split()
        known = {one: (Path(one).name, _folder_of(one)) for one in self._recent}
        known |= {address: (name, address) for address, name in self._archives.items()}
        self._listed = [
            one
            for one, shown in known.items()
            if all(word in " ".join((one, *shown)).casefold() for word in words)
        ]
        rows = [known[one] for one in self._listed]
        self.rows.show(rows, _NONE_KNOWN if typed or not known else "")

    def on_label_list_opened(self) -> None:
        """Pick the library that was clicked, or go into the folder."""
        if _is_path(self._typed):
            self.query_one(TextLine).set_text(self._listed[self.rows.index])
        else:
            self.action_pick()

    def action_complete(self) -> None:
        """Complete the path, or take the current row's into the line."""
        if _is_path(self._typed):
            self.query_one(TextLine).set_text(completed(self._typed)[0])
        elif self._listed:
            self.query_one(TextLine).set_text(self._listed[self.rows.index])

    def action_pick(self) -> None:
        """Pick what is typed, if it is a path, else the current row."""
        if not _is_path(self._typed):
            if self._listed:
                self.dismiss(Path(self._listed[self.rows.index]))
        elif _is_there(self._typed):
            self.dismiss(named_path(self._typed))
        elif self._listed:
            self.query_one(TextLine).set_text(self._listed[self.rows.index])


def _is_path(typed: str) -> bool:
    return typed.startswith(("/", "~", "."))


def _is_there(path: str) -> bool:
    """Tell whether there is a folder or a file."""
    try:
        return named_path(path).exists()
    except (OSError, ValueError):
        return False


def _folder_of(path: str) -> str:
    """Give the folder a library is in, the home as `~`."""
    folder, home = Path(path).parent, Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
