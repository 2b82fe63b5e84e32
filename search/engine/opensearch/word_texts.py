"""The words of a text as an archive is sent them: with spaces between, each distinct chunk read once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from search.memo import Memo
from search.text import is_variant, sought_forms, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

RULES_END = "\ue003"
"""Ends the name of stemming rules before a stem; no text has it."""
_SPACE = " "
_MOST_CHUNKS = 1 << 15
"""Chunks that are known, at most twice as many, some 15 MB: a push meets most of them again and again."""
_stem = stem.__wrapped__
"""The chunks that are known are stemmed: to keep their stems once more would take as much memory again."""


class WordText(NamedTuple):
    """The words of a text, as texts to be split at spaces; empty where it has none.

    Attributes:
        exact: its folded words, in order.
        stems: the stem of each.
        variants: the variants of its words, in order of their first use.
        stem_variants: the stem of each of these.
    """

    exact: str
    stems: str
    variants: tuple[str, ...]
    stem_variants: tuple[str, ...]


def word_text(text: str, rules: str) -> WordText:
    """Give the words of a text, stemmed by some rules.

    No word reaches across a space, so a text is read chunk by chunk, and a chunk that came before
    is known. Cost: linear; a look-up for each chunk.
    """
    chunks = map(_memo(rules).__getitem__, text.split(_SPACE))
    exact, stems, varied = zip(*chunks, strict=True)
    each = [one for one in varied if one] if any(varied) else ()
    return WordText(
        _SPACE.join(filter(None, exact)),
        _SPACE.join(filter(None, stems)),
        tuple(dict.fromkeys([form for forms, _ in each for form in forms])),
        tuple(dict.fromkeys([form for _, forms in each for form in forms])),
    )


def clean(text: str) -> str:
    """Give a text without lone surrogates, which no index can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def stem_key(form: str, rules: str) -> str:
    """Give what the index has for a folded word's stem by some rules."""
    return rooted(clean(stem(form, rules)), rules)


def rooted(root: str, rules: str) -> str:
    """Give what the index has for a stem by some rules; those without a name are English ones."""
    return f"{rules}{RULES_END}{root}" if rules else root


class _Chunk(NamedTuple):
    """The words of a chunk, their stems, and its variants with stems; None without any."""

    exact: str
    stems: str
    varied: tuple[Sequence[str], Sequence[str]] | None


@cache
def _memo(rules: str) -> Memo[_Chunk]:
    """Give the chunks by what they say, as one set of rules stems them."""
    return Memo(lambda chunk: _read(chunk, rules), _MOST_CHUNKS)


def _read(chunk: str, rules: str) -> _Chunk:
    found = [clean(form) for form in sought_forms(chunk)]
    if len(found) == 1 and (form := found[0]) != chunk and form.isascii() and form.isalnum():
        return _memo(rules)[form]  # signs beside it and capitals make no other word
    words = [form for form in found if not is_variant(form)]
    variants = [form for form in found if is_variant(form)]
    stems = [_stem(form, rules) for form in words]
    return _Chunk(
        _SPACE.join(words),
        _SPACE.join([rooted(clean(one), rules) for one in stems]),
        (variants, [stem_key(form, rules) for form in variants]) if variants else None,
    )
