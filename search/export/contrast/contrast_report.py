"""What is told of two compared sources, decided once: interfaces lay it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.article_words import UNKNOWN_SOURCE
from search.export.contrast.contrast_words import (
    MEANING,
    lack_note,
    level_note,
    scope_note,
    size_notes,
    stories_note,
    used_more,
    wording_note,
)
from search.sides import Sides

if TYPE_CHECKING:
    from search.compare.gathered_wording import GatheredWording, Replacement
    from search.keyness import Contrast, Preference


class UsedMore(NamedTuple):
    """The words that one source uses more, the most telling first, and how many are left out."""

    title: str
    words: tuple[Preference, ...]
    left_out: int


class WordingTold(NamedTuple):
    """What one source puts in place of what the other says, and how many are left out."""

    title: str
    note: str
    replacements: tuple[Replacement, ...]
    left_out: int


class ContrastReport(NamedTuple):
    """All that is told of two sources, as text of the library has it: not safe for a terminal.

    Attributes:
        names: what each is called.
        facts: the size and the months of each.
        notes: how many stories both tell, where that is known, and of which articles the words are.
        level: how many words are significant; why there are none, if there are none.
        used: what each uses more; a side may have no words.
        wording: None if it wasn't gathered.
        meaning: how the figures are to be read; empty if there are none.
    """

    names: Sides[str]
    facts: Sides[str]
    notes: tuple[str, ...]
    level: str
    used: Sides[UsedMore]
    wording: WordingTold | None
    meaning: str


def contrast_report(
    contrast: Contrast, limit: int | None = None, wording: GatheredWording | None = None
) -> ContrastReport:
    """Give what is told, with at most `limit` words of each side and as many replacements.

    Cost: linear in the words.
    """
    left, right = (
        UNKNOWN_SOURCE if name is None else name for name in (contrast.left, contrast.right)
    )
    told = None
    if wording is not None:
        shown = wording.replacements[:limit]
        more = len(wording.replacements) - len(shown)
        told = WordingTold("In place of each other", wording_note(wording), shown, more)
    notes = (stories_note(contrast.stories), scope_note(contrast))
    return ContrastReport(
        Sides(left, right),
        Sides(*size_notes(contrast)),
        tuple(filter(None, notes)),
        lack_note(contrast) or level_note(contrast),
        Sides(_used(contrast, 1, left, limit), _used(contrast, -1, right, limit)),
        told,
        MEANING if contrast.preferences else "",
    )


def _used(contrast: Contrast, sign: int, name: str, limit: int | None) -> UsedMore:
    words = used_more(contrast, sign)
    shown = tuple(words[:limit])
    return UsedMore(f"Used more by {name}", shown, len(words) - len(shown))


def more_note(left_out: int) -> str:
    """Say how many rows are left out; empty if none is."""
    return f"… and {left_out:,} more" if left_out else ""


def word_heads(report: ContrastReport) -> tuple[str, ...]:
    """Give the heads of the columns of a word; see `word_cells`."""
    names = report.names.both
    return ("word", *names, *(f"{name}, in 10,000 words" for name in names), "z")


def word_cells(contrast: Contrast, one: Preference) -> tuple[str, ...]:
    """Give a word, its times and rates on both sides, and its z if that is significant."""
    rates = contrast.rates(one)
    times = (f"{one.left:,}", f"{one.right:,}", f"{rates.left:,.1f}", f"{rates.right:,.1f}")
    return (one.word, *times, f"{one.z:.1f}" if one.significant else "")


def wording_heads(report: ContrastReport) -> tuple[str, ...]:
    """Give the heads of the columns of a replacement; see `wording_cells`."""
    return (*report.names.both, "times", "stories")


def wording_cells(one: Replacement) -> tuple[str, ...]:
    """Give what stands in place of what, in how many pairs of sentences and in how many stories."""
    return (one.left, one.right, f"{one.times:,}", f"{one.stories:,}")
