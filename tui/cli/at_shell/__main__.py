"""Write the files for a shell into the folder that is named, by default the current one."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.cli.at_shell import shell_files

for name, text in shell_files().items():
    file = Path(*sys.argv[1:2]) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
