from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from search import ArticleId, Head, Use
from tui.render.use_lines import UseInk, heading_line, listing, provenance, use_line

INK = UseInk(*(Style(meta={"part": name}) for name in UseInk._fields))
TEXT = st.text(st.sampled_from("ab c中é—\u200d\x1b\u202e"), max_size=40)


def use(source: str | None = "DW", before: str = "an old ", published: str | None = None) -> Use:
    head = Head(ArticleId("0"), "a.md", None, source, published)
    return Use(head, 0, 0, 1, before, "levee", " broke at dawn")


def drawn(shown: Use, width: int, *, source: bool, dated: bool) -> str:
    line = use_line(shown, width, INK, source=source, dated=dated)
    return "".join(segment.text for segment in line)


def test_headings_stand_where_the_source_changes() -> None:
    uses = tuple(use(source) for source in ("A", "A", "B", None, None, None))
    listed = listing(uses, headings=True)
    assert listed.groups == (0, 2, 3)
    assert [listed.size(first) for first in listed.groups] == [2, 1, 3]
    assert [listed.at(line) for line in range(listed.lines)] == [
        (0, True), (0, False), (1, False),
        (2, True), (2, False),
        (3, True), (3, False), (4, False), (5, False),
    ]  # fmt: skip
    assert listing(uses, headings=False).groups == ()
    assert listing((), headings=True).lines == 0


@given(st.lists(st.sampled_from(["A", "B", None])), st.booleans())
def test_each_use_is_found_on_its_own_line(sources: list[str | None], headings: bool) -> None:
    listed = listing(tuple(map(use, sources)), headings=headings)
    lines = [listed.line(i) for i in range(len(sources))]
    assert [listed.at(line) for line in lines] == [(i, False) for i in range(len(sources))]
    assert all(listed.at(line)[1] for line in set(range(listed.lines)) - set(lines))


def test_a_line_has_source_day_and_the_word_in_one_column() -> None:
    dated = use(published="2024-03-02")
    assert drawn(dated, 40, source=True, dated=False) == "DW               an old levee broke at…"
    assert drawn(dated, 40, source=False, dated=True) == "2 Mar 2024         an old levee broke a…"
    assert "2 Mar 2024" in drawn(dated, 120, source=True, dated=False)
    assert drawn(use(None), 80, source=True, dated=False).startswith("unknown source ")
    assert "no date" in drawn(use(None), 80, source=True, dated=True)


@given(TEXT, TEXT, st.integers(40, 200), st.booleans(), st.booleans())
def test_the_word_begins_on_the_same_cell_in_every_line(
    name: str, before: str, width: int, source: bool, dated: bool
) -> None:
    def cells_before(shown: Use) -> int:
        cells = use_line(shown, width, INK, source=source, dated=dated)
        assert cell_len("".join(segment.text for segment in cells)) <= width
        at = next(i for i, s in enumerate(cells) if s.style and s.style.meta["part"] == "match")
        return sum(cell_len(segment.text) for segment in cells[:at])

    assert cells_before(use(name, before)) == cells_before(use())


def test_a_heading_says_how_many_uses_follow_and_fills_the_line() -> None:
    assert heading_line(use("The Courier"), 1200, 30) == "─ The Courier · 1,200 ────────"
    assert heading_line(use("The Courier of the Upper Valley"), 7, 20) == "─ The Courier… · 7 ─"


@pytest.mark.parametrize(
    ("source", "published", "text"),
    [
        ("DW", "2019-05-11", "DW · 11 May 2019 · a.md"),
        (None, None, "unknown source · no date · a.md"),
    ],
)
def test_a_use_says_where_it_is_from(source: str | None, published: str | None, text: str) -> None:
    assert provenance(use(source, published=published)) == text
