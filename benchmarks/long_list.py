"""A list of millions of rows in an index that others built: how long its rows take, wherever they are.

    PYTHONPATH=. DIPTYCH_TEST_HEAP=2g python tests/support/archive_cluster.py .venv/bin/python benchmarks/long_list.py \
        [--rows 1000000] [--index NAME]

Takes the OpenSearch that DIPTYCH_TEST_ARCHIVE names; `archive_cluster.py` starts one. It fills an index
shaped like Media Cloud's with short made-up rows, one in 200 without a day, unless --index names one that
is there. In each order it reads the first rows, a page after them, the last page, and a page at each of
some places between, from a list of which nothing is known yet; then a page after each of these. Then it
forgets all points in time, reads the same page again, and says whether it is the same. Beside the time
by the clock stands the server's processor time, which counts where others use the machine. Last it reads 500
pages one after another, and prints the memory of this process before and after.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from search.archive_address import archive_address
from search.archive_options import ArchiveOptions
from search.engine import engine_choice
from search.errors import SearchError
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from urllib.parse import SplitResult

    from search.engine import Engine, Found, Sort

T = TypeVar("T")
_AT_ONCE = 8_000
_PAGE = 40
_PLACES = (0.001, 0.02, 0.25, 0.5, 0.75, 0.98)
"""Shares of a list at which a page is read."""
_PAGES = 500
_KEYWORD = {"type": "keyword"}
_FIELDS = {
    "article_title": {"type": "text"},
    "text_content": {"type": "text"},
    "canonical_domain": _KEYWORD,
    "language": _KEYWORD,
    "publication_date": {"type": "date"},
    "url": _KEYWORD,
}


def main() -> None:
    """Fill an index unless one is named, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--index")
    parser.add_argument("--query", default="")
    parser.add_argument("--sorts", nargs="+", default=["newest", "oldest", "source"])
    asked = parser.parse_args()
    url = os.environ.get("DIPTYCH_TEST_ARCHIVE")
    if not url:
        sys.exit("benchmarks/long_list.py: set DIPTYCH_TEST_ARCHIVE, or see what it says of itself")
    node = urlsplit(url)
    index = asked.index or f"long-list-{os.getpid()}"
    if not asked.index:
        _fill(node, index, asked.rows)
    address = archive_address(f"opensearch://{node.netloc}/{index}")
    engine = engine_choice.open_any_archive(address, ArchiveOptions(count_to=2**31 - 1), print)
    for sort in asked.sorts:
        _measure(engine, node, sort, asked.query)
    _scroll(engine, asked.query)
    engine.close()
    if not asked.index:
        _ask(node, "DELETE", f"/{index}")


def _measure(engine: Engine, node: SplitResult, sort: Sort, query: str) -> None:
    def search() -> Found:
        return engine.read(lambda snapshot: snapshot.search(parse(query).root, sort))

    for said in ("first rows, asked the first time", "first rows again"):
        found = _timed(f"{sort}: {said}", search)
    total = found.total.count
    print(f"{sort}: {'' if found.total.exact else 'at least '}{total:,} rows")
    places = [_PAGE, *(int(total * share) for share in _PLACES), total - 2 * _PAGE]
    for at in places:
        fresh = search()
        if not _ids(fresh, at, f"{sort}: rows from {at:,}"):
            continue
        before = _ids(fresh, at + _PAGE, f"{sort}: the page after that")
        _ask(node, "DELETE", "/_search/point_in_time/_all")
        after = _ids(fresh, at + _PAGE, f"{sort}: the same in a new view")
        print(f"{sort}: {'the same rows' if after == before else 'OTHER ROWS'}")


def _ids(found: Found, start: int, said: str) -> list[str]:
    try:
        rows = _timed(said, lambda: found.rows(start, start + _PAGE))
    except SearchError as error:
        print(f"{said}: {error}")
        return []
    return [row.head.id for row in rows if row]


def _scroll(engine: Engine, query: str) -> None:
    """Read pages one after another."""
    found = engine.read(lambda snapshot: snapshot.search(parse(query).root, "newest"))
    print(f"memory before {_PAGES} pages: {_memory()} MB")
    begun = time.perf_counter()
    slowest = 0.0
    for page in range(_PAGES):
        one = time.perf_counter()
        found.rows(page * _PAGE, (page + 1) * _PAGE)
        slowest = max(slowest, time.perf_counter() - one)
    took = (time.perf_counter() - begun) / _PAGES * 1e3
    print(f"after: {_memory()} MB; {took:.0f} ms a page, the slowest {slowest * 1e3:.0f} ms")


def _timed(said: str, do: Callable[[], T]) -> T:
    begun, before = time.perf_counter(), _server_time()
    given = do()
    took, there = time.perf_counter() - begun, _server_time() - before
    print(f"{said}: {took * 1e3:.0f} ms by the clock, {there * 1e3:.0f} ms there", flush=True)
    return given


def _server_time() -> float:
    """Give the seconds of processor time that the server took; 0 where it isn't a process here."""
    number = os.environ.get("DIPTYCH_TEST_ARCHIVE_PROCESS")
    if not number:
        return 0.0
    told = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _memory() -> int:
    told = Path("/proc/self/statm").read_text("utf-8").split()
    return int(told[1]) * os.sysconf("SC_PAGE_SIZE") >> 20


# Filling


def _fill(node: SplitResult, index: str, rows: int) -> None:
    settings = {"number_of_shards": 2, "number_of_replicas": 0, "refresh_interval": "-1"}
    body = {"settings": settings, "mappings": {"properties": _FIELDS}}
    _ask(node, "PUT", f"/{index}", json.dumps(body))
    rng = random.Random(5)  # noqa: S311 - a seed is the point
    words = [
        "".join(rng.choices("abcdefghiklmnoprstuvw", k=rng.randint(3, 9))) for _ in range(5000)
    ]
    begun = time.perf_counter()
    for start in range(0, rows, _AT_ONCE):
        count = min(_AT_ONCE, rows - start)
        lines = [_row(rng, words, start + number) for number in range(count)]
        _ask(node, "POST", f"/{index}/_bulk?filter_path=errors", "".join(lines))
    _ask(node, "POST", f"/{index}/_refresh")
    print(f"filled {rows:,} rows in {time.perf_counter() - begun:.0f} s")


def _row(rng: random.Random, words: list[str], number: int) -> str:
    source = f"outlet{int(rng.random() ** 3 * 400)}.example"
    story = {
        "article_title": " ".join(rng.choices(words, k=4)),
        "text_content": " ".join(rng.choices(words, k=4)),
        "canonical_domain": source,
        "language": "en",
        "url": f"https://{source}/{number}",
    }
    if number % 200:
        days = int(rng.random() ** 0.5 * 5_000)
        story["publication_date"] = (date(2012, 1, 1) + timedelta(days)).isoformat()
    return f'{{"index":{{}}}}\n{json.dumps(story)}\n'


def _ask(node: SplitResult, method: str, path: str, body: str | None = None) -> None:
    asked = HTTPConnection(node.hostname or "", node.port, timeout=600)
    kind = "application/x-ndjson" if "_bulk" in path else "application/json"
    asked.request(method, path, body, {"content-type": kind})
    answer = asked.getresponse()
    said = answer.read()
    asked.close()
    if answer.status >= 300:
        sys.exit(f"benchmarks/long_list.py: {method} {path}: {said[:300].decode()}")


if __name__ == "__main__":
    main()
