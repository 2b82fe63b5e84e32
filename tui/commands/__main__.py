"""Print docs/keys.md."""

from __future__ import annotations

import sys

from tui.commands.keys_page import markdown

sys.stdout.write(markdown())
