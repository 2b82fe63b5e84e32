"""`diptych stories`: the library grouped into stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search import ALONE_SIGN, CELL_SIGNS, claims_fields
from tui.cli.arguments import add_library, row_count
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import count, line_width, print_styled, write
from tui.cli.verb import Verb
from tui.render.article_facts import day
from tui.render.claims.claim_words import (
    CAUTION,
    SIGNS_NOTE,
    column_names,
    left_out_note,
)
from tui.render.safe import safe
from tui.render.wrap import clip, paragraphs

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from search import Story, StoryClaims
    from tui.cli.json_fields import Document


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    parser.add_argument("--limit", type=row_count, help="stories at most (all)")
    parser.add_argument("--of", metavar="ARTICLE", help="only the story of an article")
    parser.add_argument(
        "--claims",
        action="store_true",
        help="with what the versions of each claim, the most told first, and who tells it",
    )


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        article = desk.resolve(arguments.of) if arguments.of else None
        groups = desk.story_groups
        found = [
            _Told(story, groups.claims(story.articles[0]) if arguments.claims else None)
            for story in desk.stories()
            if article is None or article in story.articles
        ][: arguments.limit]
        left_out = groups.left_out
    if arguments.json:
        write_json(_document(found, left_out))
    else:
        _print(found)
    return DONE if found else NOTHING_FOUND


class _Told(NamedTuple):
    story: Story
    claims: StoryClaims | None


def _document(stories: Iterable[_Told], left_out: int) -> Document:
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
                **(claims_fields(claims) if claims else {}),
            }
            for one, claims in stories
        ],
    }


def _print(stories: Iterable[_Told]) -> None:
    """Print each story in two or three lines, then its claims."""
    for one, claims in stories:
        print_styled(one.title, "bold")
        size = count(len(one.articles), "article")
        days = day(one.first) if one.first == one.last else f"{day(one.first)} to {day(one.last)}"
        print_styled(f"  {size}  {days}  {', '.join(one.sources) or 'unknown source'}", "dim")
        if one.why:
            write(f"  {'; '.join(one.why)}")
        if claims and claims.claims:
            _print_claims(claims)


def _print_claims(claims: StoryClaims) -> None:
    """Print the matrix: what each column is, then each claim with its cells."""
    width = line_width()
    for line in paragraphs(column_names(claims), width - 2):
        write(f"  {line}")
    write(f"  {SIGNS_NOTE}. {CAUTION}")
    for claim in claims.claims:
        cells = "".join(CELL_SIGNS[cell] for cell in claim.cells)
        text = f"{ALONE_SIGN} {claim.text}" if claim.alone else claim.text
        write(f"  {cells}  {clip(safe(text), max(20, width - len(cells) - 4))}")
    if said := left_out_note(claims.cuts):
        write(f"  {said}")


VERB = Verb("Group the library into stories, largest first.", _add_arguments, _run)
