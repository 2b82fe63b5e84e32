"""Taking things out of a library: from what was asked for to text in a format."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, islice
from typing import TYPE_CHECKING

from search.desk.all_rows import every_row
from search.engine import never_cancelled
from search.errors import ArticleError, CancelledError, NoSuchArticleError
from search.export.articles.exported import ArticleSet, Exported
from search.export.export_formats import REFERENCE_FORMATS
from search.export.notes.article_notes import ArticleNotes
from search.export.rendering import (
    claims_pieces,
    comparison_pieces,
    contrast_pieces,
    note_pieces,
    set_pieces,
    story_pieces,
    uses_pieces,
)
from search.export.stories.listed_stories import listed_stories
from search.export.subjects import (
    ArticlePair,
    ClaimsOf,
    FoundArticles,
    NamedArticles,
    ReaderNotes,
    SourcePair,
    StoriesOf,
    StoryOf,
    UsesOf,
    formats_for,
)
from search.marks.note_search import note_test

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.article import Article, ArticleId
    from search.desk.desk import Desk
    from search.errors import SearchError
    from search.export.export_formats import ExportFormat
    from search.export.json_output import Document
    from search.export.subjects import Subject
    from search.marks.passages import PlacedNote

_AT_ONCE = 32
"""Articles whose marks are asked for at a time."""


class Export:
    """A text on its way out, in pieces that are made as they are asked for.

    Attributes:
        total: how many things there are to take out: articles, notes, claims, uses, or one comparison; where there
            are none, the pieces are an empty document.
        done: how many were given so far.
        failed: the articles that couldn't be read, and so were left out.
    """

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.failed: list[SearchError] = []
        self.pieces: Iterator[str] = iter(())

    def counted(self, things: Iterable[Exported]) -> Iterator[Exported]:
        """Yield things, counting them."""
        for one in things:
            self.done += 1
            yield one


class Exports:
    """What can be taken out of one library. Safe to call from several threads."""

    def __init__(self, desk: Desk) -> None:
        """Take the library."""
        self._desk = desk

    def export(
        self,
        subject: Subject,
        form: ExportFormat,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> Export:
        """Begin to take something out; its pieces read and format what they need.

        A comparison as references gives those of both articles. Raises QueryError,
        NoSuchArticleError, and ValueError for a format that isn't one of `formats_for`; the pieces raise CancelledError once `cancelled` says so. Memory: an article at a time.
        """
        if form not in formats_for(subject):
            raise ValueError(form)
        match subject:
            case FoundArticles():
                return self._found(subject, form, cancelled)
            case NamedArticles(articles):
                return self._articles("", {}, articles, form, cancelled)
            case StoryOf() | StoriesOf() | ClaimsOf():
                return self._of_stories(subject, form, cancelled)
            case UsesOf():
                return self._uses(subject, form, cancelled)
            case ArticlePair(left, right):
                return self._pair(left, right, form, cancelled)
            case SourcePair(left, right, within):
                return self._sources(left, right, form, cancelled, within=within)
            case ReaderNotes():
                return self._notes(subject, form, cancelled)

    def _found(
        self, subject: FoundArticles, form: ExportFormat, cancelled: Callable[[], bool]
    ) -> Export:
        answer = self._desk.search(subject.query, subject.sort, cancelled=cancelled)
        total = answer.total if subject.limit is None else min(answer.total, subject.limit)
        export = Export(total)
        rows = islice(every_row(answer.found, _AT_ONCE), subject.limit)
        ids = (row.head.id for row in rows if row)
        fields = {"query": subject.query, "read_as": answer.read_as, "total": answer.total}
        heading = subject.query.strip() or "All articles"
        return self._set(export, heading, fields, self._whole(ids, export, cancelled), form)

    def _articles(
        self,
        heading: str,
        fields: Document,
        articles: Sequence[ArticleId],
        form: ExportFormat,
        cancelled: Callable[[], bool],
    ) -> Export:
        export = Export(len(articles))
        return self._set(
            export, heading, fields, self._whole(iter(articles), export, cancelled), form
        )

    def _of_stories(
        self,
        subject: StoryOf | StoriesOf | ClaimsOf,
        form: ExportFormat,
        cancelled: Callable[[], bool],
    ) -> Export:
        match subject:
            case StoryOf(article):
                return self._story(article, form, cancelled)
            case ClaimsOf(article):
                return self._claims(article, form, cancelled)
            case StoriesOf():
                return self._stories(subject, form, cancelled)

    def _story(
        self, article: ArticleId, form: ExportFormat, cancelled: Callable[[], bool]
    ) -> Export:
        self._desk.story_groups.gather(cancelled)
        story = self._desk.story_groups.story(article)
        if story is None:
            raise NoSuchArticleError(
                self._desk.path(article), "stories are of articles in the library"
            )
        fields = {
            "story": {
                "id": story.id,
                "title": story.title,
                "first": story.first,
                "last": story.last,
                "sources": list(story.sources),
                "why": list(story.why),
            }
        }
        return self._articles(story.title, fields, story.articles, form, cancelled)

    def _stories(
        self, subject: StoriesOf, form: ExportFormat, cancelled: Callable[[], bool]
    ) -> Export:
        found = listed_stories(self._desk, subject.query, subject.sort, cancelled)
        stories = found[: subject.limit]
        export = Export(len(stories))
        export.pieces = story_pieces(subject.query, stories, form)
        export.done = export.total
        return export

    def _claims(
        self, article: ArticleId, form: ExportFormat, cancelled: Callable[[], bool]
    ) -> Export:
        groups = self._desk.story_groups
        groups.gather(cancelled)
        story = groups.story(article)
        claims = groups.claims(article, cancelled)
        export = Export(len(claims.claims))
        export.pieces = claims_pieces(story.title if story else "", claims, form)
        export.done = export.total
        return export

    def _uses(self, subject: UsesOf, form: ExportFormat, cancelled: Callable[[], bool]) -> Export:
        found = self._desk.concordance(subject.word, cancelled=cancelled, sources=subject.sources)
        if cancelled():
            raise CancelledError
        export = Export(len(found.uses))
        export.pieces = uses_pieces(found, form)
        export.done = export.total
        return export

    def _pair(
        self,
        left: ArticleId,
        right: ArticleId,
        form: ExportFormat,
        cancelled: Callable[[], bool],
    ) -> Export:
        if form in REFERENCE_FORMATS:
            return self._articles("", {}, (left, right), form, cancelled)
        export = Export(1)
        export.pieces = comparison_pieces(self._desk.compare(left, right), form)
        export.done = 1
        return export

    def _sources(
        self,
        left: str | None,
        right: str | None,
        form: ExportFormat,
        cancelled: Callable[[], bool],
        *,
        within: bool,
    ) -> Export:
        groups = self._desk.story_groups
        stories = groups.shared(left, right, cancelled)
        asked = stories if within else None
        contrast = self._desk.sources(left, right, cancelled=cancelled, within=asked)
        wording = groups.wording(stories, cancelled=cancelled) if within else None
        if cancelled():
            raise CancelledError
        export = Export(1 if contrast.preferences else 0)
        export.pieces = contrast_pieces(replace(contrast, stories=len(stories)), form, wording)
        export.done = export.total
        return export

    def _notes(
        self, subject: ReaderNotes, form: ExportFormat, cancelled: Callable[[], bool]
    ) -> Export:
        chosen = None if subject.articles is None else set(subject.articles)
        if subject.query is not None:
            answer = self._desk.search(f"({subject.query}) has:note", cancelled=cancelled)
            rows = every_row(answer.found, _AT_ONCE)
            chosen = {row.head.id for row in rows if row}
        holds = note_test(subject.words)
        notes = self._desk.marks.placed(
            note for note in self._desk.marks.store.notes(chosen) if holds(note)
        )
        export = Export(len(notes))
        export.pieces = note_pieces(self._by_article(notes, export, cancelled), form)
        return export

    def _by_article(
        self, notes: Iterable[PlacedNote], export: Export, cancelled: Callable[[], bool]
    ) -> Iterator[ArticleNotes]:
        """Yield the notes article by article; an article that can't be read is only named."""
        first: dict[str, int] = {}
        ordered = [(first.setdefault(one.note.path, len(first)), one) for one in notes]
        ordered.sort(key=lambda pair: pair[0])
        for _, group in groupby(ordered, key=lambda pair: pair[0]):
            if cancelled():
                raise CancelledError
            placed = [one for _, one in group]
            note = placed[0].note
            article = self._read(note.article, Export(0)) if note.article else None
            export.done += len(placed)
            yield ArticleNotes(note.path, article, tuple((one.note, one.places) for one in placed))

    def _set(
        self,
        export: Export,
        heading: str,
        fields: Document,
        articles: Iterator[Exported],
        form: ExportFormat,
    ) -> Export:
        export.pieces = set_pieces(ArticleSet(heading, fields, export.counted(articles)), form)
        return export

    def _whole(
        self, articles: Iterator[ArticleId], export: Export, cancelled: Callable[[], bool]
    ) -> Iterator[Exported]:
        """Yield articles as `Desk.understood` gives them, with their marks."""
        while batch := list(islice(articles, _AT_ONCE)):
            for article, marks in zip(batch, self._desk.marks.of(batch), strict=True):
                if cancelled():
                    raise CancelledError
                if (read := self._read(article, export)) is not None:
                    yield Exported(read, marks)

    def _read(self, article: ArticleId, export: Export) -> Article | None:
        try:
            return self._desk.understood(article)
        except (ArticleError, NoSuchArticleError) as error:
            export.failed.append(error)
            return None
