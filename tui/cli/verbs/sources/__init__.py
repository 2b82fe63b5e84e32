"""Source against source, or which sources there are."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from tui.cli.arguments import UsageError
from tui.cli.open_library import opened
from tui.cli.streams import count, write, write_json
from tui.render.keyness import (
    MEANING,
    ColumnInk,
    columns,
    heading,
    lacking,
    level_note,
    listed,
    markdown,
    named,
    size,
    span,
    told,
    word_row,
)
from tui.render.article_facts import UNKNOWN_SOURCE
from tui.render.wrap import paragraphs

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from rich.segment import Segment

    from search import Contrast
    from tui.cli.json_fields import Document
    from tui.render.comparison import Side

_DONE, _NOTHING = 0, 1
_WORDS = 20
_WIDEST = 100
_INK = ColumnInk(*[Style()] * len(ColumnInk._fields))

Counts = tuple[tuple[str | None, int], ...]


def sources(asked: argparse.Namespace) -> int:
    """Set two sources against each other, or list all; nothing to tell is exit code 1."""
    if asked.left is None:
        return _list(asked)
    with opened(asked) as desk:
        counts = desk.search("").sources
        left, right = (meant(name, counts) for name in (asked.left, asked.right))
        if left == right:
            raise UsageError(f"sources: {named(left)} can't be set against itself")
        found = desk.sources(left, right)
        found = replace(found, stories=desk.grouping.shared(left, right))
    if asked.json:
        write_json(_contrast(found, asked.limit))
    elif asked.markdown:
        sys.stdout.write(markdown(found, asked.limit))
    else:
        _print(found, _WORDS if asked.limit is None else asked.limit)
    return _DONE if found.significant else _NOTHING


def meant(name: str, counts: Counts) -> str | None:
    """Find a source by its name, whatever its case; raise UsageError. None is the unknown."""
    known = [source for source, _ in counts if source is not None]
    if name in known:
        return name
    alike = [source for source in known if source.casefold() == name.casefold()]
    if len(alike) == 1:
        return alike[0]
    if name.casefold() in {"", UNKNOWN_SOURCE} and len(known) < len(counts):
        return None
    raise UsageError(f"{name}: no source is called so; {_steer(name, known)}")


def _steer(name: str, known: Sequence[str]) -> str:
    folded = {source.casefold(): source for source in known}
    wanted = name.casefold()
    near = [source for source in folded if wanted and wanted in source]
    near = near or get_close_matches(wanted, folded, n=3)
    if not near:
        return "diptych sources lists those there are"
    return "did you mean " + " or ".join(folded[one] for one in near[:3]) + "?"


def _list(asked: argparse.Namespace) -> int:
    if asked.library is not None and not Path(asked.library).expanduser().exists():
        raise UsageError(
            f"sources: {asked.library} is no library; name two sources, LEFT and RIGHT, or none"
        )
    with opened(asked) as desk:
        found = desk.search("")
    shown = found.sources[: asked.limit]
    if asked.json:
        write_json(_counts(found.total, shown, found.sources))
    else:
        write(f"{count(found.total, 'article')} of {count(len(found.sources), 'source')}")
        digits = max((len(f"{number:,}") for _, number in shown), default=0)
        for source, number in shown:
            write(f"  {number:>{digits},}  {named(source)}")
    return _DONE if found.total else _NOTHING


def _contrast(found: Contrast, limit: int | None) -> Document:
    """Two sources set against each other; `vocabulary` has at most `limit` words of each side.

    A word is `significant` where |z| is `level` or more. Rates are in 10,000 words.
    """
    sides = {True: 0, False: 0}
    words = []
    for one in found.preferences:
        sides[one.z > 0] += 1
        if limit is None or sides[one.z > 0] <= limit:
            words.append(one)
    return {
        "left": found.left,
        "right": found.right,
        "articles": {"left": found.articles.left, "right": found.articles.right},
        "words": {"left": found.words.left, "right": found.words.right},
        "months": {
            "left": {month: count for month, count in found.months.left if month is not None},
            "right": {month: count for month, count in found.months.right if month is not None},
        },
        "unknown": {
            "date": {
                "left": sum(count for month, count in found.months.left if month is None),
                "right": sum(count for month, count in found.months.right if month is None),
            }
        },
        "stories": found.stories,
        "weighed": found.weighed,
        "significant": found.significant,
        "level": round(found.level, 4),
        "vocabulary": [
            {
                "word": one.word,
                "left": one.left,
                "right": one.right,
                "z": round(one.z, 4),
                "significant": one.significant,
                "articles": {"left": one.articles.left, "right": one.articles.right},
                "rates": {
                    "left": round(found.rates(one).left, 4),
                    "right": round(found.rates(one).right, 4),
                },
            }
            for one in words
        ],
    }


def _counts(
    articles: int,
    shown: Iterable[tuple[str | None, int]],
    every: Iterable[tuple[str | None, int]],
) -> Document:
    """How many articles each source has, most first; `unknown` counts those of unknown source."""
    return {
        "articles": articles,
        "sources": {name: count for name, count in shown if name is not None},
        "unknown": {"source": sum(count for name, count in every if name is None)},
    }


def _print(found: Contrast, limit: int) -> None:
    write(f"{named(found.left)} ⇄ {named(found.right)}")
    names = [named(found.left), named(found.right)]
    widest = max(map(cell_len, names))
    for name, articles, words, months in (
        (names[0], found.articles.left, found.words.left, found.months.left),
        (names[1], found.articles.right, found.words.right, found.months.right),
    ):
        facts = " · ".join(filter(None, (size(articles, words), span(months))))
        write(f"  {name}{' ' * (widest - cell_len(name))}  {facts}")
    if said := told(found.stories):
        write(f"  {said}")
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
    sides: tuple[Side, Side] = "left", "right"
    for side, name in zip(sides, names, strict=True):
        used = listed(found, side)
        if not used:
            continue
        write()
        write(f"used more by {name}")
        shown = columns(found, used[:limit], side, width - 2)
        write("  " + _text(heading(shown, Style())))
        for one in used[:limit]:
            write("  " + _text(word_row(found, one, side, shown, _INK)))
        if len(used) > limit:
            write(f"  … and {len(used) - limit:,} more (--limit shows them)")
    write()
    for line in paragraphs(lacking(found) or f"{level_note(found)}\n{MEANING}", width):
        write(line)


def _text(segments: Iterable[Segment]) -> str:
    return "".join(segment.text for segment in segments).rstrip()
