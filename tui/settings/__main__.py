"""Print docs/settings.md."""

from __future__ import annotations

import sys

from tui.settings.settings_page import markdown

sys.stdout.write(markdown())
