"""The versions of a story compared with each other: what is claimed, and by which outlets."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from search.compare.annotated_article import annotate
from search.compare.claims.claim_values import Claim, ClaimSentence, StoryClaims
from search.compare.claims.sentence_clusters import Edge, Node, clusters
from search.compare.extent import beginning
from search.compare.names.capitals import count_capitals
from search.compare.names.mentions import mentions, name_stems
from search.compare.sentences.sentence_links import link
from search.errors import CancelledError
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from search.article import Article, Head
    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.claims.claim_values import Telling
    from search.compare.sentences.word_weights import Rarity

MOST_VERSIONS = 20
"""Versions of a story that are compared, each with each other."""
MOST_CHARACTERS = 200_000
"""Characters of all versions together; each gets its part, which ten reports of usual length don't fill."""
MOST_CLAIMS = 500
"""Claims that are told: more than ten reports have."""
_LEAST_STEMS = 3
"""Content words of a sentence that is a claim by itself; with fewer it says too little to be missed elsewhere."""


class _Related(NamedTuple):
    """The links of a sentence to others: which are the same, which related, and how surely."""

    same: dict[Node, float]
    related: dict[Node, float]


def chosen_versions(heads: Sequence[Head]) -> list[int]:
    """Choose the versions to compare: the first of each outlet, then others, in order of time.

    Gives their places, `MOST_VERSIONS` at most.
    """
    seen: set[str] = set()
    firsts: list[int] = []
    others: list[int] = []
    for at, head in enumerate(heads):
        source = head.source
        (others if source in seen else firsts).append(at)
        if source is not None:
            seen.add(source)
    return sorted([*firsts, *others][:MOST_VERSIONS])


def story_claims(
    articles: Sequence[Article],
    idf: Rarity | None,
    standing: Sequence[Collection[int]],
    left_out: int,
    cancelled: Callable[[], bool],
) -> StoryClaims:
    """Compare the versions of a story and give its claims, those of most outlets first.

    A single version has none, for there is nothing that it could share. Sentences are linked as `compare` links them, but that names are told from all versions. Those that
    say the same are joined by `clusters`; a sentence that is in no cluster is a claim of its own if it
    has three content words. An outlet tells a claim partly if it has nothing of it but a sentence
    related to the one that stands for it. Raises CancelledError once `cancelled` says so.
    Cost: the square of the versions times that of their length, both bounded: for ten reports of
    usual length some tenths of a second.

    Args:
        articles: the versions, in order of time; see `chosen_versions`.
        idf: as for `compare`; asked once.
        standing: for each version the keys of the sentences that recur in its source.
        left_out: how many further versions the story has.
        cancelled: asked before each pair of versions.
    """
    room = MOST_CHARACTERS // max(1, len(articles))
    told = [
        annotate(beginning(article, room), keys)
        for article, keys in zip(articles, standing, strict=True)
    ]
    links = _linked(told, _asked_once(told, idf), cancelled)
    outlets, column = _outlets([one.article for one in told])
    claimed = _claimed(links, told) if len(told) > 1 else ()
    claims = [_claim(nodes, links, told, column) for nodes in claimed]
    claims.sort(key=lambda one: (-one.outlets, -one.cells.count("partly"), one.sentences[0][:2]))
    return StoryClaims(
        tuple(article.head for article in articles),
        outlets,
        tuple(claims[:MOST_CLAIMS]),
        tuple(_cuts(articles, told, left_out, len(claims))),
    )


def _cuts(
    articles: Sequence[Article], told: Sequence[AnnotatedArticle], left_out: int, claims: int
) -> Iterator[str]:
    """Say what was left out."""
    if left_out:
        yield f"{left_out:,} of {left_out + len(articles):,} versions"
    ends = sum(one.article.cuts != own.cuts for one, own in zip(told, articles, strict=True))
    if ends:
        yield f"the ends of {ends:,} long {'version' if ends == 1 else 'versions'}"
    if claims > MOST_CLAIMS:
        yield f"{claims - MOST_CLAIMS:,} claims that fewest tell"


