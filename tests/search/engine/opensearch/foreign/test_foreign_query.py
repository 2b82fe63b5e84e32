"""What words mean in an index that others built, and what it can't be asked."""

from __future__ import annotations

import pytest

from search.archive_address import archive_address
from search.engine.opensearch.foreign.field_map import FieldMap, guess_fields
from search.engine.opensearch.foreign.foreign_query import ForeignQuery
from search.errors import IndexFailedError
from search.query import parse

KINDS = {"title": "text", "text": "text", "domain": "keyword", "date": "date"}


def translated(text: str, kinds: dict[str, str] = KINDS) -> str:
    fields = guess_fields({"fields": {name: {kind: {}} for name, kind in kinds.items()}}, ())
    assert isinstance(fields, FieldMap)
    address = archive_address("opensearch://desk/news")
    return str(ForeignQuery(address, fields).translate(parse(text).root))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("strikes", "{'match': {'text': {'query': 'strikes'"),
        ('"dock workers"', "'match_phrase': {'title': {'query': 'dock workers', 'slop': 0}}"),
        ("dock*", "'prefix': {'text': {'value': 'dock', 'case_insensitive': True}}"),
        ("d?ck", "'wildcard'"),
        ("dock~", "'fuzzy'"),
        ("title:dock", "{'match': {'title'"),
        ("source:tide", "'wildcard': {'domain': {'value': '*tide*'"),
        ("after:2026-01-02", "'range': {'date': {'gte': '2026-01-02||/d'}}"),
        ("a OR b", "'should'"),
        ("a -b", "'must_not'"),
        ("a b", "'zero_terms_query': 'all'"),
    ],
)
def test_a_query_is_asked_of_its_fields(text: str, expected: str) -> None:
    assert expected in translated(text)


@pytest.mark.parametrize(
    ("text", "kinds", "said"),
    [
        ('"strikes"', KINDS, 'can\'t find exactly "strikes"'),
        ("author:ana", KINDS, "can't find by author: it has no field for it"),
        ("source:tide~", KINDS, "can't find words misspelt"),
        ("after:2026", {"title": "text", "text": "text", "date": "text"}, "can't find days"),
    ],
)
def test_what_its_mapping_can_t_do_is_refused_by_name(
    text: str, kinds: dict[str, str], said: str
) -> None:
    with pytest.raises(IndexFailedError, match=said):
        translated(text, kinds)
