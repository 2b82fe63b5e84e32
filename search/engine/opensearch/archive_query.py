"""Translating a query tree to the query language of OpenSearch."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from search.engine.opensearch.archive_documents import value
from search.engine.opensearch.leaf_query import any_of, expands, leaf_query, unscored
from search.engine.opensearch.word_texts import clean
from search.query import Among, And, DateRange, Everything, FromSource, Not, Or, Term
from search.text import is_stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.engine.opensearch.leaf_query import Asked
    from search.query import Node, Words

ALL: Asked = {"match_all": {"boost": 0.0}}
_MOST_RANKED = 400
"""Words by which all that is found by beginnings and patterns is ranked, in both fields: a cluster
takes 1,024 clauses by default."""
_K3 = 1.2
"""How soon saying a word again stops counting; see `search.engine.whoosh.translate`."""


def translate(node: Node, rules: Sequence[str] = ("",)) -> Asked:
    """Give the query that finds exactly what a tree means.

    Filters score 0: a date, a source or a tag says nothing about relevance; nor does a function
    word beside others. What is said n times weighs (k3 + 1) n / (k3 + n) (S. Robertson and
    others, Okapi at TREC-3, 1994). Title and story weigh the same, each by BM25 on its own;
    `rules` are those that stem any article of the archive. Cost: linear in the tree.
    """
    return _Translation(rules, _MOST_RANKED // max(1, _expanding(node))).of(node)


class _Translation:
    """A translation: by which rules words are stemmed, how many may rank what a leaf stands for."""

    def __init__(self, rules: Sequence[str], most: int) -> None:
        self._rules = rules
        self._most = max(1, most)

    def of(self, node: Node) -> Asked:
        """Translate a tree."""
        match node:
            case And(children=children):
                dropped = [child.child for child in children if isinstance(child, Not)]
                return self._both([c for c in children if not isinstance(c, Not)], dropped)
            case Or(children=children):
                scored, silent = self._weighed(children)
                return any_of([*scored, *map(unscored, silent)])
            case Not(child=child):
                return self._both((), [child])
            case Everything():
                return ALL
            case DateRange(first=first, last=last):
                ends = {"gte": first, "lte": last}
                days = {name: day.toordinal() for name, day in ends.items() if day}
                return unscored({"range": {"day": days}} if days else {"exists": {"field": "day"}})
            case Among(ids=ids):
                return unscored({"ids": {"values": sorted(map(clean, ids))}})
            case FromSource(names=names):
                return unscored(from_sources(names))
            case _:
                return self._parts(node)

    def _both(self, wanted: Sequence[Node], dropped: Sequence[Node]) -> Asked:
        scored, silent = self._weighed(wanted)
        unwanted = [self.of(one) for one in dict.fromkeys(dropped)]
        return {"bool": {"must": scored or [ALL], "filter": silent, "must_not": unwanted}}

    def _weighed(self, nodes: Sequence[Node]) -> tuple[list[Asked], list[Asked]]:
        """Translate nodes that are joined, each once: those that tell something, and the others."""
        telling = [node for node in nodes if not _tells_nothing(node)]
        counts = Counter(telling or nodes)
        silent = [self.of(node) for node in dict.fromkeys(nodes) if node not in counts]
        return [_times(self.of(node), count) for node, count in counts.items()], silent

    def _parts(self, leaf: Words) -> Asked:
        """Look for a leaf where it wants to: without a field, in title and body."""
        match leaf.field:
            case None:
                return any_of(self._leaf(leaf, part) for part in ("title", "body"))
            case "title":
                return self._leaf(leaf, "title")
            case "all":  # what stands besides a story says nothing about what it tells
                told = [self._leaf(leaf, part) for part in ("title", "body")]
                return any_of([*told, unscored(self._leaf(leaf, "folded"))])
            case other:
                return unscored(self._leaf(leaf, other))

    def _leaf(self, leaf: Words, part: str) -> Asked:
        return leaf_query(leaf, part, self._rules, self._most)


def from_sources(names: Iterable[str | None]) -> Asked:
    """Find the articles of sources named whole; None is the unknown one."""
    known = [value(name) for name in names if name is not None]
    found: list[Asked] = [{"terms": {"outlet": known}}]
    if None in set(names):
        found.append({"bool": {"must_not": [{"exists": {"field": "outlet"}}]}})
    return any_of(found)


def _times(query: Asked, count: int) -> Asked:
    """Weigh what is said so many times."""
    if count == 1:
        return query
    return {"bool": {"must": [query], "boost": (_K3 + 1) * count / (_K3 + count)}}


def _expanding(node: Node) -> int:
    """Count the leaves that stand for many words."""
    match node:
        case And(children=children) | Or(children=children):
            return sum(map(_expanding, children))
        case Not():
            return 0
        case Everything() | DateRange() | Among() | FromSource():
            return 0
        case _:
            return expands(node)


def _tells_nothing(node: Node) -> bool:
    """Tell whether a node is of function words only; `us` and `who` may be acronyms."""
    match node:
        case Term(form=form, stemmed=True):
            return is_stop(form, form.upper())
        case And(children=children) | Or(children=children):
            return all(map(_tells_nothing, children))
        case _:
            return False
