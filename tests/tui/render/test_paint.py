from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui.render import Mark, paint

PLAIN, LIT, LOUD = Style(), Style(bold=True), Style(underline=True)
MARKS = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=6)


def test_a_mark_styles_just_its_own_characters() -> None:
    segments = paint("armed forces left", 0, 17, PLAIN, [Mark(0, 12, LIT)])
    assert [(s.text, bool(s.style and s.style.bold)) for s in segments] == [
        ("armed forces", True),
        (" left", False),
    ]


def test_overlapping_marks_mix() -> None:
    segments = paint("abcd", 0, 4, PLAIN, [Mark(0, 3, LIT), Mark(2, 4, LOUD)])
    mixed = segments[1].style
    assert segments[1].text == "c"
    assert mixed is not None
    assert mixed.bold
    assert mixed.underline


def test_markup_in_a_text_is_text() -> None:
    assert "".join(s.text for s in paint("[red]x[/]", 0, 9, PLAIN)) == "[red]x[/]"


def test_escapes_are_harmless_and_marks_stay_true() -> None:
    segments = paint("\x1b[31mGuaidó", 0, 11, PLAIN, [Mark(5, 11, LIT)])
    assert segments[-1].text == "Guaidó"
    assert "\x1b" not in "".join(s.text for s in segments)


@given(st.text(max_size=40), MARKS, st.integers(0, 40), st.integers(0, 40))
def test_painting_loses_and_adds_nothing(
    text: str, marks: list[tuple[int, int]], start: int, stop: int
) -> None:
    stop = min(stop, len(text))
    start = min(start, stop)
    segments = paint(text, start, stop, PLAIN, [Mark(a, b, LIT) for a, b in marks])
    assert len("".join(s.text for s in segments)) == stop - start
    at = start
    for segment in segments:
        for i in range(at, at + len(segment.text)):
            lit = any(a <= i < b for a, b in marks)
            assert bool(segment.style and segment.style.bold) == lit
        at += len(segment.text)
