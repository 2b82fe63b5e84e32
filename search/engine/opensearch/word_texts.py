"""The words of a text as an archive is sent them: with spaces between, each distinct chunk read once."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from search.memo import Memo
from search.text import is_variant, sought_forms, stem

RULES_END = "\ue003"
"""Ends the name of stemming rules before a stem; no text has it."""
_SPACE = " "


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
    chunks = list(map(_memo(rules).__getitem__, text.split(_SPACE)))
    varied = [one for one in chunks if one.variants]
    return WordText(
        _SPACE.join([one.exact for one in chunks if one.exact]),
        _SPACE.join([one.stems for one in chunks if one.stems]),
        tuple(dict.fromkeys([form for one in varied for form in one.variants])),
        tuple(dict.fromkeys([form for one in varied for form in one.stem_variants])),
    )


def clean(text: str) -> str:
    """Give a text without lone surrogates, which no index can hold."""
    return text.encode("utf-8", "replace").decode()


def stem_key(form: str, rules: str) -> str:
    """Give what the index has for a folded word's stem by some rules."""
    return rooted(clean(stem(form, rules)), rules)


def rooted(root: str, rules: str) -> str:
    """Give what the index has for a stem by some rules; those without a name are English ones."""
    return f"{rules}{RULES_END}{root}" if rules else root


@cache
def _memo(rules: str) -> Memo[WordText]:
    """Give the chunks by what they say, as one set of rules stems them."""
    return Memo(lambda chunk: _read(chunk, rules))


def _read(chunk: str, rules: str) -> WordText:
    found = [clean(form) for form in sought_forms(chunk)]
    words = [form for form in found if not is_variant(form)]
    variants = [form for form in found if is_variant(form)]
    return WordText(
        _SPACE.join(words),
        _SPACE.join([stem_key(form, rules) for form in words]),
        tuple(variants),
        tuple([stem_key(form, rules) for form in variants]),
    )
