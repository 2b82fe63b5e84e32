"""In short: what a comparison opens with, so that a look tells how the two tellings differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import NOT_WHOLE_COMPARED, counted, lacking
from search.compare.comparison import text_at
from search.compare.report.figure_section import figure_pieces
from search.compare.report.one_sided import longest_one_sided
from search.compare.report.quotation_section import speaker_piece
from search.compare.report.report_values import (
    ReportGroup,
    ReportLine,
    ReportPiece,
    ReportSection,
)
from search.compare.report.shared_claims import related_claims, shared_claims
from search.compare.report.speaking_shares import speaking_shares
from search.compare.report.strangest_names import strangest_names
from search.compare.report.wording_section import SHARED_NOTE, link_lines
from search.compare.signs import SIGNS
from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import Article
    from search.compare.comparison import Comparison
    from search.compare.report.report_values import Places
    from search.sides import Side, Sides

_BOTH: tuple[Side, Side] = ("left", "right")
_FEW_CLAIMS = 2
"""Claims that both make, up to which sentences that are only related are told as well."""
_LEAST_WORDS = 8
"""Words of the sentence with which an article is told to begin; shorter ones are labels."""
_STOPS = (".", "?", "!", "…", "。", "？", "！")
_AFTER_STOP = "\"'”’»“‘)]』」"
_SEARCHED = 8
"""Sentences among which that one is looked for."""
_MOST_FIGURES = 3
_MOST_SPEAKERS = 3
_AROUND = 28
"""Characters of its sentence given before and after a figure, at most."""


def opening_section(comparison: Comparison, sides: Sides[str]) -> ReportSection:
    """Give what tells most, a few lines each; groups without any are left out.

    First what is missing of a text, then headlines, first sentences, what both say, figures at
    odds, what one side alone says, who speaks, and how each names one person. Cost: linear in the
    text, but for three pairs of sentences whose words are aligned.
    """
    claims, related = shared_claims(comparison), related_claims(comparison)
    groups = (
        ("Not whole", _missing(comparison)),
        ("Headlines", _headlines(comparison, sides)),
        ("They begin", _beginnings(comparison)),
        ("Both say", _shared(comparison, claims)),
        ("Related", _shared(comparison, () if len(claims) >= _FEW_CLAIMS else related)),
        ("At odds", _figures(comparison)),
        ("One alone", _alone(comparison)),
        ("Who speaks", _speakers(comparison)),
        ("Naming", _names(comparison)),
    )
    filled = [ReportGroup(title, tuple(lines)) for title, lines in groups]
    shown = tuple(group for group in filled if group.left)
    return ReportSection(
        "In short",
        "In short",
        sum(len(group.left) for group in shown),
        shown,
        f"{SHARED_NOTE} One alone: no match found, which doesn't mean that the other leaves it out.",
        "Neither article has any text.",
        opening=True,
    )


def _article(comparison: Comparison, side: Side) -> Article:
    return comparison.left if side == "left" else comparison.right


def _missing(comparison: Comparison) -> Iterator[ReportLine]:
    for side in _BOTH:
        article = _article(comparison, side)
        if lacks := lacking(article, NOT_WHOLE_COMPARED):
            yield ReportLine((ReportPiece(lacks, "strong"),), side, _first(comparison, side))


def _headlines(comparison: Comparison, sides: Sides[str]) -> Iterator[ReportLine]:
    for side in _BOTH:
        article = _article(comparison, side)
        source = ReportPiece(f" · {sides.of(side)}", "faint")
        pieces = ReportPiece(article.label, "strong"), source
        yield ReportLine(pieces, side, _first(comparison, side))


def _beginnings(comparison: Comparison) -> Iterator[ReportLine]:
    for side in _BOTH:
        if places := _beginning(comparison, side):
            said = text_at(_article(comparison, side), places[0][1])
            yield ReportLine((ReportPiece(said),), side, places)


def _first(comparison: Comparison, side: Side) -> Places:
    return tuple((side, at) for at in comparison.sentences.of(side)[:1])


def _beginning(comparison: Comparison, side: Side) -> Places:
    """Give the first full sentence that isn't the headline again, nor a label or a byline."""
    article = _article(comparison, side)
    title = {token.form for token in tokenize(article.title or "")}
    for at in comparison.sentences.of(side)[:_SEARCHED]:
        said = text_at(article, at)
        forms = [token.form for token in tokenize(said)]
        ended = said.rstrip(_AFTER_STOP).endswith(_STOPS)
        if ended and len(forms) >= _LEAST_WORDS and not title.issuperset(forms):
            return ((side, at),)
    return _first(comparison, side)


def _shared(comparison: Comparison, claims: Sequence[int]) -> Iterator[ReportLine]:
    for number in claims:
        for line in link_lines(comparison, number):
            sign = ReportPiece(f"{SIGNS[comparison.links[number].tier]} ", "faint")
            yield ReportLine((sign, *line.pieces), line.side, line.places, link=number)


def _figures(comparison: Comparison) -> Iterator[ReportLine]:
    for figure in comparison.figures[:_MOST_FIGURES]:
        pieces = (
            *figure_pieces(comparison, figure, "left", _AROUND),
            ReportPiece(" → "),
            *figure_pieces(comparison, figure, "right", _AROUND),
        )
        places: Places = (("left", figure.left), ("right", figure.right))
        yield ReportLine(pieces, None, places, link=figure.link)


def _alone(comparison: Comparison) -> Iterator[ReportLine]:
    for side in _BOTH:
        if (passage := longest_one_sided(comparison, side)) is not None:
            extent = (
                f"{counted(len(passage.sentences), 'sentence')}, {counted(passage.words, 'word')}: "
            )
            said = text_at(_article(comparison, side), passage.telling)
            pieces = ReportPiece(extent, "faint"), ReportPiece(said)
            yield ReportLine(pieces, side, ((side, passage.telling),))


def _speakers(comparison: Comparison) -> Iterator[ReportLine]:
    for side in _BOTH:
        shares = speaking_shares(comparison, side)
        quoted = f"{comparison.quoted.of(side):.0%} quoted"
        pieces = [ReportPiece(quoted, "faint")]
        for nth, one in enumerate(shares[:_MOST_SPEAKERS]):
            pieces.append(ReportPiece(" · " if nth else ": ", "faint"))
            pieces.append(speaker_piece(one.speaker))
            pieces.append(ReportPiece(f" {counted(one.words, 'word')}"))
        if more := len(shares) - _MOST_SPEAKERS:
            pieces += _more(more)
        places = tuple((side, at) for one in shares[:_MOST_SPEAKERS] for at in one.places)
        yield ReportLine(tuple(pieces), side, places or _first(comparison, side))


def _more(count: int) -> Sequence[ReportPiece]:
    return [ReportPiece(f" · and {count} more", "faint")] if count > 0 else []


def _names(comparison: Comparison) -> Iterator[ReportLine]:
    if (pair := strangest_names(comparison)) is not None:
        pieces = (
            ReportPiece(f"“{pair.left.text}”"),
            ReportPiece(" → ", "faint"),
            ReportPiece(f"“{pair.right.text}”"),
        )
        places: Places = (("left", pair.left.places[0]), ("right", pair.right.places[0]))
        yield ReportLine(pieces, None, places)
