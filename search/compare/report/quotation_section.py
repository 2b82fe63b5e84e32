"""What is told of quotations: those both sides have, whole or clipped, and those of one side only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.report.report_values import (
    ReportGroup,
    ReportLine,
    ReportPiece,
    ReportSection,
)
from search.compare.report.sentence_pieces import with_shared
from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.comparison import Comparison, QuotationPair, Quote
    from search.sides import Side, Sides

SPEAKER_UNKNOWN = "speaker not plain"
_HOW = {
    "same": "Both, word for word",
    "clipped left": "Both, clipped on the left",
    "clipped right": "Both, clipped on the right",
}


def quotation_section(comparison: Comparison, sides: Sides[str]) -> ReportSection:
    """Give each quotation once: pairs first, then what only one side quotes, in reading order.

    Cost: linear in the words quoted.
    """
    pairs = [one for one in comparison.quotations if one.how in _HOW]
    left = tuple(
        _line("left", comparison.quotes.left[one.left])
        for one in comparison.quotations
        if one.right is None and one.left is not None
    )
    right = tuple(
        _line("right", comparison.quotes.right[one.right])
        for one in comparison.quotations
        if one.left is None and one.right is not None
    )
    groups = [_pair(comparison, one) for one in pairs]
    if left or right:
        groups.append(
            ReportGroup("On one side only", left, right, heads(comparison, sides), "none")
        )
    return ReportSection(
        "Quotes",
        "Who is quoted",
        len(pairs) + len(left) + len(right),
        tuple(groups),
        "Three words and more, a speaker where it is plain. Quoted: share of words. Bold in a clipped "
        "quotation: what both have.",
        "Neither quotes three words and more.",
    )


def heads(comparison: Comparison, sides: Sides[str]) -> tuple[str, str]:
    """Give the name of each side, with how much of it is quoted."""
    return (
        f"{sides.left} · quoted {round(comparison.quoted.left * 100)} %",
        f"{sides.right} · quoted {round(comparison.quoted.right * 100)} %",
    )


def speaker_piece(speaker: str | None) -> ReportPiece:
    """Give who speaks."""
    return ReportPiece(speaker, "strong") if speaker else ReportPiece(SPEAKER_UNKNOWN, "faint")


def speaker_pieces(quote: Quote) -> Iterator[ReportPiece]:
    """Yield who says it, and the verb of saying."""
    yield speaker_piece(quote.speaker)
    yield ReportPiece(f" · {quote.verb}: " if quote.verb else ": ", "faint")


def _pair(comparison: Comparison, pair: QuotationPair) -> ReportGroup:
    left = comparison.quotes.left[pair.left or 0]
    right = comparison.quotes.right[pair.right or 0]
    longer = {"clipped left": right, "clipped right": left}.get(pair.how)
    return ReportGroup(
        _HOW[pair.how],
        (_line("left", left, right if longer is left else None),),
        (_line("right", right, left if longer is right else None),),
    )


def _line(side: Side, quote: Quote, clipped: Quote | None = None) -> ReportLine:
    """Give a line; if the other side clips the quotation, what is left of it is told apart."""
    said = tuple(_with_rest(quote.text, clipped.text)) if clipped else (ReportPiece(quote.text),)
    pieces = (*speaker_pieces(quote), ReportPiece("“"), *said, ReportPiece("”"))
    return ReportLine(pieces, side, ((side, quote.at),))


def _with_rest(whole: str, part: str) -> Iterator[ReportPiece]:
    """Yield a quotation with its part told apart."""
    words, sought = list(tokenize(whole)), [token.form for token in tokenize(part)]
    forms = [token.form for token in words]
    last = len(forms) - len(sought)
    at = next((i for i in range(last + 1) if forms[i : i + len(sought)] == sought), None)
    if at is None or not sought:
        yield ReportPiece(whole)
        return
    yield from with_shared(whole, [(words[at].start, words[at + len(sought) - 1].stop)])
