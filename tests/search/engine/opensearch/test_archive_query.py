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


def test_a_beginning_of_three_letters_is_indexed_itself_a_longer_one_found_and_ranked_apart() -> (
    None
):
    assert '{"term": {"body_exact.beginnings": "flo"}}' in asked("flo*")
    assert '"rewrite": "constant_score"' in asked("floo*")
    assert '"rewrite": "top_terms_blended_freqs_400"' in asked("floo*")


def test_words_that_rank_are_shared_among_beginnings_for_a_cluster_takes_so_many_clauses() -> None:
    query = asked("floo* OR wate* OR bank*")
    assert query.count('"top_terms_blended_freqs_133"') == 6


def test_a_phrase_ranks_as_its_words_do_singly() -> None:
    query = asked('"walked out out"')
    assert query.count('{"term": {"body_exact": "out"}}') == 1
    assert '"filter": [{"match_phrase"' in query


def test_a_function_word_beside_others_is_found_and_scores_nothing() -> None:
    query = translate(parse("strike OR the").root)
    scored, silent = query["bool"]["should"]
    assert "strike" in json.dumps(scored)
    assert silent["constant_score"]["boost"] == 0.0


def test_what_is_said_twice_is_sought_once_and_weighs_more() -> None:
    (once,) = translate(parse("strike strike").root)["bool"]["must"]
    assert once["bool"]["boost"] == pytest.approx(2.2 * 2 / 3.2)
