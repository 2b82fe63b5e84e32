"""An article laid out as lines of one column, by offset."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.render.article_facts import byline, left_out, minutes, moment
from tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search import Article, BlockKind, Span

PartKind: TypeAlias = "BlockKind | Literal['title', 'byline', 'dateline', 'fold', 'note']"

_INDENTS = {
    "quote": ("│ ", "│ "),
    "caption": ("▫ ", "  "),
    "list": ("• ", "  "),
    "boilerplate": ("  ", "  "),
}
_HEAD = {"title": -4, "byline": -3, "dateline": -2, "note": -1}


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the places that are to be lit.

    Attributes:
        title_spans: matches in `article.title`.
        spans: matches in each of `article.blocks`, in the same order; boilerplate has none.
    """

    article: Article
    title_spans: tuple[Span, ...] = ()
    spans: tuple[tuple[Span, ...], ...] = ()

    @property
    def lit(self) -> tuple[object, object]:
        """What is lit, to be compared with what was lit before."""
        return self.title_spans, self.spans

    @property
    def matches(self) -> int:
        """How many places are lit."""
        return len(self.title_spans) + sum(map(len, self.spans))

    def match(self, number: int) -> str:
        """Give the text of a lit place, counted from 0 in reading order; raise IndexError."""
        texts = [(self.article.label, self.title_spans)]
        texts += zip((block.text for block in self.article.blocks), self.spans, strict=False)
        return [text[a:b] for text, spans in texts for a, b in spans][number]

    def number(self, block: int, start: int) -> int | None:
        """Find the lit place that begins at an offset of a block; None where nothing is lit."""
        before = len(self.title_spans) + sum(map(len, self.spans[:block]))
        starts = [span.start for span in self.spans[block]] if block < len(self.spans) else []
        return before + starts.index(start) if start in starts else None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text that is wrapped by itself.

    Attributes:
        block: its place in the article's blocks; below 0 for the head, the first block of the
            run for a fold.
        spans: what is lit in `text`.
        first, rest: what stands before the first line and before the others.
    """

    kind: PartKind
    text: str
    block: int
    spans: tuple[Span, ...] = ()
    first: str = ""
    rest: str = ""


class PageLine(NamedTuple):
    """One line: `parts[part].text[start:stop]`; `part` is -1 for a blank line."""

    part: int
    start: int
    stop: int


class Place(NamedTuple):
    """Where a reader is: a block and an offset in its text.

    `offset` is -1 on a fold's line, and -2 on the blank line before a block.
    """

    block: int
    offset: int


class Match(NamedTuple):
    """A lit place: `parts[part].text[start:stop]`, which begins on `line`."""

    part: int
    start: int
    stop: int
    line: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Parts cut into lines no wider than the column.

    Attributes:
        matches: in reading order: title first, then the story.
    """

    parts: tuple[Part, ...]
    lines: tuple[PageLine, ...]
    matches: tuple[Match, ...]
    _places: tuple[Place, ...] = field(default=(), repr=False)

    def matches_on(self, line: PageLine) -> Iterator[tuple[int, Match]]:
        """Yield the matches a line shows a piece of, each with its number. Cost: logarithmic."""
        part, start, stop = line
        at = bisect_right(self.matches, (part, start, 0, 0)) - 1
        for i in range(max(0, at), len(self.matches)):
            match = self.matches[i]
            if (match.part, match.start) >= (part, stop):
                return
            if match.part == part and match.stop > start:
                yield i, match

    def place(self, line: int) -> Place:
        """Say what stands on a line; beyond the ends, on the first or last."""
        if not self._places:
            return Place(_HEAD["title"], 0)
        return self._places[max(0, min(line, len(self._places) - 1))]

    def line(self, place: Place) -> int:
        """Find the line that holds a place, or the last before it. Cost: logarithmic."""
        return max(0, bisect_right(self._places, place) - 1)


def parts(reading: Reading, opened: frozenset[int] = frozenset()) -> tuple[Part, ...]:
    """Give an article's parts in reading order, its head first.

    What was left out of it is said below the head and again at the end.

    Boilerplate that stands together is one fold; `opened` holds the first block of each fold
    that shows its lines too.
    """
    return tuple(_parts(reading, opened))


def _parts(reading: Reading, opened: frozenset[int]) -> Iterator[Part]:
    article = reading.article
    spans = reading.title_spans if article.title else ()
    yield Part("title", article.label, _HEAD["title"], spans)
    yield Part("byline", byline(article.source, article.authors), _HEAD["byline"])
    words = sum(len(block.text.split()) for _, block in article.story)
    yield Part("dateline", f"{moment(article.published)} · {minutes(words)} min", _HEAD["dateline"])
    if article.cuts:
        yield Part("note", left_out(article.cuts), _HEAD["note"])
    for run in _runs(article):
        block = article.blocks[run[0]]
        if block.kind != "boilerplate":
            lit = reading.spans[run[0]] if run[0] < len(reading.spans) else ()
            yield Part(block.kind, block.text, run[0], lit, *_INDENTS.get(block.kind, ("", "")))
            continue
        sign = "▾" if run[0] in opened else "▸"
        lines = "line" if len(run) == 1 else "lines"
        yield Part("fold", f"{sign} {len(run)} {lines} of page furniture", run[0])
        if run[0] in opened:
            for i in run:
                yield Part("boilerplate", article.blocks[i].text, i, (), *_INDENTS["boilerplate"])
    if article.cuts:
        yield Part("note", left_out(article.cuts), len(article.blocks))


def _runs(article: Article) -> Iterator[list[int]]:
    """Yield each block of the story alone, and boilerplate that stands together as one."""
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


def lay_out(pieces: Sequence[Part], width: int) -> ArticlePage:
    """Cut parts into lines of at most `width` cells, blank lines between them.

    Cost: linear in the text.
    """
    lines: list[PageLine] = []
    places: list[Place] = []
    matches: list[Match] = []
    before: Part | None = None
    for number, part in enumerate(pieces):
        for _ in range(_gap(before, part)):
            lines.append(PageLine(-1, 0, 0))
            places.append(Place(part.block, -2))
        room = max(1, width - len(part.first))
        cuts = wrap(part.text, room)
        opens = len(lines)
        lines.extend(PageLine(number, start, stop) for start, stop in cuts)
        places.extend(_place(part, start) for start, _ in cuts)
        starts = [start for start, _ in cuts]
        matches.extend(_matches(part, number, opens, starts))
        before = part
    return ArticlePage(tuple(pieces), tuple(lines), tuple(matches), tuple(places))


def _place(part: Part, offset: int) -> Place:
    return Place(part.block, -1 if part.kind == "fold" else offset)


def _matches(part: Part, number: int, opens: int, starts: list[int]) -> Iterable[Match]:
    for start, stop in part.spans:
        yield Match(number, start, stop, opens + max(0, bisect_right(starts, start) - 1))


def _gap(before: Part | None, part: Part) -> int:
    """Say how many blank lines stand before a part."""
    if before is None or part.kind == "dateline":
        return 0
    if before.kind == part.kind and part.kind in {"list", "boilerplate", "note"}:
        return 0
    if before.kind == "fold" and part.kind == "boilerplate":
        return 0
    return 1
