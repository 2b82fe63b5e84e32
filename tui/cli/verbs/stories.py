"""`diptych stories`: the library grouped into stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.arguments import add_library, row_count
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import count, print_styled, write
from tui.cli.verb import Verb
from tui.render.article_facts import day

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from search import Story
    from tui.cli.json_fields import Document


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    parser.add_argument("--limit", type=row_count, help="stories at most (all)")


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        found = desk.stories()[: arguments.limit]
        left_out = desk.story_groups.left_out
    if arguments.json:
        write_json(_document(found, left_out))
    else:
        _print(found)
    return DONE if found else NOTHING_FOUND


def _document(stories: Iterable[Story], left_out: int) -> Document:
    """Give the document; `first` and `last` are days, null where none is known.

    `left_out` counts the pairs of close articles that were too many to be weighed.
    """
    return {
        "left_out": left_out,
        "stories": [
            {
                "id": one.id,
                "title": one.title,
                "first": one.first,
                "last": one.last,
                "articles": list(one.articles),
                "sources": list(one.sources),
                "why": list(one.why),
            }
            for one in stories
        ],
    }


def _print(stories: Iterable[Story]) -> None:
    """Print each story in two or three lines."""
    for one in stories:
        print_styled(one.title, "bold")
        size = count(len(one.articles), "article")
        days = day(one.first) if one.first == one.last else f"{day(one.first)} to {day(one.last)}"
        print_styled(f"  {size}  {days}  {', '.join(one.sources) or 'unknown source'}", "dim")
        if one.why:
            write(f"  {'; '.join(one.why)}")


VERB = Verb("Group the library into stories, largest first.", _add_arguments, _run)
