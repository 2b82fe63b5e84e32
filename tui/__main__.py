"""Where the `diptych` command begins."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command; give its exit code."""
    try:
        from tui.cli import main as run  # noqa: PLC0415 - an interrupt while importing is caught

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
