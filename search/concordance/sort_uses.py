"""Sorting and grouping the lines of a concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.concordance.keyword_in_context import Use

Order: TypeAlias = Literal["after", "before", "newest", "oldest"]
Group: TypeAlias = Literal["source", "none"]
ORDERS: tuple[Order, ...] = get_args(Order)
GROUPS: tuple[Group, ...] = get_args(Group)

_NEIGHBOURS = 6
"""Words on one side that decide the order."""
_LAST = "\U0010ffff"


def ordered(uses: Iterable[Use], order: Order = "after", group: Group = "none") -> tuple[Use, ...]:
    """Sort uses by the words after or before them, as they are spoken of, or by day.

    Words are compared folded, nearest first, so that the same turns of phrase stand together. A
    use without a word on that side comes first; an unknown day last. With `source`, uses of a
    source stand together, by its name, the unknown one last. Equal ones keep their order.
    Cost: sorting; six words of each are read.
    """
    found = list(uses)
    match order:
        case "after":
            found.sort(key=lambda use: _words(use.after)[:_NEIGHBOURS])
        case "before":
            found.sort(key=lambda use: _words(use.before)[: -_NEIGHBOURS - 1 : -1])
        case "newest":
            found.sort(key=lambda use: use.head.published or "", reverse=True)
        case "oldest":
            found.sort(key=lambda use: use.head.published or _LAST)
    if group == "source":
        found.sort(key=lambda use: (use.head.source is None, (use.head.source or "").casefold()))
    return tuple(found)


def _words(text: str) -> list[str]:
    return [token.form for token in tokenize(text)]
