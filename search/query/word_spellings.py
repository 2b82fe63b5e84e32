"""The ways in which one word of a query may stand in a text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.query.tree import Or, Phrase, Term
from search.text import CAPITALS, HASHED, JOINED, acronyms, joined_forms

if TYPE_CHECKING:
    from search.query.tree import Field, Node
    from search.text import Span

_STEMMED = frozenset({None, "title", "note"})
"""The fields in which a word means all its forms."""
_WRITTEN = frozenset({None, "title"})
"""Those in which it is told how words are written."""
_GROUP = 3
"""Digits between the marks of thousands."""
_LEAST, _MOST = 5, 12
"""Digits of a number that is sought in groups: no year, and no number of a bank account."""


def is_stemmed(field: Field | None) -> bool:
    """Tell whether a word in a field means all its forms."""
    return field in _STEMMED


def is_acronym(written: str, form: str, field: Field | None) -> bool:
    """Tell whether an ordinary word was typed in capitals, which then are meant: `US`, `U.S.`."""
    return written.isupper() and field in _WRITTEN and form in acronyms()


def word_node(span: Span, written: str, forms: tuple[str, ...], field: Field | None) -> Node:
    """Give the node of a word as it was typed; several forms are those of `self-declared`."""
    if len(forms) > 1:
        return Phrase(span, forms, is_stemmed(field), None, field)
    if is_acronym(written, forms[0], field):
        return Term(span, forms[0] + CAPITALS, stemmed=False, field=field)
    return Term(span, forms[0], is_stemmed(field), field)


def otherwise_written(
    span: Span, written: str, forms: tuple[str, ...], field: Field | None
) -> tuple[Node, ...]:
    """Give what else a word means: `email` for e-mail, `mueller` for Müller; mostly nothing.

    Where words are themselves, as in names of authors, what is joined has to be asked for.
    """
    if is_stemmed(field):
        joined = joined_forms(written)
        found = tuple(Term(span, form, stemmed=True, field=field) for form in joined)
        return (*found, *_in_groups(span, (*forms, *joined), field))
    if field != "author":
        return ()
    joined = joined_forms(written)
    if len(forms) == 1:
        joined = (*(form for form in joined if form != forms[0]), forms[0])
    marked = tuple(form + JOINED for form in joined)
    plain = tuple(form for form in joined if (form,) != forms)
    return tuple(Term(span, form, stemmed=False, field=field) for form in (*plain, *marked))


def _in_groups(span: Span, forms: tuple[str, ...], field: Field | None) -> tuple[Node, ...]:
    """Give a number as the words it is where spaces part its thousands: `12 000`; no year."""
    number = next((form for form in forms if form.isdigit() and form.isascii()), "")
    if not _LEAST <= len(number) <= _MOST or number[0] == "0":
        return ()
    first = len(number) % _GROUP or _GROUP
    groups = (number[:first], *(number[k : k + _GROUP] for k in range(first, len(number), _GROUP)))
    return (Phrase(span, groups, stemmed=False, field=field),)


def either(span: Span, node: Node, others: tuple[Node, ...]) -> Node:
    """Join a node and what else it means."""
    return Or(span, (node, *others)) if others else node


def hashed(span: Span, tag: Node) -> Node:
    """Have `#crisis` also find the word with its hash in the text."""
    if not isinstance(tag, Term):
        return tag
    return Or(span, (replace(tag, span=span), Term(span, tag.form + HASHED, stemmed=False)))
