"""What is installed, found and broken, each with what would mend it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.cli.streams import write, write_json
from tui.cli.verbs.doctor.library_checks import library_checks
from tui.cli.verbs.doctor.program_checks import program_checks
from tui.cli.verbs.doctor.terminal_checks import terminal_checks

if TYPE_CHECKING:
    import argparse

_DONE, _BROKEN = 0, 3


def examine(asked: argparse.Namespace) -> int:
    """Look at everything; give 0 when all is well, else 3."""
    checks = [*program_checks(), *terminal_checks(), *library_checks(asked)]
    well = all(check.ok for check in checks)
    if asked.json:
        write_json({"ok": well, "checks": [asdict(check) for check in checks]})
        return _DONE if well else _BROKEN
    for check in checks:
        write(f"{'ok' if check.ok else '!!'}  {check.name}: {check.value}")
        if check.mend:
            write(f"    {check.mend}")
    return _DONE if well else _BROKEN
