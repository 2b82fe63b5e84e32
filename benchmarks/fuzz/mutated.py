"""Mutated articles through the whole way: read, indexed, searched, compared, laid out, exported.

    python benchmarks/fuzz/mutated.py [--inputs 50000] [--seed 1] [--seeds FOLDER ...]
        [--keep FOLDER] [--workers 2]

An input is an article with some of its bytes changed, cut, doubled, or replaced by signs that
formats live by; the articles that come with Diptych begin it, and the files of the folders named.
Each is read, lit by queries, laid out for the reader, set beside the article it was made of, and
exported in every form; a hundred at a time they are a library, which is indexed, searched and asked
for the uses of a word. What crashes, takes more than two seconds of processor, makes the process
grow by more than 500 MB, or lets a control character through, is kept in FOLDER with its seed, and
said. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from laws import harmless
from stored import edited

from search import Desk, Highlighter, SearchError, bundled, parse
from search.article import ArticleId
from search.compare import compare
from search.errors import ArticleError
from search.formats import read_article
from tui.cli.streams import write_json
from tui.cli.verbs.compare.comparison_document import comparison_document
from tui.cli.verbs.compare.comparison_markdown import comparison_markdown
from tui.cli.verbs.compare.comparison_text import print_comparison
from tui.cli.verbs.compare.web_page import web_page
from tui.render.article_page import Reading, lay_out, parts
from tui.render.panel import pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search import Article

_BATCH = 100
_SECONDS = 2.0
_GROWTH = 500 << 20
_QUERIES = ('guaido "armed forces"', "sanct* -maduro", "a~1 OR the", "title:us date:2019")
_PIECES = (
    b"---\n", b"title: ", b"date: 2019-13-45\n", b"http://ex\xe2\x84\x80mple.com ", b"![](", b"[a][",
    b"$3000 ", b"12% ", "“".encode(), "”".encode(), b"\x1b]52;c;AAAA\x07", b"\x00", b"\xff\xfe",
    "\u202e".encode(), "\u0301".encode() * 40, "字".encode() * 30, b"&#27;", b"<script>", b"```\n",
    b"| a | b |\n|--|--|\n", b"# ", b"> ", b"\r", b"\x0c", b"Mr. O'Neil-Smith said: ", b"{" * 50,
    b"&amp;" * 20, b"a: [b, {c: *d}]\n", b"!!python/object/apply:os.system [id]\n", b"1" * 5000,
)  # fmt: skip
_MARKUP = (
    b"<p>", b"</p>", b"<div>", b"</div>", b"<table><tr><td>", b"<li>", b"<blockquote>", b"<h1>", b"<!--", b"<script>",
    b"<", b'"', b"<font>", b"&#27;", b"&#xD800;", b'<meta name="author" content="', b'{"@type": "NewsArticle", "author": [',
    b"=\r\n", b"\r\n\r\n", b"Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n", b"bplist00", b"data:image/png;base64,",
)  # fmt: skip
_SUFFIXES = (".txt", ".md")
_WEB = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive")
"""A page keeps its suffix: as a text, HTML is only one more text."""


@dataclass
class Tally:
    """What a batch found: the faults, each in a line, and the dearest input."""

    inputs: int = 0
    refused: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def mutated(whole: bytes, chance: random.Random) -> bytes:
    """Change an article somehow."""
    data = whole
    pieces = (*_PIECES, *_MARKUP) if b"<html" in whole.lower() else _PIECES
    for _ in range(chance.randint(1, 4)):
        at, stop = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        match chance.randrange(5):
            case 0:
                data = edited(data, chance.randbytes(4 * chance.randint(1, 8)))
            case 1:
                data = data[:at] + chance.choice(pieces) * chance.randint(1, 40) + data[at:]
            case 2:
                data = data[:at] + data[stop:]
            case 3:
                data = data[:stop] + data[at:stop] * chance.randint(1, 3) + data[stop:]
            case _:
                data = data[:at] + chance.choice(pieces) + data[stop:]
    return data or b"\n"


def through(path: Path, other: Article) -> None:
    """Take one file the whole way; ArticleError where it can't be read, which is no fault."""
    article = read_article(path.read_bytes(), path.name, ArticleId("1" * 16))
    for text in _QUERIES:
        light = Highlighter(parse(text))
        spans = tuple(light.spans(block.text, "body") for block in article.blocks)
        reading = Reading(article, light.spans(article.title or "", "title"), spans)
        lay_out(parts(reading), 72)
    found = compare(article, other)
    pages(found)
    said = io.StringIO()
    with redirect_stdout(said):
        print_comparison(found)
        write_json(comparison_document(found, 0.0))
    said.write(comparison_markdown(found) + web_page(found))
    for line in said.getvalue().splitlines():
        harmless(line)


