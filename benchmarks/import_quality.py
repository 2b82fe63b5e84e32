"""How well raw pages are understood, against pages whose parts are known.

    python benchmarks/import_quality.py PAGES.jsonl [--sites 0|1] [--faults]

PAGES.jsonl has one page a line: raw_text, gold_title, gold_date, gold_authors (names joined by
commas), gold_text, and site or url. Only raw_text is shown to the reader. `--sites` keeps one
half of the sites, so that what is tuned on one half is measured on the other.

    python benchmarks/import_quality.py PAGES.jsonl --html FOLDER [--faults]
    python benchmarks/import_quality.py FOLDER [--faults]

measure web pages: those of PAGES.jsonl whose HTML lies in FOLDER by their id, or a folder of cases as
Mozilla's Readability has them; beside plain trafilatura. See `html_pages`.

`shingles` is the measure of the public benchmark of article extraction (Scrapinghub, 2020): of
runs of four words, precision and recall of each page, their means, and the F1 of these, with its interval by bootstrap.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from html_pages import f1_of_pages, faults, judge, known_pages, ours

from search import ArticleError, ArticleId
from search.formats import read_article
from search.page.outlet_names import outlet_of_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search import Article

_NEAR = 0.8
_SAID = 0.8
_LEAST_WORDS = 5


@dataclass
class Tally:
    """Right, given and expected: from which precision and recall follow."""

    right: float = 0
    given: float = 0
    expected: float = 0

    def add(self, right: float, given: float, expected: float) -> None:
        """Add one page's counts."""
        self.right += right
        self.given += given
        self.expected += expected

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 1.0
        recall = self.right / self.expected if self.expected else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        counts = f"({self.right:g} right, {self.given:g} given, {self.expected:g} expected)"
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  {counts}"


@dataclass
class Figures:
    """All that is measured, and the pages that did worst."""

    pages: int = 0
    title_exact: int = 0
    title_near: int = 0
    date: Tally = field(default_factory=Tally)
    authors: Tally = field(default_factory=Tally)
    source: Tally = field(default_factory=Tally)
    words: Tally = field(default_factory=Tally)
    blocks: Tally = field(default_factory=Tally)
    page_f1: list[float] = field(default_factory=list)
    shingles: list[tuple[float, float]] = field(default_factory=list)
    faults: list[tuple[float, str]] = field(default_factory=list)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold().replace("’", "'"))


def _f1(left: Iterable[str], right: Iterable[str]) -> tuple[float, int, int, int]:
    a, b = Counter(left), Counter(right)
    both, n, m = (a & b).total(), a.total(), b.total()
    return (2 * both / (n + m) if n + m else 1.0), both, n, m


def _names(joined: str) -> set[str]:
    parts = re.split(r"[,;|&]| and ", joined)
    return {" ".join(_words(part)) for part in parts if _words(part)}


def _grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}


def _said(text: str, gold: set[tuple[str, ...]]) -> bool | None:
    """Tell whether the gold text has a line; None for lines too short to tell."""
    words = _words(text)
    if len(words) < _LEAST_WORDS:
        return None
    grams = _grams(words)
    return len(grams & gold) >= _SAID * len(grams)


def _shingles(told: str, gold: str) -> tuple[float, float]:
    """Give precision and recall of the runs of four words, each as often as it stands there."""
    given, wanted = (
        Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))
        for words in (re.findall(r"\w+", text) for text in (told, gold))
    )
    both = (given & wanted).total()
    return both / given.total(), both / wanted.total()


