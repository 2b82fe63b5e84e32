"""What an archive gives back made as harmless as what is read from a file: anybody may have written there."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, get_args

from search.article import Block, BlockKind
from search.formats.limits import LONGEST_TEXT, MOST_LINES, cut_fields
from search.text.clean import clean, one_line
from search.untrusted import iso_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import Article, Head

_KINDS = frozenset(get_args(BlockKind))
_DEEPEST = 100
_LONGEST_PATH = 8_192
_LONGEST_WORDS = 300
"""Letters of a cut or of where something stands: a phrase."""
_MOST_WORDS = 50
_BREAKS = {ord("\n"): " ", ord("\f"): " "}
_CUT = "what else the archive has of the text"


def harmless(article: Article) -> Article:
    """Give an article whose texts are clean and bounded, and whose fields are what they ought to be.

    One that was read from a file stays as it is. Raises TypeError where a field is of another kind. Cost:
    linear in its text.
    """
    _check_kinds(article)
    blocks, left_out = _blocks(article.blocks)
    head = {
        "title": _line(article.title),
        "source": _line(article.source),
        "authors": tuple(one for name in article.authors if (one := one_line(clean(name)))),
        "tags": tuple(one for name in article.tags if (one := one_line(clean(name)))),
        "url": article.url,
        "language": _line(article.language),
    }
    kept, _ = cut_fields({name: value for name, value in head.items() if value})
    every: dict[str, Any] = dict.fromkeys(head) | {"authors": (), "tags": ()} | kept
    cuts = tuple(_phrase(one) for one in article.cuts[:_MOST_WORDS])
    evidence = list(article.evidence.items())[:_MOST_WORDS]
    return replace(
        article,
        path=article.path[:_LONGEST_PATH],
        blocks=blocks,
        published=_day(article.published),
        updated=_day(article.updated),
        cuts=(*cuts, _CUT) if left_out else cuts,
        whole=article.whole and not left_out,
        evidence={_phrase(name): _phrase(where) for name, where in evidence},
        **every,
    )


def harmless_head(head: Head) -> Head:
    """Give the head of an article likewise."""
    _check_texts(head[:-1])
    if not isinstance(head.whole, bool):
        raise TypeError(head.whole)
    kept, _ = cut_fields(
        {
            name: value
            for name, value in (("title", _line(head.title)), ("source", _line(head.source)))
            if value
        }
    )
    return head._replace(
        path=head.path[:_LONGEST_PATH],
        title=kept.get("title"),
        source=kept.get("source"),
        published=_day(head.published),
    )


def _check_kinds(article: Article) -> None:
    """Raise TypeError where a field is of another kind than it ought to be."""
    told = {field.name: getattr(article, field.name) for field in fields(article)}
    whole, evidence = told.pop("whole"), told.pop("evidence")
    if not isinstance(whole, bool) or not isinstance(evidence, dict):
        raise TypeError(whole, evidence)
    blocks = told.pop("blocks")
    several = [told.pop(name) for name in ("authors", "tags", "cuts")]
    _check_texts([*told.values(), *evidence, *evidence.values()])
    _check_texts([one for names in several for one in names])
    _check_texts([block.text for block in blocks])
    if not article.id or not isinstance(article.path, str):
        raise TypeError(article.id)
    if not all(isinstance(block.depth, int) for block in blocks):
        raise TypeError(blocks)


def _check_texts(values: Sequence[Any]) -> None:
    for value in values:
        if value is not None and not isinstance(value, str):
            raise TypeError(value)


def _blocks(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], bool]:
    """Give clean blocks of as much text as a file may have, and whether that isn't all."""
    found: list[Block] = []
    letters = 0
    for block in blocks:
        kind = block.kind if block.kind in _KINDS else "paragraph"
        plain = clean(block.text)
        text = plain.translate(_BREAKS) if kind == "code" else one_line(plain)
        letters += len(text)
        if letters > LONGEST_TEXT or len(found) == MOST_LINES:
            return tuple(found), True
        depth = max(0, min(block.depth, _DEEPEST))
        if text:
            same = (kind, text, depth) == (block.kind, block.text, block.depth)
            found.append(block if same else Block(kind, text, depth))
    return tuple(found), False


def _line(text: str | None) -> str | None:
    return (one_line(clean(text)) or None) if text else None


def _day(text: str | None) -> str | None:
    return text if text and iso_day(text) else None


def _phrase(text: str) -> str:
    return one_line(clean(text))[:_LONGEST_WORDS]
