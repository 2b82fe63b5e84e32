"""Diptych's own index."""

import datetime
from pathlib import Path

from speed.engines.asked import ANSWERS, HITS


def fields_of(made):
    """Give an article's fields as our index has them."""
    from search.engine.whoosh.schema import Facts, month

    key, title, body, source, day = made
    date = datetime.date.fromisoformat(day)
    return {
        "id": key,
        "facts": Facts(key, f"{key}.txt", title, source, day).dump(),
        "number": int(key.removeprefix("new"), 16),
        "day": date.toordinal(),
        "month": month(date),
        "outlet": source,
        "title_exact": title,
        "body_exact": body,
        "source": source,
    }


class Arrays:
    """Diptych's index. The exact total comes with any answer."""

    answers = ANSWERS

    def __init__(self, folder):
        from search.engine.whoosh.codec.place import create_index, open_index

        self.folder = Path(folder) / "arrays"
        self.create, self.open_index = create_index, open_index
        self.reader = None

    def begin(self):
        from search.engine.whoosh.codec.writer import ArrayWriter
        from search.engine.whoosh.schema import schema

        self.folder.mkdir(parents=True, exist_ok=True)
        self.writer = ArrayWriter(self.create(self.folder, schema()))

    def again(self):
        from search.engine.whoosh.codec.writer import ArrayWriter

        self.writer = ArrayWriter(self.open_index(self.folder))

    def add(self, batch):
        for one in batch:
            self.writer.add_document(**fields_of(one))

    def commit(self):
        self.writer.commit()

    def open(self):
        from search.engine.whoosh.codec.searcher import ArraySearcher
        from search.engine.whoosh.found import Found
        from search.engine.whoosh.translate import translate
        from search.query import parse

        self.found, self.translate, self.parse = Found, translate, parse
        self.searcher = ArraySearcher.of(self.open_index(self.folder))
        self.searcher.views

    def close(self):
        self.searcher.close()

    def forget(self):
        self.searcher.views.forget()

    def ask(self, kind, words, holds):
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
        found = self.found(self.searcher.views, self.searcher.hits(self.translate(root)), sort)
        sources, months = (found.sources, found.months) if holds == "counts" else (None, None)
        return len(found.ids[:HITS]), found.total, sources, months
