"""`diptych compare`: two articles compared, as text, JSON, Markdown or a web page.

What makes pages is looked up when it is called, which loads it: --help doesn't wait for it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import search
from tui.cli.arguments import UsageError, check_library
from tui.cli.batch import run_batch
from tui.cli.exit_codes import DONE
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json, write_text
from tui.cli.verb import Verb
from tui.cli.verbs.compare.pair_list import open_pair_list, pair_task

if TYPE_CHECKING:
    import argparse


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("left", nargs="?", metavar="LEFT")
    parser.add_argument("right", nargs="?", metavar="RIGHT")
    parser.add_argument(
        "--pairs",
        metavar="FILE",
        help="compare the pairs in a file, LEFT<TAB>RIGHT a line (- for standard input), "
        "and print JSON Lines",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print it as Markdown")
    form.add_argument(
        "--html", action="store_true", help="print it as one HTML page, for a browser or on paper"
    )


def _check(arguments: argparse.Namespace) -> None:
    if arguments.pairs is not None and arguments.left is not None:
        raise UsageError("compare: takes two articles or --pairs, not both")
    if arguments.markdown or arguments.html:
        form = "--markdown" if arguments.markdown else "--html"
        if arguments.json or arguments.pairs is not None:
            raise UsageError(f"compare: {form} takes two articles and no --json or --pairs")
    if arguments.pairs is None and arguments.right is None:
        raise UsageError(
            "compare: which articles? Give two, each by path, id or the beginning of one"
        )
    check_library(arguments)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.pairs is not None:
        return _run_pairs(arguments)
    with open_desk(arguments, needs_index=False) as desk:
        left, right = desk.resolve_each(arguments.left, arguments.right)
        begun = time.perf_counter()
        comparison = desk.compare(left, right)
        took_ms = (time.perf_counter() - begun) * 1000
    if arguments.json:
        write_json({**search.comparison_document(comparison), "took_ms": round(took_ms, 3)})
    elif arguments.markdown:
        write_text(search.comparison_markdown(comparison))
    elif arguments.html:
        write_text(search.comparison_page(comparison))
    else:
        from tui.cli.verbs.compare.comparison_text import print_comparison  # noqa: PLC0415 - --help doesn't wait for it

        print_comparison(comparison)
    return DONE


def _run_pairs(arguments: argparse.Namespace) -> int:
    with (
        open_pair_list(arguments.pairs) as lines,
        open_desk(arguments, needs_index=False) as desk,
    ):
        tasks = (pair_task(desk, line) for line in lines if line.strip())
        return run_batch(tasks, "no pairs to compare")


VERB = Verb("Compare two articles.", _add_arguments, _run, _check)
