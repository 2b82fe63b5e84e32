"""Words for files that are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.styled_lines import count

if TYPE_CHECKING:
    from search import Skipped


def skipped_words(skipped: Skipped) -> str:
    """Say in a phrase which files are passed over, and why."""
    kind = f"{skipped.suffix} file" if skipped.suffix else "file without a suffix"
    kinds = f"{skipped.suffix} files" if skipped.suffix else "files without a suffix"
    return f"{count(skipped.files, kind, kinds)}: {skipped.why}"
