"""YAML front matter: found at the head of a text, and loaded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.limits import DEEPEST_FRONT_MATTER, LONGEST_FRONT_MATTER
from search.formats.plain_yaml import plain_mapping
from search.formats.stated_head import stated_head
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from search.formats.stated_head import StatedHead

_WHERE = "front matter"
_FENCE = "---"
_CLOSERS = frozenset({_FENCE, "..."})
_KEY = re.compile(r"[\"']?[^\W\d][\w .-]{0,40}[\"']?\s*:(?:\s|$)")

_HALVES = re.compile(r"(?<!\\)((?:\\\\)*)((?:\\(?:u|U0000)[dD][89a-fA-F][\da-fA-F]{2})+)", re.ASCII)
"""Escapes of surrogates, in which JSON spells an emoji and YAML sees no character."""


def split_front_matter(text: str, path: str) -> tuple[StatedHead | None, str, int]:
    """Part a text into its front matter, the rest, and the rest's first line number.

    Front matter stands between a first line `---` and a line `---` or `...`, and begins with
    a key; without these the whole text comes back, for `---` may just as well be a rule.

    Raises:
        ArticleError: it is front matter, but can't be read; the reason names the line.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, text, 1
    close = next((i for i, row in enumerate(lines[1:], 1) if row.rstrip() in _CLOSERS), None)
    first = next((row for row in lines[1:close] if row.strip() and not row.startswith("#")), "")
    if close is None or not _KEY.match(first):
        return None, text, 1
    fields = _load("\n".join(lines[1:close]), path)
    return stated_head(fields, _WHERE), "\n".join(lines[close + 1 :]), close + 2


def _load(source: str, path: str) -> dict[str, object]:
    """Load a mapping of plain strings, lists and mappings; nothing else is ever built."""
    if len(source) > LONGEST_FRONT_MATTER:
        raise ArticleError(path, f"front matter is longer than {LONGEST_FRONT_MATTER:,} characters")
    loaded: object = plain_mapping(source)
    if loaded is None:
        loaded = _parse(source, path)
    if not isinstance(loaded, dict):
        raise ArticleError(path, "front matter: expected lines of `name: value`")
    return {str(name): value for name, value in loaded.items()}


def _parse(source: str, path: str) -> object:
    import yaml  # noqa: PLC0415 - 30 ms that most articles never need

    # Base loaders give every scalar as the text it is: `title: 1984` stays a title, a date that
    # doesn't exist raises nothing, and no tag builds an object.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    source = _HALVES.sub(_joined, source)
    try:
        depth = 0
        for event in yaml.parse(source, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > DEEPEST_FRONT_MATTER:
                line = event.start_mark.line + 2 if event.start_mark else 1
                why = (
                    "nested too deeply" if depth > DEEPEST_FRONT_MATTER else "aliases are not read"
                )
                raise ArticleError(path, f"front matter, line {line}: {why}")
        return yaml.load(source, Loader=loader)  # noqa: S506 - safer than the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f", line {mark.line + 2}" if mark else ""
        why = one_line(clean(error.problem or "this is not YAML"))
        raise ArticleError(path, f"front matter{where}: {why}") from error
    except yaml.YAMLError as error:
        raise ArticleError(path, f"front matter: {one_line(clean(str(error)))}") from error


def _joined(escapes: re.Match[str]) -> str:
    """Give the characters that escaped halves stand for; what is only half of one becomes U+FFFD."""
    units = bytes.fromhex("".join(re.findall(r"([\da-fA-F]{4})(?=\\|$)", escapes[2])))
    return escapes[1] + units.decode("utf-16-be", "replace")
