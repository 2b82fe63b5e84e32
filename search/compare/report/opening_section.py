"""In short: what a comparison opens with, so that a look tells how the two tellings differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.article_words import NOT_WHOLE_COMPARED, counted, lacking
from search.compare.comparison import text_at
from search.compare.english import table
from search.compare.report.figure_section import figure_pieces
from search.compare.report.one_sided import longest_one_sided, used_words
from search.compare.report.quotation_section import speaker_piece
from search.compare.report.report_values import (
    ReportGroup,
    ReportLine,
    ReportPiece,
    ReportSection,
)
from search.compare.report.shared_claims import (
    related_claim,
    shared_claims,
    tells_more_than_names,
)
from search.compare.report.speaking_shares import speaking_shares
from search.compare.report.strangest_names import strangest_names
from search.compare.report.wording_section import SHARED_NOTE, link_lines
from search.compare.signs import SIGNS
from search.sides import Sides
from search.text import fold, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import Article
    from search.compare.comparison import Comparison
    from search.compare.report.report_values import Places
    from search.compare.report.speaking_shares import SpeakingShare
    from search.sides import Side

_BOTH: tuple[Side, Side] = ("left", "right")
_NONE_SHARED = "No sentences that say the same were found."
_UNTOLD = ("caption", "heading")
"""Blocks of which no sentence begins the telling."""
_LEAST_WORDS = 8
"""Words of the sentence with which an article is told to begin; shorter ones are labels."""
_STOPS = (".", "?", "!", "…", "。", "？", "！")
_AFTER_STOP = "\"'”’»“‘)]』」"
_SEARCHED = 8
"""Sentences among which that one is looked for."""
_DATELINE = re.compile(
    r"[A-Z][A-Z.' ]{2,40}(?:, [A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20})?)?(?: \([\w ]{2,20}\))? ?[-–—]{1,2} ?"
)
"""Where it was written, which tells nothing of the story: `LONDON (Agency) - `."""
_MOST_FIGURES = 3
_MOST_SPEAKERS = 3
_MOST_NAMES = 4
_AROUND = 12
"""Characters of its sentence given before and after a figure, at most."""


def opening_section(comparison: Comparison, sides: Sides[str]) -> ReportSection:
    """Give what tells most, a few lines each; groups without any are left out.

    First what is missing of a text, then headlines, first sentences, the claim that both make
    most surely, what one side alone says, who speaks, figures at odds, how each names one person,
    and other claims that both make: so the first of each kind is seen where there is room for a few
    lines only. Where the first sentences say the same, they are told as linked, and not again.
    Sentences that share but names are told as doubtful, if there are no others; then, and if there
    are none, whom and what both name says what they have in common.
    Cost: linear in the text, but for four pairs of sentences whose words are aligned.
    """
    begin = Sides(_beginning(comparison, "left"), _beginning(comparison, "right"))
    both = _link_between(comparison, begin)
    claims = [one for one in shared_claims(comparison) if one != both]
    sure = [one for one in claims if tells_more_than_names(comparison, comparison.links[one])]
    first, others = sure[:1], sure[1:]
    doubtful = [] if sure or both is not None else claims[:1]
    groups = (
        ("Not whole", _missing(comparison)),
        ("Headlines", _headlines(comparison, sides)),
        ("They begin", _beginnings(comparison, begin) if both is None else ()),
        ("Both begin", () if both is None else _shared(comparison, [both])),
        (
            "Both say",
            _shared(comparison, first) if claims or both is not None else _no_claim(begin),
        ),
        ("Perhaps", _shared(comparison, doubtful)),
        ("Both name", () if sure or both is not None else _both_name(comparison)),
        ("One alone", _alone(comparison)),
        ("Who speaks", _speakers(comparison)),
        ("Related", () if claims or both is not None else _related(comparison)),
        ("At odds", _figures(comparison)),
        ("Naming", _names(comparison)),
        ("Also both", _shared(comparison, others)),
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


def _beginnings(comparison: Comparison, begin: Sides[Places]) -> Iterator[ReportLine]:
    for side in _BOTH:
        if places := begin.of(side):
            said = text_at(_article(comparison, side), places[0][1])
            told = _DATELINE.match(said)
            yield ReportLine((ReportPiece(said[told.end() :] if told else said),), side, places)


def _link_between(comparison: Comparison, begin: Sides[Places]) -> int | None:
    """Give the link of the two upper tiers that joins both beginnings, if there is one."""
    if not begin.left or not begin.right:
        return None
    ends = begin.left[0][1], begin.right[0][1]
    places = comparison.sentences
    for number, link in enumerate(comparison.links):
        if link.tier != "related" and ends == (places.left[link.left], places.right[link.right]):
            return number
    return None


def _no_claim(begin: Sides[Places]) -> Iterator[ReportLine]:
    """Yield the line that stands for claims where both sides have text and none was found."""
    if begin.left and begin.right:
        yield ReportLine((ReportPiece(_NONE_SHARED, "faint"),), None, begin.left + begin.right)


def _both_name(comparison: Comparison) -> Iterator[ReportLine]:
    """Yield whom and what both name: those in a headline first, then those named more often.

    Counted on the side that does so less often.
    """
    titles = {
        token.form
        for article in (comparison.left, comparison.right)
        for token in tokenize(article.label)
    }
    both = [name for name in comparison.names if name.left and name.right]
    both.sort(
        key=lambda name: (
            fold(name.text).split()[-1] not in titles,
            -min(len(name.left), len(name.right)),
        )
    )
    if shown := both[:_MOST_NAMES]:
        pieces = [ReportPiece(" · ".join(name.text for name in shown))]
        if more := len(both) - len(shown):
            pieces.append(ReportPiece(f" · {more} more", "faint"))
        places: Places = tuple(
            place for name in shown for place in (("left", name.left[0]), ("right", name.right[0]))
        )
        yield ReportLine(tuple(pieces), None, places)


def _related(comparison: Comparison) -> Iterator[ReportLine]:
    if (nearest := related_claim(comparison)) is not None:
        yield from _shared(comparison, [nearest])


def _first(comparison: Comparison, side: Side) -> Places:
    return tuple((side, at) for at in comparison.sentences.of(side)[:1])


def _beginning(comparison: Comparison, side: Side) -> Places:
    """Give the first full sentence of the telling.

    The headline again, labels, bylines, captions and editors' notes aren't any.
    """
    article = _article(comparison, side)
    title = {token.form for token in tokenize(article.title or "")}
    for at in comparison.sentences.of(side)[:_SEARCHED]:
        said = text_at(article, at)
        forms = [token.form for token in tokenize(said)]
        ended = said.rstrip(_AFTER_STOP).endswith(_STOPS)
        told = article.blocks[at.block].kind not in _UNTOLD and not _is_note(said)
        if ended and told and len(forms) >= _LEAST_WORDS and not title.issuperset(forms):
            return ((side, at),)
    return _first(comparison, side)


def _is_note(said: str) -> bool:
    """Tell whether a sentence is said of the article, not in it: `Editor's note: …`."""
    label = said.partition(":")[0].casefold().replace("’", "'")
    return label.strip("([*_ ") in table("notes")["labels"]


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
    used = used_words(comparison)
    for side in _BOTH:
        if (passage := longest_one_sided(comparison, side, used)) is not None:
            extent = ReportPiece(f"{counted(passage.words, 'word')}: ", "faint")
            pieces = extent, ReportPiece(text_at(_article(comparison, side), passage.telling))
            yield ReportLine(pieces, side, ((side, passage.telling),))


def _speakers(comparison: Comparison) -> Iterator[ReportLine]:
    for side in _BOTH:
        shares = speaking_shares(comparison, side)
        named = [one for one in shares if one.speaker is not None]
        unknown = [one for one in shares if one.speaker is None]
        told = named[: _MOST_SPEAKERS - len(unknown)]
        mostly = sum(one.words for one in unknown) > sum(one.words for one in named)
        shown = [*unknown, *told] if mostly else [*told, *unknown]
        pieces = [ReportPiece(f"{round(comparison.quoted.of(side) * 100)} % quoted", "faint")]
        pieces += _shares(shown) or [ReportPiece(": nobody in particular", "faint")]
        if more := len(named) - len(told):
            pieces.append(ReportPiece(f" · {more} more", "faint"))
        places = tuple((side, at) for one in told or unknown for at in one.places)
        yield ReportLine(tuple(pieces), side, places or _first(comparison, side))


def _shares(shares: Sequence[SpeakingShare]) -> list[ReportPiece]:
    """Give speakers with their words; only the first says what is counted, as room is short."""
    pieces: list[ReportPiece] = []
    for nth, one in enumerate(shares):
        pieces.append(ReportPiece(" · " if nth else ": ", "faint"))
        pieces.append(speaker_piece(one.speaker))
        words = f"{one.words:,}" if nth else counted(one.words, "word")
        pieces.append(ReportPiece(f" {words}"))
    return pieces


def _names(comparison: Comparison) -> Iterator[ReportLine]:
    if (pair := strangest_names(comparison)) is not None:
        pieces = (
            ReportPiece(f"“{pair.left.text}”"),
            ReportPiece(" → ", "faint"),
            ReportPiece(f"“{pair.right.text}”"),
        )
        places: Places = (("left", pair.left.places[0]), ("right", pair.right.places[0]))
        yield ReportLine(pieces, None, places)
