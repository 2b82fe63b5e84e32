"""SQLite FTS5."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from speed.engines.asked import ANSWERS, HITS, month, ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speed.engines.asked import Answer, Made


class Fts5:
    """SQLite FTS5, porter over unicode61, contentless.

    A total takes a second statement, and so do the counts, which add up to it: counting hits and
    giving them in one, by a window function, costs more.
    """

    answers = ANSWERS
    options = ""
    base: sqlite3.Connection
    next: int

    def __init__(self, folder: str) -> None:
        self.path = Path(folder) / "fts5.db"

    def begin(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.base = sqlite3.connect(self.path)
        self.base.executescript(
            "PRAGMA journal_mode=wal; PRAGMA synchronous=normal;"
            "CREATE TABLE facts (id INTEGER PRIMARY KEY, key, source, day INTEGER, month INTEGER);"
            "CREATE INDEX days ON facts (day, source, month);"
            "CREATE VIRTUAL TABLE words USING fts5("
            f"title, body, content='', tokenize='porter unicode61'{self.options});"
        )
        self.next = 1

    def again(self) -> None:
        self.base = sqlite3.connect(self.path)
        self.next = self.base.execute("SELECT max(id) + 1 FROM facts").fetchone()[0]

    def add(self, batch: Sequence[Made]) -> None:
        for key, title, body, source, day in batch:
            self.base.execute(
                "INSERT INTO facts VALUES (?,?,?,?,?)",
                (self.next, key, source, ordinal(day), month(day)),
            )
            self.base.execute(
                "INSERT INTO words (rowid, title, body) VALUES (?,?,?)", (self.next, title, body)
            )
            self.next += 1

    def commit(self) -> None:
        self.base.commit()
        self.base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.base.close()

    def open(self) -> None:
        self.base = sqlite3.connect(self.path)
        self.base.execute("PRAGMA mmap_size=4000000000").fetchall()
        self.base.execute("PRAGMA cache_size=-65536")
        self.base.execute("SELECT count(*) FROM facts WHERE id < 3").fetchone()

    def close(self) -> None:
        self.base.close()

    def ask(self, kind: str, words: list[str], holds: str) -> Answer | None:
        if kind == "one edit away":
            return None
        if kind == "range of days":
            means = "FROM facts WHERE day BETWEEN ? AND ?"
            asked: tuple[object, ...] = tuple(map(ordinal, words))
            hits, counted = f"SELECT id {means}", means
        else:
            means, asked = "FROM words WHERE words MATCH ?", (_match(kind, words),)
            counted = "FROM words JOIN facts ON id = words.rowid WHERE words MATCH ?"
            hits = f"SELECT rowid {means} ORDER BY rank"
            if kind.startswith("newest"):
                hits = f"SELECT id {counted} ORDER BY day DESC"
        found = len(self.base.execute(f"{hits} LIMIT {HITS}", asked).fetchall())
        if holds == "hits":
            return found, None, None, None
        if holds == "total":
            ((total,),) = self.base.execute(f"SELECT count(*) {means}", asked)
            return found, total, None, None
        sources: Counter[str] = Counter()
        months: Counter[int] = Counter()
        grouped = f"SELECT source, month, count(*) {counted} GROUP BY source, month"
        for source, in_month, count in self.base.execute(grouped, asked):
            sources[source] += count
            months[in_month] += count
        return found, sum(months.values()), list(sources.items()), list(months.items())


class Fts5Prefixes(Fts5):
    """The same with its own indexes of beginnings of one to three letters."""

    options = ", prefix='1 2 3'"


def _match(kind: str, words: list[str]) -> str:
    """Write a question in its language."""
    if kind == "three words, OR":
        return " OR ".join(words)
    if kind == "phrase":
        return '"' + " ".join(words) + '"'
    if kind.startswith("prefix"):
        return words[0] + "*"
    if kind == "as typed":
        return " ".join([*words[:-1], words[-1] + "*"])
    return " ".join(words)
