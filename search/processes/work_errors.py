"""Errors of the work that is done here or in a helping process."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from search.errors import CancelledError, SearchError
from search.processes.messages import describe_error, pack_value, unpack_message

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

R = TypeVar("R")
T = TypeVar("T")


class PassedOnError(Exception):
    """What the leader of a helping process raises as it is if that meets it, and handles."""


class WorkFailedError(PassedOnError):
    """Articles can't be made, or a helping process can't go on; what is written is as sound as before.

    `str(error)` is a line that says which.
    """


_AS_THEY_ARE = (PassedOnError, SearchError, MemoryError, OSError)
"""Errors that the leader can raise by itself too, and handles."""


def make_fields(
    prepare: Callable[[Any], Generator[T, None, R]], task: Any
) -> Generator[T, None, R]:
    """Make the fields of articles; an error here says nothing about the index.

    Raises WorkFailedError for all but errors raised on purpose and a want of memory.
    """
    making = _making(prepare, task)
    while True:
        try:
            fields = next(making)
        except StopIteration as end:
            told: R = end.value
            return told
        except (SearchError, MemoryError):
            raise
        except Exception as error:
            raise WorkFailedError(f"making an article failed: {describe_error(error)}") from error
        yield fields


def _making(prepare: Callable[[Any], Generator[T, None, R]], task: Any) -> Generator[T, None, R]:
    """Begin only when asked for the first, so that whatever is wrong shows there."""
    return (yield from prepare(task))


def pack_error(error: BaseException) -> tuple[bytes | None, str]:
    """Give what is sent of an error: it, if the leader is to raise it as it is, and words.

    A CancelledError isn't: to the leader it would mean that the user has had enough.
    """
    kept = None
    if isinstance(error, _AS_THEY_ARE) and not isinstance(error, CancelledError):
        with suppress(Exception):  # one that can't be pickled is told in words
            kept = pack_value(error)
    return kept, f"a helping process failed: {describe_error(error)}"


def unpack_error(kept: bytes | None, words: str) -> Exception:
    """Give the error that was sent, or one that tells of it if it can't be made again."""
    if kept is not None:
        with suppress(Exception, SystemExit):
            error = unpack_message(kept)
            if isinstance(error, _AS_THEY_ARE):
                return error
    return WorkFailedError(words)
