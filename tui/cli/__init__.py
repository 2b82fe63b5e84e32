"""The command line: every verb without a screen, and the way into the reader."""

from tui.cli.run import main

__all__ = ["main"]
