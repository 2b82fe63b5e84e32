"""Describing in words how a query was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from search.query.tree import (
    Among,
    And,
    DateRange,
    Everything,
    FromSource,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)
from search.query.unknown_value import unknown_field
from search.text import CAPITALS, HASHED, JOINED, is_variant

if TYPE_CHECKING:
    from datetime import date

    from search.query.tree import (
        Field,
        Node,
        Query,
        Words,
    )

_WHERE: dict[Field | None, str] = {
    "title": "title has",
    "source": "source is",
    "author": "author is",
    "lang": "language is",
    "tag": "tagged",
    "note": "your note has",
}
_MARKED = {"read": "read before", "unread": "not read yet", "starred": "starred"}
_UNKNOWN = {
    "author": "author not known",
    "lang": "language not known",
    "tag": "without a tag",
    "date": "day not known",
}
_ANYWHERE = (None, "all")


def describe(query: Query) -> str:
    """Say in one line of plain words how a query was understood; never empty.

    `guaido -"armed forces"` gives `any form of guaido, but not exactly “armed forces”`.
    """
    said = _say(query.root, inside=False)
    return f"{said}, also in folded text" if _looks_everywhere(query.root) else said


def _looks_everywhere(node: Node) -> bool:
    match node:
        case And(children=children) | Or(children=children):
            return any(map(_looks_everywhere, children))
        case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
            return node.field == "all"
        case _:
            return False


def _say(node: Node, *, inside: bool) -> str:
    match node:
        case And(children=children):
            unwanted = [_say(c.child, inside=True) for c in children if _is_unwanted(c)]
            wanted = [_say(c, inside=True) for c in children if not _is_unwanted(c)]
            said = " and ".join(wanted) or "every article"
            if unwanted:
                said += ", but not " + " nor ".join(unwanted)
            return f"({said})" if inside else said
        case Or(children=children):
            return _alternatives(children, inside=inside)
        case Not(child=child):
            if field := unknown_field(node):
                return _UNKNOWN[field]
            said = f"every article but not {_say(child, inside=True)}"
            return f"({said})" if inside else said
        case Everything():
            return "every article"
        case DateRange(first=first, last=last):
            return _days(first, last)
        case Among(ids=ids):
            return f"one of {len(ids):,} article{'' if len(ids) == 1 else 's'}"
        case FromSource(names=names):
            said = "from " + " or ".join(sorted(name or "an unknown source" for name in names))
            return f"({said})" if inside and len(names) > 1 else said
        case _:
            return _words(node)


def _is_unwanted(node: Node) -> TypeGuard[Not]:
    return isinstance(node, Not) and unknown_field(node) is None


def _alternatives(children: tuple[Node, ...], *, inside: bool) -> str:
    said = (
        _completion(children)
        or _otherwise(children)
        or " or ".join(_say(c, inside=True) for c in children)
    )
    plain = not inside or " or " not in said or said == _say(children[0], inside=False)
    return said if plain else f"({said})"


def _words(node: Words) -> str:
    """Say a leaf of words, or a filter by marks, with where it looks."""
    match node:
        case Term(field="is", form=form):
            return _MARKED[form]
        case Term(field="has"):
            return "with a note of yours"
        case Term(field="saved", form=name):
            return f"found by your search “{name}”"
        case _:
            where = f"{_WHERE[node.field]} " if node.field not in _ANYWHERE else ""
            return where + _leaf(node)


def _completion(children: tuple[Node, ...]) -> str | None:
    """Say a last word still being typed, which is read as itself or a beginning."""
    match children:
        case (Term(span=a, form=form), Prefix(span=b, field=field)) if a == b:
            if field not in _ANYWHERE:
                return f"{_WHERE[field]} {form}…"
            return f"any form of {form} or words beginning {form}…"
        case _:
            return None


def _otherwise(children: tuple[Node, ...]) -> str | None:
    """Say a word that may be written otherwise: joined, or with other letters."""
    first, *others = children
    field = getattr(first, "field", None)
    if field == "tag" or any(one.span != first.span for one in others):
        return None
    forms = [one.form.rstrip(JOINED) for one in others if isinstance(one, Term)]
    if len(forms) < len(others):
        return None
    said = _say(first, inside=False)
    word = first.children[0] if isinstance(first, Or) else first  # it is still being typed
    own = word.form if isinstance(word, Term) else None
    return " or ".join([said, *(f"“{form}”" for form in dict.fromkeys(forms) if form != own)])


def _leaf(node: Term | Phrase | Prefix | Wildcard | Fuzzy) -> str:
    match node:
        case Term(form=form, stemmed=stemmed, field=field):
            if stemmed:
                return f"any form of {form}"
            if is_variant(form):
                return _variant(form)
            return form if field in {"source", "author", "lang", "tag"} else f"exactly “{form}”"
        case Phrase(forms=forms, stemmed=stemmed, slop=slop, field=field):
            words = " ".join(forms)
            if slop is not None:
                return f"“{words}” with at most {slop} words between"
            if stemmed:
                return f"any form of “{words}”"
            return words if field in {"source", "author", "tag"} else f"exactly “{words}”"
        case Prefix(form=form):
            return f"words beginning {form}…"
        case Wildcard(form=form):
            return f"words like {form}"
        case Fuzzy(form=form, edits=edits):
            return f"words within {edits} letter{'s' if edits > 1 else ''} of {form}"


def _variant(form: str) -> str:
    word, mark = form[:-1], form[-1]
    if mark == CAPITALS:
        return f"{word.upper()} in capitals"
    return f"#{word}" if mark == HASHED else f"{word} in several words"


def _days(first: date | None, last: date | None) -> str:
    if first == last:
        return f"dated {first}"
    if first and last:
        return f"dated {first} to {last}"
    return f"dated {first} or later" if first else f"dated {last} or earlier"
