"""Stock Whoosh over the same words."""

from pathlib import Path

from speed.engines.asked import HITS, ordinal


class Stock:
    """Stock Whoosh, its hits without a total or with one."""

    answers = ("hits", "total")

    def __init__(self, folder):
        self.folder = Path(folder) / "stock"

    def begin(self):
        from whoosh.analysis import StemmingAnalyzer
        from whoosh.fields import ID, NUMERIC, TEXT, Schema
        from whoosh.index import create_in

        self.folder.mkdir(parents=True, exist_ok=True)
        text = StemmingAnalyzer(stoplist=None, minsize=1)
        made = Schema(
            key=ID(stored=True),
            title=TEXT(analyzer=text),
            body=TEXT(analyzer=text),
            source=ID(sortable=True),
            day=NUMERIC(sortable=True),
        )
        self.writer = create_in(str(self.folder), made).writer(limitmb=256)

    def again(self):
        from whoosh.index import open_dir

        self.writer = open_dir(str(self.folder)).writer()

    def add(self, batch):
        for key, title, body, source, day in batch:
            self.writer.add_document(
                key=key, title=title, body=body, source=source, day=ordinal(day)
            )

    def commit(self):
        self.writer.commit()

    def open(self):
        from whoosh.index import open_dir

        self.searcher = open_dir(str(self.folder)).searcher()

    def close(self):
        self.searcher.close()

    def ask(self, kind, words, holds):
        from whoosh import query as q
        from whoosh.lang.porter import stem

        def either(make):
            return q.Or([make("title"), make("body")])

        if kind == "range of days":
            query = q.NumericRange("day", *map(ordinal, words))
        elif kind == "phrase":
            query = either(lambda field: q.Phrase(field, [stem(w) for w in words]))
        elif kind.startswith("prefix"):
            query = either(lambda field: q.Prefix(field, words[0]))
        elif kind == "one edit away":
            query = either(lambda field: q.FuzzyTerm(field, words[0]))
        elif kind == "as typed":
            parts = [either(lambda field, w=w: q.Term(field, stem(w))) for w in words[:-1]]
            query = q.And([*parts, either(lambda field: q.Prefix(field, words[-1]))])
        else:
            parts = [either(lambda field, w=w: q.Term(field, stem(w))) for w in words]
            query = (q.Or if kind == "three words, OR" else q.And)(parts)
        more = {"sortedby": "day", "reverse": True} if kind.startswith("newest") else {}
        found = self.searcher.search(query, limit=HITS, **more)
        return found.scored_length(), len(found) if holds == "total" else None, None, None
