"""The sentences and words of a laid-out article, for marking one of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.render.passages.stretch import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search import Span
    from tui.render.article_page import ArticlePage


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    from search import sentences  # noqa: PLC0415 - loaded with the desk, after the first frame

    return sentences(text)


def sentence_at(page: ArticlePage, part: int, offset: int) -> Stretch | None:
    """Give the sentence of a part that an offset is in, or the last before it; None without any."""
    shown = page.parts[part]
    if not shown.is_text:
        return None
    spans = _sentences(shown.text)
    found = next((span for span in reversed(spans) if span.start <= offset), None)
    found = found or (spans[0] if spans else None)
    return Stretch(shown.block, *found) if found else None


def first_sentence(page: ArticlePage, window: range, step: int) -> Stretch | None:
    """Give the first sentence that begins in a window (1), or the last (-1).

    If none does, it is the one that fills the window; None where there is no text.
    """
    covering: Stretch | None = None
    for number in window if step > 0 else reversed(window):
        line = page.lines[number] if number < len(page.lines) else None
        if line is None or line.part < 0 or not page.parts[line.part].is_text:
            continue
        spans = _sentences(page.parts[line.part].text)
        begin = [span for span in spans if line.start <= span.start < line.stop]
        if begin:
            return Stretch(page.parts[line.part].block, *begin[0 if step > 0 else -1])
        covering = covering or sentence_at(page, line.part, line.start)
    return covering


def next_sentence(page: ArticlePage, here: Stretch, step: int) -> Stretch | None:
    """Give the sentence after another (1), or before it (-1), in any part; None at the ends."""
    numbers = [at for at, part in enumerate(page.parts) if part.is_text]
    own = next((at for at in numbers if page.parts[at].block == here.block), None)
    if own is None:
        return None
    spans = _sentences(page.parts[own].text)
    beside = [span for span in spans if (span.start - here.start) * step > 0]
    if beside:
        return Stretch(here.block, *beside[0 if step > 0 else -1])
    later = (at for at in (numbers if step > 0 else reversed(numbers)) if (at - own) * step > 0)
    for at in later:
        spans = _sentences(page.parts[at].text)
        if spans:
            return Stretch(page.parts[at].block, *spans[0 if step > 0 else -1])
    return None


def words_of(page: ArticlePage, sentence: Stretch) -> tuple[Stretch, ...]:
    """Give the words of a sentence, in order."""
    return tuple(_words(text_of(page, sentence), sentence))


def _words(text: str, sentence: Stretch) -> Iterator[Stretch]:
    from search import tokenize  # noqa: PLC0415 - as above

    for token in tokenize(text):
        yield Stretch(sentence.block, sentence.start + token.start, sentence.start + token.stop)


def text_of(page: ArticlePage, at: Stretch) -> str:
    """Give the text of a place as it was written; empty if its block isn't shown."""
    parts = (part.text for part in page.parts if part.is_text and part.block == at.block)
    return next(parts, "")[at.start : at.stop]


def line_of(page: ArticlePage, part: int, offset: int) -> int | None:
    """Give the line of a part that has an offset, or the last before it; None without any."""
    lines = (at for at, line in enumerate(page.lines) if line.part == part)
    before = [at for at in lines if page.lines[at].start <= offset]
    return before[-1] if before else None
