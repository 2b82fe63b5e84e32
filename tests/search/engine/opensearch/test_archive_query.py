from __future__ import annotations

import json

import pytest

from search.engine.opensearch.archive_query import translate
from search.query import parse


def asked(text: str, *rules: str) -> str:
    return json.dumps(translate(parse(text).root, rules or ("",)))


def test_a_word_is_sought_by_its_stem_in_title_and_story() -> None:
    query = asked("strikes")
    assert '{"term": {"title": "strike"}}' in query
    assert '{"term": {"body": "strike"}}' in query


def test_a_word_is_sought_by_the_rules_of_each_language() -> None:
    assert asked("haus", "", "german").count("german") == 4


def test_what_says_nothing_of_relevance_scores_nothing() -> None:
    query = translate(parse("the strike").root)
    assert len(query["bool"]["must"]) == 1
    assert len(query["bool"]["filter"]) == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('"walked out"', '"match_phrase": {"body_exact": "walked out"}'),
        ('"idles terminal"~3', '"max_gaps": 3'),
        ("flo*", '"prefix": {"body_variant"'),
        ("fl?od", '"wildcard"'),
        ("flod~", '"fuzziness": 1'),
        ("date:2024", '"range": {"day"'),
        ("date:?", '"exists": {"field": "day"}'),
        ("source:?", '"exists": {"field": "outlet"}'),
    ],
)
def test_each_kind_of_leaf_has_its_counterpart(text: str, part: str) -> None:
    assert part in asked(text)
