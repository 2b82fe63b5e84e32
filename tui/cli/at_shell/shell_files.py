"""The files for a shell, and where they belong below a prefix such as `/usr`."""

from __future__ import annotations

from tui.cli.at_shell.bash_completion import bash_completion
from tui.cli.at_shell.fish_completion import fish_completion
from tui.cli.at_shell.manual_page import manual_page
from tui.cli.at_shell.zsh_completion import zsh_completion


def shell_files() -> dict[str, str]:
    """Give each file's path below a prefix, and its text."""
    return {
        "share/man/man1/diptych.1": manual_page(),
        "share/bash-completion/completions/diptych": bash_completion(),
        "share/zsh/site-functions/_diptych": zsh_completion(),
        "share/fish/vendor_completions.d/diptych.fish": fish_completion(),
    }
