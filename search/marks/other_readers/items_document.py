"""What other programs keep of articles → a document of marks, for those that a library has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.marks.article_keys import keys_of
from search.marks.mark_text import tag_name
from search.marks.marks_document import FORMAT, VERSION
from search.marks.other_readers.address_form import address_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article
    from search.marks.document_fields import Document
    from search.marks.other_readers.saved_item import SavedItem

_LONGEST = 2_000
"""Characters of a title, by which an article that moved is looked for."""


def items_document(
    items: Iterable[SavedItem], articles: Iterable[Article]
) -> tuple[Document, int, int]:
    """Give the marks of the articles that items name, and how many items were found and not.

    An address that comes again counts once; what any of its items says holds. Nothing is ever
    marked as unread, or loses its star. Cost: linear in both; keys are made of articles found.
    """
    wanted: dict[str, list[SavedItem]] = {}
    for item in items:
        if form := address_form(item.address):
            wanted.setdefault(form, []).append(item)
    found: set[str] = set()
    entries: list[Document] = []
    for article in articles:
        form = address_form(article.url) if article.url else None
        if form not in wanted or form is None:
            continue
        found.add(form)
        said = [item for item in wanted[form] if item.read or item.starred or item.tags]
        if not said:
            continue
        keys = keys_of(article)
        names = (tag_name(tag) for item in said for tag in item.tags)
        entries.append(
            {
                "path": keys.path,
                "title": keys.title[:_LONGEST],
                "address": keys.address,
                "text": keys.text.hex(),
                "sketch": keys.sketch.hex(),
                "read": any(item.read for item in said),
                "starred": any(item.starred for item in said),
                "tags": list(dict.fromkeys(name for name in names if name)),
                "notes": [],
            }
        )
    document: Document = {"format": FORMAT, "version": VERSION, "articles": entries}
    return document, len(found), len(wanted) - len(found)
