"""Measure names and the speakers of quotations against what one reader said of articles.

    python benchmarks/names_and_speakers.py --groups allsides_dev.jsonl --groups ecbplus_dev.jsonl
        [--groups meantime_en.jsonl --groups gum_news.jsonl --groups aed_dev.jsonl]

`--groups`: JSON Lines with doc_id or id, and sentences, paragraphs, text or gold_text. What was judged stands beside this
file, without any text; of articles that aren't given nothing is measured. `names.tsv`: the articles compared, and where a name stands first: side, block,
start and stop; whether it was told of both sides or of one, and whether the reader found words and
sides right. `quotations.tsv`: article, block, start and stop of a quotation, and where its speaker
is named (block:start:stop); `-` if nobody speaks, `?` if it isn't said who. The part `develop` was
looked at while the rules were made, `report` when those of a first round stood; both have stories
in common. `last` are stories, in ECB+ topics, that are in neither, and was judged once, after
further rounds, more strictly: nationalities and abbreviations for any of a kind are no names. So
were the following. `kinds` was looked at to mend names by kinds, `fresh` judged once after that, and
`wikinews` after what `fresh` showed, `interviews` (GUM, mostly) after that; none of these has a story
in common with any other part. From `thin` on names are judged as strings only, what is in doubt counts as
wrong, and half of the articles are web pages of fifty sites, set side by side with the one most like
them: `thin` was looked at before names that rest on capitals alone were left out, `held` judged once
after that, and `rest`, other names of the same articles, once after what `held` showed. The pages are
those of the article-extraction dataset (id, gold_text).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from judged import article, records, rows
from speaking import same

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.article import Article
    from search.compare import Comparison

_HERE = Path(__file__).parent
_Z = 1.96


class Told(NamedTuple):
    """A quotation as judged: whether somebody speaks and one is given, and whether rightly."""

    spoken: bool
    given: bool
    right: bool


def main() -> None:
    """Run both measurements."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--groups", type=Path, action="append", required=True)
    articles = {
        name: article(
            name,
            row.get("sentences")
            or row.get("paragraphs")
            or (row.get("text") or row["gold_text"]).split("\n"),
        )
        for path in options.parse_args().groups
        for row in records(path)
        for name in [row.get("doc_id") or row["id"]]
    }
    measure_names(articles)
    measure_quotations(articles)


def measure_names(articles: Mapping[str, Article]) -> None:
    """Print how many names were right as judged, and of those that are still told so."""
    compared: dict[tuple[str, str], Comparison] = {}
    judged: defaultdict[str, list[bool]] = defaultdict(list)
    alike: defaultdict[str, list[bool]] = defaultdict(list)
    for row in rows(_HERE / "names.tsv"):
        pair = row["left"], row["right"]
        if not articles.keys() >= {*pair}:
            continue
        if pair not in compared:
            compared[pair] = compare(articles[row["left"]], articles[row["right"]])
        right = row["verdict"] == "right"
        judged[row["half"]].append(right)
        if _is_told(compared[pair], row):
            alike[row["half"]].append(right)
    for half, verdicts in judged.items():
        print(
            f"{half}: names right {_share(verdicts)} as judged; {_share(alike[half])} still alike"
        )


def _is_told(comparison: Comparison, row: Mapping[str, str]) -> bool:
    """Tell whether a name is still told with the same words, of as many sides."""
    place = int(row["block"]), int(row["start"]), int(row["stop"])
    for name in comparison.names:
        if place in (name.left if row["side"] == "left" else name.right):
            return (row["sides"] == "both") == bool(name.left and name.right)
    return False


def measure_quotations(articles: Mapping[str, Article]) -> None:
    """Print how many quotations get a speaker, and how often the right one."""
    found: dict[str, dict[tuple[int, ...], str | None]] = {}
    judged: defaultdict[str, list[Told]] = defaultdict(list)
    for row in rows(_HERE / "quotations.tsv"):
        if row["article"] not in articles:
            continue
        told = articles[row["article"]]
        if told.path not in found:
            quotes = compare(told, told).quotes.left
            found[told.path] = {tuple(quote.at): quote.speaker for quote in quotes}
        place = int(row["block"]), int(row["start"]), int(row["stop"])
        given = found[told.path].get(place)
        right = bool(given) and same(given or "", _named(told, row["speaker"]))
        judged[row["half"]].append(Told(row["speaker"] != "-", bool(given), right))
    for half, all_told in judged.items():
        spoken = [one.given for one in all_told if one.spoken]
        print(
            f"{half}: speaker given for {_share([one.given for one in all_told])},"
            f" where somebody speaks {_share(spoken)};"
            f" right when given {_share([one.right for one in all_told if one.given])}"
        )


def _named(told: Article, place: str) -> str:
    """Give the text at block:start:stop; none for a sign that nobody is named."""
    if place in {"-", "?"}:
        return ""
    block, start, stop = map(int, place.split(":"))
    return told.blocks[block].text[start:stop]


def _share(verdicts: Sequence[bool]) -> str:
    """Give a share with its interval of 95 % (Wilson, *Probable inference*, 1927)."""
    n = len(verdicts)
    if not n:
        return "none"
    share = sum(verdicts) / n
    middle = (share + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
    half = _Z * sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
    return f"{share:.3f} ({middle - half:.3f} to {middle + half:.3f}) of {n}"


if __name__ == "__main__":
    main()
