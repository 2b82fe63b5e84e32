"""What goes wrong in another process is raised here as it is, or told in one line."""

from __future__ import annotations

import pickle
import threading
from typing import TYPE_CHECKING, Any

import pytest
from faults import MuteError, TwoWordsError, TwoWordsOSError

from search.engine.whoosh.segments.damage import DamagedError
from search.errors import ArticleError, CancelledError, LibraryError
from search.processes.work_errors import (
    WorkFailedError,
    make_fields,
    pack_error,
    unpack_error,
)

if TYPE_CHECKING:
    from collections.abc import Generator


def passed(error: BaseException) -> Exception:
    return unpack_error(*pack_error(error))


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left on device", "file"),
        FileNotFoundError(2, "No such file or directory", "file"),
        MemoryError("no article is that large"),
        DamagedError("a file is damaged"),
        LibraryError("library", "it has gone"),
        WorkFailedError("making an article failed"),
    ],
)
def test_what_the_leader_may_meet_itself_is_raised_as_it_is(error: Exception) -> None:
    assert type(passed(error)) is type(error)
    assert str(passed(error)) == str(error)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError(threading.Lock()), "ValueError: <unlocked"),
        (TwoWordsError("bread", "butter"), "TwoWordsError: bread and butter"),
        (TwoWordsOSError("bread", other="butter"), "TwoWordsOSError: [Errno 28] bread and butter"),
        (MuteError(), "MuteError"),
        (CancelledError(), "CancelledError: the question"),
        (RecursionError("deep " * 100_000), "RecursionError: deep deep"),
        (OSError(28, threading.Lock()), "OSError: [Errno 28] <unlocked"),
        (SystemExit(3), "SystemExit: 3"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
        (GeneratorExit(), "GeneratorExit"),
    ],
)
def test_anything_else_is_told(error: BaseException, said: str) -> None:
    told = passed(error)
    assert type(told) is WorkFailedError
    assert str(told).startswith(f"a helping process failed: {said}")
    assert len(str(told)) < 500


def test_what_isnt_an_error_once_read_is_told_in_words() -> None:
    for kept in (pickle.dumps(7), b"", b"no pickle", pickle.dumps(KeyboardInterrupt())):
        assert str(unpack_error(kept, "in words")) == "in words"


@pytest.mark.parametrize("error", [ArticleError("a.md", "no"), MemoryError()])
def test_an_error_raised_on_purpose_passes_where_articles_are_made(error: Exception) -> None:
    def prepare(_task: object) -> Generator[dict[str, Any], None, None]:
        yield {}
        raise error

    with pytest.raises(type(error)):
        list(make_fields(prepare, 1))
