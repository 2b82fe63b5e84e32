"""Words kept as data: every file can be read, and says a word once a list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from search.word_lists import alternation, word_lists

SEARCH = Path(__file__).parents[2] / "search"
FILES = sorted(
    path.relative_to(SEARCH).with_suffix("").as_posix() for path in SEARCH.rglob("*.toml")
)


def lists(found: dict[str, Any]) -> list[list[object]]:
    """Every list of a file, however deep."""
    rest: list[object] = [found]
    listed: list[list[object]] = []
    for one in rest:
        if isinstance(one, dict):
            rest.extend(one.values())
        elif isinstance(one, list) and one and isinstance(one[0], list):
            rest.extend(one)
        elif isinstance(one, list):
            listed.append(one)
    return listed


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith(("compare/", "text/"))])
def test_words_of_a_language_stand_once_in_a_list_and_are_lower_case(name: str) -> None:
    for words in lists(word_lists(name)):
        assert len(words) == len(set(words))
        assert all(str(word) == str(word).lower() or len(str(word)) < 3 for word in words)


def test_words_lie_beside_the_code_that_asks_for_them() -> None:
    assert set(FILES) == {
        "compare/english",
        "compare/figures/other_languages",
        "compare/names/certainty/ordinary",
        "compare/names/people",
        "compare/names/things",
        "compare/quotations/verbs_elsewhere",
        "export/person_name",
        "formats/databases/labels",
        "formats/documents/pdf",
        "formats/heads/labels",
        "formats/mail/mail",
        "formats/reading_lists/forms",
        "formats/tables/columns",
        "formats/web/html_encodings",
        "formats/web/page_words",
        "marks/other_readers/origins",
        "page/boilerplate",
        "page/cut_marks",
        "page/days/dates",
        "page/outlets",
        "page/wrapping/compounds",
        "stories/weekdays",
        "text/abbreviations",
        "text/confused_words",
        "text/english",
    }


def test_an_alternation_takes_the_longest_word_that_fits() -> None:
    assert alternation(["in", "into", "a.b"]) == r"into|a\.b|in"