def measure(page: dict[str, str], article: Article, figures: Figures) -> None:
    """Add one page to the figures."""
    figures.pages += 1
    name = f"{page.get('site', '')} {page['gold_title'][:60]}"
    near = _f1(_words(article.title or ""), _words(page["gold_title"]))[0]
    figures.title_near += near >= _NEAR
    figures.title_exact += _words(article.title or "") == _words(page["gold_title"])
    if near < _NEAR:
        figures.faults.append((0, f"title    {name} -> {article.title}"))

    given, gold = (article.published or "")[:10], page["gold_date"] or ""
    figures.date.add(given == gold != "", bool(given), bool(gold))
    if given != gold:
        where = article.evidence.get("published", "")
        figures.faults.append((0, f"date     {name}: {gold} -> {given} {where}"))

    names = {" ".join(_words(author)) for author in article.authors}
    wanted = _names(page["gold_authors"] or "")
    figures.authors.add(len(names & wanted), len(names), len(wanted))
    if names != wanted:
        figures.faults.append((0, f"authors  {name}: {wanted} -> {names}"))

    outlet = outlet_of_address(page.get("url") or page.get("site", ""))
    right = article.source == outlet and outlet is not None
    figures.source.add(right, article.source is not None, outlet is not None)
    if article.source != outlet:
        where = article.evidence.get("source", "")
        figures.faults.append((0, f"source   {name}: {outlet} -> {article.source} {where}"))

    told = [block.text for _, block in article.story]
    f1, both, n, m = _f1(_words(" ".join(told)), _words(page["gold_text"]))
    figures.words.add(both, n, m)
    figures.page_f1.append(f1)
    figures.shingles.append(_shingles("\n".join(told), page["gold_text"]))
    figures.faults.append((f1, f"words    {name}: F1 {f1:.2f}, {n} given, {m} expected"))

    grams = _grams(_words(page["gold_text"]))
    for block in article.blocks:
        said = _said(block.text, grams)
        if said is None:
            continue
        kept = block.kind != "boilerplate"
        figures.blocks.add(said and kept, kept, said)
        if said != kept:
            verb = "lost" if said else "kept"
            figures.faults.append((0.5, f"{verb}     {name}: {block.kind}: {block.text[:150]}"))


def main() -> int:
    """Print the figures; return 2 if the file can't be used."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("pages", type=Path, metavar="PAGES.jsonl")
    parser.add_argument("--sites", type=int, choices=(0, 1), help="only one half of the sites")
    parser.add_argument("--faults", action="store_true", help="print what went wrong, page by page")
    parser.add_argument("--html", type=Path, help="the folder of the pages' HTML")
    asked = parser.parse_args()
    if asked.html or asked.pages.is_dir():
        return _web_pages(asked.pages, asked.html, say_faults=asked.faults)
    figures, seconds = Figures(), 0.0
    with asked.pages.open(encoding="utf-8") as rows:
        for row in rows:
            page = json.loads(row)
            if asked.sites is not None and zlib.crc32(page["site"].encode()) % 2 != asked.sites:
                continue
            begin = time.process_time()
            try:
                article = read_article(page["raw_text"].encode(), "page.txt", ArticleId("0" * 16))
            except ArticleError as error:
                print(f"refused  {error}", file=sys.stderr)
                continue
            seconds += time.process_time() - begin
            measure(page, article, figures)
    if not figures.pages:
        print("no pages there", file=sys.stderr)
        return 2
    if asked.faults:
        for _, fault in sorted(figures.faults, key=lambda f: (f[1][:5], f[0])):
            print(fault)
    print(f"pages    {figures.pages}, {1000 * seconds / figures.pages:.1f} ms each")
    print(
        f"title    exact {figures.title_exact / figures.pages:.3f}  near {figures.title_near / figures.pages:.3f}"
    )
    for label in ("date", "authors", "source", "words", "blocks"):
        print(f"{label:8} {getattr(figures, label)}")
    print(f"words    mean F1 of pages {sum(figures.page_f1) / figures.pages:.3f}")
    print(f"shingles {f1_of_pages(figures.shingles)}")
    return 0


def _web_pages(place: Path, html: Path | None, *, say_faults: bool) -> int:
    """Print the figures of web pages; return 2 if there are none."""
    pages = list(known_pages(place, html))
    if not pages:
        print("no pages there", file=sys.stderr)
        return 2
    if say_faults:
        for page in pages:
            for fault in faults(page, ours(page)):
                print(fault)
    print(f"pages        {len(pages)}")
    for name, score in judge(pages).items():
        print(f"{name:12} {score}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
