"""The verbs that answer about one library, one article or two."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from search import Desk, ordered
from tui.cli import json_fields as documents
from tui.cli import styled_lines as printing
from tui.cli.library_path import configured, library
from tui.cli.open_library import narrate, opened, sync
from tui.cli.streams import tell, write_json
from tui.cli.verbs.compare.comparison_markdown import markdown
from tui.cli.verbs.compare.web_page import page

if TYPE_CHECKING:
    import argparse

    from search import Group

_DONE, _NOTHING = 0, 1


def index(asked: argparse.Namespace) -> int:
    """Bring the index up to date."""
    desk = Desk(library(asked), memory=configured().memory << 20)
    try:
        report = sync(desk, rebuild=asked.rebuild)
        narrate(report)
        for error in report.failed:
            tell(str(error))
        for one in report.cut:
            tell(f"{one.path}: left out: {one.what}")
        if asked.json:
            write_json(documents.index(str(desk.library), report))
        else:
            printing.index(desk.library, report)
    finally:
        desk.close()
    return _DONE


def search(asked: argparse.Namespace) -> int:
    """Search; nothing found is exit code 1, with the document all the same."""
    with opened(asked) as desk:
        answer = desk.search(asked.query, asked.sort)
        hits = desk.hits(answer, 0, asked.limit)
        if asked.json:
            write_json(documents.answer(answer, hits))
        else:
            printing.answer(answer, hits)
    return _DONE if answer.total else _NOTHING


def show(asked: argparse.Namespace) -> int:
    """Print an article as it was understood."""
    with opened(asked, needs_index=False) as desk:
        article = desk.read(desk.resolve(asked.article))
    if asked.json:
        write_json(documents.article(article))
    else:
        printing.article(article)
    return _DONE


def rivals(asked: argparse.Namespace) -> int:
    """Give the same story in other sources; none is exit code 1."""
    with opened(asked) as desk:
        article = desk.resolve(asked.article)
        found = desk.rivals(article, asked.limit, same_source=asked.same_source)
    if asked.json:
        write_json(documents.rivals(article, found))
    else:
        printing.rivals(found)
    return _DONE if found else _NOTHING


def concordance(asked: argparse.Namespace) -> int:
    """Give every use of a word; none is exit code 1."""
    with opened(asked) as desk:
        found = desk.concordance(asked.word)
    group: Group = "source" if asked.by_source else "none"
    lines = ordered(found.uses, asked.sort, group)[: asked.limit]
    if asked.json:
        write_json(documents.concordance(found, lines))
    else:
        printing.concordance(found, lines, by_source=asked.by_source)
    return _DONE if found.uses else _NOTHING


def stories(asked: argparse.Namespace) -> int:
    """Group the library into stories; an empty library is exit code 1."""
    with opened(asked) as desk:
        found = desk.stories()[: asked.limit]
    if asked.json:
        write_json(documents.stories(found))
    else:
        printing.stories(found)
    return _DONE if found else _NOTHING


def compare(asked: argparse.Namespace) -> int:
    """Compare two articles."""
    with opened(asked, needs_index=False) as desk:
        left, right = desk.resolve_each(asked.left, asked.right)
        begun = time.perf_counter()
        found = desk.compare(left, right)
        took_ms = (time.perf_counter() - begun) * 1000
    if asked.json:
        write_json(documents.comparison(found, took_ms))
    elif asked.markdown:
        sys.stdout.write(markdown(found))
    elif asked.html:
        sys.stdout.write(page(found))
    else:
        printing.comparison(found)
    return _DONE
