"""An error says the same wherever it is read."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from search.errors import ArticleError, CancelledError, IndexLockedError, QueryError, UnseenError

if TYPE_CHECKING:
    from search.errors import SearchError


@pytest.mark.parametrize(
    "error",
    [
        ArticleError("a.md", "it is no article"),
        UnseenError("a.md", "the disk has gone"),
        IndexLockedError("cache", "another program writes"),
        QueryError("a b", 2, "it is no query"),
        CancelledError(),
    ],
)
def test_an_error_can_be_passed_to_another_process(error: SearchError) -> None:
    passed = pickle.loads(pickle.dumps(error))  # noqa: S301 - what was just written
    assert type(passed) is type(error)
    assert str(passed) == str(error)
    assert vars(passed) == vars(error)
