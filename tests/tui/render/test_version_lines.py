from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from search import ArticleId, Head, Version
from tui.render.version_lines import HEIGHT, TimelineInk, first_label, version_lines

INK = TimelineInk(*(Style() for _ in TimelineInk._fields))
TEXT = st.text(st.sampled_from("ab c中é—\u200d\x1b\u202e"), max_size=60)
FIRST = Version(
    Head(ArticleId("0"), "a.md", "The levee broke", "Valley Herald", "2024-03-02T06:12:00+00:00"),
    "Nobody had looked after the old levee since the winter, engineers said on Tuesday.",
    ran_first=True,
)


def changed(version: Version, **fields: object) -> Version:
    """Give a version with another title, source or day."""
    return replace(version, head=version.head._replace(**fields))  # type: ignore[arg-type]  # each field has a type of its own


SECOND = replace(changed(FIRST, published="2024-03-05"), ran_first=False, line=None)


def lines(
    version: Version, after: Version | None, width: int, *, origin: bool = False
) -> list[str]:
    drawn = version_lines(version, after, width, INK, first="ran it first", origin=origin)
    return ["".join(segment.text for segment in line).rstrip() for line in drawn]


def test_a_version_has_its_time_its_source_its_title_and_its_beginning() -> None:
    assert lines(FIRST, SECOND, 64) == [
        "2 Mar 2024 06:12  ◆ Valley Herald  ran it first",
        "                  │ The levee broke",
        "                  │ Nobody had looked after the old levee since",
        "                  │ the winter, engineers said on Tuesday.",
        "                  │ 3 days later",
    ]
    assert lines(SECOND, None, 64, origin=True) == [
        "5 Mar 2024        ● Valley Herald  ⇄ you came from here",
        "                    The levee broke",
        "",
        "",
        "",
    ]


def test_in_a_narrow_window_the_day_stands_below_the_title() -> None:
    assert lines(FIRST, None, 30) == [
        "◆ Valley Herald  ran it first",
        "  The levee broke",
        "  2 Mar 2024 06:12",
        "  Nobody had looked after the…",
        "",
    ]


def test_who_ran_it_first_is_said_only_as_far_as_days_are_known() -> None:
    undated = replace(changed(FIRST, published=None), ran_first=False)
    assert first_label([FIRST, SECOND]) == "ran it first"
    assert first_label([FIRST, SECOND, undated]) == "first of those dated"
    assert first_label([FIRST, undated]) == ""
    assert first_label([FIRST]) == ""
    tied = [changed(FIRST, published="2024-03-02")] * 2
    assert first_label(tied) == ""
    assert first_label([*tied, SECOND]) == "on the first day"
    assert first_label([*tied, SECOND, undated]) == "on the first day known"
    shown = version_lines(FIRST, None, 64, INK, first="", origin=False)[0]
    assert "".join(segment.text for segment in shown).endswith("● Valley Herald")


@pytest.mark.parametrize(
    ("published", "text"),
    [("2024-03-02", "│"), ("2024-03-03", "│ 1 day later"), (None, "│")],
)
def test_between_versions_the_days_are_counted_where_both_are_known(
    published: str | None, text: str
) -> None:
    assert lines(FIRST, changed(SECOND, published=published), 40)[-1] == text


def test_missing_facts_are_shown_as_unknown() -> None:
    shown = lines(changed(FIRST, published=None, source=None, title=None), None, 64)
    assert shown[0] == "no date           ◆ unknown source  ran it first"
    assert shown[1].endswith("a.md")


@given(TEXT, TEXT, TEXT, st.integers(20, 120), st.booleans())
def test_a_version_fits_its_lines_and_none_can_drive_the_terminal(
    title: str, source: str, line: str, width: int, origin: bool
) -> None:
    shown = lines(
        replace(changed(FIRST, title=title, source=source), line=line), SECOND, width, origin=origin
    )
    assert len(shown) == HEIGHT
    assert all(cell_len(line) <= width for line in shown)
    assert not set("".join(shown)) & {"\x1b", "\u202e"}
