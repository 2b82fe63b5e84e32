"""Why a key does nothing now: what its command needs and isn't there, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.command_bindings import commands_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.commands.command import Command, Home, Need

MISSING: dict[Need, str] = {
    "article": "There is no article here.",
    "article read": "The article isn't read yet.",
    "address": "There is no address in this article.",
    "matches": "There are no matches in this article.",
    "boilerplate": "This page says nothing besides the story.",
    "passage": "No passage is marked: . and , mark one.",
    "note": "There is no note here.",
    "articles": "There are no articles in the library yet.",
    "suggestion": "There is no other spelling to suggest.",
    "failures": "All files were read, and no feed has failed.",
    "layers": "There is nothing to close.",
    "story": "There is no article whose story could be shown.",
    "saved search": "This is no saved search.",
    "version": "There is no version here.",
    "claims": "No claims are told yet.",
    "versions": "The story has only this version.",
    "use": "There is no use of a word here.",
    "word": "There is no word here.",
    "words": "There are no words here.",
    "wording": "Wording is gathered within shared stories: w switches to them.",
    "two sources": "Two sources have to be chosen first.",
    "sources": "There are too few sources to choose from.",
    "comparison": "There is nothing compared yet.",
    "links": "No sentence of one side meets one of the other.",
    "back": "There is no place to go back to.",
    "forward": "There is no place to go forward to.",
    "setting": "This can only be changed in the settings file.",
    "key": "This is no command with keys.",
    "set": "The default holds already.",
    "offers": "Nothing is offered here.",
    "search at once": "Here / narrows the sources; esc, then / searches.",
    "cut": "This text isn't known to be cut.",
    "revisions": "Its publisher changed nothing since it came.",
    "arrival": "This doesn't come in anyway.",
    "arrivals": "There is nothing to bring in.",
    "word lists": "The settings have no word lists: [words.NAME] adds one.",
}
"""What to say where a command lacks what it needs."""


def why_not(key: str, homes: Iterable[Home], keymap: Mapping[str, str]) -> str | None:
    """Say what the command of a key lacks; None if no command here has the key or lacks anything.

    To be asked for keys that did nothing.

    Args:
        key: its name in Textual's words.
        homes: where the user is, from the innermost place outwards; those after `app` don't count.
        keymap: the user's own keys: a command's id to keys, comma-separated.
    """
    for home in homes:
        for command in commands_of(home):
            if command.needs is not None and key in _keys(command, keymap):
                return MISSING[command.needs]
        if home == "app":
            return None
    return None


def _keys(command: Command, keymap: Mapping[str, str]) -> tuple[str, ...]:
    if command.id not in keymap:
        return command.keys
    return tuple(key.strip() for key in keymap[command.id].split(","))
