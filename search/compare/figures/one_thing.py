"""Whether two numbers are of one thing, by what stands around them."""

from __future__ import annotations

from enum import Enum
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from search.compare.figures.number_context import opposed, opposite, shared, tells_little

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.figures.number_context import Surroundings
    from search.compare.figures.number_kinds import Number

_SOME, _MANY = 2.0, 3.0
"""Words around two numbers that are the same, from which on they may be of one thing where their sentences say
the same, and where these do not, or no word stands right beside the numbers."""
_IN_A_ROW, _OF_WHAT = 3, 2
"""Words next to two numbers, before and after, that are the same where no noun says what the numbers count, and
those of them that say of what they are, not when or how sure that is."""
_MONEY = 1_000_000
"""From here on a number without a noun is mostly of money."""
_NEAR = 1.65
"""How many times as much a number is at most that lies near to another."""
_FAR = 5.0
"""How many times as much a number is at most that is of the same thing as another."""


class Beside(Enum):
    """What two numbers have beside them: words on one side only, the same next word, the same elsewhere, others."""

    NOTHING = "nothing"
    NEXT = "next"
    SHARED = "shared"
    OTHERS = "others"


class Told(NamedTuple):
    """Two linked sentences.

    Attributes:
        left, right: the stems of their content words.
        names: the stems that mostly stand in names, in both articles.
        same: whether the sentences say the same, not only something related.
        exact: whether they say it in the same words.
        sure: whether they surely say the same, and hardly have a number that the other hasn't.
    """

    left: frozenset[str]
    right: frozenset[str]
    names: frozenset[str]
    same: bool
    exact: bool = False
    sure: bool = False

    def swapped(self) -> Told:
        """Give the same from the other side."""
        return self._replace(left=self.right, right=self.left)


def things(number: Number, told: Told) -> Iterator[tuple[str, str, str]]:
    """Yield what a number may speak of: it and another can only speak of the same if they share one."""
    if number.kind == "age":
        yield from ((number.kind, "", stem) for stem in number.before)
        if not number.before and (told.same or number.around.head in number.around.named):
            yield number.kind, "old", number.around.head
        if told.sure:
            yield from ((number.kind, "", stem) for stem in number.around.named)
    elif number.kind != "day":
        for stem in (*number.around.other, *number.around.named):
            yield number.kind, number.unit, stem
        if told.sure:
            yield number.kind, number.unit, ""
    elif told.same:
        yield number.kind, number.unit, ""


def of_one_thing(one: Number, other: Number, told: Told) -> bool:
    """Tell whether what stands around two numbers of a kind says that they are of one thing.

    Where their sentences say the same, less is asked for; nothing beside kind, unit and noun where they surely do, hardly
    differ in their numbers, and these are near to each other. Cost: constant.
    """
    if one.kind == "age":
        return _one_person(one, other) and not _sorts_differ(one.around, other.around)
    around = one.around, other.around
    heads = {each.head if one.kind == "count" else "" for each in around}
    far = one.kind != "day" and max(one.value, other.value) > _FAR * min(one.value, other.value) > 0
    if far or _apart(*around, told) or opposite(one.before[:1], other.before[:1]):
        return False
    if len(heads) > 1 and "" not in heads:
        return False
    return (told.sure and _near(one, other)) or _said_alike(one, other, heads, told)


def _near(one: Number, other: Number) -> bool:
    """Tell whether two numbers lie so near to each other as tellings of one thing mostly do; days never."""
    values = sorted((one.value, other.value))
    return one.kind != "day" and values[1] <= _NEAR * values[0]


