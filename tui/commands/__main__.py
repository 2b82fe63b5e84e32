"""Print docs/keys.md."""

from __future__ import annotations

import sys

from tui.commands.document import markdown

sys.stdout.write(markdown())
