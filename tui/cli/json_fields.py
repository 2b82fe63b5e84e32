"""Values as the JSON documents that other programs rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search import (
        Answer,
        Article,
        ArticleId,
        At,
        Comparison,
        Concordance,
        Hit,
        Phrase,
        Quote,
        Rival,
        Story,
        SyncReport,
        Use,
    )

Document = dict[str, Any]


def index(library: str, report: SyncReport) -> Document:
    """What a sync did."""
    return {
        "library": library,
        "articles": report.articles,
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "failed": [{"path": error.path, "reason": error.reason} for error in report.failed],
        "cut": [{"path": one.path, "what": one.what} for one in report.cut],
        "rebuilt": report.rebuilt,
        "seconds": round(report.seconds, 3),
    }


def answer(found: Answer, hits: Iterable[Hit]) -> Document:
    """What a search found.

    Articles of unknown source or date have no key in `sources` and `months`; `unknown` counts
    them.
    """
    return {
        "query": found.query.text,
        "read_as": found.read_as,
        "total": found.total,
        "exact": found.exact,
        "took_ms": round(found.took_ms, 3),
        "hits": [hit(one) for one in hits],
        "sources": {name: count for name, count in found.sources if name is not None},
        "months": {month: count for month, count in found.months if month is not None},
        "unknown": {
            "source": sum(count for name, count in found.sources if name is None),
            "date": sum(count for month, count in found.months if month is None),
        },
        "suggestion": found.suggestion,
    }


def hit(one: Hit) -> Document:
    """One article found; `title_spans` speak of `title`."""
    return {
        **_side(one),
        "score": round(one.score, 6),
        "matches": one.matches,
        "title_spans": [list(span) for span in one.title_spans],
        "excerpt": {
            "text": one.excerpt.text,
            "spans": [list(span) for span in one.excerpt.spans],
        },
    }


def article(one: Article) -> Document:
    """An article as it was understood; `words` counts its story, without title and boilerplate.

    `cuts` names what was left out for being too long.
    """
    return {
        **_side(one),
        "authors": list(one.authors),
        "updated": one.updated,
        "url": one.url,
        "language": one.language,
        "tags": list(one.tags),
        "words": sum(len(block.text.split()) for _, block in one.story),
        "blocks": [{"kind": block.kind, "text": block.text} for block in one.blocks],
        "evidence": dict(one.evidence),
        "cuts": list(one.cuts),
    }


def rivals(of: ArticleId, found: Iterable[Rival]) -> Document:
    """The same story in other sources."""
    return {
        "article": of,
        "rivals": [
            {
                **_side(one),
                "score": round(one.score, 6),
                "same_story": one.same_story,
                "why": list(one.why),
            }
            for one in found
        ],
    }


def concordance(found: Concordance, lines: Iterable[Use]) -> Document:
    """Every use of a word; `total`, `sources`, `months` and `unknown` count all of them."""
    return {
        "word": found.word,
        "read_as": found.read_as,
        "total": len(found.uses),
        "articles": found.articles,
        "lines": [
            {
                "id": use.id,
                "path": use.path,
                "source": use.source,
                "published": use.published,
                "at": [use.block, use.start, use.stop],
                "before": use.before,
                "match": use.match,
                "after": use.after,
            }
            for use in lines
        ],
        "sources": {name: count for name, count in found.sources if name is not None},
        "months": {month: count for month, count in found.months if month is not None},
        "unknown": {
            "source": sum(count for name, count in found.sources if name is None),
            "date": sum(count for month, count in found.months if month is None),
        },
    }


def stories(found: Iterable[Story]) -> Document:
    """A library grouped into stories; `first` and `last` are days, null where none is known."""
    return {
        "stories": [
            {
                "id": one.id,
                "title": one.title,
                "first": one.first,
                "last": one.last,
                "articles": list(one.articles),
                "sources": list(one.sources),
                "why": list(one.why),
            }
            for one in found
        ]
    }


def comparison(found: Comparison, took_ms: float) -> Document:
    """Two articles compared."""
    return {
        "left": _side(found.left),
        "right": _side(found.right),
        "sentences": {
            "left": [list(at) for at in found.sentences.left],
            "right": [list(at) for at in found.sentences.right],
        },
        "links": [
            {
                "left": link.left,
                "right": link.right,
                "score": round(link.score, 6),
                "tier": link.tier,
            }
            for link in found.links
        ],
        "runs": [
            {"left": list(run.left), "right": list(run.right), "words": run.words}
            for run in found.runs
        ],
        "shared": {"left": round(found.shared.left, 6), "right": round(found.shared.right, 6)},
        "unmatched": {
            "left": list(found.unmatched.left),
            "right": list(found.unmatched.right),
        },
        "vocabulary": [
            {"word": one.word, "left": one.left, "right": one.right, "z": round(one.z, 4)}
            for one in found.vocabulary
        ],
        "names": {
            "both": [
                {"name": one.text, "left": len(one.left), "right": len(one.right)}
                for one in found.names
                if one.left and one.right
            ],
            "left": [
                {"name": one.text, "count": len(one.left)} for one in found.names if not one.right
            ],
            "right": [
                {"name": one.text, "count": len(one.right)} for one in found.names if not one.left
            ],
        },
        "naming": [
            {"name": one.name, "left": _phrases(one.left), "right": _phrases(one.right)}
            for one in found.naming
        ],
        "quotes": {
            "left": [_quote(one) for one in found.quotes.left],
            "right": [_quote(one) for one in found.quotes.right],
        },
        "quoted": {"left": round(found.quoted.left, 6), "right": round(found.quoted.right, 6)},
        "figures": [
            {
                "link": one.link,
                "left": _text(found.left, one.left),
                "right": _text(found.right, one.right),
                "at": {"left": list(one.left), "right": list(one.right)},
            }
            for one in found.figures
        ],
        "repeats": {
            "left": [list(one) for one in found.repeats.left],
            "right": [list(one) for one in found.repeats.right],
        },
        "cuts": {"left": list(found.left.cuts), "right": list(found.right.cuts)},
        "took_ms": round(took_ms, 3),
    }


def _phrases(found: Iterable[Phrase]) -> list[Document]:
    return [{"phrase": one.text, "count": len(one.places)} for one in found]


def _quote(one: Quote) -> Document:
    return {"text": one.text, "speaker": one.speaker, "verb": one.verb, "at": list(one.at)}


def _text(side: Article, at: At) -> str:
    return side.blocks[at.block].text[at.start : at.stop]


def _side(one: Article | Hit | Rival) -> Document:
    """What names an article, wherever one stands."""
    return {
        "id": one.id,
        "path": one.path,
        "title": one.title,
        "source": one.source,
        "published": one.published,
    }


def failure(what: str, why: str, **asked: str) -> Document:
    """A line of a batch that failed, with what was asked for."""
    return {"error": {"what": what, "why": why}, **asked}
