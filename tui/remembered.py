"""What the app remembers between two runs: searches, and the theme chosen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import reason_of, user_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LONGEST_HISTORY = 200
"""Searches remembered; older ones are forgotten."""


class _Memory:
    """A file of the user's own.

    What can't be read is never written over: damaged, it is set aside under another name;
    otherwise this run goes without.
    """

    def __init__(self, path: Path, what: str) -> None:
        self._path = path
        self._what = what
        self._faults: list[str] = []
        self._barred = False

    def recall(self) -> object:
        """Give what was kept; None if nothing is that can be read."""
        try:
            self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            return self._bar(error)
        from search import DamagedFileError, load_sealed, set_aside  # noqa: PLC0415 - most have none

        try:
            return load_sealed(self._path)
        except DamagedFileError:
            try:
                aside = set_aside(self._path)
            except OSError as error:
                return self._bar(error)
            self._faults.append(
                f"{self._path}: {self._what} was damaged, and is set aside as {aside.name}"
            )
        except OSError as error:
            return self._bar(error)
        return None

    def remember(self, value: object) -> None:
        """Keep something in its place, if that can be done."""
        from search import save_sealed  # noqa: PLC0415 - see `recall`

        if self._barred:
            return
        try:
            save_sealed(self._path, value, sure=False)  # a key waits for this
        except OSError as error:
            self._barred = True
            self._faults.append(f"{self._path}: {self._what} can't be kept: {reason_of(error)}")

    def faults(self) -> list[str]:
        """Give what went wrong since this was last asked, a sentence each."""
        faults, self._faults = self._faults, []
        return faults

    def _bar(self, error: OSError) -> object:
        self._barred = True
        self._faults.append(f"{self._path}: {self._what} can't be read: {reason_of(error)}")
        return None


class ChosenTheme:
    """The theme a user chose within the app, kept in a file across runs.

    It stands until the settings file names another theme than it did then.

    Args:
        given: the theme that the settings file names now, if any.
        path: the file; the user's own when None.
    """

    def __init__(self, given: str | None, path: Path | None = None) -> None:
        self._given = given
        self._memory = _Memory(path or user_folder("state") / "theme.json", "the theme you chose")
        self.name = given
        match self._memory.recall():
            case {"chosen": str(chosen), "given": before} if before == given:
                self.name = chosen

    def remember(self, name: str) -> list[str]:
        """Keep a choice; give what went wrong, a sentence each."""
        self._memory.remember({"chosen": name, "given": self._given})
        return self.faults()

    def faults(self) -> list[str]:
        """Give what went wrong since this was last asked, a sentence each."""
        return self._memory.faults()


class History:
    """The searches made so far, oldest first, kept in a file across runs.

    Args:
        path: the file; the user's own when None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._memory = _Memory(
            path or user_folder("state") / "searches.json", "the list of searches"
        )
        kept = self._memory.recall()
        texts = kept if isinstance(kept, list) else []
        self._searches = _capped(text for text in texts if isinstance(text, str))

    @property
    def searches(self) -> tuple[str, ...]:
        """Every search remembered, oldest first, each once."""
        return tuple(self._searches)

    def remember(self, text: str) -> None:
        """Make a search the latest one, and write the file; an empty one is not kept."""
        text = text.strip()
        if not text or self._searches[-1:] == [text]:
            return
        self._searches = _capped([*self._searches, text])
        self._memory.remember(self._searches)

    def faults(self) -> list[str]:
        """Give what went wrong since this was last asked, a sentence each."""
        return self._memory.faults()


def _capped(searches: Iterable[str]) -> list[str]:
    latest = dict.fromkeys(reversed([text for text in searches if text.strip()]))
    return list(reversed(list(latest)[:LONGEST_HISTORY]))
