"""Completions for zsh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.at_shell.verb_options import reader_options, verb_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.cli.at_shell.verb_options import Taken, VerbOptions

_HEAD = """\
#compdef diptych
# Completions of diptych for zsh. Made by python -m tui.cli.at_shell from its own tables.

_diptych() {
    local curcontext=$curcontext state line
    typeset -A opt_args
    local -a verbs
    verbs=("""

_BETWEEN = """\
    )
    local verb= word
    for word in ${words[2,CURRENT-1]}; do
        if (( ${verbs[(I)${(b)word}:*]} )); then
            verb=$word
            break
        fi
    done
    case $verb in"""

_TAIL = """\
    esac
    if [[ $state == first ]]; then
        _describe -t verbs verb verbs
        _files
    fi
}

_diptych "$@"
"""


def zsh_completion() -> str:
    """Give the script."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    for verb in verb_options():
        yield f"        {_quoted(f'{verb.name}:{verb.summary}')}"
    yield _BETWEEN
    for verb in verb_options():
        yield f"        {verb.name})"
        others = [_argument(place, one) for place, one in enumerate(verb.arguments, 2)]
        yield from _arguments(verb, ["'1:verb:'", *others])
        yield "            ;;"
    yield "        *)"
    reader = reader_options()
    yield from _arguments(reader, ["'--version[say which version this is]'", "'1:verb:->first'"])
    yield "            ;;"
    yield _TAIL


def _arguments(verb: VerbOptions, others: list[str]) -> Iterator[str]:
    yield "            _arguments -C \\"
    rows = [row for option in verb.options for row in _option(option)] + others
    for row in rows[:-1]:
        yield f"                {row} \\"
    yield f"                {rows[-1]}"


def _option(option: Taken) -> Iterator[str]:
    said = option.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
    values = "".join(f":{value.lower()}:{_action(option)}" for value in option.values)
    for name in option.names:
        yield _quoted(f"*{name}[{said}]{values}" if values else f"{name}[{said}]{values}")


def _argument(place: int, argument: Taken) -> str:
    """Give an argument; the first of a verb is the second word."""
    where = "*" if argument.many else str(place)
    return _quoted(f"{where}:{argument.values[0].lower()}:{_action(argument)}")


def _action(one: Taken) -> str:
    match one.kind:
        case "choice":
            return f"({' '.join(one.choices)})"
        case "folder":
            return "_files -/"
        case "file":
            return "_files"
        case _:
            return ""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
