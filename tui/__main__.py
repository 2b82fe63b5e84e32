"""Where the `diptych` command begins."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command; give its exit code."""
    # Loading makes objects that stay; looking for garbage among them takes a tenth of the start.
    # Whoever has loaded what it needs turns the search for garbage on again.
    gc.disable()
    try:
        from tui.cli import main as run  # noqa: PLC0415 - an interrupt while importing is caught

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("diptych: interrupted\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
