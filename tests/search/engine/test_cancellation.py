from __future__ import annotations

from search.engine.cancellation import (
    cancelled_now,
    may_be_cancelled,
    never_cancelled,
    while_wanted,
)


def test_what_a_thread_asks_is_wanted_until_it_is_said_not_to_be() -> None:
    said = [False]
    assert not may_be_cancelled()
    with while_wanted(lambda: said[0]):
        assert may_be_cancelled()
        assert not cancelled_now()
        said[0] = True
        assert cancelled_now()
        with while_wanted(lambda: False):
            assert not cancelled_now()
        with while_wanted(never_cancelled):
            assert cancelled_now()
    assert not cancelled_now()
