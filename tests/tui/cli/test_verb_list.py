"""The list of verbs, and what follows from it."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest

import tui.cli.verbs
from tui.cli.overview import overview
from tui.cli.request import _TAKES_VALUE
from tui.cli.verb import Verb
from tui.cli.verb_list import READER, VERB_NAMES, VERBS

if TYPE_CHECKING:
    from tui.cli.verb_list import ListedVerb

ALL = (*VERBS, READER)
LOADED = "import sys; from tui.cli import main; main(sys.argv[1:]); print(*sys.modules)"


def loaded(environment: dict[str, str], *arguments: str) -> set[str]:
    """Give the modules that a command has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_each_module_of_the_folder_is_listed_and_gives_a_verb() -> None:
    modules = {f"tui.cli.verbs.{one.name}" for one in iter_modules(tui.cli.verbs.__path__)}
    assert {one.module for one in ALL} == modules
    for module in modules:
        assert isinstance(import_module(module).VERB, Verb)


def test_names_are_unique() -> None:
    assert len(set(VERB_NAMES)) == len(VERBS)


def test_the_overview_has_a_line_of_each_verb_in_two_columns() -> None:
    lines = overview().splitlines()
    for verb in VERBS:
        row = next(i for i, line in enumerate(lines) if line.startswith(f"  {verb.name}"))
        assert lines[row].startswith(f"  {verb.name} {verb.usage}".rstrip())
        assert verb.summary in (lines[row][31:], lines[row + 1][31:])


@pytest.mark.parametrize("listed", ALL, ids=lambda one: one.name or "reader")
def test_options_with_a_value_may_stand_before_the_verb(listed: ListedVerb) -> None:
    """What `request` knows of options before it has loaded a verb, checked against the verbs."""
    verb: Verb = import_module(listed.module).VERB
    parser = ArgumentParser()
    verb.add_arguments(parser)
    valued = {
        option
        for action in parser._actions
        for option in action.option_strings
        if action.nargs is None
    }
    assert valued <= _TAKES_VALUE


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_the_overview_and_the_version_load_no_verb(
    environment: dict[str, str], arguments: list[str]
) -> None:
    modules = loaded(environment, *arguments)
    assert not [name for name in modules if name.startswith("tui.cli.verbs.")]
    assert modules.isdisjoint({"search.desk", "tui.settings", "tui.render", "rich", "dataclasses"})


@pytest.mark.parametrize("verb", VERB_NAMES)
def test_the_help_of_a_verb_loads_only_that_verb_and_no_engine(
    environment: dict[str, str], verb: str
) -> None:
    modules = loaded(environment, verb, "--help")
    module = {listed.name: listed.module for listed in VERBS}[verb]
    verbs = {name.split(".")[3] for name in modules if name.startswith("tui.cli.verbs.")}
    assert verbs == {module.rpartition(".")[2]}
    assert modules.isdisjoint({"search.desk", "search.engine", "whoosh", "numpy", "textual"})
    assert "tui.render.safe" in modules  # an error in want of file descriptors can be printed
