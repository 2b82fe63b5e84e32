"""Answers of an archive that aren't what an OpenSearch gives."""

from __future__ import annotations

from typing import Any

import pytest

from search.engine.opensearch.point_in_time import counts_of, sort_values_of, suggested
from search.errors import IndexFailedError


@pytest.mark.parametrize(
    "told",
    [[], None, {}, {"close": [1]}, {"close": [{"options": [{}]}]}, {"close": [{"options": None}]}],
)
def test_suggestions_that_are_none_are_a_fault(told: Any) -> None:
    with pytest.raises(IndexFailedError, match="not what an OpenSearch gives"):
        suggested({"suggest": told}, "close")


def test_suggestions_are_given_in_order() -> None:
    said = [{"options": [{"text": "boat"}, {"text": "boot"}]}, {"options": []}]
    assert suggested({"suggest": {"close": said}}, "close") == ["boat", "boot"]


def test_documents_without_what_they_are_sorted_by_are_a_fault() -> None:
    assert sort_values_of([{"sort": [1, "a"]}]) == [[1, "a"]]
    with pytest.raises(IndexFailedError):
        sort_values_of([{"sort": [1, "a"]}, {}])


@pytest.mark.parametrize("buckets", [[], [{"doc_count": 1}] * 3, [{}] * 2, [1, 2]])
def test_counts_of_other_buckets_than_were_asked_for_are_a_fault(buckets: list[Any]) -> None:
    with pytest.raises(IndexFailedError):
        counts_of({"aggregations": {"before": {"buckets": buckets}}}, "before", 2)
