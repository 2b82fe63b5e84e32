"""What the app saves between two runs besides marks: what was chosen in it, and the libraries opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from search import is_archive, reason_of, user_folder

if TYPE_CHECKING:
    from pathlib import Path

RowForm: TypeAlias = Literal["compact", "normal", "full"]
ROW_FORMS: tuple[RowForm, ...] = ("compact", "normal", "full")
"""How much a row of the list shows: one line, two, or an excerpt too."""
_MOST_LIBRARIES = 30


class _Memory:
    """One file in which the app saves something for the user.

    A file that can't be read is never overwritten: if it is damaged, it is renamed; otherwise
    nothing is saved in this run.
    """

    def __init__(self, path: Path, what: str) -> None:
        self._path = path
        self._what = what
        self._faults: list[str] = []
        self._unusable = False

    def load(self) -> object:
        """Give what was saved; None if there is nothing readable."""
        try:
            self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            return self._give_up(error)
        from search import DamagedFileError, load_sealed, set_aside  # noqa: PLC0415 - most have none

        try:
            return load_sealed(self._path)
        except DamagedFileError:
            try:
                aside = set_aside(self._path)
            except OSError as error:
                return self._give_up(error)
            self._faults.append(
                f"{self._path}: {self._what} was damaged, and is set aside as {aside.name}"
            )
        except OSError as error:
            return self._give_up(error)
        return None

    def save(self, value: object) -> None:
        """Write a value to the file, if that is possible."""
        from search import save_sealed  # noqa: PLC0415 - see `load`

        if self._unusable:
            return
        try:
            save_sealed(self._path, value, sure=False)  # a key waits for this
        except OSError as error:
            self._unusable = True
            self._faults.append(f"{self._path}: {self._what} can't be kept: {reason_of(error)}")

    def faults(self) -> list[str]:
        """Give what went wrong since the last call, a sentence each."""
        faults, self._faults = self._faults, []
        return faults

    def _give_up(self, error: OSError) -> object:
        self._unusable = True
        self._faults.append(f"{self._path}: {self._what} can't be read: {reason_of(error)}")
        return None


class ChosenTheme:
    """The theme a user chose within the app, kept in a file across runs.

    It applies until the settings file names another theme than at the time of the choice.

    Args:
        given: the theme that the settings file names now, if any.
        path: the file; the user's own when None.
    """

    def __init__(self, given: str | None, path: Path | None = None) -> None:
        self._given = given
        self._memory = _Memory(path or user_folder("state") / "theme.json", "the theme you chose")
        self.name = given
        match self._memory.load():
            case {"chosen": str(chosen), "given": before} if before == given:
                self.name = chosen

    def remember(self, name: str) -> list[str]:
        """Save a choice; give what went wrong, a sentence each."""
        self._memory.save({"chosen": name, "given": self._given})
        return self.faults()

    def faults(self) -> list[str]:
        """Give what went wrong since the last call, a sentence each."""
        return self._memory.faults()


class ChosenRows:
    """The form of rows a user chose within the app, kept in a file across runs.

    Args:
        path: the file; the user's own when None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._memory = _Memory(path or user_folder("state") / "rows.json", "the form of rows")
        kept = self._memory.load()
        self.form: RowForm = next((one for one in ROW_FORMS if one == kept), "full")

    def choose_next(self) -> list[str]:
        """Choose the next form and save it; give what went wrong, a sentence each."""
        self.form = ROW_FORMS[(ROW_FORMS.index(self.form) + 1) % len(ROW_FORMS)]
        self._memory.save(self.form)
        return self._memory.faults()


class SourcesWidth:
    """The width a user gave the pane of sources, kept in a file across runs.

    Args:
        path: the file; the user's own when None.

    Attributes:
        cells: the width in cells; None before one was chosen.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._memory = _Memory(path or user_folder("state") / "panes.json", "the width you chose")
        self.cells: int | None = None
        match self._memory.load():
            case {"sources": int(cells)} if not isinstance(cells, bool):
                self.cells = cells

    def remember(self, cells: int) -> list[str]:
        """Save a width; give what went wrong, a sentence each."""
        self.cells = cells
        self._memory.save({"sources": cells})
        return self._memory.faults()


class RecentLibraries:
    """The libraries opened last, the latest first, kept in a file across runs.

    Args:
        path: the file; the user's own when None.

    Attributes:
        paths: absolute paths, without repeats, `_MOST_LIBRARIES` at most; some may be gone.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._memory = _Memory(
            path or user_folder("state") / "libraries.json", "the list of your libraries"
        )
        self.paths: tuple[str, ...] = ()
        match self._memory.load():
            case [*kept]:
                paths = (one for one in kept if isinstance(one, str) and one.startswith("/"))
                self.paths = tuple(dict.fromkeys(paths))[:_MOST_LIBRARIES]

    def remember(self, library: Path) -> list[str]:
        """Put a library first; give what went wrong, a sentence each. Archives aren't remembered."""
        if is_archive(str(library)):
            return []
        first = str(library.absolute())
        paths = (first, *(one for one in self.paths if one != first))[:_MOST_LIBRARIES]
        if paths != self.paths:
            self.paths = paths
            self._memory.save(list(paths))
        return self._memory.faults()


class ShownHints:
    """Whether the hints on a comparison were shown to this user, kept in a file across runs.

    Args:
        path: the file; the user's own when None.
    """

    _in_this_run: ClassVar[set[Path]] = set()

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or user_folder("state") / "hints.json"

    @property
    def seen(self) -> bool:
        """Whether they were; reads the file."""
        return self._path in self._in_this_run or self._memory.load() == "shown"

    def remember(self) -> list[str]:
        """Save that they were shown; give what went wrong, a sentence each.

        Where it can't be saved, it holds for this run.
        """
        self._in_this_run.add(self._path)
        memory = self._memory
        memory.save("shown")
        return memory.faults()

    @property
    def _memory(self) -> _Memory:
        return _Memory(self._path, "that hints were shown")


class ChosenPanel:
    """Whether a comparison opens with its panel, as the user left it, kept in a file across runs.

    The file is read when it is first asked.

    Args:
        path: the file; the user's own when None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._memory = _Memory(
            path or user_folder("state") / "panel.json", "whether the panel is shown"
        )
        self._shown: bool | None = None

    @property
    def shown(self) -> bool:
        """Whether it is shown: at first it is."""
        if self._shown is None:
            match self._memory.load():
                case {"shown": bool(shown)}:
                    self._shown = shown
                case _:
                    self._shown = True
        return self._shown

    def remember(self, *, shown: bool) -> list[str]:
        """Save a choice; give what went wrong, a sentence each."""
        self._shown = shown
        self._memory.save({"shown": shown})
        return self._memory.faults()
