"""What `diptych --help` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tui.cli.verb_list import VERBS, Purpose

if TYPE_CHECKING:
    from tui.cli.verb_list import ListedVerb

_COLUMN = 31
"""Where the summaries begin, in characters from the left."""

_BEFORE = """\
usage: diptych [LIBRARY] [--search QUERY | --compare A B | --fresh] [--linear]
       diptych VERB ...        (diptych VERB --help says more)

Opens the reader on a folder of articles. Verbs do the same without a screen:

"""

_AFTER = """\

An ARTICLE is a path, an id, or the beginning of an id that no other has.

  --search QUERY               open the reader on that search
  --compare A B                open the reader on that comparison
  --fresh                      open the reader on the list, wherever it was left
  --linear                     write plain lines for a screen reader
  --library DIR                the library, wherever LIBRARY may stand
  --no-sync                    don't look for changed files first
  --insecure                   believe any certificate of an archive
  --json                       print one JSON document
  --version                    say which version this is
  --help                       say this
"""


def overview() -> str:
    """Describe the command, its verbs by purpose, and the options they share."""
    purposes = get_args(Purpose)
    verbs = sorted(VERBS, key=lambda verb: purposes.index(verb.purpose))
    return f"{_BEFORE}{''.join(map(_row, verbs))}{_AFTER}"


def _row(verb: ListedVerb) -> str:
    """Give a verb's row; the summary of one that is too long goes to a row of its own."""
    usage = f"  {verb.name} {verb.usage}".rstrip()
    if len(usage) >= _COLUMN:
        return f"{usage}\n{' ' * _COLUMN}{verb.summary}\n"
    return f"{usage:<{_COLUMN}}{verb.summary}\n"
