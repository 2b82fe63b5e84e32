"""Tables and reading lists with any bytes in them: what is documented is all that is raised."""

from __future__ import annotations

import json
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st
from taken_apart import taken_apart

from search.errors import ArticleError
from search.formats import reading_lists, tables
from search.formats.container import PassedOverError

KINDS = (*reading_lists.KINDS, *tables.KINDS)
RECORD = {
    "title": "The tide, again",
    "author": ["Jane Doe", {"name": "Joe Roe"}],
    "date": "2019-02-08 10:00:00",
    "content": "<p>The boat &amp; its crew left.</p>",
    "url": "https://a.com/1",
}
FILES = {
    "a.csv": 'title,text,date\n"The ""tide""","A boat,\nlate",1549621800\nEbb,<p>A boat.</p>,\n',
    "b.csv": "title,url,time_added,tags,status\nTide,https://a.com/1,1600322788,,unread\n",
    "a.tsv": "title\ttext\nTide\tThe boat left.\n",
    "a.jsonl": f"{json.dumps(RECORD)}\n" * 3,
    "a.json": json.dumps({"status": "ok", "articles": [RECORD, RECORD]}),
    "b.json": json.dumps({"title": {"0": "Tide"}, "text": {"0": "A boat."}}),
    "c.json": json.dumps([{**RECORD, "is_archived": 0, "is_starred": 1}]),
    "a.html": '<!DOCTYPE NETSCAPE-Bookmark-file-1><DT><A HREF="https://a.com">Tide</A>',
}
PIECES = st.binary(max_size=20) | st.sampled_from(
    [
        b'"',
        b"\n",
        b",",
        b'"\n',
        b"{",
        b"]",
        b"\\",
        b'\\"',
        b"\x00",
        b"\xff\xfe",
        b"[" * 2_000,
        b"1" * 5_000,
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["title", "text", "url", "data", "columns", "0"]), inner)
    ),
    max_leaves=12,
)


def take(data: bytes, name: str) -> None:
    with suppress(ArticleError, PassedOverError, LookupError):
        for found in taken_apart(KINDS, data, name):
            assert not isinstance(found, str) or "\n" not in found


@settings(deadline=None)
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.floats(0, 1), PIECES)
def test_a_file_with_other_bytes_in_it_is_read_or_told(
    name: str, begin: float, end: float, piece: bytes
) -> None:
    data = FILES[name].encode()
    at, stop = sorted((int(begin * len(data)), int(end * len(data))))
    take(data[:at] + piece + data[stop:], name)
    take(data[:at] + piece + data[at:], name)


@settings(deadline=None)
@given(JSON, st.sampled_from(["a.json", "a.jsonl"]))
def test_any_json_is_read_or_told(value: object, name: str) -> None:
    take(json.dumps(value).encode(), name)


@given(
    st.binary(max_size=60),
    st.sampled_from(sorted({suffix for kind in KINDS for suffix in kind.suffixes})),
)
def test_any_bytes_are_recognised_or_not(data: bytes, suffix: str) -> None:
    for kind in KINDS:
        assert kind.recognises is None or kind.recognises(data) in {True, False}
    take(data, f"a{suffix}")
