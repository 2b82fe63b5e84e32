"""What a shell knows of the command: its manual page, and completions for bash, zsh and fish.

All are made from the list of verbs, the parsers of the verbs, the table of commands and that of
settings; `python -m tui.cli.at_shell` writes them into `share/`, from where the wheel installs
them.
"""

from tui.cli.at_shell.shell_files import shell_files

__all__ = ["shell_files"]
