"""Names of tags, and notes, as they are kept."""

from __future__ import annotations

import re

from search.marks.mark_values import LONGEST_NAME, LONGEST_NOTE
from search.text.clean import clean, one_line

_LETTER = re.compile(r"[^\W_]")


def tag_name(text: str) -> str | None:
    """Give the name of a tag as it is kept: in one line, without `#`; None for what is no name.

    A name has `LONGEST_NAME` characters at most, one of them a letter or digit.
    """
    name = one_line(clean(text)).lstrip("#").strip()
    return name if len(name) <= LONGEST_NAME and _LETTER.search(name) else None


def note_text(text: str) -> str | None:
    """Give a note as it is kept: harmless, without blank edges; None for an empty or endless one."""
    kept = clean(text).strip()
    return kept if 0 < len(kept) <= LONGEST_NOTE else None
