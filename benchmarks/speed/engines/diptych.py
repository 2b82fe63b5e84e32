"""Diptych's own index."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speed.engines.asked import ANSWERS, HITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speed.engines.asked import Answer, Made


_MENU = "\n".join(f"menu{number} section{number % 7} more" for number in range(40))
_TEASERS = 800
"""Characters of what a page says of other stories, besides the same menu on each."""


def fields_of(made: Made) -> dict[str, Any]:
    """Give an article's fields as our index has them."""
    from search.article import ArticleId, Head
    from search.engine.whoosh.schema import dump_head, month

    key, title, body, source, day = made
    date = datetime.date.fromisoformat(day)
    return {
        "id": key,
        "facts": dump_head(Head(ArticleId(key), f"{key}.txt", title, source, day)),
        "number": int(key.removeprefix("new"), 16),
        "day": date.toordinal(),
        "month": month(date),
        "outlet": source,
        "title_exact": title,
        "body_exact": body,
        "folded_exact": f"{_MENU}\n{body[:_TEASERS]}",
        "source": source,
    }


class Arrays:
    """Diptych's index. The exact total comes with any answer."""

    answers = ANSWERS

    def __init__(self, folder: str) -> None:
        from search.engine.whoosh.codec.array_index import create_index, open_index

        self.folder = Path(folder) / "arrays"
        self.create, self.open_index = create_index, open_index  # of any checkout
        self.opened_with = open_index.__code__.co_argcount - 1
        self.reader = None

    def begin(self) -> None:
        from search.engine.whoosh.schema import schema
        from search.engine.whoosh.writing.array_writer import ArrayWriter

        self.folder.mkdir(parents=True, exist_ok=True)
        self.writer = ArrayWriter(self.create(self.folder, schema()))

    def again(self) -> None:
        from search.engine.whoosh.writing.array_writer import ArrayWriter

        self.writer = ArrayWriter(self.opened())

    def opened(self) -> Any:
        from search.engine.whoosh.schema import schema

        return self.open_index(self.folder, *[schema()] * self.opened_with)

    def add(self, batch: Sequence[Made]) -> None:
        for one in batch:
            self.writer.add_document(**fields_of(one))

    def commit(self) -> None:
        self.writer.commit()

    def open(self) -> None:
        from search.engine.whoosh.codec.searcher import ArraySearcher
        from search.engine.whoosh.matches import Matches
        from search.engine.whoosh.translate import translate
        from search.query import parse

        self.matches: Any = Matches  # of any checkout, an older one too
        self.translate, self.parse = translate, parse
        self.searcher = ArraySearcher.of(self.opened())
        self.searcher.views

    def close(self) -> None:
        self.searcher.close()

    def forget(self) -> None:
        self.searcher.views.forget()

    def ask(self, kind: str, words: list[str], holds: str) -> Answer | None:
        text, sort, typing = " ".join(words), "relevance", False
        if kind == "three words, OR":
            text = " OR ".join(words)
        elif kind == "phrase":
            text = f'"{text}"'
        elif kind.startswith("prefix"):
            text += "*"
        elif kind == "one edit away":
            text += "~"
        elif kind == "range of days":
            text = f"date:{words[0]}..{words[1]}"
        elif kind.startswith("newest"):
            sort = "newest"
        elif kind == "as typed":
            typing = True
        root = self.parse(text, typing=typing).root
        hits = self.searcher.hits(self.translate(root))
        found = self.matches(root, self.searcher.views, hits, sort, None)
        facets = ("source", "month") if holds == "counts" else ()
        sources, months = (*map(found.counts, facets), None, None)[:2]
        return len(found.ids(0, HITS)), found.total.count, sources, months
