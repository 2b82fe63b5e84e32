"""`diptych marks`: everything that is marked in a library, out or in, as one JSON document."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import search
from search import ArticleError, named_path, reason_of, write_whole
from tui.cli.arguments import UsageError, check_library
from tui.cli.exit_codes import DONE
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json, write_pieces
from tui.cli.styled_lines import count, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse

    from search import Desk
    from tui.cli.json_fields import Document

_STANDARD = "-"
_LARGEST = 1 << 30
"""Bytes of a document that is read: some two million articles."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("way", choices=("export", "import"))
    parser.add_argument("file", nargs="?", default=_STANDARD, metavar="FILE", help="- is a pipe")
    parser.add_argument(
        "--judged",
        action="store_true",
        help="export as TSV only what you said of pairs of sentences, with both texts",
    )


def _check(arguments: argparse.Namespace) -> None:
    if arguments.judged and (arguments.way == "import" or arguments.json):
        raise UsageError("marks: --judged is exported as TSV; it takes no import and no --json")
    check_library(arguments)


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        if arguments.judged:
            return _export_judged(desk, arguments.file)
        if arguments.way == "export":
            return _export(desk, arguments.file)
        return _import(desk, arguments)


def _export(desk: Desk, file: str) -> int:
    document = desk.marks.document(desk.ids)
    if file == _STANDARD:
        write_json(document)
    else:
        Path(file).write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    return DONE


def _export_judged(desk: Desk, file: str) -> int:
    if file == _STANDARD:
        write_pieces(search.judged_table(desk))
    else:
        write_whole(named_path(file), search.judged_table(desk))
    return DONE


def _import(desk: Desk, arguments: argparse.Namespace) -> int:
    file = arguments.file
    name = "standard input" if file == _STANDARD else file
    try:
        found = _added(desk, file, name)
    except OSError as error:
        raise ArticleError(name, reason_of(error)) from None
    except (ValueError, RecursionError) as error:
        raise ArticleError(name, f"no marks can be read from it: {error}") from None
    articles = len(desk.marks.store.rows())
    if arguments.json:
        write_json({"changed": found.pop("changed"), "articles": articles, **found})
        return DONE
    said = "marks were added" if found["changed"] else "nothing was new"
    write(f"{said}; {count(articles, 'article')} marked")
    if "found" in found:
        here = count(found["found"], "address", "addresses")
        write(f"{here} found in the library, {found['missing']:,} not")
    return DONE


def _added(desk: Desk, file: str, name: str) -> Document:
    """Add what a file has: a document of marks, or what another program keeps.

    Gives `changed`, and of another program's how many addresses were `found` and `missing`.
    """
    data = _read(file)
    if data.startswith(search.SIGNATURE):
        if file == _STANDARD:
            raise ValueError("a cache of newsboat can't come through a pipe: name the file")
        added = desk.marks.add_items(search.newsboat_items(Path(file)), desk.ids)
    elif (document := _document(data)) is not None:
        return {"changed": desk.marks.add_document(document, desk.ids)}
    else:
        added = desk.marks.add_items(search.read_items(data, name), desk.ids)
    return added._asdict()


def _document(data: bytes) -> object:
    """Give a document of our own; None for anything else, such as another program's."""
    if not data.lstrip().startswith(b"{"):
        return None
    document = json.loads(data)
    return document if isinstance(document, dict) and "format" in document else None


def _read(file: str) -> bytes:
    if file == _STANDARD:
        data = sys.stdin.buffer.read(_LARGEST + 1)
    else:
        with Path(file).open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("it is far too large")
    return data


VERB = Verb(
    "Give everything that is marked in a library as one JSON document, or add what one has, "
    "or what newsboat, Pocket, wallabag or Omnivore export.",
    _add_arguments,
    _run,
    _check,
)
