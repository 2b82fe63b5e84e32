"""Links between the sentences of whole articles, against what careful readers judged of all pairs.

    python benchmarks/judged_pairs.py --groups allsides_dev.jsonl --links allsides_links.tsv
        --judged allsides_sentences.jsonl [--half 0|1] [--before FOLDER] [--show 5]

`--groups`: JSON Lines with doc_id, source, title, date, text. `--links`: TSV with left_doc,
right_doc, left, right, and what each of two readers gave, judge1 and judge2: 2 says the same, 1
shares a fact, 0 nothing; a link that only one gave counts neither way. `--judged`: JSON Lines with
doc_id and sentences, [start, stop] of each in the text. Prints precision and recall of each tier and
those above it, all pairs taken together, with 95 % intervals of 2,000 draws of pairs. `--before` is
another checkout with a .venv of its own: the difference to it, drawn by pairs. `--half` takes every
other pair only, in the order of their names, so that one half can be left until the end.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from judged import records, rows

from search import Desk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search import Article, Comparison

    Cell = tuple[int, int]
    Row = dict[str, list[int]]

TIERS = ("same words", "says the same", "related")
DRAWS = 2_000
COUNTED = ("right", "wrong", "found", "gold")


def truth(path: Path) -> dict[tuple[str, str], dict[Cell, int | None]]:
    """Give for each pair of documents the grade of linked sentences; None where readers differ."""
    links: defaultdict[tuple[str, str], dict[Cell, int | None]] = defaultdict(dict)
    for row in rows(path):
        grades = [int(row["judge1"]), int(row["judge2"])]
        cell = int(row["left"]), int(row["right"])
        links[row["left_doc"], row["right_doc"]][cell] = None if 0 in grades else min(grades)
    return links


def places(
    article: Article, text: str, spans: Sequence[Cell], at: Sequence[Any]
) -> list[list[int]]:
    """Give for each sentence of ours the judged ones that it covers half of at least."""
    found, begin = [], 0
    for block, start, stop in at:
        piece = re.escape(re.sub(r"\s+", " ", article.blocks[block].text[start:stop]).strip())
        words = re.compile(piece.replace("\\ ", r"\s+"))
        hit = words.search(text, begin) or words.search(text)
        begin = hit.start() if hit else begin
        found.append([i for i, span in enumerate(spans) if hit and _covers(hit.span(), span)])
    return found


def _covers(ours: Cell, judged: Cell) -> bool:
    both = min(ours[1], judged[1]) - max(ours[0], judged[0])
    return 2 * both >= min(ours[1] - ours[0], judged[1] - judged[0])


def judge(
    comparison: Comparison, texts: Sequence[str], spans: Sequence[Sequence[Cell]],
    grades: Mapping[Cell, int | None],
) -> Row:  # fmt: skip
    """Count for each tier and grade what is right, wrong, found, and to be found."""
    sides = (
        (comparison.left, comparison.sentences.left),
        (comparison.right, comparison.sentences.right),
    )
    left, right = (
        places(article, text, span, at)
        for (article, at), text, span in zip(sides, texts, spans, strict=True)
    )
    counts: Row = {}
    for number, tier in enumerate(TIERS):
        for least in (1, 2):
            hits, good, bad = set(), 0, 0
            for link in comparison.links:
                if TIERS.index(link.tier) > number:
                    continue
                cells = {(a, b) for a in left[link.left] for b in right[link.right]} & set(grades)
                known = [grade for cell in cells if (grade := grades[cell])]
                good += any(grade >= least for grade in known)
                bad += not cells or (bool(known) and max(known) < least)
                hits |= cells
            gold = {cell for cell, grade in grades.items() if grade and grade >= least}
            counts[f"{tier} {least}"] = [good, bad, len(hits & gold), len(gold)]
    return counts


def measure(options: argparse.Namespace) -> list[Row]:
    """Compare every judged pair, in a library of their articles; give what was counted."""
    documents = {row["doc_id"]: row for path in options.groups for row in records(path)}
    spans = {row["doc_id"]: [tuple(s) for s in row["sentences"]] for row in records(options.judged)}
    grades = truth(options.links)
    pairs = [pair for i, pair in enumerate(sorted(grades)) if options.half in (None, i % 2)]
    with tempfile.TemporaryDirectory() as place:
        library = Path(place) / "library"
        library.mkdir()
        for name in {name for pair in pairs for name in pair}:
            row = documents[name]
            head = {"title": row["title"], "source": row["source"], "date": row.get("date") or ""}
            said = "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items() if value)
            (library / f"{name}.md").write_text(f"---\n{said}---\n\n{row['text']}", "utf-8")
        desk = Desk(library, cache=Path(place) / "cache")
        desk.sync()
        counted = []
        for pair in pairs:
            ids = desk.resolve_each(*(f"{name}.md" for name in pair))
            texts = [documents[name]["text"] for name in pair]
            here = [spans[name] for name in pair]
            comparison = desk.compare(ids[0], ids[1])
            counted.append(judge(comparison, texts, here, grades[pair]))
            if options.show:
                show(comparison, texts, here, grades[pair], options.show)
        desk.close()
    return counted


def show(
    comparison: Comparison, texts: Sequence[str], spans: Sequence[Sequence[Cell]],
    grades: Mapping[Cell, int | None], most: int,
) -> None:  # fmt: skip
    """Print some links of a pair that nobody gave."""
    left = places(comparison.left, texts[0], spans[0], comparison.sentences.left)
    right = places(comparison.right, texts[1], spans[1], comparison.sentences.right)
    for link in comparison.links:
        cells = {(a, b) for a in left[link.left] for b in right[link.right]} & set(grades)
        if not cells and most:
            most -= 1
            ends = (comparison.left, comparison.sentences.left[link.left]), (
                comparison.right, comparison.sentences.right[link.right],
            )  # fmt: skip
            said = [one.blocks[at.block].text[at.start : at.stop][:160] for one, at in ends]
            print(f"{link.tier} {link.score:.2f}\n   {said[0]}\n   {said[1]}")


def rates(counted: Sequence[Row], name: str) -> tuple[float, float]:
    """Give precision and recall of all pairs together."""
    good, bad, hits, gold = (sum(row[name][i] for row in counted) for i in range(4))
    return good / max(1, good + bad), hits / max(1, gold)


def report(counted: Sequence[Row], before: Sequence[Row] | None) -> None:
    """Print the rates with their intervals, and the difference to another checkout."""
    chance = random.Random(1)  # noqa: S311 - a seed is the point
    draws = [[chance.randrange(len(counted)) for _ in counted] for _ in range(DRAWS)]
    for name in counted[0]:
        said = []
        for at, what in enumerate(("P", "R")):
            drawn = sorted(rates([counted[i] for i in draw], name)[at] for draw in draws)
            low, high = drawn[DRAWS // 40], drawn[-DRAWS // 40]
            said.append(f"{what} {rates(counted, name)[at]:.3f} [{low:.2f}, {high:.2f}]")
            if before:
                less = sorted(
                    rates([counted[i] for i in draw], name)[at]
                    - rates([before[i] for i in draw], name)[at]
                    for draw in draws
                )
                said.append(f"({less[DRAWS // 40]:+.2f} to {less[-DRAWS // 40]:+.2f})")
        links = sum(sum(row[name][:2]) for row in counted)
        print(f"{name[:-2] + ' and above':24} grade {name[-1]}  {links:4} links  {'  '.join(said)}")


def main() -> None:
    """Measure, here and in the other checkout."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--groups", type=Path, nargs="+", required=True)
    parser.add_argument("--links", type=Path, required=True)
    parser.add_argument("--judged", type=Path, required=True)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--before", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--rows", action="store_true", help="print what was counted, as JSON")
    options = parser.parse_args()
    counted = measure(options)
    if options.rows:
        print(json.dumps(counted))
        return
    before = None
    if options.before:
        script = options.before / "benchmarks" / Path(__file__).name
        script.write_bytes(Path(__file__).read_bytes())
        given = ["--groups", *options.groups, "--links", options.links, "--judged", options.judged]
        given += [] if options.half is None else ["--half", str(options.half)]
        python = options.before.absolute() / ".venv" / "bin" / "python"
        done = subprocess.run([python, script, *given, "--rows"], capture_output=True, check=True)
        before = json.loads(done.stdout)
    report(counted, before)


if __name__ == "__main__":
    main()
