"""The passage of an article that is marked: a sentence, and a word in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.passages.page_sentences import (
    first_sentence,
    line_of,
    next_sentence,
    sentence_at,
    text_of,
    words_of,
)

if TYPE_CHECKING:
    from tui.render.article_page import ArticlePage, Match
    from tui.render.passages.stretch import Stretch


class PassageCursor:
    """Which sentence is marked, if any.

    Attributes:
        at: the marked sentence; None without.
        word: the word chosen in it; None in a sentence without words.
    """

    def __init__(self) -> None:
        self.at: Stretch | None = None
        self.word: Stretch | None = None

    def clear(self) -> None:
        """Mark nothing."""
        self.at = self.word = None

    def mark(self, page: ArticlePage, part: int, offset: int) -> None:
        """Mark the sentence of a part that an offset is in; nothing where there is no text."""
        self._take(page, sentence_at(page, part, offset), offset)

    def mark_block(self, page: ArticlePage, block: int, offset: int) -> None:
        """Mark the sentence of a block that an offset is in, if the block is shown."""
        part = _part_of(page, block)
        if part is not None:
            self.mark(page, part, offset)

    def step(self, page: ArticlePage, step: int, window: range, match: Match | None) -> None:
        """Mark the next sentence (1) or the previous (-1), from what is on screen.

        Args:
            page: what is shown.
            step: which way.
            window: the lines in view.
            match: the current match, whose sentence is marked first; None without, or out of view.
                One in the headline is in no sentence.
        """
        found: Stretch | None
        if self.at is not None and self.line(page) in window:
            found = next_sentence(page, self.at, step) or self.at
        elif match is not None and page.parts[match.part].is_text:
            self.mark(page, match.part, match.start)
            return
        else:
            found = first_sentence(page, window, step) or self.at
        self._take(page, found, found.start if found else 0)

    def step_word(self, page: ArticlePage, step: int) -> None:
        """Choose the next word of the sentence (1) or the previous (-1); stops at its ends."""
        if self.at is None:
            return
        words = words_of(page, self.at)
        if words:
            now = words.index(self.word) if self.word in words else -step
            self.word = words[max(0, min(now + step, len(words) - 1))]

    def place(self, page: ArticlePage) -> tuple[int, int, int] | None:
        """Give the part that the marked sentence is in, and its span there; None without."""
        if self.at is None:
            return None
        part = _part_of(page, self.at.block)
        return (part, self.at.start, self.at.stop) if part is not None else None

    def line(self, page: ArticlePage) -> int | None:
        """Give the line on which the marked sentence begins; None without."""
        place = self.place(page)
        return line_of(page, *place[:2]) if place is not None else None

    def lines(self, page: ArticlePage) -> range | None:
        """Give the lines of the marked sentence and of the notes below it; None without."""
        place = self.place(page)
        if place is None:
            return None
        part, start, stop = place
        first, last = line_of(page, part, start), line_of(page, part, max(start, stop - 1))
        if first is None or last is None:
            return None
        while last + 1 < len(page.lines) and _is_inlaid(page, last + 1, page.parts[part].block):
            last += 1
        return range(first, last + 1)

    def text(self, page: ArticlePage) -> str:
        """Give the marked sentence as it was written; empty without."""
        return text_of(page, self.at) if self.at is not None else ""

    def word_text(self, page: ArticlePage) -> str:
        """Give the chosen word; empty without."""
        return text_of(page, self.word) if self.word is not None else ""

    def _take(self, page: ArticlePage, found: Stretch | None, offset: int) -> None:
        """Mark a sentence, and the word of it that an offset is in, or the first after it."""
        self.at, self.word = found, None
        if found is not None:
            words = words_of(page, found)
            after = [word for word in words if word.stop > offset]
            self.word = next(iter(after or words[-1:]), None)


def _part_of(page: ArticlePage, block: int) -> int | None:
    parts = enumerate(page.parts)
    return next((at for at, part in parts if part.is_text and part.block == block), None)


def _is_inlaid(page: ArticlePage, line: int, block: int) -> bool:
    number = page.lines[line].part
    part = page.parts[number] if number >= 0 else None
    return part is not None and part.kind == "remark" and part.block == block