def as_library(folder: Path) -> None:
    """Index the files, search them, and ask for the uses of a word."""
    with tempfile.TemporaryDirectory() as cache:
        desk = Desk(folder, cache=Path(cache))
        try:
            desk.sync()
            for text in _QUERIES:
                answer = desk.search(text)
                for row in desk.rows(answer, range(min(answer.total, 10))).values():
                    harmless(row.head.label + row.excerpt.text)
            desk.concordance("military")
        finally:
            desk.close()


def costs(do: Callable[[], object]) -> tuple[float, str]:
    """Give the seconds of processor something took, and what was wrong with it, if anything."""
    memory, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    try:
        do()
    except Exception:  # noqa: BLE001 - whatever it is, it is a fault to be told
        return time.process_time() - begun, traceback.format_exc(limit=-3)
    took = time.process_time() - begun
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) << 10
    if grown > _GROWTH:
        return took, f"grew by {grown >> 20} MB"
    return took, ""


def batch(number: int, seed: int, begun_with: Sequence[Path], keep: Path) -> Tally:
    """Make a batch of inputs, and take each of them the whole way."""
    chance, tally = random.Random(f"{seed}.{number}"), Tally()  # noqa: S311 - a seed is the point
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for count in range(_BATCH):
            source = chance.choice(begun_with)
            other = read_article(source.read_bytes(), source.name, ArticleId("0" * 16))
            suffix = source.suffix if source.suffix in _WEB else chance.choice(_SUFFIXES)
            path = folder / f"{count}{suffix}"
            path.write_bytes(mutated(source.read_bytes(), chance))
            refused = False

            def take(path: Path = path, other: Article = other) -> None:
                nonlocal refused
                try:
                    through(path, other)
                except ArticleError:
                    refused = True

            took, fault = costs(take)
            tally.inputs += 1
            tally.refused += refused
            tally.slowest = max(tally.slowest, took)
            if fault or took > _SECONDS:
                (keep / f"{seed}-{number}-{path.name}").write_bytes(path.read_bytes())
                tally.faults.append(f"{seed}-{number}-{path.name}: {took:.1f} s {fault}")
        took, fault = costs(lambda: as_library(folder))
        if fault and SearchError.__name__ not in fault:
            tally.faults.append(f"{seed}-{number} as a library: {fault}")
    return tally


def main() -> int:
    """Run so many inputs; give 1 if any was a fault."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--inputs", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=Path, nargs="*", default=[])
    parser.add_argument("--keep", type=Path, default=Path("mutated-faults"))
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    folders = [bundled(), *options.seeds]
    sources = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    total = Tally()
    with ProcessPoolExecutor(options.workers, max_tasks_per_child=20) as pool:
        numbers = range(-(-options.inputs // _BATCH))
        jobs = [pool.submit(batch, n, options.seed, sources, options.keep) for n in numbers]
        for job in jobs:
            done = job.result()
            total.inputs += done.inputs
            total.refused += done.refused
            total.slowest = max(total.slowest, done.slowest)
            for fault in done.faults:
                total.faults.append(fault)
                print(fault, flush=True)
    print(
        f"{total.inputs:,} inputs, {total.refused:,} refused in one line, "
        f"the dearest {total.slowest:.2f} s of processor, {len(total.faults)} faults"
    )
    return 1 if total.faults else 0


if __name__ == "__main__":
    sys.exit(main())
