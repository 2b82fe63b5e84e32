"""The layout of an article: its parts cut into lines of one column."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.render.article_facts import byline, lacking, minutes, moment
from tui.render.listed_words import ListedWords
from tui.render.passages.page_notes import NOTE_SIGN, whole_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from search import Article, Block, BlockKind, Span
    from tui.render.paint import Mark
    from tui.render.passages.page_notes import PageNote

PartKind: TypeAlias = (
    "BlockKind | Literal['title', 'byline', 'dateline', 'tags', 'remark', 'fold', 'note']"
)

_INDENTS = {
    "quote": ("│ ", "│ "),
    "caption": ("▫ ", "  "),
    "list": ("• ", "  "),
    "code": ("  ", "    "),
    "boilerplate": ("  ", "  "),
}
_MOST_INWARDS = 12
"""Cells that a block is set in, at most: a column can be 30 cells."""
_NO_TEXT = frozenset({"fold", "note", "remark"})
_SIGNED = re.compile(r"[•·▪◦‣●○■□▶►*–—-]\s|\(?\w{1,3}[.)]\s")
_CELLS_APART = " | "
_NONE_LISTED = ListedWords()
_HEAD = {"title": -6, "byline": -5, "dateline": -4, "tags": -3, "remark": -2, "note": -1}
_REMARK = (f"{NOTE_SIGN} ", "  ")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the places to highlight in it.

    Attributes:
        title_spans: matches in `article.title`.
        spans: matches in each of `article.blocks`, in the same order.
        tags, notes: what the reader marked of it.
        listed: the words of standing lists.
        left: where an earlier session left the article; None at its top.
        furniture: places in folded text that the query doesn't look at, by block.
        earlier: how many versions of it its publisher has changed since.
    """

    article: Article
    title_spans: tuple[Span, ...] = ()
    spans: tuple[tuple[Span, ...], ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[PageNote, ...] = ()
    listed: ListedWords = _NONE_LISTED
    left: Place | None = None
    furniture: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    earlier: int = 0

    @property
    def lit(self) -> tuple[object, object]:
        """All highlighted places, to compare with another reading's."""
        return self.title_spans, self.spans

    @property
    def matches(self) -> int:
        """How many places are highlighted."""
        return len(self.title_spans) + sum(map(len, self.spans))

    def lit_in(self, block: int) -> tuple[Span, ...]:
        """Give the highlighted places of a block; none for one that wasn't looked at."""
        return self.spans[block] if block < len(self.spans) else ()

    def found_in(self, block: int) -> tuple[Span, ...]:
        """Give the places of a block to light where it is shown, folded text included."""
        return self.lit_in(block) or self.furniture.get(block, ())


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text that is wrapped by itself.

    Attributes:
        block: its index in the article's blocks; below 0 for the head, and for a fold the first
            block it hides.
        spans: what is highlighted in `text`.
        first, rest: prefixes of the first line and of the others.
        base: what is added to offsets in the text for positions, as of parts of one block.
        listed: the words of standing lists in `text`.
        pads: where blank cells are put into `text` on screen, and how many, in order.
    """

    kind: PartKind
    text: str
    block: int
    spans: tuple[Span, ...] = ()
    first: str = ""
    rest: str = ""
    base: int = 0
    listed: tuple[Mark, ...] = ()
    pads: tuple[tuple[int, int], ...] = ()

    def offset(self, shown: int) -> int:
        """Give the offset in the text of a character of a line without its prefix."""
        for at, blank in self.pads:
            if shown <= at:
                break
            shown -= min(blank, shown - at)
        return shown

    @property
    def is_text(self) -> bool:
        """Whether it is a block of the article, as it was written."""
        return self.block >= 0 and self.kind not in _NO_TEXT


class PageLine(NamedTuple):
    """One line: `parts[part].text[start:stop]`; `part` is -1 for a blank line."""

    part: int
    start: int
    stop: int


class Place(NamedTuple):
    """A reading position: a block and an offset in its text.

    `offset` is -1 on the line of a fold, and -2 on the blank line before a block.
    """

    block: int
    offset: int


class Match(NamedTuple):
    """A highlighted place: `parts[part].text[start:stop]`, which begins on `line`."""

    part: int
    start: int
    stop: int
    line: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article cut into lines no wider than the column.

    Attributes:
        matches: in reading order, the title's first.
    """

    parts: tuple[Part, ...]
    lines: tuple[PageLine, ...]
    matches: tuple[Match, ...]
    _places: tuple[Place, ...] = field(default=(), repr=False)

    def matches_on(self, line: PageLine) -> Iterator[tuple[int, Match]]:
        """Yield the matches that a line shows at least in part, numbered. Cost: logarithmic."""
        part, start, stop = line
        at = bisect_right(self.matches, (part, start, 0, 0)) - 1
        for i in range(max(0, at), len(self.matches)):
            match = self.matches[i]
            if (match.part, match.start) >= (part, stop):
                return
            if match.part == part and match.stop > start:
                yield i, match

    def text_of(self, number: int) -> str:
        """Give the text of a match, by its number from 0 on; raise IndexError."""
        part, start, stop, _ = self.matches[number]
        return self.parts[part].text[start:stop]

    def number(self, block: int, start: int) -> int | None:
        """Find the match that begins at an offset of a block; None if there is none."""
        for number, match in enumerate(self.matches):
            if match.start == start and self.parts[match.part].block == block:
                return number
        return None

    def place(self, line: int) -> Place:
        """Give the position of a line; beyond the ends, of the first or last line."""
        if not self._places:
            return Place(_HEAD["title"], 0)
        return self._places[max(0, min(line, len(self._places) - 1))]

    def line(self, place: Place) -> int:
        """Give the line of a position, or the last line before it. Cost: logarithmic."""
        return max(0, bisect_right(self._places, place) - 1)


def parts(reading: Reading, unfolded: frozenset[int] = frozenset()) -> tuple[Part, ...]:
    """Give an article's parts in reading order, its head first.

    A note on text that isn't here stands below the head and again at the end. Adjacent blocks
    of boilerplate are one fold, which is shown in full if anything in it is lit; `unfolded` has the
    first block of each other one to show in full.
    """
    listed = reading.listed
    if not listed.counts:
        return tuple(_parts(reading, unfolded))
    return tuple(
        replace(part, listed=listed.title if part.kind == "title" else listed.marks(part.block))
        for part in _parts(reading, unfolded)
    )


def _parts(reading: Reading, unfolded: frozenset[int]) -> Iterator[Part]:
    article = reading.article
    spans = reading.title_spans if article.title else ()
    yield Part("title", article.label, _HEAD["title"], spans)
    yield Part("byline", byline(article.source, article.authors), _HEAD["byline"])
    words = sum(len(block.text.split()) for _, block in article.story)
    dateline = f"{moment(article.published)} · {minutes(words)} min"
    if count := reading.earlier:
        dateline += f" · {count:,} earlier version{'' if count == 1 else 's'}"
    yield Part("dateline", dateline, _HEAD["dateline"])
    yield from _marked_parts(reading)
    lacks = lacking(article)
    if lacks:
        yield Part("note", lacks, _HEAD["note"])
    for run in _runs(article):
        block = article.blocks[run[0]]
        if block.kind != "boilerplate":
            yield Part(block.kind, block.text, run[0], reading.lit_in(run[0]), *_indents(block))
            continue
        is_open = run[0] in unfolded or any(map(reading.lit_in, run))
        sign = "▾" if is_open else "▸"
        lines = "line" if len(run) == 1 else "lines"
        label = f"{sign} {len(run)} {lines} of page furniture"
        if count := sum(len(reading.furniture.get(i, ())) for i in run):
            label += f" · {count:,} {'match' if count == 1 else 'matches'}"
        yield Part("fold", label, run[0])
        if is_open:
            for i in run:
                block = article.blocks[i]
                yield Part(block.kind, block.text, i, reading.found_in(i), *_indents(block))
    if lacks:
        yield Part("note", lacks, len(article.blocks))


def _marked_parts(reading: Reading) -> Iterator[Part]:
    """Yield the tags, and the notes that are on no passage of the text."""
    if reading.tags:
        yield Part("tags", "  ".join(f"#{name}" for name in reading.tags), _HEAD["tags"])
    base = 0
    for note in whole_notes(reading.notes):
        for number, text in enumerate(note.paragraphs):
            first, rest = _REMARK
            yield Part("remark", text, _HEAD["remark"], (), rest if number else first, rest, base)
            base += len(text) + 1


def _indents(block: Block) -> tuple[str, str]:
    """Give the prefixes of a block's lines; a list's row or item with a sign of its own has none."""
    inwards = " " * min(block.depth * (2 if block.kind == "list" else 1), _MOST_INWARDS)
    first, rest = _plain_indents(block)
    return inwards + first, inwards + rest


def _plain_indents(block: Block) -> tuple[str, str]:
    if block.kind == "list" and (_SIGNED.match(block.text) or _CELLS_APART in block.text):
        return ("  ", "    ")
    return _INDENTS.get(block.kind, ("", ""))


def _runs(article: Article) -> Iterator[list[int]]:
    """Yield lists of blocks: each block of the story alone, adjacent boilerplate together."""
    run: list[int] = []
    for i, block in enumerate(article.blocks):
        if block.kind == "boilerplate":
            run.append(i)
            continue
        if run:
            yield run
            run = []
        yield [i]
    if run:
        yield run
