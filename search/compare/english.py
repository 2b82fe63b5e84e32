"""The English words by which two articles are compared, from `english.toml` beside this module."""

from __future__ import annotations

from functools import cache
from typing import Any

from search.word_lists import word_lists


@cache
def english(name: str) -> frozenset[str]:
    """Give the words of a list, such as `names.particles`; read when first asked for."""
    section, _, key = name.partition(".")
    return frozenset(table(section)[key])


def table(section: str) -> dict[str, Any]:
    """Give a section as it stands in the file, its lists in order. Don't change it."""
    found: dict[str, Any] = word_lists("compare/english")[section]
    return found


@cache
def roles() -> frozenset[str]:
    """Give the nouns that say what a person is or does, titles among them."""
    return english("titles.words") | english("persons.roles")


@cache
def modifiers() -> frozenset[str]:
    """Give the words that before a role or a title are part of it."""
    return english("titles.qualifiers") | english("persons.modifiers")


@cache
def role_words() -> frozenset[str]:
    """Give roles and modifiers."""
    return roles() | modifiers()


@cache
def adjective_endings() -> tuple[str, ...]:
    """Give the endings of words that may stand before a role."""
    return tuple(table("persons")["adjective_endings"])
