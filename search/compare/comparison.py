"""The result of a comparison, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search.sides import Sides

if TYPE_CHECKING:
    from search.article import Article

Tier: TypeAlias = Literal["same words", "says the same", "related"]
NamedKind: TypeAlias = Literal["person", "group", "thing"]
DifferenceKind: TypeAlias = Literal["replaced", "only left", "only right"]
Pairing: TypeAlias = Literal["same", "clipped left", "clipped right", "left only", "right only"]

_NO_WORDS: Sides[tuple[tuple[int, int], ...]] = Sides((), ())


class At(NamedTuple):
    """A place in an article: `article.blocks[block].text[start:stop]`."""

    block: int
    start: int
    stop: int


_NOWHERE: Sides[At | None] = Sides(None, None)


def text_at(article: Article, at: At) -> str:
    """Give the text at a place in an article."""
    return article.blocks[at.block].text[at.start : at.stop]


@dataclass(frozen=True, slots=True)
class Link:
    """Two similar sentences.

    Attributes:
        left, right: indexes into `Comparison.sentences`.
        score: how sure it is that they tell the same fact, 0 to 1.
        words: where the words stand that both share, `[start, stop]` in the block of each.
        judged: whether the reader said that they meet.
    """

    left: int
    right: int
    score: float
    tier: Tier
    words: Sides[tuple[tuple[int, int], ...]] = _NO_WORDS
    judged: bool = False


class Judgement(NamedTuple):
    """Whether a passage of each side meet, says the reader; `number` is as kept, 0 if it isn't."""

    left: At
    right: At
    meets: bool
    number: int = 0


class Meets(NamedTuple):
    """Shares of a side's words, 0 to 1: in links of the two upper tiers, and in others only."""

    same: float
    related: float


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in place of what within a link, as each side writes it, or one side only.

    `link` is an index into `Comparison.links`; `at` has the place of each phrase, None without one.
    """

    link: int
    left: str
    right: str
    kind: DifferenceKind
    at: Sides[At | None] = _NOWHERE


@dataclass(frozen=True, slots=True)
class QuotationPair:
    """The same quotation on both sides, or one that only one side has: indexes into `quotes`."""

    left: int | None
    right: int | None
    how: Pairing


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in the same order on both sides."""

    left: At
    right: At
    words: int


@dataclass(frozen=True, slots=True)
class Usage:
    """How often each side uses a word, and the z-score of the difference."""

    word: str
    left: int
    right: int
    z: float


@dataclass(frozen=True, slots=True)
class Name:
    """A name, untyped, and every place where each side uses it, in a longer or shorter form.

    Attributes:
        text: the fullest form that is used, as most often written; where that is rare and no
            person's, the form of several words that is used most.
        left, right: where it stands, in reading order; empty where a side doesn't use it.
    """

    text: str
    left: tuple[At, ...]
    right: tuple[At, ...]


