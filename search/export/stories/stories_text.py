"""Stories, one row each, as Markdown, as one HTML page, as CSV and as a JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import counted, day
from search.export.csv_text import csv_rows
from search.export.json_output import json_text
from search.export.markdown_text import plain, row
from search.export.web_text import PAGE_END, escaped, page_begin, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.stories import StoryHead

_HEAD = ("story", "first", "last", "articles", "unread", "sources", "ran it first")
_COLUMNS = "story title first last articles unread sources ran_first".split()


def stories_markdown(heading: str, stories: Sequence[StoryHead]) -> Iterator[str]:
    """Yield a table, in the order given; text is escaped."""
    yield f"# {plain(heading)}\n\n{_size(stories)}\n\n{row(*_HEAD)}\n"
    yield "|---|---|---|--:|--:|---|---|\n"
    for story in stories:
        yield row(*map(plain, _cells(story))) + "\n"


def stories_page(heading: str, stories: Sequence[StoryHead]) -> Iterator[str]:
    """Yield a whole page; all text from articles is escaped."""
    yield f'{page_begin(heading)}<main class="sheet">\n<h1 dir="auto">{escaped(heading)}</h1>\n'
    cells = ((f"<bdi>{escaped(cell)}</bdi>" for cell in _cells(story)) for story in stories)
    yield f"<p>{_size(stories)}</p>\n{table(_HEAD, cells)}\n</main>\n{PAGE_END}"


def stories_table(stories: Sequence[StoryHead]) -> Iterator[str]:
    """Yield a table with ids and ISO days; sources are parted by semicolons."""
    return csv_rows(
        _COLUMNS,
        (
            (
                story.id,
                story.title,
                story.first,
                story.last,
                story.articles,
                story.unread,
                "; ".join(story.sources),
                "; ".join(story.ran_first),
            )
            for story in stories
        ),
    )


def stories_json(query: str, stories: Sequence[StoryHead]) -> Iterator[str]:
    """Yield a document; days are ISO 8601, null where none is known."""
    rows = [
        {
            "id": story.id,
            "title": story.title,
            "first": story.first,
            "last": story.last,
            "articles": story.articles,
            "unread": story.unread,
            "sources": list(story.sources),
            "ran_first": list(story.ran_first),
        }
        for story in stories
    ]
    yield json_text({"query": query, "stories": rows}) + "\n"


def _size(stories: Sequence[StoryHead]) -> str:
    unread = sum(story.unread > 0 for story in stories)
    return f"{counted(len(stories), 'story', 'stories')}, {unread:,} with unread articles"


def _cells(story: StoryHead) -> tuple[str, ...]:
    return (
        story.title,
        day(story.first),
        day(story.last),
        f"{story.articles:,}",
        f"{story.unread:,}",
        ", ".join(story.sources),
        ", ".join(story.ran_first),
    )
