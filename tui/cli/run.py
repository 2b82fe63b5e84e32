"""From the command line to an exit code: an error becomes one line, never a traceback."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from search import NoSuchArticleError, QueryError, SearchError, reason_of
from tui.cli.address_space import require_address_space
from tui.cli.arguments import UsageError
from tui.cli.exit_codes import DONE, FAILED, INTERRUPTED, WRONG_REQUEST
from tui.cli.request import HelpShown, parse
from tui.cli.signal_handling import TerminatedError, raising_terminated
from tui.cli.streams import notify, prepare_streams, silence, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_CITED = 80
"""Characters of a query that an error repeats."""


def main(words: Sequence[str]) -> int:
    """Do what the command line asks; give the exit code: 0, 1, 2, 3 or 130, as the contract says.

    Ended by a signal, it is 128 and the signal's number.
    """
    prepare_streams()
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
        return DONE
    except KeyboardInterrupt:
        notify("interrupted")
        silence(sys.stdout)
        return INTERRUPTED
    except TerminatedError as error:
        notify(str(error))
        silence(sys.stdout)
        return error.code
    except OSError as error:
        notify(f"{error.filename or 'standard output'}: {reason_of(error)}")
        silence(sys.stdout)
        return FAILED
    except MemoryError as error:
        notify(str(error) or "there isn't enough memory for this")
        silence(sys.stdout)
        return FAILED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        notify(f"a fault in diptych itself: {type(error).__name__}: {error}; please report it")
        return FAILED
    return code


def _run(words: Sequence[str]) -> int:
    """Run the verb; turn the errors that a user can do something about into their exit codes."""
    try:
        request = parse(words)
        require_address_space(reader=request.verb.interactive)
        if request.verb.interactive:
            return request.verb.run(request.arguments)
        gc.enable()
        with raising_terminated():
            return request.verb.run(request.arguments)
    except HelpShown as text:
        write_text(str(text))
        return DONE
    except QueryError as error:
        notify(f'query "{_around(error.text, error.position)}": {error}')
        return WRONG_REQUEST
    except (UsageError, NoSuchArticleError) as error:
        notify(str(error))
        return WRONG_REQUEST
    except SearchError as error:
        notify(str(error))
        return FAILED


def _around(text: str, position: int) -> str:
    """Cut a long query to what stands around a position."""
    start = max(0, min(position - _CITED // 2, len(text) - _CITED))
    head, tail = ("…" if start else ""), ("…" if start + _CITED < len(text) else "")
    return head + text[start : start + _CITED] + tail
