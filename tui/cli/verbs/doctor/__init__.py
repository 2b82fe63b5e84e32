"""`diptych doctor`: what is installed, found and broken, each with how to repair it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.cli.arguments import add_library
from tui.cli.exit_codes import DONE, FAILED
from tui.cli.streams import write_json
from tui.cli.styled_lines import write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse

    from tui.cli.verbs.doctor.check import Check


def _run(arguments: argparse.Namespace) -> int:
    checks = _checks(arguments)
    ok = all(check.ok for check in checks)
    if arguments.json:
        write_json({"ok": ok, "checks": [asdict(check) for check in checks]})
        return DONE if ok else FAILED
    for check in checks:
        write(f"{'ok' if check.ok else '!!'}  {check.name}: {check.value}")
        if check.mend:
            write(f"    {check.mend}")
    return DONE if ok else FAILED


def _checks(arguments: argparse.Namespace) -> list[Check]:
    from tui.cli.verbs.doctor.library_checks import library_checks  # noqa: PLC0415 - --help doesn't wait for what is checked
    from tui.cli.verbs.doctor.program_checks import program_checks  # noqa: PLC0415 - as above
    from tui.cli.verbs.doctor.terminal_checks import terminal_checks  # noqa: PLC0415 - as above

    return [*program_checks(), *terminal_checks(), *library_checks(arguments)]


VERB = Verb("Say what is installed, found, broken, and how to mend it.", add_library, _run)
