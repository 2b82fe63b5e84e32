"""A comparison as a JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.comparison import text_at
from search.compare.report import report_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.compare import Comparison, Epithet, Meets, Quote
    from search.compare.report import ReportLine, ReportSection
    from search.export.json_output import Document
    from search.sides import Sides


def comparison_document(comparison: Comparison) -> Document:
    """Give the document; places are `[block, start, stop]` in the blocks that `show` prints."""
    return {
        "left": comparison.left.head._asdict(),
        "right": comparison.right.head._asdict(),
        "sentences": _places(comparison.sentences.left, comparison.sentences.right),
        **_links(comparison),
        "vocabulary": [
            {"word": one.word, "left": one.left, "right": one.right, "z": round(one.z, 4)}
            for one in comparison.vocabulary
        ],
        **_names(comparison),
        **_quotes(comparison),
        "figures": _figures(comparison),
        "repeats": _places(comparison.repeats.left, comparison.repeats.right),
        "cuts": {"left": list(comparison.left.cuts), "right": list(comparison.right.cuts)},
        "report": [_section(section) for section in report_of(comparison).sections],
    }


def _links(comparison: Comparison) -> Document:
    """Give linked sentences, runs of equal words, and the share of words they are."""
    return {
        "links": [
            {
                "left": link.left,
                "right": link.right,
                "score": round(link.score, 6),
                "tier": link.tier,
                "words": _places(link.words.left, link.words.right),
                "judged": link.judged,
            }
            for link in comparison.links
        ],
        "apart": [list(pair) for pair in comparison.apart],
        "runs": [
            {"left": list(run.left), "right": list(run.right), "words": run.words}
            for run in comparison.runs
        ],
        "shared": _shares(comparison.shared),
        "meets": {"left": _meets(comparison.meets.left), "right": _meets(comparison.meets.right)},
        "wording": [
            {
                "link": one.link,
                "left": one.left,
                "right": one.right,
                "kind": one.kind,
                "at": {
                    "left": list(one.at.left) if one.at.left else None,
                    "right": list(one.at.right) if one.at.right else None,
                },
            }
            for one in comparison.wording
        ],
        "unmatched": {
            "left": list(comparison.unmatched.left),
            "right": list(comparison.unmatched.right),
        },
    }


def _names(comparison: Comparison) -> Document:
    """Give the names in both and in one, and the phrases that stand for a person."""
    names = comparison.names
    return {
        "names": {
            "both": [
                {"name": one.text, "left": len(one.left), "right": len(one.right)}
                for one in names
                if one.left and one.right
            ],
            "left": [{"name": one.text, "count": len(one.left)} for one in names if not one.right],
            "right": [{"name": one.text, "count": len(one.right)} for one in names if not one.left],
        },
        "naming": [
            {
                "name": one.name,
                "kind": one.kind,
                "left": _phrases(one.left),
                "right": _phrases(one.right),
            }
            for one in comparison.naming
        ],
    }


def _quotes(comparison: Comparison) -> Document:
    """Give who is quoted, and the shares of words in quotations."""
    quotes = comparison.quotes
    return {
        "quotes": {
            "left": [_quote(one) for one in quotes.left],
            "right": [_quote(one) for one in quotes.right],
        },
        "quotations": [
            {"left": one.left, "right": one.right, "how": one.how} for one in comparison.quotations
        ],
        "quoted": _shares(comparison.quoted),
    }


def _figures(comparison: Comparison) -> list[Document]:
    """Give the figures that differ in linked sentences."""
    return [
        {
            "link": one.link,
            "left": text_at(comparison.left, one.left),
            "right": text_at(comparison.right, one.right),
            "at": {"left": list(one.left), "right": list(one.right)},
        }
        for one in comparison.figures
    ]


def _section(section: ReportSection) -> Document:
    """Give what is told of one subject in words; groups that tell of each side apart have `right`."""
    return {
        "section": section.name,
        "title": section.title,
        "note": section.note,
        "groups": [
            {
                "title": group.title,
                "left": [_line(line) for line in group.left],
                "right": None if group.right is None else [_line(line) for line in group.right],
            }
            for group in section.groups
        ],
    }


def _line(line: ReportLine) -> Document:
    return {
        "text": line.text,
        "side": line.side,
        "counts": list(line.counts),
        "link": line.link,
        "places": [{"side": side, "at": list(at)} for side, at in line.places],
    }


def _places(left: Iterable[Iterable[int]], right: Iterable[Iterable[int]]) -> Document:
    return {"left": [list(one) for one in left], "right": [list(one) for one in right]}


def _shares(shares: Sides[float]) -> Document:
    return {"left": round(shares.left, 6), "right": round(shares.right, 6)}


def _meets(meets: Meets) -> Document:
    return {"same": round(meets.same, 6), "related": round(meets.related, 6)}


def _phrases(phrases: Iterable[Epithet]) -> list[Document]:
    return [{"phrase": one.text, "count": len(one.places)} for one in phrases]


def _quote(quote: Quote) -> Document:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "verb": quote.verb,
        "at": list(quote.at),
    }
