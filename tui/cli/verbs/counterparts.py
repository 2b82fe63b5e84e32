"""`diptych counterparts`, also `rivals`: the same story in other sources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from search import shown_library
from tui.cli.arguments import add_library, add_row_limit, check_article_or_all
from tui.cli.batch import run_batch
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.json_fields import article_fields
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import print_styled, write
from tui.cli.verb import Verb
from tui.render.article_facts import day

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from search import ArticleId, Counterpart, Desk
    from tui.cli.batch import Task
    from tui.cli.json_fields import Document


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="?", metavar="ARTICLE")
    add_library(parser)
    add_row_limit(parser)
    parser.add_argument("--same-source", action="store_true", help="its own source's articles too")
    parser.add_argument(
        "--all", action="store_true", help="print every article's rivals as JSON Lines"
    )


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        if arguments.all:
            tasks = _tasks(desk, arguments)
            return run_batch(tasks, f"{shown_library(desk.library)}: there are no articles")
        article = desk.resolve(arguments.article)
        found = desk.counterparts(article, arguments.limit, same_source=arguments.same_source)
    if arguments.json:
        write_json(_document(article, found))
    else:
        _print(found)
    return DONE if found else NOTHING_FOUND


def _tasks(desk: Desk, arguments: argparse.Namespace) -> Iterator[Task]:
    """Yield a task for every article."""

    def rank(article: ArticleId) -> Document:
        found = desk.counterparts(article, arguments.limit, same_source=arguments.same_source)
        return _document(article, found)

    for article in desk.ids():
        yield {"article": article}, partial(rank, article)


def _document(article: ArticleId, found: Sequence[Counterpart]) -> Document:
    return {
        "article": article,
        "rivals": [
            {
                **article_fields(one),
                "score": round(one.score, 6),
                "same_story": one.same_story,
                "why": list(one.why),
            }
            for one in found
        ],
    }


def _print(found: Sequence[Counterpart]) -> None:
    for one in found:
        label = "same story" if one.same_story else "maybe"
        print_styled(one.head.title or one.head.path, "bold")
        where = f"{one.head.source or 'unknown source'}  {day(one.head.published)}"
        print_styled(f"  {one.score:.2f} {label}  {where}", "dim")
        write(f"  {'; '.join(one.why)}")
        print_styled(f"  {one.head.path}", "dim")
    if not found:
        write("no other source tells anything like it")


VERB = Verb("Find the same story in other sources.", _add_arguments, _run, check_article_or_all)
