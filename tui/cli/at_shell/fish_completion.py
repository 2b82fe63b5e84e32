"""Completions for fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.at_shell.verb_options import reader_options, verb_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.cli.at_shell.verb_options import Taken

_HEAD = "# Completions of diptych for fish. Made by python -m tui.cli.at_shell from its own tables."
_NO_VERB = "__fish_use_subcommand"


def fish_completion() -> str:
    """Give the script."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield ""
    for verb in verb_options():
        yield f"complete -c diptych -n {_NO_VERB} -a {verb.name} -d {_quoted(verb.summary)}"
    yield f"complete -c diptych -n {_NO_VERB} -l version -d 'say which version this is'"
    for option in reader_options().options:
        yield _option(option, _NO_VERB)
    for verb in verb_options():
        yield ""
        seen = _quoted(f"__fish_seen_subcommand_from {verb.name}")
        for option in verb.options:
            yield _option(option, seen)
        for argument in verb.arguments:
            if argument.choices:
                yield f"complete -c diptych -n {seen} -a {_quoted(' '.join(argument.choices))}"


def _option(option: Taken, condition: str) -> str:
    names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
    match option.kind:
        case "choice":
            takes = f" -x -a {_quoted(' '.join(option.choices))}"
        case "folder":
            takes = " -x -a '(__fish_complete_directories)'"
        case "file":
            takes = " -r -F"
        case "text":
            takes = " -x"
        case "nothing":
            takes = ""
    return f"complete -c diptych -n {condition} {names}{takes} -d {_quoted(option.help)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
