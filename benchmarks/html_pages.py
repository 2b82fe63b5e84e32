"""Web pages whose parts are known, how well each is understood, and how well trafilatura does alone.

The text is judged as the public article-extraction benchmark does: by shingles of four words, the
mean of the pages' precisions and recalls. A field is right, wrong, or invented where the page's
own text and tags hold nothing like it.

Source: https://github.com/scrapinghub/article-extraction-benchmark
"""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from search import ArticleError, ArticleId
from search.formats import read_article
from search.formats.web import read_html_fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SHINGLE = 4
_SAMPLES = 2000


class Known(NamedTuple):
    """A page and what is known of it; a field is empty where nothing is."""

    name: str
    html: bytes
    title: str
    day: str
    authors: frozenset[str]
    text: str


class Understood(NamedTuple):
    """What a reader makes of a page."""

    title: str
    day: str
    authors: frozenset[str]
    text: str


@dataclass
class Score:
    """What one reader did on all pages."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def __str__(self) -> str:
        """Say it in a line."""
        count = len(self.precision)
        said = [f"text {f1_of_pages(list(zip(self.precision, self.recall, strict=True)))}"]
        said += [
            f"{name} right {self.right[name]} of {self.known[name]}, given {self.given[name]}, "
            f"invented {self.invented[name]}"
            for name in ("title", "day", "authors")
        ]
        return f"{'; '.join(said)}; {1000 * self.seconds / count:.0f} ms each"


def known_pages(place: Path, html: Path | None) -> Iterator[Known]:
    """Yield the pages of a file of JSON Lines, or of a folder as Mozilla's Readability has them.

    Of the former those are given whose HTML lies in `html` by their id.
    """
    if place.is_dir():
        yield from map(_of_readability, sorted(place.iterdir()))
        return
    with place.open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            file = (html or place.parent) / f"{row['id']}.html"
            if file.exists():
                yield Known(
                    row["id"],
                    file.read_bytes(),
                    row["gold_title"] or "",
                    row["gold_date"] or "",
                    _names(row["gold_authors"] or ""),
                    row["gold_text"],
                )


def _of_readability(folder: Path) -> Known:
    about = json.loads((folder / "expected-metadata.json").read_text("utf-8"))
    text = (folder / "expected.html").read_text("utf-8")
    return Known(
        folder.name,
        (folder / "source.html").read_bytes(),
        about["title"] or "",
        (about.get("publishedTime") or "")[:10],
        _names(about.get("byline") or ""),
        "\n".join(block.text for block in read_html_fragment(text)),
    )


def _names(joined: str) -> frozenset[str]:
    bare = re.sub(r"\([^)]*\)|\bby\b|\d{4}.*", " ", joined, flags=re.IGNORECASE)
    parts = re.split(r"[,;|&\n]| and ", bare)
    return frozenset(" ".join(_words(part)) for part in parts if _words(part))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("’", "'"))


def ours(page: Known) -> Understood:
    """Read a page as a library does."""
    try:
        article = read_article(page.html, f"{page.name}.html", ArticleId("0" * 16))
    except ArticleError:
        return Understood("", "", frozenset(), "")
    return Understood(
        article.title or "",
        (article.published or "")[:10],
        frozenset(" ".join(_words(name)) for name in article.authors),
        "\n".join(block.text for _, block in article.story),
    )


def plain_trafilatura(page: Known) -> Understood:
    """Read a page by trafilatura alone, as it is set when nothing is said."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - so that the other runs without it

    found = bare_extraction(page.html, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Understood("", "", frozenset(), "")
    return Understood(
        found.title or "", (found.date or "")[:10], _names(found.author or ""), found.text or ""
    )


def f1_of_pages(scores: Sequence[tuple[float, float]]) -> str:
    """Say the F1 of pages' precision and recall, with its 95 % interval by bootstrap over pages."""
    some = random.Random(1)  # noqa: S311 - a sample, no secret
    drawn = sorted(_f1(some.choices(scores, k=len(scores)))[0] for _ in range(_SAMPLES))
    f1, precision, recall = _f1(scores)
    low, high = drawn[_SAMPLES // 40], drawn[-_SAMPLES // 40]
    return f"F1 {f1:.3f} [{low:.3f}, {high:.3f}] P {precision:.3f} R {recall:.3f}"


def _f1(scores: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    precision, recall = (sum(part) / len(scores) for part in zip(*scores, strict=True))
    whole = precision + recall
    return 2 * precision * recall / whole if whole else 0.0, precision, recall


READERS = {"ours": ours, "trafilatura": plain_trafilatura}


def judge(pages: list[Known]) -> dict[str, Score]:
    """Have every reader read every page."""
    scores = {name: Score() for name in READERS}
    for page in pages:
        for name, reader in READERS.items():
            begun = time.process_time()
            understood = reader(page)
            scores[name].seconds += time.process_time() - begun
            _add(scores[name], page, understood)
    return scores


def _add(score: Score, page: Known, got: Understood) -> None:
    gold, given = _shingles(page.text), _shingles(got.text)
    both = (gold & given).total()
    score.precision.append(both / given.total() if given else float(not gold))
    score.recall.append(both / gold.total() if gold else 1.0)
    title, wanted = " ".join(_words(got.title)), " ".join(_words(page.title))
    shown = " ".join(_words(unescape(page.html.decode("utf-8", "replace"))))
    score.known["title"] += bool(wanted)
    score.given["title"] += bool(title)
    score.right["title"] += bool(title and wanted) and (title in wanted or wanted in title)
    score.known["day"] += bool(page.day)
    score.given["day"] += bool(got.day and page.day)
    score.right["day"] += got.day == page.day != ""
    score.known["authors"] += len(page.authors)
    score.given["authors"] += len(got.authors) if page.authors else 0
    score.right["authors"] += len(page.authors & got.authors)
    score.invented["title"] += bool(title) and title not in shown
    score.invented["authors"] += sum(name not in shown for name in got.authors)
    score.invented["day"] += bool(got.day) and not _is_said(got.day, page.html)


def _is_said(day: str, html: bytes) -> bool:
    """Tell whether a page has the year and the day of a month anywhere."""
    year, month, number = day.encode().split(b"-")
    written = (day.encode(), year + b"/" + month, b"%s%s%s" % (year, month, number))
    return any(form in html for form in written) or (
        year in html and re.search(rb"(?<!\d)0?%d(?!\d)" % int(number), html) is not None
    )


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    size = min(_SHINGLE, len(words))
    return Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1) if size)


def faults(page: Known, got: Understood) -> Iterator[str]:
    """Yield what a page was misunderstood in, a line each."""
    for name in ("title", "day"):
        if (wanted := getattr(page, name)) and (had := getattr(got, name)) != wanted:
            yield f"{name:8} {page.name[:24]}: {wanted} -> {had}"
    if page.authors != got.authors:
        yield f"authors  {page.name[:24]}: {sorted(page.authors)} -> {sorted(got.authors)}"
