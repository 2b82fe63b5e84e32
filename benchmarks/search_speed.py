"""How fast, how large, how much memory: our index beside others, in one run on one machine.

    python benchmarks/search_speed.py [--sizes 1000 10000 100000] [--engines diptych Tantivy …]

Needs what is compared: `pip install tantivy`; Xapian is looked for in the system's own Python.
An engine that isn't there is left out and said so; one that builds for more than `--bound`
seconds is stopped, its table says of how many articles its figures are, and it isn't asked.

Indexes are built one after the other. Then all are held open, each by a process of its own, and
every question is put to each of them before the next, in an order drawn anew each time. Each time
is the best of three rounds. `--answers` says what an answer must hold: `hits`, the best fifty;
`total`, also how many there are exactly; `counts`, also how many of each source and each month.

`--before FOLDER` holds another checkout of Diptych against this one, both among the engines
asked: its code, its part of benchmarks/speed/engines, the same Python. Say `--engines diptych`
to ask these two only.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from speed import asking, corpus, tables  # noqa: E402 - found beside this file
from speed.asking import Place, Worker  # noqa: E402 - what is above says where it is found
from speed.questions import questions  # noqa: E402 - what is above says where it is found

ENGINES = (
    "diptych",
    "diptych ×2",
    "SQLite FTS5",
    "SQLite FTS5, prefixes",
    "Tantivy",
    "stock Whoosh",
    "Xapian",
)
BEFORE = "diptych before"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--words", type=int, default=590)
    parser.add_argument("--engines", nargs="+", default=ENGINES, choices=ENGINES)
    parser.add_argument("--answers", nargs="+", default=list(tables.HOLDS), choices=tables.HOLDS)
    parser.add_argument("--before", type=Path, metavar="FOLDER")
    parser.add_argument("--xapian-python", default="/usr/bin/python3", metavar="PATH")
    parser.add_argument("--bound", type=float, default=1800, metavar="SECONDS")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "diptych-speed"
    )
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    places = {
        name: Place(name, asked.xapian_python if name == "Xapian" else sys.executable, HERE.parent)
        for name in asked.engines
    }
    if asked.before:
        places[BEFORE] = Place("diptych", sys.executable, asked.before.resolve())
    for size in asked.sizes:
        made = asked.folder / f"{size}x{asked.words}.jsonl"
        if not made.exists():
            corpus.write(made, size, asked.words)
        _measure(places, made, size, asked)


def _measure(places: dict[str, Place], made: Path, size: int, asked: argparse.Namespace) -> None:
    folders = {name: asked.folder / "index" / str(i) for i, name in enumerate(places)}
    built = _built(places, folders, made, asked.bound)
    whole = [name for name, one in built.items() if one["articles"] == size]
    workers = [Worker(name, places[name], made, folders[name]) for name in whole]
    for name, seconds in asking.repeated(workers, "reopen", 7).items():
        built[name]["open"] = seconds
    told = _asked(workers, questions(made, size), asked.answers)
    for name, seconds in asking.repeated(workers, "add", 7).items():
        built[name]["add ten"] = seconds
    for worker in workers:
        worker.end()
    tables.built(size, built)
    for holds, by_kind in told.items():
        tables.asked(whole, holds, by_kind)
        if {"diptych", BEFORE} <= set(whole):
            tables.pair("diptych", BEFORE, by_kind)
    tables.found(whole, told.values())
    shutil.rmtree(asked.folder / "index")


def _built(
    places: dict[str, Place], folders: dict[str, Path], made: Path, bound: float
) -> dict[str, dict[str, Any]]:
    """Build all that are there, one after the other."""
    built = {}
    for name, place in places.items():
        shutil.rmtree(folders[name], ignore_errors=True)
        folders[name].mkdir(parents=True)
        result = asking.build(place, made, folders[name], bound)
        if result is None:
            print(f"{name}: not there, left out")
        elif place.engine == "diptych" and Path(result["code"]) != place.checkout:
            sys.exit(f"{name}: the code measured is that of {result['code']}")
        else:
            built[name] = result
    return built


def _asked(
    workers: list[Worker], mix: dict[str, list[list[str]]], answers: list[str]
) -> dict[str, dict[str, dict[str, asking.Took | str]]]:
    """Ask everything of all; give it by what the answers held, by kind, by engine."""
    told: dict[str, dict[str, dict[str, asking.Took | str]]] = {holds: {} for holds in answers}
    for kind, each in mix.items():
        for holds in answers:
            able = [worker for worker in workers if holds in worker.answers]
            told[holds][kind] = asking.ask(able, kind, each, holds)
    return told


if __name__ == "__main__":
    main()
