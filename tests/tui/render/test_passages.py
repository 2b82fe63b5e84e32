"""Sentences of a page, notes within it, and the signs beside both."""

from __future__ import annotations

import pytest
from rich.style import Style

from search import Article, ArticleId, Block
from tui.render.article_lines import lay_out
from tui.render.article_page import Place, Reading, parts
from tui.render.passages.page_notes import Inlay, PageNote, inlay_for
from tui.render.passages.page_sentences import (
    first_sentence,
    next_sentence,
    sentence_at,
    text_of,
    words_of,
)
from tui.render.passages.stretch import Stretch
from tui.render.typeset import Look, typeset

TEXTS = ("The dam broke. Who knew? Petra Lang did.", "It rained, 委内瑞拉 wrote. It stopped.")
ARTICLE = Article(
    ArticleId("a" * 16),
    "a.md",
    (Block("boilerplate", "Share."), *(Block("paragraph", text) for text in TEXTS)),
    title="The dam. It broke.",
)
PAGE = lay_out(parts(Reading(ARTICLE)), 20)
FIRST = Stretch(1, 0, 14)


def lines(reading: Reading, width: int, inlay: Inlay | None = None, **looks: object) -> list[str]:
    page = lay_out(parts(reading), width, inlay)
    margin = looks.pop("margin", 2)
    assert isinstance(margin, int)
    look = Look(width + 2 * margin, margin, Style(), lambda _: Style(), **looks)  # type: ignore[arg-type] # fields by name
    return [typeset(page, at, look).text.rstrip() for at in range(len(page.lines))]


def test_sentences_are_walked_over_the_blocks_of_the_text_and_nothing_else() -> None:
    here = first_sentence(PAGE, range(len(PAGE.lines)), 1)
    seen = []
    while here is not None:
        seen.append(text_of(PAGE, here))
        last, here = here, next_sentence(PAGE, here, 1)
    assert seen == [
        "The dam broke.",
        "Who knew?",
        "Petra Lang did.",
        "It rained, 委内瑞拉 wrote.",
        "It stopped.",
    ]
    assert first_sentence(PAGE, range(len(PAGE.lines)), -1) == last
    back = next_sentence(PAGE, last, -1)
    assert back is not None
    assert text_of(PAGE, back) == seen[-2]


def test_a_window_within_one_sentence_is_in_that() -> None:
    long = Article(ArticleId("b" * 16), "b.md", (Block("paragraph", "word " * 60 + "end."),))
    page = lay_out(parts(Reading(long)), 20)
    found = first_sentence(page, range(8, 12), 1)
    assert found is not None
    assert found.start == 0
    assert first_sentence(PAGE, range(500, 510), 1) is None


@pytest.mark.parametrize(("offset", "found"), [(0, 0), (13, 0), (14, 0), (15, 15), (39, 25)])
def test_an_offset_is_in_the_sentence_before_it(offset: int, found: int) -> None:
    part = next(at for at, one in enumerate(PAGE.parts) if one.block == 1)
    at = sentence_at(PAGE, part, offset)
    assert at is not None
    assert at.start == found
    assert sentence_at(PAGE, 0, 0) is None


def test_the_words_of_a_sentence_are_stretches_of_its_text() -> None:
    assert [text_of(PAGE, word) for word in words_of(PAGE, FIRST)] == ["The", "dam", "broke"]


def test_a_bar_stands_beside_what_is_marked_and_a_pen_beside_what_is_noted() -> None:
    shown = lines(Reading(ARTICLE), 20, marked=Stretch(1, 15, 24), noted=(FIRST,))
    assert [line for line in shown if "dam broke" in line or "knew" in line] == [
        "✎▌The dam broke. Who",
        " ▌knew? Petra Lang",
    ]
    narrow = lines(Reading(ARTICLE), 20, margin=1, marked=Stretch(1, 15, 24), noted=(FIRST,))
    assert [line for line in narrow if "dam broke" in line or "knew" in line] == [
        "▌The dam broke. Who",
        "▌knew? Petra Lang",
    ]


def test_notes_on_what_is_marked_stand_below_the_line_on_which_it_ends() -> None:
    note = PageNote(7, "Who knew it,\n\nand when?", "The dam broke.", (FIRST,))
    inlay = inlay_for((note,), Stretch(1, 0, 14))
    assert inlay is not None
    shown = lines(Reading(ARTICLE, notes=(note,)), 20, inlay)
    at = shown.index("  The dam broke. Who")
    assert shown[at + 1 : at + 4] == ["    ✎ Who knew it,", "      and when?", "  knew? Petra Lang"]
    assert inlay_for((note,), Stretch(1, 15, 24)) is None
    assert inlay_for((note,), None) is None


def test_places_stay_in_order_with_notes_between_and_lead_back_to_their_lines() -> None:
    page = lay_out(parts(Reading(ARTICLE)), 20, Inlay(1, 14, ("one two three four five six",)))
    places = [page.place(line) for line in range(len(page.lines))]
    assert places == sorted(places)
    assert page.lines[page.line(Place(2, 0))].start == 0


def test_a_note_on_the_whole_article_and_a_lost_one_stand_in_the_head() -> None:
    notes = (PageNote(1, "Read again."), PageNote(2, "Whose?", "The siren failed."))
    shown = lines(Reading(ARTICLE, tags=("dams", "Élan"), notes=notes), 60)
    head = [line.strip() for line in shown[:10]]
    assert "#dams  #Élan" in head
    assert "✎ Read again." in head
    assert "✎ Its passage is no longer in the text: “The siren failed.”" in head
    assert "Whose?" in head


def test_of_very_many_notes_at_one_place_some_are_shown() -> None:
    many = tuple(PageNote(at, f"note {at}", "x", (FIRST,)) for at in range(500))
    inlay = inlay_for(many, FIRST)
    assert inlay is not None
    assert len(inlay.paragraphs) == 20
    assert len(parts(Reading(ARTICLE, notes=tuple(one._replace(places=()) for one in many)))) < 60


def test_of_a_long_note_the_beginning_is_shown() -> None:
    (shown,) = PageNote(1, "word " * 20_000).paragraphs
    assert len(shown) < 1_300
    assert shown.endswith("(a shows all of it)")
