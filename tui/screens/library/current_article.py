"""Reading the article of the current row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session.mark_changes import ChosenArticle
from tui.session.requests import ExportOffer, ToRead

if TYPE_CHECKING:
    from search import ArticleId
    from tui.render.article_page import Reading
    from tui.screens.library.results import Results
    from tui.screens.reading.reading_screen import ReadingScreen


class CurrentArticle:
    """Keeps the reader up to date with the list, unless it is held.

    Attributes:
        held: the article that the reader keeps until a row is opened; None where it follows the list.
    """

    def __init__(self, screen: ReadingScreen, results: Results) -> None:
        self._screen = screen
        self._results = results
        self._id_unknown = False
        self.held: ArticleId | None = None

    def hold(self) -> None:
        """Have the reader keep its article while the user searches for another."""
        reading = self._screen.reader.reading
        self.held = reading.article.id if reading is not None else None

    def release(self) -> None:
        """Have the reader follow the list again."""
        if self.held is not None:
            self.held = None
            self.read()

    def read(self) -> None:
        """Read the article of the current row, with the search highlighted."""
        if self.held is not None:
            return
        article, answer = self._results.article_id, self._results.answer
        self._id_unknown = article is None and bool(self._results.total)
        if article is None or answer is None:
            self._screen.reading.forget()
            self._screen.reader.show_note("")
        else:
            self._screen.reading.ask(ToRead(article, answer.query))
        self._screen.refresh_bindings()

    def show(self, reading: Reading | None) -> None:
        """Show the article of a new current row, reading it if `reading` is None."""
        if reading is not None and self.held is None:
            self._screen.reading.forget()
            self._screen.show_reading(reading)
        else:
            self.read()

    def offers(self, *, reading: bool) -> list[ExportOffer]:
        """Give what can be taken out: first what is read or, in the list, what was found."""
        from search import FoundArticles, ReaderNotes  # noqa: PLC0415 - not before the first frame
        from tui.session.export_offers import offers_of  # noqa: PLC0415 - as above

        answer, article = self._results.answer, self._results.article_id
        if answer is None:
            return []
        query = answer.query.text
        count = f"{answer.total:,} article{'' if answer.total == 1 else 's'}"
        what = "what was found" if query.strip() else "the whole library"
        found = ExportOffer(f"{what}: {count}", FoundArticles(query, answer.sort), query)
        hit = self._results.list.hit
        own = offers_of(article, hit.head.label if hit else "") if article is not None else []
        notes = ExportOffer("all notes", ReaderNotes(), "notes")
        return [*own, found, notes] if reading else [found, *own, notes]

    def chosen(self, article: ArticleId | None) -> ChosenArticle | None:
        """Give an article that is in the current row or in the reader with what it is called."""
        hit, reading = self._results.list.hit, self._screen.reader.reading
        for shown in (hit.head if hit else None, reading.article if reading else None):
            if shown is not None and shown.id == article:
                return ChosenArticle(shown.id, shown.label)
        return None

    def rows_added(self) -> None:
        """Read the current article if its id was not known before further rows were loaded."""
        if self._id_unknown and self._results.article_id is not None:
            self.read()