def _said_alike(one: Number, other: Number, heads: set[str], told: Told) -> bool:
    """Tell whether enough of the words around two numbers is the same, and of those beside them."""
    common, ours, theirs = shared(one.around, other.around), _after(one), _after(other)
    enough = common >= (_SOME if told.same else _MANY)
    before, after = _beside(one.before, other.before), _beside(ours, theirs)
    if told.exact and {before, after} <= {Beside.NEXT, Beside.NOTHING}:
        return enough
    if _tells_no_noun(one, other, heads) and not _in_a_row(one, other):
        return False
    if Beside.NEXT in {_beside(one.before, theirs), _beside(ours, other.before)}:
        return enough  # killed 31 people; 23 people were killed
    if len(heads) > 1:
        return enough and before is Beside.NEXT  # killing 12; killed 14 people
    if told.same and any(heads) and one.around.sort & other.around.sort:
        return common >= _MANY  # two and three undersea cables
    if Beside.NEXT in {before, after}:
        others = before is Beside.OTHERS or (after is Beside.OTHERS and common < _MANY)
        return enough and not others
    if before is not after or common < _MANY:
        return False
    return any(heads) if before is Beside.NOTHING else told.same and before is Beside.SHARED


def _beside(some: Sequence[str], others: Sequence[str]) -> Beside:
    """Compare what stands on one side of two numbers, nearest first."""
    if not (some and others):
        return Beside.NOTHING
    if some[0] == others[0]:
        return Beside.NEXT
    return Beside.OTHERS if {*some}.isdisjoint(others) else Beside.SHARED


def _tells_no_noun(one: Number, other: Number, heads: set[str]) -> bool:
    """Tell whether no noun says what two numbers are of: money, shares, days, and what is most likely money or an index.

    That is what has no noun and is in millions (`49.6 billion this year`), or no whole number (`closed at 86.96`).
    """
    if one.kind != "count":
        return one.kind in {"money", "share", "day"}
    values = one.value, other.value
    if heads == {"point"}:
        return True
    return not any(heads) and (max(values) >= _MONEY or not all(map(float.is_integer, values)))


def _in_a_row(one: Number, other: Number) -> bool:
    """Tell whether enough words next to two numbers are the same, outwards on both sides to the first that isn't.

    Also where what follows one goes before the other: `sales rose 5%`, `a 5% rise of sales`.
    """
    ours, theirs = _after(one), _after(other)
    straight = [*_first_same(one.before, other.before), *_first_same(ours, theirs)]
    crossed = [*_first_same(one.before, theirs), *_first_same(ours, other.before)]
    return any(
        len(row) >= _IN_A_ROW and sum(stem not in tells_little() for stem in row) >= _OF_WHAT
        for row in (straight, crossed)
    )


def _first_same(some: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    both = takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False))
    return (stem for stem, _ in both)


def _after(number: Number) -> list[str]:
    """Give the stems that follow what is counted."""
    stems = [stem for stem, _ in number.about]
    head = number.around.head if number.kind == "count" else ""
    return stems[stems.index(head) + 1 :] if head in stems else stems


def _one_person(one: Number, other: Number) -> bool:
    """Tell whether two ages may be one person's: `Lee, 34` and `Ann Lee (35)`, or `35-year-old Ann Lee`; not `Bob Lee, 61`."""
    if one.before and other.before:
        return all(a == b for a, b in zip(one.before, other.before, strict=False))
    if not (one.before or other.before):
        return one.around.head == other.around.head
    named, bare = (one, other) if one.before else (other, one)
    return bare.around.named.issuperset(named.before)


def _apart(one: Surroundings, other: Surroundings, told: Told) -> bool:
    """Tell whether what stands around two numbers says that they are not of one thing.

    One tells of a total, of a rest or of one of many where the other doesn't, or names a part by its number (`the
    first 25 days`); both count different sorts of a thing, one has rise what the other has fall, or one tells by how
    much and the other to where; they name different days, years or hours; or each names somebody, or a place, of whom
    the other sentence says nothing.
    """
    if one.scope != other.scope or "part" in one.scope or _sorts_differ(one, other):
        return True
    if opposed(one, other) or (one.towards and other.towards and one.towards != other.towards):
        return True
    if any(a and b and a.isdisjoint(b) for a, b in zip(one.when, other.when, strict=False)):
        return True
    ours, theirs = one.holders & told.names, other.holders & told.names
    return bool(ours - told.right and theirs - told.left)


def _sorts_differ(one: Surroundings, other: Surroundings) -> bool:
    return bool(one.sort and other.sort) and one.sort.isdisjoint(other.sort)
