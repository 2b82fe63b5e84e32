"""How many keys a piece of a day's work takes, letters typed included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library import articles, filled, reader, screen, search_text, until
from onscreen import on_top, shows

from tui.screens.comparison.screen import ComparisonScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

MOST_KEYS = 25
OUTLETS = ("Tide", "Pilot", "Courier", "Elbe Bote", "Gazette")
TOPICS = ("ferry", "harbour", "bridge", "school", "market")


def write_news(library: Path) -> Path:
    """Write a year of news: each month each outlet tells of each topic, some of two ferries."""
    library.mkdir()
    for month in range(1, 13):
        for outlet in OUTLETS[: 2 + month % 4]:
            for place, topic in enumerate(TOPICS):
                for part in ("north", "south") if topic == "ferry" else ("north",):
                    words = f"The {topic} of the {part} quay number {month} failed in storm {month * 7 + place}."
                    day = f"2024-{month:02}-{place + 3:02}"
                    name = f"{month:02}-{outlet}-{topic}-{part}.md"
                    told = (
                        f"{words} Keeper {part.title()}son {topic}{month} said it would be mended."
                    )
                    head = f"---\nsource: {outlet}\ndate: {day}\n---\n"
                    (library / name).write_text(
                        f"{head}# {words}\n\n{told}\n\n{outlet} was there.\n"
                    )
    return library


class Typist:
    """Presses keys and counts them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Press keys as one who waits for what they lead to."""
        self.keys += len(keys)
        await self._pilot.press(*keys)
        if self._pilot.app.screen is screen(self._pilot):
            await filled(self._pilot)


async def test_a_month_of_an_outlet_on_a_subject_is_read_and_compared_in_few_keys(
    launch: Launch, tmp_path: Path
) -> None:
    async with launch(write_news(tmp_path / "news")).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        typist = Typist(pilot)
        await typist.press("slash", *"ferry", "enter")
        await typist.press("1", "j", "j", "enter")  # the second outlet
        await typist.press("4", "h", "h", "h", "enter", "2")  # the fourth month from the end
        assert search_text(pilot) == 'ferry source:"Tide" date:2024-09'
        assert screen(pilot).results.total == 2
        await typist.press("j", "enter")
        second, place = screen(pilot).article_id, reader(pilot).place
        await typist.press("c")
        await until(pilot, lambda: shows(pilot.app, ComparisonScreen))
        compared = on_top(pilot.app, ComparisonScreen)
        await until(pilot, lambda: compared.has("comparison"))
        assert second in (compared.route.left, compared.route.right)
        await typist.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        await filled(pilot)
        assert (screen(pilot).article_id, reader(pilot).place) == (second, place)
        assert articles(pilot).index == 1
        assert search_text(pilot) == 'ferry source:"Tide" date:2024-09'
        assert typist.keys <= MOST_KEYS
