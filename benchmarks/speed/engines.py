"""The engines compared, behind one small interface. Runs on any Python that has the engine.

Each engine builds from batches of `[key, title, body, source, day]`, opens what it built, and
answers a question of a kind with the number of hits it returned; None for a kind it hasn't got.
Fifty hits are asked for. Only ours gives the exact total and the counts by source and by month
with every answer.
"""

import datetime
import os
import sqlite3
from pathlib import Path

HITS = 50


def _ordinal(day):
    return datetime.date.fromisoformat(day).toordinal()


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
    """Diptych's index."""

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

    def ask(self, kind, words):
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
        found.sources
        found.months
        return len(found.ids[:HITS])


class Fts5:
    """SQLite FTS5, porter over unicode61, external content."""

    def __init__(self, folder):
        self.path = Path(folder) / "fts5.db"
        self.base = None

    def begin(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.base = sqlite3.connect(self.path)
        self.base.executescript(
            "PRAGMA journal_mode=wal; PRAGMA synchronous=normal;"
            "CREATE TABLE facts (id INTEGER PRIMARY KEY, key, source, day INTEGER);"
            "CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize='porter unicode61');"
        )
        self.next = 1

    def again(self):
        self.base = sqlite3.connect(self.path)
        self.next = self.base.execute("SELECT max(id) + 1 FROM facts").fetchone()[0]

    def add(self, batch):
        for key, title, body, source, day in batch:
            self.base.execute(
                "INSERT INTO facts VALUES (?,?,?,?)", (self.next, key, source, _ordinal(day))
            )
            self.base.execute(
                "INSERT INTO words (rowid, title, body) VALUES (?,?,?)", (self.next, title, body)
            )
            self.next += 1

    def commit(self):
        self.base.commit()
        self.base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.base.close()

    def open(self):
        self.base = sqlite3.connect(self.path)
        self.base.execute("SELECT count(*) FROM facts WHERE id < 3").fetchone()

    def close(self):
        self.base.close()

    def ask(self, kind, words):
        order = "rank"
        if kind == "one edit away":
            return None
        if kind == "range of days":
            rows = self.base.execute(
                "SELECT key FROM facts WHERE day BETWEEN ? AND ? LIMIT ?",
                (_ordinal(words[0]), _ordinal(words[1]), HITS),
            )
            return len(rows.fetchall())
        if kind == "three words, OR":
            match = " OR ".join(words)
        elif kind == "phrase":
            match = '"' + " ".join(words) + '"'
        elif kind.startswith("prefix"):
            match = words[0] + "*"
        elif kind == "as typed":
            match = " ".join([*words[:-1], words[-1] + "*"])
        else:
            match = " ".join(words)
        if kind.startswith("newest"):
            rows = self.base.execute(
                "SELECT key FROM words JOIN facts ON id = words.rowid WHERE words MATCH ?"
                " ORDER BY day DESC LIMIT ?",
                (match, HITS),
            )
        else:
            rows = self.base.execute(
                f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY {order} LIMIT ?",
                (match, HITS),
            )
        return len(rows.fetchall())


class Tantivy:
    """Tantivy, one writing thread, English stems, nothing stored but keys."""

    def __init__(self, folder):
        import tantivy

        self.tantivy = tantivy
        self.folder = Path(folder) / "tantivy"
        build = tantivy.SchemaBuilder()
        build.add_text_field("key", stored=True, tokenizer_name="raw")
        build.add_text_field("title", tokenizer_name="en_stem")
        build.add_text_field("body", tokenizer_name="en_stem")
        build.add_text_field("source", tokenizer_name="raw", fast=True)
        build.add_integer_field("day", indexed=True, fast=True)
        self.schema = build.build()

    def begin(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.index = self.tantivy.Index(self.schema, path=str(self.folder))
        self.writer = self.index.writer(heap_size=256 << 20, num_threads=1)

    def again(self):
        self.index = self.tantivy.Index(self.schema, path=str(self.folder))
        self.writer = self.index.writer(heap_size=64 << 20, num_threads=1)

    def add(self, batch):
        for key, title, body, source, day in batch:
            self.writer.add_document(
                self.tantivy.Document(
                    key=key, title=title, body=body, source=source, day=_ordinal(day)
                )
            )

    def commit(self):
        self.writer.commit()
        self.writer.wait_merging_threads()

    def open(self):
        self.index = self.tantivy.Index.open(str(self.folder))
        self.searcher = self.index.searcher()

    def close(self):
        pass

    def _word(self, word):
        return self.index.parse_query(f"title:{word} OR body:{word}")

    def _regex(self, pattern):
        q, t = self.tantivy.Query, self.tantivy.Occur
        return q.boolean_query(
            [(t.Should, q.regex_query(self.schema, field, pattern)) for field in ("title", "body")]
        )

    def ask(self, kind, words):
        q, occur = self.tantivy.Query, self.tantivy.Occur
        more = {}
        if kind == "range of days":
            query = q.range_query(
                self.schema,
                "day",
                self.tantivy.FieldType.Integer,
                _ordinal(words[0]),
                _ordinal(words[1]),
            )
        elif kind == "three words, OR":
            query = q.boolean_query([(occur.Should, self._word(w)) for w in words])
        elif kind == "phrase":
            text = " ".join(words)
            query = self.index.parse_query(f'title:"{text}" OR body:"{text}"')
        elif kind.startswith("prefix"):
            query = self._regex(words[0] + ".*")
        elif kind == "one edit away":
            query = q.boolean_query(
                [
                    (occur.Should, q.fuzzy_term_query(self.schema, field, words[0], 1))
                    for field in ("title", "body")
                ]
            )
        elif kind == "as typed":
            parts = [(occur.Must, self._word(w)) for w in words[:-1]]
            query = q.boolean_query([*parts, (occur.Must, self._regex(words[-1] + ".*"))])
        else:
            query = q.boolean_query([(occur.Must, self._word(w)) for w in words])
            if kind.startswith("newest"):
                more = {"order_by_field": "day"}
        found = self.searcher.search(query, HITS, **more)
        return len([self.searcher.doc(address)["key"] for _, address in found.hits])


class Stock:
    """Stock Whoosh over the same words."""

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
                key=key, title=title, body=body, source=source, day=_ordinal(day)
            )

    def commit(self):
        self.writer.commit()

    def open(self):
        from whoosh.index import open_dir

        self.searcher = open_dir(str(self.folder)).searcher()

    def close(self):
        self.searcher.close()

    def ask(self, kind, words):
        from whoosh import query as q
        from whoosh.lang.porter import stem

        def either(make):
            return q.Or([make("title"), make("body")])

        if kind == "range of days":
            query = q.NumericRange("day", *map(_ordinal, words))
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
        return len(self.searcher.search(query, limit=HITS, **more))


class Xapian:
    """Xapian with English stems."""

    def __init__(self, folder):
        import xapian

        self.xapian = xapian
        self.folder = Path(folder) / "xapian"

    def begin(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self._writable(self.xapian.DB_CREATE_OR_OVERWRITE)

    def again(self):
        self._writable(self.xapian.DB_OPEN)

    def _writable(self, how):
        self.base = self.xapian.WritableDatabase(str(self.folder), how)
        self.terms = self.xapian.TermGenerator()
        self.terms.set_stemmer(self.xapian.Stem("en"))

    def add(self, batch):
        for key, title, body, source, day in batch:
            doc = self.xapian.Document()
            self.terms.set_document(doc)
            self.terms.index_text(title, 2, "S")
            self.terms.index_text(title)
            self.terms.increase_termpos()
            self.terms.index_text(body)
            doc.set_data(key)
            doc.add_value(0, source)
            doc.add_value(1, self.xapian.sortable_serialise(_ordinal(day)))
            self.base.add_document(doc)

    def commit(self):
        self.base.commit()
        self.base.close()

    def open(self):
        self.base = self.xapian.Database(str(self.folder))
        self.parser = self.xapian.QueryParser()
        self.parser.set_stemmer(self.xapian.Stem("en"))
        self.parser.set_stemming_strategy(self.parser.STEM_SOME)
        self.parser.set_database(self.base)
        self.parser.set_default_op(self.xapian.Query.OP_AND)

    def close(self):
        self.base.close()

    def ask(self, kind, words):
        x = self.xapian
        flags = x.QueryParser.FLAG_DEFAULT | x.QueryParser.FLAG_WILDCARD
        text = " ".join(words)
        enquire = x.Enquire(self.base)
        if kind == "one edit away":
            return None
        if kind == "range of days":
            low, high = (x.sortable_serialise(_ordinal(day)) for day in words)
            query = x.Query(x.Query.OP_VALUE_RANGE, 1, low, high)
        else:
            if kind == "three words, OR":
                text = " OR ".join(words)
            elif kind == "phrase":
                text = f'"{text}"'
            elif kind.startswith("prefix"):
                text += "*"
            elif kind == "as typed":
                flags |= x.QueryParser.FLAG_PARTIAL
            query = self.parser.parse_query(text, flags)
        enquire.set_query(query)
        if kind.startswith("newest"):
            newest_first = True
            enquire.set_sort_by_value(1, newest_first)
        return len([match.document.get_data() for match in enquire.get_mset(0, HITS)])


ENGINES = {
    "diptych": Arrays,
    "stock Whoosh": Stock,
    "SQLite FTS5": Fts5,
    "Tantivy": Tantivy,
    "Xapian": Xapian,
}


def size(folder):
    """Count the bytes of everything in a folder."""
    return sum(
        os.path.getsize(os.path.join(where, name))
        for where, _, names in os.walk(folder)
        for name in names
    )
