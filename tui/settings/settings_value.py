"""The values of settings, and what they are unless chosen otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from search import Archives, ChosenColumns, CitationStyle

COLUMN = 72
"""Cells of a line of text, unless chosen otherwise: about as long as eyes follow well."""

NARROWEST, WIDEST = 30, 200
"""The bounds of the column."""

MEMORY = 512
"""Megabytes that indexing may take at its peak, unless chosen otherwise."""

LEAST_MEMORY, MOST_MEMORY = 256, 65_536

THEME = "diptych-dark"
"""The theme, unless chosen otherwise."""


LINEAR = False
"""Whether to write for a screen reader, unless chosen otherwise."""

WATCH = True
"""Whether the library's folder is watched, unless chosen otherwise."""

UPDATE, MOST_UPDATE = 0, 10_080
"""Minutes between two updates of feeds, unless chosen otherwise, and at most: a week."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the settings file that can't be used.

    Attributes:
        line: where it stands, counted from 1; 0 if it is the file as a whole.
        what: a sentence without a full stop.
    """

    line: int
    what: str

    @property
    def sentence(self) -> str:
        """What is said of it outside a list of problems."""
        return f"settings, line {self.line}: {self.what}" if self.line else self.what


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """A theme that a user made: base colours by name, each as `#rrggbb`."""

    name: str
    dark: bool
    colours: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WordList:
    """A standing list of words.

    Attributes:
        name: what it is called.
        words: words and, in quotation marks, phrases; in the order given, each once.
        style: how its words are lit, such as `underline`.
        sign: one character that stands for it in legends.
    """

    name: str
    words: tuple[str, ...]
    style: str
    sign: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file says.

    Attributes:
        library: the folder or file to open when none is named, or None.
        theme: the name of a theme, or None.
        column: cells of a line of text.
        memory: megabytes that indexing may take at its peak.
        names: the pattern by which names of files say day and outlet; empty without one.
        citation: the style in which passages are cited when they are copied.
        columns: patterns of tables' names, each with what their columns are called.
        keys: a command's id to its keys, comma-separated, in Textual's names; only keys there are.
        themes: the user's own, in the order of the file.
        words: standing word lists, likewise.
        linear: whether to write for a screen reader.
        archives: those that have names, and how each is asked.
        watch: whether the library's folder is watched for what comes, goes and changes.
        hosts: names of hosts of this machine or a private network that may be asked.
        update: minutes after which feeds are fetched again; 0 for never.
        problems: what could not be used, by line.
        given: the names of the settings that the file has and that can be used.
        cookies: a file of cookies for outlets the user subscribes to, or None.
    """

    library: Path | None = None
    theme: str | None = None
    column: int = COLUMN
    memory: int = MEMORY
    names: str = ""
    citation: CitationStyle = "plain"
    columns: ChosenColumns = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    themes: tuple[OwnTheme, ...] = ()
    words: tuple[WordList, ...] = ()
    linear: bool = LINEAR
    archives: Archives = ()
    watch: bool = WATCH
    hosts: tuple[str, ...] = ()
    update: int = UPDATE
    problems: tuple[Problem, ...] = ()
    given: frozenset[str] = frozenset()
    cookies: Path | None = None

    @property
    def faults(self) -> tuple[str, ...]:
        """The problems, a sentence each."""
        return tuple(problem.sentence for problem in self.problems)
