"""Answers in words, for a person: plain in a pipe, coloured on a terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

from tui.cli.output import count, write
from tui.render.facts import day
from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from search import Answer, Article, At, Comparison, Hit, Rival, Span, SyncReport

_WIDEST = 100
_MARKS = {"same words": "=", "says the same": "≈", "related": "~"}
_TOLD = 12
"""Words of the vocabulary that are printed."""


def index(library: Path, report: SyncReport) -> None:
    """Say what a sync did, in one line."""
    done = f"{report.added} added, {report.changed} changed, {report.removed} removed"
    failed = f", {len(report.failed)} failed" if report.failed else ""
    write(f"{library}: {count(report.articles, 'article')} ({done}{failed})")


def answer(found: Answer, hits: Sequence[Hit]) -> None:
    """Print the rows of a search, with their matches lit."""
    _print(f"{count(found.total, 'article')}: {found.read_as}", "bold")
    if found.suggestion:
        write(f"Did you mean: {found.suggestion}")
    for hit in hits:
        write()
        _lit(hit.label, hit.title_spans, "bold")
        matches = f"  ×{hit.matches}" if hit.matches else ""
        _print(f"  {hit.source or 'unknown source'}  {day(hit.published)}{matches}", "dim")
        if hit.excerpt.text:
            _lit(hit.excerpt.text, hit.excerpt.spans, "", indent="  ")
        _print(f"  {hit.path}", "dim")
    if found.total > len(hits):
        write()
        write(f"… and {found.total - len(hits)} more (--limit shows them)")


def article(one: Article) -> None:
    """Print an article's head, its story, and what else the page says, marked with `·`."""
    _print(one.label, "bold")
    _print(f"{one.source or 'unknown source'} · {day(one.published)}", "dim")
    if one.authors:
        _print(", ".join(one.authors), "dim")
    if one.url:
        _print(one.url, "dim")
    for block in one.blocks:
        write()
        mark = {"quote": "> ", "caption": "[ ", "list": "- ", "boilerplate": "· "}
        style = {"heading": "bold", "lead": "bold", "boilerplate": "dim", "caption": "italic"}
        begin = mark.get(block.kind, "")
        for line in _wrapped(block.text, begin):
            _print(line, style.get(block.kind, ""))


def rivals(found: Iterable[Rival]) -> None:
    """Print an article's rivals, best first."""
    nothing = True
    for one in found:
        nothing = False
        sign = "same story" if one.same_story else "maybe"
        _print(one.title or one.path, "bold")
        where = f"{one.source or 'unknown source'}  {day(one.published)}"
        _print(f"  {one.score:.2f} {sign}  {where}", "dim")
        write(f"  {'; '.join(one.why)}")
        _print(f"  {one.path}", "dim")
    if nothing:
        write("no other source tells anything like it")


def comparison(found: Comparison) -> None:
    """Print the passages that meet, and the words one side uses more."""
    for side, share in ((found.left, found.shared.left), (found.right, found.shared.right)):
        _print(side.label, "bold")
        where = f"{side.source or 'unknown source'} · {day(side.published)}"
        _print(f"  {where} · {share:.0%} of its words meet the other", "dim")
    for link in found.links:
        write()
        _print(f"{_MARKS[link.tier]} {link.tier} ({link.score:.2f})", "bold")
        _passage(found.left, found.sentences.left[link.left])
        _passage(found.right, found.sentences.right[link.right])
    if not found.links:
        write()
        write("no passages that meet were found")
    if found.vocabulary:
        write()
        _print("used more", "bold")
        for word in found.vocabulary[:_TOLD]:
            write(f"  {word.left:>3} : {word.right:<3} {word.word}")


def _passage(side: Article, at: At) -> None:
    text = side.blocks[at.block].text[at.start : at.stop]
    for line in _wrapped(text, "  | "):
        write(line)


def _wrapped(text: str, begin: str) -> list[str]:
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
    later = begin if begin.strip() == "|" else " " * len(begin)
    return textwrap.wrap(
        safe(text), max(20, width), initial_indent=begin, subsequent_indent=later
    ) or [begin]


def _print(text: str, style: str) -> None:
    _lit(text, (), style)


def _lit(text: str, spans: Iterable[Span], style: str, indent: str = "") -> None:
    """Print one line, its spans lit where the terminal can."""
    if not sys.stdout.isatty():
        write(indent + text)
        return
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.text import Text  # noqa: PLC0415

    line = Text(indent + safe(text), style=style)
    for start, stop in spans:
        line.stylize("bold underline", start + len(indent), stop + len(indent))
    Console(highlight=False, soft_wrap=True).print(line)
