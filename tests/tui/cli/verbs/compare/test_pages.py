"""Comparisons as Markdown and HTML, read again by parsers."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from search import bundled
from search.export.markdown_text import plain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run

PRESS_TV = "press-tv-us-troops-on-colombia-border.txt"
HOSTILE = '</title><script>alert("1")</script> [x](javascript:a) *b* | <img src=x> `c` \x1b[31m'
VOID = frozenset("meta br".split())


class Page(HTMLParser):
    """Keeps what is on a page, and fails on what isn't closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data

    def having(self, name: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(name))]


def names() -> list[str]:
    return sorted(path.name for path in bundled().glob("*.txt"))


def hostile(folder: Path) -> tuple[str, str]:
    """Write two articles that try to be markup wherever text is shown."""
    folder.mkdir()
    text = (
        f"---\ntitle: {HOSTILE!r}\nsource: '<b>The {HOSTILE[8:16]}'\nurl: javascript:alert(1)\n---\n"
        "“<script>steal(all)</script> & we will go on,” said President Juan <i>Guaidó</i>.\n\n"
        "Some # Twelve | people * were _killed_ in <Caracas> by http://evil.example and Guaidó.\n"
    ).replace("\\x1b", "")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text.replace("Twelve", "Thirteen"), encoding="utf-8")
    return str(folder / "a.txt"), str(folder / "b.txt")


@pytest.mark.parametrize("pair", [(0, 1), (2, 4)])
def test_every_link_of_a_page_leads_to_its_counterpart_and_back(
    run: Run, pair: tuple[int, int]
) -> None:
    left, right = (names()[i] for i in pair)
    told = run("compare", left, right, "--json").document

    page = Page(run("compare", left, right, "--html").out)

    assert page.open == []
    ids = page.having("id")
    assert len(set(ids)) == len(ids)
    across = [href for href in page.having("href") if href.startswith("#")]
    assert {href[1:] for href in across} == set(ids)
    assert ids.count("left-0") <= 1
    linked = {f"left-{link['left']}" for link in told["links"]}
    assert {one for one in ids if one.startswith("left")} == linked


def test_a_page_holds_the_whole_of_both_articles(run: Run) -> None:
    left, right = names()[:2]

    page = Page(run("compare", left, right, "--html").out)

    for name in (left, right):
        for block in run("show", name, "--json").document["blocks"]:
            if block["kind"] != "boilerplate":
                for word in block["text"].split():
                    assert word in page.said


def test_a_page_needs_no_script_and_fetches_nothing(run: Run, tmp_path: Path) -> None:
    for pair in (names()[:2], hostile(tmp_path / "hostile")):
        out = run("compare", *pair, "--html").out
        page = Page(out)

        assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "link", "iframe", "i"})
        assert page.having("src") == []
        assert not any(href.startswith("javascript") for href in page.having("href"))
        assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
        assert "default-src 'none'" in out
        assert "\x1b" not in out


def test_a_hostile_title_is_shown_as_it_is(run: Run, tmp_path: Path) -> None:
    pair = hostile(tmp_path / "hostile")

    page = Page(run("compare", *pair, "--html").out)

    assert '</title><script>alert("1")</script> x *b*' in page.said
    assert "<script>steal(all)</script> & we will go on" in page.said


def parsed(text: str) -> list[tuple[str, str, str]]:
    """Give type, tag and plain content of every token of a Markdown text."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    return [
        (inner.type, inner.tag, inner.content)
        for token in tokens
        for inner in (token, *(token.children or ()))
    ]


def test_hostile_text_stays_text_in_markdown(run: Run, tmp_path: Path) -> None:
    out = run("compare", *hostile(tmp_path / "hostile"), "--markdown").out

    kinds = {kind for kind, _, _ in parsed(out)}
    said = "".join(content for kind, _, content in parsed(out) if kind in {"text", "text_special"})

    assert kinds.isdisjoint(
        {"html_inline", "html_block", "link_open", "image", "em_open", "code_inline"}
    )
    assert '</title><script>alert("1")</script> x *b* | <img src=x> `c`' in said
    assert "# Twelve | people * were _killed_ in <Caracas>" in said
    assert "\x1b" not in out


def test_markdown_tells_what_the_document_tells(run: Run) -> None:
    left, right = names()[0], names()[4]
    told = run("compare", left, right, "--json").document

    text = run("compare", left, right, "--markdown").out

    tables = [token for token in parsed(text) if token[0] == "table_open"]
    assert len(tables) >= 2
    assert text.count("\n> ") == 2 * len(told["links"])
    for naming in told["naming"]:
        for phrase in (*naming["left"], *naming["right"]):
            assert f"“{phrase['phrase']}” {phrase['count']}" in text


@pytest.mark.parametrize("more", [["--json"], ["--html"], ["--pairs", "x"]])
def test_one_form_at_a_time(run: Run, more: list[str]) -> None:
    done = run("compare", *names()[:2], "--markdown", *more)

    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("diptych: compare:")
    assert done.err.count("\n") == 1


def test_plain_text_stays_plain_at_the_start_of_a_line() -> None:
    for text in ("- a list", "1. one", "+ more", "=== rule", "# head", "> quote", "    code"):
        (paragraph, *_) = [content for kind, _, content in parsed(plain(text)) if kind == "inline"]
        assert "".join(c for k, _, c in parsed(plain(text)) if k in {"text", "text_special"}) == (
            " ".join(text.split())
        )
        assert paragraph
