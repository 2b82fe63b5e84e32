"""The manual page, in the macros of man(7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.at_shell.verb_options import reader_options, verb_options
from tui.commands import HOMES, commands_of, key_name
from tui.settings.setting_table import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.cli.at_shell.verb_options import Taken

_SHARED = frozenset({"--help", "--library", "--no-sync", "--json"})

_CODES = (
    ("0", "done"),
    ("1", "nothing found"),
    ("2", "the request is wrong"),
    ("3", "the library or its index could not be read or written"),
    ("130", "interrupted"),
)
_VARIABLES = (
    ("EDITOR, VISUAL", "the editor for articles"),
    ("BROWSER", "the browser for addresses"),
    ("NO_COLOR", "if set, the reader uses the terminal's own colours alone"),
    (
        "XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_DATA_HOME, XDG_STATE_HOME",
        "where settings, indexes, marks and what the reader remembers are kept",
    ),
)


def manual_page() -> str:
    """Give the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.TH DIPTYCH 1 "" "Diptych" "User Commands"'
    yield ".SH NAME"
    yield "diptych \\- search a folder of news, and lay two tellings of a story side by side"
    yield ".SH SYNOPSIS"
    yield ".B diptych"
    yield _text("[LIBRARY] [--search QUERY | --compare A B]")
    yield ".br"
    yield ".B diptych"
    yield ".I VERB"
    yield _text("...")
    yield ".SH DESCRIPTION"
    yield _text("Opens the reader on a folder of articles, a file, or without LIBRARY on the one")
    yield _text("that the settings name. Verbs do the same without a screen.")
    yield _text("An ARTICLE is a path, an id, or the beginning of an id that no other has.")
    yield ".SH OPTIONS"
    for option in reader_options().options:
        yield from _option(option)
    yield from _entry("--version", "say which version this is")
    yield from _verbs()
    yield from _keys()
    yield from _settings()
    yield ".SH ENVIRONMENT"
    for name, said in _VARIABLES:
        yield from _entry(name, said)
    yield ".SH EXIT STATUS"
    for code, said in _CODES:
        yield from _entry(code, said)


def _verbs() -> Iterator[str]:
    yield ".SH VERBS"
    yield _text("All take --library, --no-sync and --json.")
    for verb in verb_options():
        yield f".SS {_text(f'diptych {verb.name} {verb.usage}'.rstrip())}"
        yield _text(verb.description)
        for option in verb.options:
            if not _SHARED.intersection(option.names):
                yield from _option(option)


def _keys() -> Iterator[str]:
    yield ".SH KEYS"
    for home, heading in HOMES.items():
        commands = [command for command in commands_of(home) if command.keys]
        if commands:
            yield f".SS {_text(heading)}"
        for command in commands:
            yield from _entry(" ".join(map(key_name, command.keys)), command.help)


def _settings() -> Iterator[str]:
    yield ".SH SETTINGS"
    yield _text("One TOML file; diptych config says where it is and all that it may hold.")
    for setting in PLAIN:
        yield from _entry(setting.name, f"{setting.help}: {setting.allowed}")
    yield from _entry("keys", 'commands by name, each with its keys, such as next-match = "n,f3"')


def _option(option: Taken) -> Iterator[str]:
    takes = f" {'|'.join(option.choices)}" if option.choices else ""
    values = takes or "".join(f" {value}" for value in option.values)
    yield from _entry(f"{', '.join(option.names)}{values}", option.help)


def _entry(name: str, said: str) -> Iterator[str]:
    """Give a tagged paragraph."""
    yield ".TP"
    yield f".B {_text(name)}"
    yield _text(said)


def _text(text: str) -> str:
    """Give a line of text of which roff takes nothing for a request or an escape."""
    shown = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    shown = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in shown)
    return f"\\&{shown}" if shown[:1] in {".", "'"} else shown
