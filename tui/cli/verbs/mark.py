"""`diptych mark`: mark articles as read, star, tag and note them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import search
from tui.cli.arguments import UsageError, check_library
from tui.cli.exit_codes import DONE
from tui.cli.json_fields import mark_fields
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import marks_words, print_styled, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse

    from search import ArticleId, Desk, MarkChange


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="+", metavar="ARTICLE")
    read = parser.add_mutually_exclusive_group()
    read.add_argument("--read", action="store_true", default=None, help="read")
    read.add_argument("--unread", dest="read", action="store_false", help="not read yet")
    star = parser.add_mutually_exclusive_group()
    star.add_argument("--star", action="store_true", default=None, help="with a star")
    star.add_argument("--unstar", dest="star", action="store_false", help="without")
    for name, what in (("--tag", "add a tag"), ("--untag", "remove one")):
        parser.add_argument(name, action="append", default=[], metavar="T", help=what)
    parser.add_argument("--note", metavar="TEXT", help="add a note")
    parser.add_argument("--passage", metavar="QUOTE", help="the passage that the note is on")


def _check(arguments: argparse.Namespace) -> None:
    """Require a change, and what can be kept."""
    check_library(arguments)
    changes = (arguments.read, arguments.star, arguments.note)
    if all(change is None for change in changes) and not (arguments.tag or arguments.untag):
        raise UsageError("mark: say what to mark: --read, --star, --tag, --note or their opposites")
    for tag in (*arguments.tag, *arguments.untag):
        if search.tag_name(tag) is None:
            raise UsageError(
                f'mark: "{tag[:80]}" can be no tag: it wants a letter, and 100 at most'
            )
    if arguments.note is not None and search.note_text(arguments.note) is None:
        raise UsageError("mark: the note is empty, or too long")
    if arguments.passage is not None and arguments.note is None:
        raise UsageError("mark: --passage goes with --note")
    if arguments.passage is not None and len(arguments.article) > 1:
        raise UsageError("mark: --passage goes with one article")


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        articles = tuple(dict.fromkeys(desk.resolve_each(*arguments.article)))
        desk.marks.mark(articles, _change(arguments, desk, articles))
        marked = [
            (article, desk.path(article), marks)
            for article, marks in zip(articles, desk.marks.of(articles), strict=True)
        ]
    if arguments.json:
        rows = [{"id": one, "path": path, **mark_fields(marks)} for one, path, marks in marked]
        write_json({"marked": rows})
    else:
        for _, path, marks in marked:
            print_styled(path, "bold")
            write(f"  {marks_words(marks) or 'not marked'}")
    return DONE


def _change(
    arguments: argparse.Namespace, desk: Desk, articles: tuple[ArticleId, ...]
) -> MarkChange:
    change = search.MarkChange(
        read=arguments.read,
        starred=arguments.star,
        tags=tuple(filter(None, map(search.tag_name, arguments.tag))),
        untags=tuple(filter(None, map(search.tag_name, arguments.untag))),
        note=search.note_text(arguments.note) if arguments.note is not None else None,
    )
    if arguments.passage is None:
        return change
    passage = desk.marks.passage(articles[0], arguments.passage)
    if passage is None:
        raise UsageError("mark: the article has no such passage")
    return change.on(passage)


VERB = Verb("Mark articles as read, star, tag and note them.", _add_arguments, _run, _check)
