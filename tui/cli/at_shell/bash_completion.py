"""Completions for bash, 3.2 (as macOS has it) and later."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from tui.cli.at_shell.verb_options import reader_options, verb_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.cli.at_shell.verb_options import Taken, VerbOptions

_HEAD = """\
# Completions of diptych for bash. Made by python -m tui.cli.at_shell from its own tables.

_diptych_words() {
    local IFS=$'\\n'
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_diptych_files() {
    local IFS=$'\\n'
    compopt -o filenames 2> /dev/null
    COMPREPLY=($(compgen "$1" -- "$cur"))
}

_diptych() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} verb= word skip=0 at
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        word=${COMP_WORDS[at]}
        if ((skip)); then
            ((skip--))
            continue
        fi
        case $word in
"""

_TAIL = """\
    if [[ $cur == -* ]]; then
        _diptych_words "$options"
        return
    fi
    case $verb in
"""


def bash_completion() -> str:
    """Give the script."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    verbs = verb_options()
    every = [option for verb in (reader_options(), *verbs) for option in verb.options]
    yield _HEAD.rstrip("\n")
    for count in (2, 1):
        names = dict.fromkeys(
            name for one in every if len(one.values) == count for name in one.names
        )
        yield f"            {' | '.join(names)}) skip={count} ;;"
    yield "            -*) ;;"
    yield "            *) verb=${verb:-$word} ;;"
    yield "        esac"
    yield "    done"
    yield "    case $prev in"
    for one in {option.names: option for option in every}.values():
        if one.kind in {"file", "folder", "text"}:
            yield f"        {' | '.join(one.names)}) {_completed(one)}; return ;;"
    yield "    esac"
    yield "    local options"
    yield "    case $verb in"
    for verb in verbs:
        yield f"        {verb.name}) options={_words(_names(verb))} ;;"
    yield f"        *) options={_words([*_names(reader_options()), '--version'])} ;;"
    yield "    esac"
    yield "    case $verb$prev in"
    for verb in verbs:
        for option in verb.options:
            if option.choices:
                pattern = " | ".join(f"{verb.name}{name}" for name in option.names)
                yield f"        {pattern}) {_completed(option)}; return ;;"
    yield "    esac"
    yield _TAIL.rstrip("\n")
    for verb in verbs:
        if (first := next((one for one in verb.arguments if one.choices), None)) is not None:
            yield f"        {verb.name}) {_completed(first)}"
            yield "            [[ $COMPREPLY ]] || _diptych_files -f ;;"
    yield f"        '') _diptych_words {_words([verb.name for verb in verbs])}"
    yield "            [[ $COMPREPLY ]] || _diptych_files -f ;;"
    yield "        *) _diptych_files -f ;;"
    yield "    esac"
    yield "}"
    yield ""
    yield "complete -F _diptych diptych"


def _names(verb: VerbOptions) -> list[str]:
    return [name for option in verb.options for name in option.names]


def _words(names: list[str]) -> str:
    """Give words as one quoted string, a line each: `compgen` splits it at the breaks."""
    return "$'" + "\\n".join(shlex.quote(name) for name in names) + "'"


def _completed(one: Taken) -> str:
    """Give the command that completes what an option or an argument takes."""
    match one.kind:
        case "choice":
            return f"_diptych_words {_words(list(one.choices))}"
        case "folder":
            return "_diptych_files -d"
        case "file":
            return "_diptych_files -f"
        case _:
            return ":"
