"""The entry point of the `diptych` command."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command and return its exit code."""
    # Imports make objects that stay; collecting garbage among them takes a tenth of the start.
    # Garbage collection is turned on again once everything needed is loaded.
    gc.disable()
    try:
        from tui.cli import main as run  # noqa: PLC0415 - an interrupt while importing is caught

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("diptych: interrupted\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
