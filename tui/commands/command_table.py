"""The table of all commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Home: TypeAlias = Literal[
    "search",
    "find",
    "sources",
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
    "word",
    "concordance",
    "passage",
    "story",
    "contrast",
    "filter",
    "settings",
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
    "failures",
    "layers",
    "story",
    "version",
    "versions",
    "use",
    "word",
    "words",
    "two sources",
    "sources",
    "comparison",
    "links",
    "back",
    "forward",
    "setting",
    "key",
    "set",
]
"""What must be present for a command to be offered; the screen or widget it works in decides."""

HOMES: dict[Home, str] = {
    "search": "In the search line",
    "find": "In the find line of an article",
    "sources": "Among the sources",
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
    "word": "In the word line of a concordance",
    "concordance": "In a concordance: every use of a word",
    "passage": "In an article opened from a list of uses or versions",
    "story": "In a story: all its versions",
    "contrast": "In source against source",
    "filter": "In the line that filters a list",
    "settings": "In the settings",
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


COMMANDS: tuple[Command, ...] = (
    Command("to-list", ("enter",), "to the list", "Go to the articles found", "search", leads_on=True),
    Command("down-or-list", ("down",), "", "Later in your searches, then to the list", "search", leads_on=True),
    Command("earlier-search", ("up",), "earlier", "Bring back an earlier search", "search"),
    Command("suggest", ("ctrl+d",), "take suggestion", "Search for the suggested spelling", "search", needs="suggestion"),
    Command("next-found", ("enter", "down"), "next", "Go to the next place found", "find"),
    Command("previous-found", ("up",), "previous", "Go to the previous place found", "find"),
    Command("choose", ("enter", "space"), "filter", "Show only this, or no longer", "sources"),
    Command("mark-source", ("m",), "mark", "Mark a source; a second mark sets the two against each other", "sources", leads_on=True),
    Command("rightward", ("l", "right"), "", "Go one pane to the right", "sources", leads_on=True),
    Command("open", ("enter", "l", "right"), "read", "Open the chosen article for reading", "list", leads_on=True, needs="article"),
    Command("leftward", ("h", "left"), "", "Go one pane to the left", "list", leads_on=True),
    Command("previous-word", ("left",), "", "Choose the word before, for its uses", "marked", needs="passage"),
    Command("next-word", ("right",), "word", "Choose the next word, for its uses", "marked", needs="passage"),
    Command("unmark-passage", ("escape",), "unmark", "Mark no passage any more", "marked", needs="passage"),
    Command("note", ("a",), "note", "Note something on this passage", "marked", leads_on=True, needs="passage"),
    Command("back", ("escape", "h", "left"), "back", "Close what is on top, or go back one pane", "reader", leads_on=True),
    Command("search", ("slash",), "search", "Search the library", "library", at_once=True),
    Command("next-match", ("n",), "next match", "Go to the next match", "library", needs="matches"),
    Command("compare-best", ("c",), "compare", "Compare with the best counterpart", "library", needs="article"),
    Command("find", ("ctrl+f",), "find", "Find in this article", "library", at_once=True, needs="article"),
    Command("previous-match", ("N",), "", "Go to the previous match", "library", needs="matches"),
    Command("next-passage", ("full_stop",), "", "Mark the next sentence", "library", needs="article"),
    Command("previous-passage", ("comma",), "", "Mark the sentence before", "library", needs="article"),
    Command("compare-with", ("C",), "compare with…", "Choose the article to compare with", "library", needs="article"),
    Command("concordance", ("asterisk",), "uses", "Show every use of this word in the library", "library", leads_on=True, needs="articles"),
    Command("versions", ("V",), "versions", "Show all versions of this article's story", "library", leads_on=True, needs="story"),
    Command("against", ("A",), "", "Set two sources against each other over the whole library", "library", leads_on=True, needs="articles"),
    Command("mark", ("m",), "mark", "Mark for comparing; the second mark compares", "library", needs="article"),
    Command("toggle-read", ("u",), "", "Mark as read, or as unread", "library", needs="article"),
    Command("toggle-star", ("s",), "", "Give a star, or take it", "library", needs="article"),
    Command("undo", ("U",), "", "Take back what you marked last", "library"),
    Command("next-article", ("J",), "", "Show the next article of the list", "library"),
    Command("previous-article", ("K",), "", "Show the previous article of the list", "library"),
    Command("sort", ("S",), "sort", "Sort by relevance, newest or oldest first", "library"),
    Command("suggest", ("ctrl+d",), "", "Search for the suggested spelling", "library", needs="suggestion"),
    Command("copy-passage", ("y",), "copy", "Copy the passage with its citation", "library", needs="article"),
    Command("note", ("a",), "note", "Note something on what is selected or marked, or on the article", "library", leads_on=True, needs="article"),
    Command("tags", ("t",), "", "Change the tags of the article", "library", leads_on=True, needs="article"),
    Command("notes", ("M",), "", "List all notes", "library", leads_on=True),
    Command("copy-link", ("Y",), "", "Copy the article's address", "library", needs="address"),
    Command("browse", ("o",), "", "Open the article's address in the browser", "library", needs="address"),
    Command("edit", ("E",), "", "Open the article's file in your editor", "library", needs="article"),
    Command("boilerplate", ("f",), "", "Open or fold what the page says besides the story", "library", needs="boilerplate"),
    Command("wider", ("plus", "equals_sign"), "", "Make the column of text wider", "library"),
    Command("narrower", ("minus",), "", "Make the column of text narrower", "library"),
    Command("reader-alone", ("z",), "reader alone", "Give the reader the whole window, or give it back", "library", needs="article"),
    Command("pane-sources", ("1",), "sources", "Go to the sources", "library"),
    Command("pane-articles", ("2",), "", "Go to the articles", "library"),
    Command("pane-reader", ("3",), "", "Go to the reader", "library"),
    Command("next-pane", ("tab",), "", "Go to the next pane", "library"),
    Command("previous-pane", ("shift+tab",), "", "Go to the pane before", "library"),
    Command("refresh", ("r",), "", "Look for new and changed files", "library"),
    Command("failures", ("exclamation_mark",), "", "List the files that were not read", "library", needs="failures"),
    Command("back", ("escape",), "", "Close what is on top, or go back one pane", "library", leads_on=True, needs="layers"),
    Command("to-passage", ("enter",), "show passage", "Show where this stands; again for the next place", "panel"),
    Command("panel-next", ("right_square_bracket",), "next page", "Show the next page of the panel", "panel"),
    Command("panel-previous", ("left_square_bracket",), "", "Show the page of the panel before", "panel"),
    Command("line-left", ("left",), "", "One to the left", "panel"),
    Command("line-right", ("right",), "", "One to the right", "panel"),
    Command("next-link", ("right_curly_bracket",), "next link", "Go to the next link", "compare", needs="links"),
    Command("previous-link", ("left_curly_bracket",), "previous", "Go to the previous link", "compare", needs="links"),
    Command("follow-link", ("enter", "l"), "follow", "Follow the link to the other side", "compare", needs="links"),
    Command("other-side", ("tab",), "other side", "Go to the other side; from the panel back to the text", "compare", needs="comparison"),
    Command("next-match", ("n",), "next match", "Go to the next match, on either side", "compare", needs="matches"),
    Command("previous-match", ("N",), "", "Go to the previous match, on either side", "compare", needs="matches"),
    Command("showing", ("v",), "show", "Show all, only what meets, or only what found no match", "compare", needs="comparison"),
    Command("rows", ("r",), "rows", "Align rows by link, or let the text flow", "compare", needs="comparison"),
    Command("scrolling", ("equals_sign",), "scrolling", "Scroll both sides by their links, by as many rows, or freely", "compare", needs="comparison"),
    Command("panel", ("i",), "panel", "Show or hide the panel on how each side tells it", "compare", needs="comparison"),
    Command("to-panel", ("shift+tab",), "to panel", "Go to the panel, or from it back to the text", "compare", needs="comparison"),
    Command("panel-next", ("right_square_bracket",), "", "Go to the panel and show its next page", "compare", needs="comparison"),
    Command("panel-previous", ("left_square_bracket",), "", "Go to the panel and show the page before", "compare", needs="comparison"),
    Command("swap", ("x",), "swap", "Swap the sides", "compare", needs="comparison"),
    Command("against", ("A",), "", "Set these two sources against each other over the library", "compare", leads_on=True, needs="comparison"),
    Command("compare-with", ("C",), "another", "Choose another article for the other side", "compare"),
    Command("copy-passage", ("y",), "copy", "Copy the chosen passages with their citations", "compare", needs="comparison"),
    Command("note", ("a",), "", "Note something on the chosen sentence", "compare", leads_on=True, needs="comparison"),
    Command("notes", ("M",), "", "List all notes", "compare", leads_on=True),
    Command("undo", ("U",), "", "Take back what you marked last", "compare"),
    Command("drawer", ("d",), "drawer", "Show one article with what it meets below, or both", "compare", needs="comparison"),
    Command("back", ("escape", "h"), "", "Close what is on top, or leave the comparison", "compare", leads_on=True),
    Command("pick", ("enter",), "take", "Take what is chosen", "picker", leads_on=True),
    Command("down", ("down",), "", "One down", "picker"),
    Command("up", ("up",), "", "One up", "picker"),
    Command("page-down", ("pagedown",), "", "One page down", "picker"),
    Command("page-up", ("pageup",), "", "One page up", "picker"),
    Command("back", ("escape",), "back", "Choose none", "picker", leads_on=True),
    Command("to-uses", ("enter", "down"), "show its uses", "Show every use of this word or phrase", "word", leads_on=True),
    Command("open-use", ("enter", "l", "right"), "read", "Read the passage in its article", "concordance", leads_on=True, needs="use"),
    Command("search", ("slash",), "another word", "Ask for another word or phrase", "concordance", at_once=True),
    Command("sort", ("S",), "sort", "Sort by the words after or before, newest or oldest first", "concordance", needs="use"),
    Command("group", ("v",), "group", "Put what one source says together, or not", "concordance", needs="use"),
    Command("counts", ("i",), "counts", "Show or hide the counts by source and month", "concordance", needs="use"),
    Command("copy-passage", ("y",), "copy", "Copy the line with its citation", "concordance", needs="use"),
    Command("back", ("escape", "h", "left"), "back", "Close what is on top, or leave the concordance", "concordance", leads_on=True),
    Command("next-match", ("n",), "next match", "Go to the next match", "passage", needs="matches"),
    Command("previous-match", ("N",), "", "Go to the previous match", "passage", needs="matches"),
    Command("next-passage", ("full_stop",), "", "Mark the next sentence", "passage", needs="article"),
    Command("previous-passage", ("comma",), "", "Mark the sentence before", "passage", needs="article"),
    Command("concordance", ("asterisk",), "", "Show every use of this word in the library", "passage", leads_on=True, needs="article"),
    Command("undo", ("U",), "", "Take back what you marked last", "passage"),
    Command("next-article", ("J",), "next", "Show the next one of the list", "passage"),
    Command("previous-article", ("K",), "", "Show the previous one of the list", "passage"),
    Command("compare-best", ("c",), "compare", "Compare with the best counterpart", "passage", needs="article"),
    Command("compare-with", ("C",), "", "Choose the article to compare with", "passage", needs="article"),
    Command("find", ("ctrl+f",), "find", "Find in this article", "passage", at_once=True, needs="article"),
    Command("mark", ("m",), "mark", "Mark for comparing; the second mark compares", "passage", needs="article"),
    Command("copy-passage", ("y",), "copy", "Copy the passage with its citation", "passage", needs="article"),
    Command("note", ("a",), "note", "Note something on what is selected or marked, or on the article", "passage", leads_on=True, needs="article"),
    Command("tags", ("t",), "", "Change the tags of the article", "passage", leads_on=True, needs="article"),
    Command("notes", ("M",), "", "List all notes", "passage", leads_on=True),
    Command("copy-link", ("Y",), "", "Copy the article's address", "passage", needs="address"),
    Command("browse", ("o",), "", "Open the article's address in the browser", "passage", needs="address"),
    Command("edit", ("E",), "", "Open the article's file in your editor", "passage", needs="article"),
    Command("boilerplate", ("f",), "", "Open or fold what the page says besides the story", "passage", needs="boilerplate"),
    Command("wider", ("plus", "equals_sign"), "", "Make the column of text wider", "passage"),
    Command("narrower", ("minus",), "", "Make the column of text narrower", "passage"),
    Command("back", ("escape",), "", "Close what is on top, or go back to the list", "passage", leads_on=True),
    Command("open-version", ("enter", "l", "right"), "read", "Read this version", "story", leads_on=True, needs="version"),
    Command("compare-best", ("c",), "compare", "Compare with the version you came from", "story", needs="versions"),
    Command("split", ("x",), "split", "Take this version out of the story", "story", needs="versions"),
    Command("merge", ("m",), "merge", "Choose an article that tells the same story", "story", needs="version"),
    Command("undo", ("U",), "undo", "Take back what you split or merged last", "story"),
    Command("back", ("escape", "h", "left"), "back", "Leave the story", "story", leads_on=True),
    Command("open-uses", ("enter",), "uses", "Show every use of this word by the two sources", "contrast", leads_on=True, needs="word"),
    Command("search", ("slash",), "filter", "Filter the words", "contrast", at_once=True, needs="words"),
    Command("sort", ("S",), "sort", "Sort by how telling, by how much used, or by the alphabet", "contrast", needs="words"),
    Command("other-side", ("tab", "shift+tab"), "other side", "Go to the words of the other source", "contrast", needs="two sources"),
    Command("pick-left", ("1",), "left source", "Choose the source on the left", "contrast", leads_on=True, needs="sources"),
    Command("pick-right", ("2",), "right source", "Choose the source on the right", "contrast", leads_on=True, needs="sources"),
    Command("swap", ("x",), "swap", "Swap the two sources", "contrast", needs="two sources"),
    Command("to-left", ("left", "h"), "", "Go to the words of the source on the left", "contrast", needs="two sources"),
    Command("to-right", ("right", "l"), "", "Go to the words of the source on the right", "contrast", needs="two sources"),
    Command("copy-passage", ("y",), "copy", "Copy the word with its counts", "contrast", needs="word"),
    Command("export", ("e",), "copy all", "Copy all the words as a Markdown table", "contrast", needs="words"),
    Command("back", ("escape",), "back", "Close what is on top, or leave", "contrast", leads_on=True),
    "filter": "In the line that filters a list",
    "settings": "In the settings",
    Command("down", ("down", "j"), "", "One down", "pane"),
    Command("up", ("up", "k"), "", "One up", "pane"),
    Command("page-down", ("pagedown", "space"), "", "One page down", "pane"),
    Command("page-up", ("pageup", "b"), "", "One page up", "pane"),
    Command("top", ("home", "g"), "", "To the top", "pane"),
    Command("bottom", ("end", "G"), "", "To the end", "pane"),
    Command("help", ("question_mark", "f1"), "help", "Show all keys and what they do", "app"),
    Command("palette", ("ctrl+p",), "", "Find any command by its name", "app"),
    Command("settings", ("f2",), "", "Settings: see and change them", "app", leads_on=True),
    Command("theme", (), "", "Choose the colours", "app"),
    Command("go-back", ("ctrl+o",), "", "Go back to where you were before", "app", leads_on=True, needs="back"),
    Command("go-forward", ("ctrl+right_square_bracket",), "", "Go forward again to where you came back from", "app", leads_on=True, needs="forward"),
    Command("suspend", ("ctrl+z",), "", "Give the terminal back to the shell; fg comes back", "app"),
    Command("quit", ("q", "ctrl+q"), "", "Leave Diptych", "app"),
)  # fmt: skip
