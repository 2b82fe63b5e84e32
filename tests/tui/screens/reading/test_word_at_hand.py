"""`*` opens the concordance of the word that is selected, matched or searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import KEYS, filled, reader, screen, search, text, until
from textual.geometry import Offset
from textual.selection import Selection

from tui.screens.concordance.screen import ConcordanceScreen
from tui.screens.reading.word_at_hand import query_for
from tui.widgets.word_line import WordLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


async def asked_for(pilot: Pilot[None]) -> str:
    """Open the concordance and give its word."""
    await pilot.press(KEYS["*"])
    await until(pilot, lambda: isinstance(pilot.app.screen, ConcordanceScreen))
    await until(pilot, lambda: "every use of" in text(pilot))
    return pilot.app.screen.query_one(WordLine).value


async def test_a_search_for_a_word_leads_to_its_uses_and_back(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await search(pilot, "sanctions", 4)
        await pilot.press("enter")
        assert await asked_for(pilot) == "sanctions"
        await until(pilot, lambda: "7 uses in 4 articles" in text(pilot))
        await pilot.press("escape")
        assert pilot.app.screen is screen(pilot)
        assert screen(pilot).results.total == 4


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ('"armed forces"', '"armed forces"'),
        ("sanct*", "sanct*"),
        ("guaido maduro", ""),
        ("guaido OR maduro", ""),
        ('guaido source:"DW"', "guaido"),
        ("", ""),
    ],
)
async def test_only_a_search_for_one_word_or_phrase_is_taken(
    launch: Launch, query: str, word: str
) -> None:
    async with launch(search=query).run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert await asked_for(pilot) == word
        assert isinstance(pilot.app.focused, WordLine) is not bool(word)


async def test_the_chosen_match_comes_before_the_search(launch: Launch) -> None:
    async with launch(search="guaido maduro").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("n")
        await until(pilot, lambda: reader(pilot).current is not None)
        chosen = reader(pilot).current_match
        assert chosen
        assert await asked_for(pilot) == chosen


async def test_what_is_selected_comes_before_all(launch: Launch) -> None:
    async with launch(search="guaido").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "n")
        at = next(
            (y, line.text.index("military"))
            for y in range(reader(pilot).size.height)
            if "military" in (line := reader(pilot).render_line(y)).text
        )
        row = at[0] + reader(pilot).scroll_offset.y
        span = Selection(Offset(at[1], row), Offset(at[1] + len("military"), row))
        pilot.app.screen.selections = {reader(pilot): span}
        await pilot.pause()
        assert await asked_for(pilot) == "military"


@pytest.mark.parametrize(
    ("text_", "query"),
    [
        ("sanctions", "sanctions"),
        ("armed\n forces", '"armed forces"'),
        ("OR", '"OR"'),
        ("title:war", '"title:war"'),
        ('the "old" levee', '"the old levee"'),
        ("…", ""),
        ("", ""),
        ("long " * 100, ""),
    ],
)
def test_any_text_becomes_a_query_for_its_uses(text_: str, query: str) -> None:
    assert " ".join(query_for(text_).split()) == query.replace("  ", " ")
