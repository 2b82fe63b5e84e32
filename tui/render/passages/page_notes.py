"""The reader's notes as an article's page shows them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.render.passages.stretch import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search import PlacedNote

NOTE_SIGN = "✎"
_MOST = 1_200
"""Characters of a note that are shown beside the text; the editor shows all of it."""
_LONGEST_QUOTE = 200
_MOST_NOTES = 20
"""Notes shown at one place; the screen of notes lists all."""


class PageNote(NamedTuple):
    """A note on an article, as it is shown.

    Attributes:
        number: the note's own.
        text: what the reader wrote, in any number of lines.
        quote: the passage it is on, as it stood; empty for the whole article.
        places: where that stands now, in each block it is over; none if it is lost, or there is none.
    """

    number: int
    text: str
    quote: str = ""
    places: tuple[Stretch, ...] = ()

    def touches(self, at: Stretch) -> bool:
        """Tell whether the note is on a passage that has some text of another."""
        return any(place.meets(at) for place in self.places)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What to show beside the text; see `beginning`."""
        return self.beginning(_MOST)

    def beginning(self, most: int) -> tuple[str, ...]:
        """Give the paragraphs of a note, of a longer one the first so many characters.

        A note that lost its passage says so first.
        """
        text = self.text
        if len(text) > most:
            text = text[:most].rstrip() + " … (a shows all of it)"
        lines = tuple(line for line in text.split("\n") if line.strip())
        if self.places or not self.quote:
            return lines
        dots = "…" if len(self.quote) > _LONGEST_QUOTE else ""
        quote = " ".join(self.quote[:_LONGEST_QUOTE].split())
        lost = f"Its passage is no longer in the text: “{quote}{dots}”"
        return (lost, *lines)


def page_notes(placed: Iterable[PlacedNote]) -> tuple[PageNote, ...]:
    """Give the notes of an article to show, in the order in which they were made."""
    return tuple(
        PageNote(
            one.note.number,
            one.note.text,
            one.note.passage.quote,
            tuple(Stretch(*at) for at in one.places),
        )
        for one in placed
    )


def whole_notes(notes: Iterable[PageNote]) -> tuple[PageNote, ...]:
    """Give those that stand in the head: on the whole article, or with a lost passage; not too many."""
    return tuple(islice((note for note in notes if not note.places), _MOST_NOTES))


class Inlay(NamedTuple):
    """Notes shown within a text, below the line on which a passage ends.

    Attributes:
        block, stop: where the passage ends.
        paragraphs: what to show.
    """

    block: int
    stop: int
    paragraphs: tuple[str, ...]


def inlay_for(notes: Sequence[PageNote], marked: Stretch | None) -> Inlay | None:
    """Give what to show below a marked passage; None if no note is on it."""
    if marked is None:
        return None
    there = islice((note for note in notes if note.touches(marked)), _MOST_NOTES)
    texts = tuple(text for note in there for text in note.paragraphs)
    return Inlay(marked.block, marked.stop, texts) if texts else None
