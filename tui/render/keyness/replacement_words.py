"""What one source puts in place of what another says, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import counted
from tui.render.keyness.source_facts import source_name
from tui.render.safe import safe

if TYPE_CHECKING:
    from search import Contrast, Replacement


def replacement_line(one: Replacement) -> str:
    """Give the phrases with their counts: `struggled → failed  3 times in 2 stories`."""
    where = f"{counted(one.times, 'time')} in {counted(one.stories, 'story', 'stories')}"
    return f"{safe(one.left)} → {safe(one.right)}  {where}"


def replacement_examples(contrast: Contrast, one: Replacement) -> str:
    """Give the first example: the sentence of each source, after its name."""
    if not one.examples:
        return ""
    first = one.examples[0]
    left, right = source_name(contrast.left), source_name(contrast.right)
    return f"{left}: {safe(first.left_text)}\n{right}: {safe(first.right_text)}"
