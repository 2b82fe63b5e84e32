"""What surrounds the tests, whoever starts them from wherever: nothing of it is to be seen in one."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

import hypothesis
import pytest
from archive_to_test import archive_to_test

if TYPE_CHECKING:
    from collections.abc import Iterator

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

_BY_PYTHON = {signal.SIGPIPE, signal.SIGXFSZ}
"""What Python itself ignores, and has its children not ignore."""

_OF_OTHERS = (
    "ALL_PROXY",
    "BROWSER",
    "CLICOLOR",
    "COLORTERM",
    "COLUMNS",
    "DISPLAY",
    "EDITOR",
    "FORCE_COLOR",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "LANGUAGE",
    "NO_PROXY",
    "LC_",
    "LINES",
    "NO_COLOR",
    "PYTHON",
    "SSH_",
    "STY",
    "TERM_PROGRAM",
    "TEXTUAL",
    "TMUX",
    "TTY_",
    "TZ",
    "VISUAL",
    "WAYLAND_DISPLAY",
    "XDG_",
)
"""How variables begin that speak of a terminal, a desktop, a Python or folders of the user's."""


def pytest_configure() -> None:
    """Ignore signals by a function, if they are ignored: children don't inherit that.

    Under nohup, or as a job in the background of a script, tests of what a signal does would else
    start programs that ignore it. The tests themselves go on ignoring it.
    """
    for number in signal.valid_signals() - _BY_PYTHON:
        if signal.getsignal(number) is signal.SIG_IGN:
            with suppress(OSError, ValueError):  # not one to be set, or not in the main thread
                signal.signal(number, lambda *_: None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a running OpenSearch where there is none; `make test-archive` runs nothing else."""
    if not archive_to_test():
        for item in items:
            if item.get_closest_marker("archive"):
                item.add_marker(pytest.mark.skip(reason="archives are tried by make test-archive"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud what wasn't tried."""
    if not archive_to_test():
        terminalreporter.write_line(
            "archives were not tried on an OpenSearch: make test-archive does"
        )


@pytest.fixture(scope="session", autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give all tests the same environment, with a home in which nothing is."""
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.upper().startswith(_OF_OTHERS) and not name.startswith("TEXTUAL_SNAPSHOT"):
                patch.delenv(name)
        patch.setenv("HOME", str(tmp_path_factory.mktemp("nobody")))
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("TERM", "xterm-256color")
        yield
