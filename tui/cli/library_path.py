"""Which library is meant. Loads next to nothing: the reader's first frame waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from search import bundled
from tui import settings
from tui.cli.streams import tell
from tui.commands import COMMANDS

if TYPE_CHECKING:
    import argparse


def library(asked: argparse.Namespace) -> Path:
    """Give the library that was asked for, else the configured one, else the bundled one."""
    if asked.library is not None:
        return _at(Path(asked.library))
    chosen = configured()
    for fault in chosen.faults:
        tell(fault)
    return _at(chosen.library or bundled())


def _at(path: Path) -> Path:
    """Read `~`, which no shell has read in the settings; a user who isn't known stays a name."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def configured() -> settings.Settings:
    """Read the settings."""
    return settings.load({command.id for command in COMMANDS})
