"""The examples of docs/query.md do what they say."""

import re
from pathlib import Path

import pytest

from search.errors import QueryError
from search.query import describe, parse

PAGE = (Path(__file__).parents[3] / "docs" / "query.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(?P<query>.*?)` \| (?P<said>.+) \|$", re.MULTILINE)
EXAMPLES = [(row["query"].replace(r"\|", "|"), row["said"]) for row in ROW.finditer(PAGE)]


def answer(query: str) -> str:
    try:
        return describe(parse(query))
    except QueryError as error:
        return str(error)


@pytest.mark.parametrize(("query", "said"), EXAMPLES)
def test_an_example_is_read_as_the_page_says(query: str, said: str) -> None:
    assert answer(query) == said


def test_no_row_of_the_page_goes_untested() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]

    assert len(EXAMPLES) == len(rows) > 40
