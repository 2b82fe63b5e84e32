"""`diptych marks`: everything that is marked in a library, out or in, as one JSON document."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from search import ArticleError, reason_of
from tui.cli.exit_codes import DONE
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import count, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse

    from search import Desk

_STANDARD = "-"
_LARGEST = 1 << 30
"""Bytes of a document that is read: some two million articles."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("way", choices=("export", "import"))
    parser.add_argument("file", nargs="?", default=_STANDARD, metavar="FILE", help="- is a pipe")


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        if arguments.way == "export":
            return _export(desk, arguments.file)
        return _import(desk, arguments)


def _export(desk: Desk, file: str) -> int:
    document = desk.marks.store.document()
    if file == _STANDARD:
        write_json(document)
    else:
        Path(file).write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    return DONE


def _import(desk: Desk, arguments: argparse.Namespace) -> int:
    file = arguments.file
    name = "standard input" if file == _STANDARD else file
    try:
        changed = desk.marks.add_document(json.loads(_read(file)), desk.ids)
    except OSError as error:
        raise ArticleError(name, reason_of(error)) from None
    except (ValueError, RecursionError) as error:
        raise ArticleError(name, f"no marks can be read from it: {error}") from None
    articles = len(desk.marks.store.rows())
    if arguments.json:
        write_json({"changed": changed, "articles": articles})
    else:
        said = "marks were added" if changed else "nothing was new"
        write(f"{said}; {count(articles, 'article')} marked")
    return DONE


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
    "Give everything that is marked in a library as one JSON document, or add what one has.",
    _add_arguments,
    _run,
)
