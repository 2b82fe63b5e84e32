"""A comparison prepared for display: split into sides, with the search's matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search import At, Highlighter, QueryError, Sides, parse, report_of
from tui.render.comparison import compared_sides
from tui.render.passages.page_notes import page_notes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search import Article, Comparison, Desk, Query, Report, ReportLine, Span
    from tui.render.comparison import Choice, ComparedSide, Side
    from tui.render.passages.page_notes import PageNote
    from tui.screens.comparison.version_pair import VersionPair


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What the screen shows of a comparison.

    Attributes:
        sides: its two sides.
        lit: the matches of the search, for each block of the story that has any.
        titles: the matches in the titles.
        matches: all matches in the stories, those on the left first, in reading order.
        notes: the reader's notes on both articles.
        report: what the panel says of it.
        versions: which versions of one article the two are; None where they are none.
    """

    comparison: Comparison
    sides: Sides[ComparedSide]
    lit: Sides[Mapping[int, tuple[Span, ...]]]
    titles: Sides[tuple[Span, ...]]
    matches: tuple[tuple[Side, At], ...]
    notes: Sides[tuple[PageNote, ...]]
    report: Report
    versions: VersionPair | None = None

    def notes_on(self, side: Side) -> tuple[PageNote, ...]:
        """Give the notes on one side's article."""
        return self.notes.left if side == "left" else self.notes.right

    def compared(self, side: Side) -> ComparedSide:
        """Give one side."""
        return self.sides.left if side == "left" else self.sides.right

    def lit_on(self, side: Side) -> Mapping[int, tuple[Span, ...]]:
        """Give the matches of one side, by block."""
        return self.lit.left if side == "left" else self.lit.right


def view_of(
    comparison: Comparison,
    query: Query | None,
    notes: Sides[tuple[PageNote, ...]],
    versions: VersionPair | None = None,
) -> ComparisonView:
    """Prepare a comparison; without a query there are no matches. Cost: linear in the text."""
    light = Highlighter(query) if query is not None else None
    left, right = _lit(comparison.left, light), _lit(comparison.right, light)
    matches: list[tuple[Side, At]] = []
    matches += [("left", At(block, *span)) for block, spans in left.items() for span in spans]
    matches += [("right", At(block, *span)) for block, spans in right.items() for span in spans]
    return ComparisonView(
        comparison,
        compared_sides(comparison),
        Sides(left, right),
        Sides(_title(comparison.left, light), _title(comparison.right, light)),
        tuple(matches),
        notes,
        report_of(comparison),
        versions,
    )


def notes_of(desk: Desk, comparison: Comparison) -> Sides[tuple[PageNote, ...]]:
    """Give the notes on both articles, with the places that they have in these."""
    left, right = (
        page_notes(desk.marks.notes_on(article)) for article in (comparison.left, comparison.right)
    )
    return Sides(left, right)


def chosen_ends(view: ComparisonView, choice: Choice | None) -> tuple[int, int] | None:
    """Give the places of the sentences of the selected link; None without one."""
    if choice is None or choice.link is None:
        return None
    link = view.comparison.links[choice.link]
    return link.left, link.right


def places_of(view: ComparisonView, entry: ReportLine) -> tuple[tuple[Side, At], ...]:
    """Give the places of a panel entry in the text, in reading order; may be empty.

    Cost: linear in the text if the entry has a word instead of places.
    """
    if entry.places or entry.side is None:
        return entry.places
    article = view.compared(entry.side).article
    return tuple((entry.side, at) for at in _uses(article, entry.word))


def _uses(article: Article, word: str) -> tuple[At, ...]:
    """Give every place of a word in a story, in any of its forms."""
    try:
        light = Highlighter(parse(word))
    except QueryError:
        return ()
    found = _lit(article, light)
    return tuple(At(block, *span) for block in sorted(found) for span in found[block])


def _lit(article: Article, light: Highlighter | None) -> dict[int, tuple[Span, ...]]:
    if light is None:
        return {}
    spans = {
        place: light.spans(block.text, "body", article.language) for place, block in article.story
    }
    return {place: found for place, found in spans.items() if found}


def _title(article: Article, light: Highlighter | None) -> tuple[Span, ...]:
    if light is None or not article.title:
        return ()
    return light.spans(article.title, "title", article.language)
