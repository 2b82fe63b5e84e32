"""Every command, defined once.

Bindings, footer, palette, help screen and docs/keys.md are made from this table; a user remaps
keys by a command's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Home: TypeAlias = Literal["app", "library", "list", "reader", "search", "compare", "find"]
"""Where a command lives: everywhere, on a screen, or in the widget that has the focus."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do.

    Attributes:
        id: unique, in lower case with hyphens; `next-match` runs `action_next_match`.
        keys: in Textual's names, the one to show first.
        label: one or two words for the footer; empty keeps it out of the footer.
        help: one sentence for the palette and the help screen.
        home: where it works.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    home: Home

    @property
    def action(self) -> str:
        """The action's name in Textual."""
        return self.id.replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    Command("help", ("question_mark", "f1"), "help", "Show all keys and what they do", "app"),
    Command("palette", ("ctrl+p",), "", "Find any command by its name", "app"),
    Command("quit", ("q", "ctrl+q"), "", "Leave Diptych", "app"),
    Command("back", ("escape", "h"), "", "Close what is on top, or go back one pane", "app"),
    Command("search", ("slash",), "search", "Search the library", "library"),
    Command("open", ("enter", "l"), "read", "Open the chosen article for reading", "list"),
    Command("compare-best", ("c",), "compare", "Compare with the best counterpart", "library"),
    Command("compare-with", ("C",), "", "Choose the article to compare with", "library"),
    Command("mark", ("m",), "", "Mark for comparing; the second mark compares", "library"),
    Command("next-match", ("n",), "next match", "Go to the next match", "library"),
    Command("previous-match", ("N",), "", "Go to the previous match", "library"),
    Command("next-article", ("J",), "", "Show the next article of the list", "library"),
    Command("previous-article", ("K",), "", "Show the previous article of the list", "library"),
    Command("find", ("ctrl+f",), "find", "Find in this article", "reader"),
    Command("sort", ("S",), "", "Sort by relevance, newest or oldest first", "library"),
    Command("suggest", ("ctrl+d",), "", "Search for the suggested spelling", "library"),
    Command("refresh", ("r",), "", "Look for new and changed files", "library"),
    Command("reader-alone", ("z",), "", "Give the reader the whole window, or give it back", "library"),
    Command("pane-sources", ("1",), "", "Go to the sources", "library"),
    Command("pane-articles", ("2",), "", "Go to the articles", "library"),
    Command("pane-reader", ("3",), "", "Go to the reader", "library"),
    Command("wider", ("plus", "equals_sign"), "", "Make the column of text wider", "reader"),
    Command("narrower", ("minus",), "", "Make the column of text narrower", "reader"),
    Command("boilerplate", ("b",), "", "Open or fold what the page says besides the story", "reader"),
)
