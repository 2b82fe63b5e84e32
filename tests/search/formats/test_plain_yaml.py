"""What is read without the parser is what the parser reads."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from search.formats.heads.plain_yaml import plain_mapping
from search.text.clean import clean

NAMES = st.sampled_from(["title", "date_published", "título", "x-y", "a b", "- a", "title "])
SIGNS = [": ", ":", "\n", "\n- ", "\n  - ", "[a, b]", "[", "]", ", ", '"', "'", "''", " #", "#"]
BITS = st.sampled_from([*SIGNS, "-", "?", "&", "*", "|", ">", "\\", "~", "\f", "1984", "a b", "é"])
VALUES = st.lists(BITS | st.text(max_size=3), max_size=5).map("".join)
SOURCES = st.lists(st.tuples(NAMES, VALUES), max_size=4).map(
    lambda rows: clean("\n".join(f"{name}: {value}" for name, value in rows))
)


@settings(deadline=None)
@given(SOURCES)
@example("title: The envoy: a life")
@example("tags:\n- a\n - b")
@example("tags: [a, b:c]")
def test_reads_what_the_parser_reads_or_leaves_it_to_it(source: str) -> None:
    found = plain_mapping(source)

    if found:
        loaded = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - it builds but strings
        assert list(found.items()) == list(loaded.items())


@pytest.mark.parametrize(
    ("source", "fields"),
    [
        ("title: Don't go: no", None),
        ("title: Envoy's way\ndate: 2019-05-03", {"title": "Envoy's way", "date": "2019-05-03"}),
        ("title: \"Envoy: a life\"\nby: 'it''s'", {"title": "Envoy: a life", "by": "it's"}),
        ("url: https://a.example/b?c#d", {"url": "https://a.example/b?c#d"}),
        ("tags: [oil, Juan Guaidó]\nby: ", {"tags": ["oil", "Juan Guaidó"], "by": ""}),
        ("tags:\n  - oil\n  - gas", {"tags": ["oil", "gas"]}),
        ("title: |\n  two\n  lines", None),
        ("title: two\n  lines", None),
        ("by: {name: Jane}", None),
        ("by: &a Jane", None),
    ],
)
def test_reads_names_and_values_on_lines(source: str, fields: dict[str, object] | None) -> None:
    assert plain_mapping(source) == fields
