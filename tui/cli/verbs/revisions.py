"""`diptych revisions`: the versions of an article as its publisher changed it, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import search
from tui.cli.arguments import UsageError, check_library
from tui.cli.exit_codes import DONE
from tui.cli.open_library import open_desk
from tui.cli.streams import notify, write_json
from tui.cli.styled_lines import print_styled, wrapped, write
from tui.cli.verb import Verb
from tui.render.article_facts import moment

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from search import Revision, Revisions, VersionChange
    from tui.cli.json_fields import Document


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="ARTICLE@N tells what version N changed")
    parser.add_argument(
        "--from",
        dest="before",
        type=int,
        metavar="N",
        help="the version to begin with; else the one before the other",
    )
    parser.add_argument(
        "--to", dest="after", type=int, metavar="N", help="the version to end with; else the last"
    )


def _check(arguments: argparse.Namespace) -> None:
    for option, number in (("--from", arguments.before), ("--to", arguments.after)):
        if number is not None and number < 1:
            raise UsageError(f"revisions: {option} {number}: versions are counted from 1")
    check_library(arguments)


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments, needs_index=False) as desk:
        article = desk.resolve(arguments.article)
        found = desk.revisions.of(article)
        for error in found.failed:
            notify(f"{error.path}: {error.reason}")
        before, after = _pair(arguments, found)
        changes = desk.revisions.changes(before.article, after.article) if before else ()
    if arguments.json:
        write_json(_document(found, before, after, changes))
    else:
        _print(found, before, after, changes)
    return DONE


def _pair(arguments: argparse.Namespace, found: Revisions) -> tuple[Revision | None, Revision]:
    """Give the two versions that are asked for; the first is None where there is none before."""
    number = arguments.after
    if number is None and (named := search.named_revision(arguments.article)):
        number = named.number
    after = found.numbered(number) if number is not None else found.versions[-1]
    if arguments.before is not None:
        return found.numbered(arguments.before), after
    return found.before(after.number), after


def _document(
    found: Revisions, before: Revision | None, after: Revision, changes: Sequence[VersionChange]
) -> Document:
    return {
        "id": found.article,
        "path": found.path,
        "revisions": [
            {
                "n": one.number,
                "seen": one.seen or None,
                "title": one.article.title,
                "words": search.word_count(one.article),
                "whole": one.article.whole,
                "edited": one.edited,
            }
            for one in found.versions
        ],
        "from": before.number if before else None,
        "to": after.number,
        "changes": [
            {
                "kind": one.kind,
                "before": one.before,
                "after": one.after,
                "at": one.at,
                "at_before": one.at_before,
                "of": one.of,
            }
            for one in changes
        ],
        "failed": [{"path": one.path, "reason": one.reason} for one in found.failed],
    }


def _print(
    found: Revisions, before: Revision | None, after: Revision, changes: Sequence[VersionChange]
) -> None:
    print_styled(found.versions[-1].article.label, "bold")
    width = max(len(f"{search.word_count(one.article):,}") for one in found.versions)
    for one in found.versions:
        words = f"{search.word_count(one.article):>{width},} words"
        said = [moment(one.seen), words, one.article.label]
        said += ["only a part of its text"] if not one.article.whole else []
        said += ["edited here since"] if one.edited else []
        write(f"{one.number:>4}  {'  '.join(said)}")
    write()
    if before is None:
        write("there is no version before it")
        return
    what = search.counted(len(changes), "change") if changes else "no change"
    write(f"from version {before.number} to {after.number}: {what}")
    for change in changes:
        write()
        if change.of == "title":
            print_styled("the headline", "dim")
        for text, sign, style in ((change.before, "- ", "dim"), (change.after, "+ ", "bold")):
            for line in wrapped(text, sign) if text else ():
                print_styled(line, style)


VERB = Verb(
    "List the versions of an article as its publisher changed it, and tell what changed.",
    _add_arguments,
    _run,
    _check,
)
