"""Days of many pairs at once, as of one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.engine.whoosh.similarity import date_decay
from search.stories import tell_of_other_days

NAMED = st.integers(0, 127)
DAYS = st.sampled_from((0, 738_000, 738_001, 738_005, 738_006, 738_007, 738_008, 738_300))


@given(st.lists(st.tuples(NAMED, NAMED, DAYS, DAYS), min_size=1))
def test_many_pairs_tell_of_other_days_as_one_does(pairs: list[tuple[int, int, int, int]]) -> None:
    one, other, day, other_day = (np.array(column, np.int64) for column in zip(*pairs, strict=True))
    found = date_decay.tell_of_other_days((one, other), (day, other_day))
    assert found.tolist() == [tell_of_other_days((a, b), (c, d)) for a, b, c, d in pairs]
