"""Checks of the program: its packages, its folders, its settings, and the clock."""

from __future__ import annotations

import os
import platform
import time
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from search import substitute_home, user_folder
from tui import settings
from tui.cli.library_path import configured
from tui.cli.verbs.doctor.check import Check
from tui.remembered import ChosenTheme
from tui.settings.theme_names import with_theme_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES = (
    "diptych",
    "textual",
    "rich",
    "whoosh3",
    "numpy",
    "platformdirs",
    "charset-normalizer",
    "tomlkit",
)
_EXTRAS = (
    ("trafilatura", "pages", "web pages"),
    ("pypdf", "pdf", "PDF documents"),
    ("fastwarc", "warc", "web archives"),
    ("opensearch-py", "archive", "archives on OpenSearch"),
    ("protego", "web", "patterns in robots.txt"),
    ("brotli", "web", "pages packed as br"),
)
"""Packages that come with an extra of ours: which, and what they read."""
_KINDS: tuple[Literal["cache", "config", "data", "state"], ...] = (
    "cache",
    "config",
    "data",
    "state",
)
_A_DAY = 86_400


def program_checks() -> Iterator[Check]:
    """Check what is installed, where it may write, and the user's settings."""
    yield Check("python", ok=True, value=f"{platform.python_version()} on {platform.platform()}")
    for package in _PACKAGES:
        try:
            found = metadata.version(package)
        except metadata.PackageNotFoundError:
            yield Check(package, ok=False, value="not installed", mend="install diptych anew")
        else:
            yield Check(package, ok=True, value=found)
    yield from _extras()
    yield _clock()
    yield from _folders()
    yield from _settings()


def _extras() -> Iterator[Check]:
    """Say which extras are installed; that one isn't is no fault, and what it takes is told."""
    for package, extra, what in _EXTRAS:
        try:
            found = f"{metadata.version(package)}, reads {what}"
        except metadata.PackageNotFoundError:
            found = f"not installed, so {what} aren't read: pip install 'diptych[{extra}]'"
        yield Check(package, ok=True, value=found)


def _clock() -> Check:
    """Compare the clock with the time when this program was installed."""
    now = time.time()
    found = f"{datetime.fromtimestamp(now, UTC):%Y-%m-%d %H:%M} UTC"
    if now + _A_DAY < Path(__file__).stat().st_mtime:
        found = f"{found}, which is before this program was installed"
        return Check("clock", ok=False, value=found, mend="set the clock")
    return Check("clock", ok=True, value=found)


def _folders() -> Iterator[Check]:
    """Check the home folder and the variables that name folders."""
    stand_in = substitute_home()
    home = os.environ.get("HOME", "")
    found = f'HOME is "{home}"' if "HOME" in os.environ else "HOME is not set"
    if stand_in:
        found = f"{found}: no home that can be written to; {stand_in} stands in, and may be emptied"
        remedy = "set HOME to a folder of yours that can be written to, or XDG_CACHE_HOME and so on"
        yield Check("home", ok=False, value=found, mend=remedy)
    elif not Path(home).is_absolute():
        found = f"{found}; the one that the system knows of the user is taken"
        yield Check("home", ok=True, value=found)
    else:
        yield Check("home", ok=True, value=home)
    for kind in _KINDS:
        name = f"XDG_{kind.upper()}_HOME"
        value = os.environ.get(name, "")
        if value and not Path(value).is_absolute():
            found = f"{name}={value} is no absolute path, so it isn't followed"
            yield Check(
                "variable", ok=False, value=found, mend=f"make it absolute, or unset {name}"
            )
        elif value and not _writable(user_folder(kind)):
            found = f"{name}={value} can't be written to"
            remedy = f"make it a folder that can be written to, or unset {name}"
            yield Check("variable", ok=kind == "config", value=found, mend=remedy)


def _writable(folder: Path) -> bool:
    nearest = next(one for one in (folder, *folder.parents) if os.access(one, os.F_OK))
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _settings() -> Iterator[Check]:
    path = settings.settings_path()
    faults = with_theme_problem(configured()).faults
    for fault in faults:
        yield Check("settings", ok=False, value=fault, mend=f"mend or delete {path}")
    if not faults:
        value = str(path) if os.access(path, os.F_OK) else f"none ({path})"
        yield Check("settings", ok=True, value=value)
    for fault in ChosenTheme(None).faults():
        remedy = "nothing is lost that can be read; look into that file, or delete it"
        yield Check("remembered", ok=False, value=fault, mend=remedy)
