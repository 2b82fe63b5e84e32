from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.compare.sentences.version_alignment import align_versions

ROW = st.lists(st.sampled_from("a b c d e".split()), max_size=12)


@given(before=ROW, after=ROW)
def test_every_sentence_is_aligned_once_in_an_order_that_both_keep(
    before: list[str], after: list[str]
) -> None:
    pairs = align_versions(before, after)
    assert [i for i, _ in pairs if i is not None] == list(range(len(before)))
    assert [j for _, j in pairs if j is not None] == list(range(len(after)))
    assert (None, None) not in pairs
    for i, j in pairs:
        assert i is None or j is None or before[i] == after[j]  # one word either stays or goes


@given(row=ROW)
def test_what_did_not_change_is_itself(row: list[str]) -> None:
    assert align_versions(row, row) == [(i, i) for i in range(len(row))]


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ([], [], []),
        (["One stays."], [], [(0, None)]),
        ([], ["One comes."], [(None, 0)]),
        (
            ["The wall costs four million.", "It rains."],
            ["The wall costs five million.", "It rains."],
            [(0, 0), (1, 1)],
        ),
        (
            ["It rains.", "Ships sail."],
            ["Ships sail.", "Trains wait."],
            [(0, None), (1, 0), (None, 1)],
        ),
        (["Ah.", "Ah.", "Ah."], ["Ah.", "Ah."], [(0, 0), (1, 1), (2, None)]),
        (
            ["A mayor speaks.", "It rains.", "Ships sail."],
            ["It rains.", "Ships sail.", "A mayor speaks."],
            [(0, None), (1, 0), (2, 1), (None, 2)],
        ),
        (["…"], ["***"], [(0, None), (None, 0)]),
    ],
    ids=["none", "removed", "added", "replaced", "shifted", "repeated", "moved", "no words"],
)
def test_sentences_stay_change_come_and_go(
    before: list[str], after: list[str], pairs: list[tuple[int | None, int | None]]
) -> None:
    assert align_versions(before, after) == pairs


def test_a_text_nested_without_end_is_aligned() -> None:
    before = [f"{n % 2} {n}" for n in range(3_000)]
    after = [f"{n % 2} {n}" for n in reversed(range(3_000))]
    assert len(align_versions(before, after)) >= 3_000
