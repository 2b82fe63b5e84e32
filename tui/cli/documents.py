"""Values as the JSON documents that other programs rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search import (
        Answer,
        Article,
        ArticleId,
        Comparison,
        Concordance,
        Hit,
        Rival,
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
    """An article as it was understood; `words` counts its story, without title and boilerplate."""
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
        "names": {"both": [], "left": [], "right": []},
        "naming": [],
        "quotes": {"left": [], "right": []},
        "quoted": {"left": 0.0, "right": 0.0},
        "figures": [],
        "took_ms": round(took_ms, 3),
    }


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
