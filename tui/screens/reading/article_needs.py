"""What the commands on an article need, and whether the article shown has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.terminal import handoff

if TYPE_CHECKING:
    from tui.commands import Need
    from tui.screens.reading.reading_screen import ReadingScreen


def has_need(screen: ReadingScreen, need: Need) -> bool:
    """Tell whether what a command needs is present on a screen with a reader."""
    article, reading = screen.article, screen.reader.reading
    match need:
        case "article":
            return screen.article_id is not None
        case "address":
            return article is not None and handoff.web_address(article) is not None
        case "matches":
            return screen.reader.matches > 0
        case "word lists":
            return bool(screen.words.lists.lists)
        case "boilerplate":
            return article is not None and bool(article.folded)
        case "cut":
            return article is not None and not article.whole
        case "revisions":
            return article is not None and reading is not None and reading.earlier > 0
        case _:
            raise NotImplementedError(need)
