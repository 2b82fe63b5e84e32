"""What a command is: where it works, what it needs, its keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Home: TypeAlias = Literal[
    "search",
    "find",
    "sources",
    "timeline",
    "list",
    "reader",
    "marked",
    "note",
    "tags",
    "notes",
    "library",
    "compare",
    "panel",
    "picker",
    "libraries",
    "word",
    "concordance",
    "passage",
    "story",
    "claims",
    "stories",
    "contrast",
    "filter",
    "settings",
    "export",
    "pipe",
    "meeting",
    "links",
    "revisions",
    "ask",
    "incoming",
    "arrivals",
    "sheet",
    "help",
    "pane",
    "app",
]
"""Where a command works: in the focused widget, on a screen, in every pane, or everywhere."""

Need: TypeAlias = Literal[
    "article",
    "article read",
    "address",
    "matches",
    "boilerplate",
    "passage",
    "note",
    "articles",
    "suggestion",
    "search at once",
    "offers",
    "failures",
    "layers",
    "story",
    "saved search",
    "version",
    "versions",
    "claims",
    "use",
    "word",
    "words",
    "wording",
    "two sources",
    "sources",
    "comparison",
    "links",
    "back",
    "forward",
    "setting",
    "key",
    "set",
    "word lists",
    "revisions",
    "cut",
    "arrival",
    "arrivals",
]
"""What must be present for a command to be offered; the screen or widget it works in decides."""

HOMES: dict[Home, str] = {
    "search": "In the search line",
    "find": "In the find line of an article",
    "sources": "Among the sources",
    "timeline": "On the timeline of months",
    "list": "In the list of articles",
    "reader": "In an article",
    "marked": "In an article, with a passage marked",
    "note": "Writing a note",
    "tags": "Writing tags",
    "notes": "In the list of all notes",
    "library": "Anywhere in the library",
    "compare": "In a comparison",
    "panel": "In the panel of a comparison",
    "picker": "Choosing an article or a source",
    "libraries": "Opening another library",
    "word": "In the word line of a concordance",
    "concordance": "In a concordance: every use of a word",
    "passage": "In an article opened from a list of uses or versions",
    "story": "In a story: all its versions",
    "claims": "Among the claims of a story",
    "stories": "Among the stories",
    "contrast": "In source against source",
    "filter": "In the line that filters a list",
    "settings": "In the settings",
    "export": "Taking something out",
    "pipe": "Giving an article to a command",
    "meeting": "Among the passages of others that meet one",
    "links": "In the list of links",
    "revisions": "Among the versions of an article",
    "ask": "Giving a name",
    "incoming": "Naming what is to be brought in",
    "arrivals": "Among what would come in",
    "help": "In help",
    "sheet": "In help, and in lists like it",
    "pane": "Moving about",
    "app": "Everywhere",
}
"""The homes in the order help shows them, each with its heading."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do.

    Attributes:
        id: in lower case with hyphens; `next-match` runs `action_next_match`. The same id in
            two homes is one command to the user: changing its keys changes both.
        keys: in Textual's names; the first is the one shown.
        label: one or two words for the footer; empty keeps it out of the footer.
        help: one sentence for the palette and the help screen.
        home: where it works.
        at_once: whether it must run before any key typed right after it, as for commands that
            open a line to type in.
        leads_on: whether it moves the user to another screen or widget, so that keys typed
            right after it wait until that is done.
        needs: what must be present for it to be offered.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    home: Home
    at_once: bool = False
    leads_on: bool = False
    needs: Need | None = None

    @property
    def action(self) -> str:
        """The action's name in Textual."""
        return self.id.replace("-", "_")
