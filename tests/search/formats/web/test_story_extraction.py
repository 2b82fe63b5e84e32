from __future__ import annotations

import pytest

from search.formats.web.html_tree import parse_page
from search.formats.web.story_extraction import extract_story

TOLD = "The bridge over the river reopened on Sunday after two years of costly repairs, officials said."


def read(body: str) -> list[tuple[str, str]]:
    tree, _ = parse_page(f"<html><body><article>{body}</article></body></html>", "a.html")
    assert tree is not None
    return [(block.kind, block.text) for block in extract_story(tree)]


def test_a_story_keeps_its_parts_in_order() -> None:
    body = (
        f"<p>{TOLD}</p><h2>What it cost</h2><p>{TOLD} <a href=x>Twice</a> as much.</p><ul><li>One boat.</li>"
        f"<li>Two boats.</li></ul><blockquote><p>{TOLD}</p></blockquote>"
        f"<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2017</td><td>20</td></tr></table><p>{TOLD}</p>"
    )
    assert read(body) == [
        ("paragraph", TOLD),
        ("heading", "What it cost"),
        ("paragraph", f"{TOLD} Twice as much."),
        ("list", "One boat."),
        ("list", "Two boats."),
        ("quote", TOLD),
        ("list", "Year | Cost"),
        ("list", "2017 | 20"),
        ("paragraph", TOLD),
    ]


def test_a_line_break_parts_what_ends_as_a_sentence() -> None:
    assert read(f"<p>{TOLD}<br>{TOLD}<br>said the<br>port.</p><p>{TOLD}</p>") == [
        ("paragraph", TOLD),
        ("paragraph", TOLD),
        ("paragraph", "said the port."),
        ("paragraph", TOLD),
    ]


@pytest.mark.parametrize("body", ["", "<p></p>", "<nav><a href=x>Home</a></nav>"])
def test_a_page_that_tells_nothing_has_no_story(body: str) -> None:
    assert read(body) == []


def test_nothing_is_said_on_the_way(capfd: pytest.CaptureFixture[str]) -> None:
    read("<p>")
    assert capfd.readouterr() == ("", "")
