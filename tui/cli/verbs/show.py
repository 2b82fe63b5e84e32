"""`diptych show`: print an article as it was understood, or with --all every article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from search import article_document, shown_library
from tui.cli.arguments import UsageError, check_article_or_all
from tui.cli.batch import run_batch
from tui.cli.exit_codes import DONE
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import marks_words, print_styled, wrapped, write
from tui.cli.verb import Verb
from tui.render.article_facts import day, lacking

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from search import Article, Desk, Marks
    from tui.cli.batch import Task
    from tui.cli.json_fields import Document

_PREFIXES = {"quote": "> ", "caption": "[ ", "list": "- ", "code": "    ", "boilerplate": "· "}
_STYLES = {"heading": "bold", "lead": "bold", "boilerplate": "dim", "caption": "italic"}


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="?", metavar="ARTICLE")
    parser.add_argument("library", nargs="?", metavar="LIBRARY", help="only with --all")
    parser.add_argument(
        "--all", action="store_true", help="print every article of the library as JSON Lines"
    )


def _check(arguments: argparse.Namespace) -> None:
    if arguments.library is not None and not arguments.all:
        raise UsageError("show: takes one article; --library names the library")
    check_article_or_all(arguments)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.all:
        with open_desk(arguments) as desk:
            return run_batch(_tasks(desk), f"{shown_library(desk.library)}: there are no articles")
    with open_desk(arguments, needs_index=False) as desk:
        article = desk.understood(desk.resolve(arguments.article))
        (marks,) = desk.marks.of([article.id])
    if arguments.json:
        write_json(article_document(article, marks))
    else:
        _print(article, marks)
    return DONE


def _tasks(desk: Desk) -> Iterator[Task]:
    """Yield a task for every article by path, also for those that can't be read."""

    def show(path: str) -> Document:
        if path in failed:
            raise failed[path]
        article = desk.understood(known[path])
        return article_document(article, *desk.marks.of([article.id]))

    known = {head.path: head.id for head in desk.heads()}
    failed = {error.path: error for error in desk.inspect().failed if error.path not in known}
    for path in sorted(known.keys() | failed.keys()):
        yield {"path": path}, partial(show, path)


def _print(article: Article, marks: Marks) -> None:
    """Print the head, the story and, marked with `·`, the boilerplate."""
    print_styled(article.label, "bold")
    print_styled(f"{article.source or 'unknown source'} · {day(article.published)}", "dim")
    if article.authors:
        print_styled(", ".join(article.authors), "dim")
    if article.url:
        print_styled(article.url, "dim")
    if marked := marks_words(marks):
        print_styled(marked, "dim")
    if lacks := lacking(article):
        print_styled(lacks, "italic")
    for block in article.blocks:
        write()
        for line in wrapped(block.text, _PREFIXES.get(block.kind, "")):
            print_styled(line, _STYLES.get(block.kind, ""))


VERB = Verb("Print an article as it was understood.", _add_arguments, _run, _check)
