"""What a user has chosen, and what the app remembers between two runs."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path, user_state_path

from search import reason_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

LONGEST_HISTORY = 200
"""Searches remembered; older ones are forgotten."""

COLUMN = 72
"""Cells of a line of text, unless chosen otherwise: about as long as eyes follow well."""

NARROWEST, WIDEST = 30, 200
"""The bounds of the column."""

MEMORY = 512
"""Megabytes that indexing may take at its peak, unless chosen otherwise."""

LEAST_MEMORY, MOST_MEMORY = 256, 65_536


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file says.

    Attributes:
        library: the folder or file to open when none is named, or None.
        theme: the name of a theme, or None.
        column: cells of a line of text.
        memory: megabytes that indexing may take at its peak.
        keys: a command's id to its keys, comma-separated, in Textual's names.
        faults: what could not be used, a sentence each.
    """

    library: Path | None = None
    theme: str | None = None
    column: int = COLUMN
    memory: int = MEMORY
    keys: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def settings_path() -> Path:
    """Say where the settings file is, whether or not there is one."""
    return user_config_path("diptych") / "settings.toml"


def load(commands: Collection[str], path: Path | None = None) -> Settings:
    """Read the settings file; what is missing or wrong falls back to the default.

    `commands` are the ids whose keys can be changed. Never raises: what was wrong is said in
    `faults`; whether there is a theme of the name given is left to whoever knows the themes.
    """
    path = path or settings_path()
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        return Settings(faults=(f"{path} can't be read: {reason_of(error)}",))
    except UnicodeDecodeError:
        return Settings(faults=(f"{path} can't be read: it is no UTF-8 text",))
    import tomllib  # noqa: PLC0415 - most people have no settings, and all want to start soon

    try:
        return _read(tomllib.loads(text), commands)
    except tomllib.TOMLDecodeError as error:
        return Settings(faults=(f"{path} is no TOML: {error}",))
    except RecursionError:
        return Settings(faults=(f"{path} can't be read: it is nested too deeply",))


def _read(table: Mapping[str, object], commands: Collection[str]) -> Settings:
    faults: list[str] = []
    library = table.get("library")
    if library is not None and not (isinstance(library, str) and library):
        faults.append("settings: library wants a path in quotes")
        library = None
    theme = table.get("theme")
    if theme is not None and not isinstance(theme, str):
        faults.append("settings: theme wants a name in quotes")
        theme = None
    column = _whole(table, "column", COLUMN, (NARROWEST, WIDEST), faults)
    memory = _whole(table, "memory", MEMORY, (LEAST_MEMORY, MOST_MEMORY), faults)
    keys: dict[str, str] = {}
    chosen = table.get("keys", {})
    if not isinstance(chosen, dict):
        faults.append("settings: keys wants a table, [keys]")
    for name, value in chosen.items() if isinstance(chosen, dict) else ():
        if name not in commands:
            faults.append(f'settings: no command is called "{name}"')
        elif not isinstance(value, str) or not value.strip():
            faults.append(f"settings: {name} wants its keys in quotes")
        else:
            keys[name] = value
    faults.extend(
        f'settings: "{name}" means nothing here'
        for name in table
        if name not in {"library", "theme", "column", "memory", "keys"}
    )
    return Settings(Path(library) if library else None, theme, column, memory, keys, tuple(faults))


def _whole(
    table: Mapping[str, object],
    name: str,
    without: int,
    bounds: tuple[int, int],
    faults: list[str],
) -> int:
    """Give a whole number within bounds; what is none is a fault."""
    value = table.get(name, without)
    if isinstance(value, bool) or not isinstance(value, int):
        faults.append(f"settings: {name} wants a whole number")
        return without
    return max(bounds[0], min(bounds[1], value))


class ChosenTheme:
    """The theme a user chose within the app, kept in a file across runs.

    It stands until the settings file names another theme than it did then. A file that can't be
    read or written is no choice.

    Args:
        given: the theme that the settings file names now, if any.
        path: the file; the user's own when None.
    """

    def __init__(self, given: str | None, path: Path | None = None) -> None:
        self._given = given
        self._path = path or user_state_path("diptych") / "theme.json"

    @property
    def name(self) -> str | None:
        """The theme to begin with, None to leave it to the default."""
        import json  # noqa: PLC0415 - most people never choose

        with suppress(OSError, ValueError, RecursionError):
            match json.loads(self._path.read_text(encoding="utf-8")):
                case {"chosen": str(chosen), "given": given} if given == self._given:
                    return chosen
        return self._given

    def remember(self, name: str) -> None:
        """Keep a choice."""
        import json  # noqa: PLC0415 - see `name`

        _keep(self._path, json.dumps({"chosen": name, "given": self._given}))


class History:
    """The searches made so far, oldest first, kept in a file across runs.

    A file that can't be read or written is no history: searching goes on without.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or user_state_path("diptych") / "searches.json"
        self._searches: list[str] = []
        with suppress(OSError, ValueError, RecursionError):
            self._searches = _parsed(self._path.read_text(encoding="utf-8"))

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
        import json  # noqa: PLC0415 - see `load`

        _keep(self._path, json.dumps(self._searches, ensure_ascii=False))


def _keep(path: Path, text: str) -> None:
    """Write a file in one step, or leave it as it was."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)


def _parsed(text: str) -> list[str]:
    import json  # noqa: PLC0415 - see `load`

    kept = json.loads(text)
    if not isinstance(kept, list):
        return []
    return _capped(search for search in kept if isinstance(search, str))


def _capped(searches: Iterable[str]) -> list[str]:
    latest = dict.fromkeys(reversed([text for text in searches if text.strip()]))
    return list(reversed(list(latest)[:LONGEST_HISTORY]))
