"""Handing something to other programs: the clipboard, the browser, an editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

from search import is_web_address
from tui.terminal import clipboard

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

    from search import Article


def web_address(article: Article) -> str | None:
    """Give an article's address if it is a web address; else None."""
    url = article.url
    return url if url is not None and is_web_address(url) else None


def copy(app: App[None], text: str) -> bool:
    """Copy a text; tell whether there is a clipboard. If not, the app has shown a warning."""
    app.copy_to_clipboard(text)
    return clipboard.available(os.environ)


def editor() -> list[str] | None:
    """Give the command of the user's editor; None if there is none."""
    for chosen in (os.environ.get("VISUAL"), os.environ.get("EDITOR"), "nano", "vi"):
        if chosen and (command := shlex.split(chosen)) and shutil.which(command[0]):
            return command
    return None


def edit(app: App[None], command: list[str], path: Path) -> None:
    """Run the editor in the terminal until it is closed; raise OSError, SuspendNotSupported."""
    with app.suspend():
        subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the user's own editor
