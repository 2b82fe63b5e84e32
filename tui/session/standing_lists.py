"""Standing word lists: which are lit, on all screens, and finding their words in an article."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.render.listed_words import STYLES, ListCount, ListedWords
from tui.render.paint import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Article, Highlighter
    from tui.settings import WordList


class StandingLists:
    """The lists of the settings, of which all, one or none are lit.

    Attributes:
        lists: all there are.
    """

    def __init__(self, lists: tuple[WordList, ...] = ()) -> None:
        self.lists = lists
        self._step = 0

    @property
    def lit(self) -> tuple[WordList, ...]:
        """Those that are lit; none at the start."""
        if self._step == 0:
            return ()
        return self.lists if self._step == 1 else (self.lists[self._step - 2],)

    def step(self) -> None:
        """Light all, then each by itself, then none."""
        steps = 2 if len(self.lists) == 1 else len(self.lists) + 2
        self._step = (self._step + 1) % steps


def listed_words(article: Article, lists: Sequence[WordList]) -> ListedWords:
    """Find the words of lists in an article's title and story, by the rules of its language.

    Where words of several lists meet, the styles of all are laid over each other. Cost: one pass
    over the text for each list.
    """
    title: list[Mark] = []
    blocks: list[list[Mark]] = [[] for _ in article.blocks]
    counts: list[ListCount] = []
    for one in lists:
        style, highlighter = STYLES[one.style], _highlighter(one.words)
        count = 0
        if highlighter is not None:
            language = article.language
            for span in highlighter.spans(article.title or "", "title", language):
                title.append(Mark(*span, style))
                count += 1
            for number, block in article.story:
                spans = highlighter.spans(block.text, "body", language)
                blocks[number] += [Mark(*span, style) for span in spans]
                count += len(spans)
        counts.append(ListCount(one.sign, one.name, count))
    return ListedWords(tuple(title), tuple(map(tuple, blocks)), tuple(counts))


@lru_cache(maxsize=16)
def _highlighter(words: tuple[str, ...]) -> Highlighter | None:
    from search import Highlighter, word_list  # noqa: PLC0415 - loaded with the desk, after the first frame

    query = word_list(words)
    return Highlighter(query) if query is not None else None
