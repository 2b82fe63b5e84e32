"""Text, Markdown, HTML and JSON of a comparison say the same, on every pair of bundled articles."""

from __future__ import annotations

import re
from html import unescape
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from search import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tui.cli.conftest import Run
    from tui.cli.json_fields import Document

PAIRS = list(permutations(sorted(path.name for path in bundled().glob("*.txt")), 2))
BRIEF = {"Words", "Names"}
SHORT_TEXT, SHORT_LIST = 12, 24


def letters(text: str) -> str:
    """Give a text without what layout, escaping and wrapping add."""
    return re.sub(r"[\W_]+", "", text)


def lines(section: Document, most: int) -> Iterator[Document]:
    for group in section["groups"]:
        for side in ("left", "right"):
            told = group[side] or []
            yield from told[:most] if section["section"] in BRIEF else told


@pytest.mark.parametrize("pair", PAIRS, ids=[" ".join(map(str, pair)) for pair in PAIRS])
def test_all_forms_of_a_report_have_the_same_lines(run: Run, pair: tuple[str, str]) -> None:
    told = run("compare", *pair, "--json").document
    page = re.sub(
        r"<style>.*?</style>|<[^>]*>", "", run("compare", *pair, "--html").out, flags=re.DOTALL
    )
    forms = [
        (letters(run("compare", *pair).out), SHORT_TEXT),
        (letters(run("compare", *pair, "--markdown").out), SHORT_LIST),
        (letters(unescape(page)), SHORT_LIST),
    ]

    for said, most in forms:
        at = 0
        for section in told["report"]:
            if not section["groups"]:
                continue
            at = said.index(letters(section["title"]), at)
            for line in lines(section, most):
                assert letters(line["text"]) in said[at:]


@pytest.mark.parametrize("pair", PAIRS, ids=[" ".join(map(str, pair)) for pair in PAIRS])
def test_the_report_agrees_with_the_rest_of_the_document(run: Run, pair: tuple[str, str]) -> None:
    told = run("compare", *pair, "--json").document
    report = {section["section"]: section for section in told["report"]}
    upper = [link for link in told["links"] if link["tier"] != "related"]
    both = [one for one in told["quotations"] if None not in (one["left"], one["right"])]

    def texts(name: str) -> list[str]:
        return [line["text"] for line in lines(report[name], 1000)]

    assert len(report["Wording"]["groups"]) == len(upper)
    words = letters(" ".join(texts("Wording")))
    for one in told["wording"]:
        if one["kind"] == "replaced":
            assert letters(one["left"]) in words
            assert letters(one["right"]) in words
    assert sum(g["title"].startswith("Both") for g in report["Quotes"]["groups"]) == len(both)
    assert len(texts("Quotes")) == len(told["quotes"]["left"]) + len(told["quotes"]["right"])
    assert [group["title"] for group in report["Naming"]["groups"]] == [
        one["name"] for one in told["naming"]
    ]
    assert len(report["Figures"]["groups"]) == len(told["figures"])
    assert set(texts("Names")) == {
        one["name"] for side in ("both", "left", "right") for one in told["names"][side]
    }
    assert set(texts("Words")) <= {one["word"] for one in told["vocabulary"]}