@dataclass(frozen=True, slots=True)
class Epithet:
    """The same words for a person, group or thing, and where they stand, in reading order."""

    text: str
    places: tuple[At, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """How each side names the same, word for word; the most frequent phrase first.

    A `group` (body, party, place) has a name and is no person. A `thing` has none.
    """

    name: str
    left: tuple[Epithet, ...]
    right: tuple[Epithet, ...]
    kind: NamedKind


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks.

    Attributes:
        text: what stands between the marks.
        speaker: who says it, as the text has it; None when it isn't plain.
        verb: the verb of saying; None when there is none.
        at: where `text` stands.
    """

    text: str
    speaker: str | None
    verb: str | None
    at: At


@dataclass(frozen=True, slots=True)
class Figure:
    """Two figures of one kind that differ, in two linked sentences.

    `link` is a place in `Comparison.links`; `left` and `right` say where the figures stand.
    """

    link: int
    left: At
    right: At


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles share, sentence by sentence.

    Attributes:
        left, right: the articles.
        sentences: every sentence that is not boilerplate, in reading order.
        links: sorted by left, then right. A sentence may have several or none.
        runs: exact runs of six words and more, sorted by left; they never overlap on one side.
        shared: the share of each side's words that stand in a linked sentence, 0 to 1.
        meets: the same share, by the tier of the links.
        wording: what stands in place of what in links of the two upper tiers, by link.
        quotations: which quotations both sides have, and which only one.
        vocabulary: words one side uses more, the most telling first.
        names: those of both sides, the most frequent first.
        naming: the persons both sides name, unless both name them alike; the most named first.
        quotes: what each side quotes, in reading order.
        quoted: the share of each side's words that stand between quotation marks, 0 to 1.
        figures: figures that differ in linked sentences, in the order of the links.
        repeats: for each side, sentences that say again word for word what the article said
            before: each one's place and that of the first.
        judged: what the reader said of pairs of sentences, in the order in which it was said.
        apart: the pairs of sentences that don't meet because the reader said so, sorted.
        versions: whether the sides are two versions of one article; what isn't linked, and in links what isn't
            among their `words`, is exactly what changed then.
    """

    left: Article
    right: Article
    sentences: Sides[tuple[At, ...]]
    links: tuple[Link, ...]
    runs: tuple[Run, ...]
    shared: Sides[float]
    meets: Sides[Meets]
    wording: tuple[Wording, ...]
    vocabulary: tuple[Usage, ...]
    names: tuple[Name, ...]
    naming: tuple[Naming, ...]
    quotes: Sides[tuple[Quote, ...]]
    quotations: tuple[QuotationPair, ...]
    quoted: Sides[float]
    figures: tuple[Figure, ...]
    repeats: Sides[tuple[tuple[int, int], ...]]
    judged: tuple[Judgement, ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    versions: bool = False

    @property
    def unmatched(self) -> Sides[tuple[int, ...]]:
        """The sentences of each side without a link."""
        left = {link.left for link in self.links}
        right = {link.right for link in self.links}
        return Sides(
            tuple(i for i in range(len(self.sentences.left)) if i not in left),
            tuple(i for i in range(len(self.sentences.right)) if i not in right),
        )

    def mirrored(self) -> Comparison:
        """Swap the sides: what `compare` gives for the same articles the other way round."""
        numbered = sorted(enumerate(self.links), key=lambda pair: (pair[1].right, pair[1].left))
        place = {old: new for new, (old, _) in enumerate(numbered)}
        figures = [Figure(place[one.link], one.right, one.left) for one in self.figures]
        return Comparison(
            left=self.right,
            right=self.left,
            sentences=self.sentences.swapped(),
            links=tuple(
                replace(link, left=link.right, right=link.left, words=link.words.swapped())
                for _, link in numbered
            ),
            runs=tuple(
                sorted(
                    (Run(run.right, run.left, run.words) for run in self.runs),
                    key=lambda run: (run.left, run.right),
                )
            ),
            shared=self.shared.swapped(),
            meets=self.meets.swapped(),
            wording=tuple(
                sorted((_mirrored(one, place) for one in self.wording), key=lambda one: one.link)
            ),
            vocabulary=tuple(
                Usage(use.word, use.right, use.left, -use.z) for use in self.vocabulary
            ),
            names=tuple(Name(name.text, name.right, name.left) for name in self.names),
            naming=tuple(Naming(one.name, one.right, one.left, one.kind) for one in self.naming),
            quotes=self.quotes.swapped(),
            quotations=_mirrored_pairs(self.quotations),
            quoted=self.quoted.swapped(),
            figures=tuple(sorted(figures, key=lambda one: (one.link, one.left))),
            repeats=self.repeats.swapped(),
            judged=tuple(one._replace(left=one.right, right=one.left) for one in self.judged),
            apart=tuple(sorted((right, left) for left, right in self.apart)),
            versions=self.versions,
        )


_OTHER_KIND: dict[str, DifferenceKind] = {
    "replaced": "replaced",
    "only left": "only right",
    "only right": "only left",
}
_OTHER_HOW: dict[str, Pairing] = {
    "same": "same",
    "clipped left": "clipped right",
    "clipped right": "clipped left",
    "left only": "right only",
    "right only": "left only",
}


def _mirrored(one: Wording, place: dict[int, int]) -> Wording:
    kind = _OTHER_KIND[one.kind]
    return Wording(place[one.link], one.right, one.left, kind, one.at.swapped())


def _mirrored_pairs(pairs: tuple[QuotationPair, ...]) -> tuple[QuotationPair, ...]:
    swapped = [QuotationPair(one.right, one.left, _OTHER_HOW[one.how]) for one in pairs]
    order = {"left only": 1, "right only": 2}
    return tuple(
        sorted(swapped, key=lambda one: (order.get(one.how, 0), one.left or 0, one.right or 0))
    )