def _asked_once(told: Sequence[AnnotatedArticle], idf: Rarity | None) -> Rarity | None:
    """Ask for the rarity of all stems in one question, and answer each pair from that."""
    if idf is None:
        return None
    rare = idf({stem for one in told for sentence in one.sentences for stem in sentence.stems})
    return lambda stems: {stem: rare[stem] for stem in stems if stem in rare}


def _linked(
    told: Sequence[AnnotatedArticle], idf: Rarity | None, cancelled: Callable[[], bool]
) -> Mapping[Node, _Related]:
    """Link each version with each other."""
    seen = count_capitals(told)
    named = [mentions(one, seen) for one in told]
    names = name_stems(zip(told, named, strict=True))
    found: defaultdict[Node, _Related] = defaultdict(lambda: _Related({}, {}))
    for i, j in combinations(range(len(told)), 2):
        if cancelled():
            raise CancelledError
        for one in link(Sides(told[i], told[j]), Sides(named[i], named[j]), names, idf).links:
            left, right = Node(i, one.left), Node(j, one.right)
            for here, there in ((left, right), (right, left)):
                kind = found[here].related if one.tier == "related" else found[here].same
                kind[there] = one.score
    return found


def _claimed(
    links: Mapping[Node, _Related], told: Sequence[AnnotatedArticle]
) -> Iterator[tuple[Node, ...]]:
    """Yield the clusters, then the sentences that are in none and say enough."""
    edges = [
        Edge(one, other, score)
        for one, linked in links.items()
        for other, score in linked.same.items()
        if one < other
    ]
    joined = [nodes for nodes in clusters(edges) if len(nodes) > 1]
    yield from joined
    within = {node for nodes in joined for node in nodes}
    for version, one in enumerate(told):
        for place, sentence in enumerate(one.sentences):
            node = Node(version, place)
            if node not in within and sentence.tells and len(sentence.stems) >= _LEAST_STEMS:
                yield (node,)


def _claim(
    nodes: tuple[Node, ...],
    links: Mapping[Node, _Related],
    told: Sequence[AnnotatedArticle],
    column: Sequence[int],
) -> Claim:
    chief = _chief(nodes, links)
    within = set(nodes)
    around = {node for kind in links.get(chief, ()) for node in kind if node not in within}
    cells: list[Telling] = ["none"] * (max(column) + 1)
    for node in around:
        cells[column[node.version]] = "partly"
    for node in nodes:
        cells[column[node.version]] = "full"
    sentences = tuple(
        ClaimSentence(
            node.version,
            told[node.version].sentences[node.sentence].at,
            _text(told, node),
            node in within,
        )
        for node in sorted(within | around)
    )
    telling = len(cells) - cells.count("none")
    return Claim(_text(told, chief), sentences, tuple(cells), alone=telling == 1 < len(cells))


def _chief(nodes: tuple[Node, ...], links: Mapping[Node, _Related]) -> Node:
    """Give the sentence that is closest to the others, of equals the earliest."""
    if len(nodes) == 1:
        return nodes[0]
    return max(
        nodes,
        key=lambda one: (
            sum(links[one].same.get(other, 0.0) for other in nodes),
            -nodes.index(one),
        ),
    )


def _text(told: Sequence[AnnotatedArticle], node: Node) -> str:
    one = told[node.version]
    sentence = one.sentences[node.sentence]
    return one.text(sentence)[sentence.at.start : sentence.at.stop].strip()


def _outlets(articles: Sequence[Article]) -> tuple[tuple[str | None, ...], list[int]]:
    """Give the outlets in order of time, and for each version which one it is of."""
    outlets: list[str | None] = []
    column = []
    for article in articles:
        if article.source is None or article.source not in outlets:
            outlets.append(article.source)
            column.append(len(outlets) - 1)
        else:
            column.append(outlets.index(article.source))
    return tuple(outlets), column
