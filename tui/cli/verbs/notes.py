"""`diptych notes`: every note with its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import note_document
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import print_styled, wrapped, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from search import PlacedNote


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="?", metavar="QUERY", help="of the articles it finds")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        chosen = None
        if arguments.query:
            answer = desk.search(f"({arguments.query}) has:note")
            chosen = {hit.head.id for hit in desk.hits(answer, 0, answer.total)}
        found = desk.marks.notes(chosen)
    if arguments.json:
        write_json({"notes": [note_document(*one) for one in found]})
    else:
        _print(found)
    return DONE if found else NOTHING_FOUND


def _print(notes: Sequence[PlacedNote]) -> None:
    """Print each with its article, what it quotes, and whether that still stands there."""
    for number, one in enumerate(notes):
        if number:
            write()
        gone = "" if one.note.article else "  not in the library any more"
        print_styled(f"{one.note.path}{gone}", "bold")
        if quote := one.note.passage.quote:
            lost = "" if one.places else "  (no longer in the text)"
            for line in wrapped(f"“{quote}”{lost}", "> "):
                print_styled(line, "dim")
        for paragraph in one.note.text.split("\n"):
            for line in wrapped(paragraph, ""):
                write(line)


VERB = Verb("Print every note with its passage.", _add_arguments, _run, query_argument="query")
