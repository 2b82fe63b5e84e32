"""Lighting standing word lists in the article shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.render.listed_words import ListedWords, legend
from tui.session.latest import Latest
from tui.session.standing_lists import listed_words
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from search import Article, SearchError
    from tui.render.article_page import Reading
    from tui.session.standing_lists import StandingLists
    from tui.settings import WordList


class WordLights:
    """Lights the words of lists in the reader of a screen, with a legend and counts above it.

    Args:
        screen: a screen with one reader.
        lists: the lists, shared with the other screens.

    Attributes:
        legend: the lists that are lit with their counts; empty while none is.
        told: is called when there is another legend; puts it above the article by default.
    """

    def __init__(self, screen: Screen[None], lists: StandingLists) -> None:
        self.lists = lists
        self.legend = ""
        self.told: Callable[[], None] = self._put_above
        self._screen = screen
        self._requests: Latest[tuple[Article, tuple[WordList, ...]], ListedWords] = Latest(
            screen,
            lambda asked: listed_words(*asked),
            lambda asked, found: self._take(asked[0], found),
            _leave_unlit,
        )

    def light(self, reading: Reading) -> None:
        """Look for the words of the lists that are lit now in an article just shown."""
        if self.lists.lit:
            self._requests.ask((reading.article, self.lists.lit))
        else:
            self._requests.forget()
            self._say("")

    def resume(self) -> None:
        """Light what is lit now, as that may have changed on another screen."""
        reading = self._reader.reading
        if reading is not None:
            self._unlight(reading)
            self.light(reading)

    def step(self) -> bool:
        """Light all lists, then each by itself, then none; tell whether any is lit now."""
        self.lists.step()
        self.resume()
        return bool(self.lists.lit)

    @property
    def _reader(self) -> Reader:
        return self._screen.query_one(Reader)

    def _unlight(self, reading: Reading) -> None:
        if reading.listed.counts and not self.lists.lit:
            self._reader.show(replace(reading, listed=ListedWords()))

    def _take(self, article: Article, found: ListedWords) -> None:
        reading = self._reader.reading
        if reading is not None and reading.article.id == article.id:
            self._reader.show(replace(reading, listed=found))
            self._say(legend(found.counts))

    def _say(self, said: str) -> None:
        self.legend = said
        self.told()

    def _put_above(self) -> None:
        self._reader.frame.entitle(after=self.legend)


def _leave_unlit(asked: object, error: SearchError) -> None:
    """Light nothing where the words can't be looked for."""
    del asked, error
