"""What the worst of files cost: time, memory and what comes of them.

    python benchmarks/limits.py [--only PART] [--folder FOLDER]

Each row is a library of its own, made of one hostile file or folder and one good article beside
it, indexed by `diptych index` in a process of its own. Prints the processor time and the peak
memory of that process and those it starts (of the largest of them), as the system counts them, the
processor time of a second sync, and what is said of the file. Below, what it costs to open the longest articles and to compare them, likewise in a process
each, without starting it. `--only` leaves out the rows whose name doesn't have that part;
FOLDER, a fast one of some gigabytes, is where the libraries are made.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
GOOD = "---\ntitle: A good one\n---\n\nThe harbour strike went on for a third day.\n"
STORY = "The bridge reopened on Sunday after two years of costly repairs, said Jane Doe. "
MB = 1 << 20

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Spent(NamedTuple):
    """What a process cost: seconds of the processor, megabytes at its peak, and what it said."""

    seconds: float
    megabytes: float
    said: str


def main() -> None:
    """Make each library, index it, and print a row."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="part of a row's name")
    parser.add_argument("--folder", type=Path, help="where the libraries are made")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(USES[asked.measure[0]](Path(asked.measure[1]))))
        return
    print("| file or folder | CPU s | MB at the peak | what comes of it |\n|---|---|---|---|")
    for name, make in PERILS.items():
        if asked.only in name:
            with scratch(asked.folder) as made:
                print(row(name, make, made), flush=True)
    print("\n| use | CPU s | MB at the peak | what it has |\n|---|---|---|---|")
    for use in USES:
        for name in BOOKS:
            if asked.only in f"{use}, {name}":
                with scratch(asked.folder) as made:
                    print(used(use, name, made), flush=True)


@contextmanager
def scratch(within: Path | None) -> Iterator[Path]:
    """Give a folder for a while; what is in it may be deeper than Python can delete."""
    folder = tempfile.mkdtemp(dir=within)
    try:
        yield Path(folder)
    finally:
        subprocess.run(["rm", "-rf", folder], check=True)


def row(name: str, make: Callable[[Path], None], folder: Path) -> str:
    """Index one library twice; give its row, the second sync's time last."""
    library = folder / "library"
    library.mkdir()
    (library / "good.md").write_text(GOOD, "utf-8")
    make(library)
    index = [sys.executable, "-m", "tui", "index", str(library), "--json"]
    first = spent(index, folder)
    again = spent(index, folder)
    told = json.loads(first.said)
    said = [f"{told['articles']:,} article{'s' * (told['articles'] > 1)}"]
    said += [f"failed: {one['reason']}" for one in told["failed"][:1]]
    said += [f"… and {len(told['failed']) - 1:,} more"] * (len(told["failed"]) > 1)
    said += [f"left out: {one['what']}" for one in told["cut"]]
    return (
        f"| {name} | {first.seconds:.1f}, then {again.seconds:.1f} | {first.megabytes:.0f} "
        f"| {'; '.join(said)} |"
    )


def used(use: str, name: str, folder: Path) -> str:
    """Make an article and use it; give its row."""
    for place, side in enumerate(("left", "right")):
        with (folder / f"{side}.md").open("w", encoding="utf-8") as stream:
            for piece in BOOKS[name](random.Random(place)):  # noqa: S311 - a seed is the point
                stream.write(piece)
    done = spent([sys.executable, __file__, "--measure", use, str(folder)], folder)
    cost, said = json.loads(done.said)
    return f"| {use}, {name} | {cost:.2f} | {done.megabytes:.0f} | {said} |"


def spent(command: list[str], folder: Path) -> Spent:
    """Run a command with a cache of its own; give what it cost."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    out, err = folder / "out", folder / "err"
    with out.open("wb") as stream, err.open("wb") as errors:
        child = subprocess.Popen(command, env=environment, stdout=stream, stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(err.read_text("utf-8", "replace"))
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read_text("utf-8"))


def filled(
    text: str, size: int, suffix: str = ".txt", encoding: str = "utf-8"
) -> Callable[[Path], None]:
    """Give what fills a file with a text again and again, a megabyte at a time."""

    def make(library: Path) -> None:
        piece = (text * (1 + MB // len(text))).encode(encoding)
        with (library / f"bad{suffix}").open("wb") as stream:
            while (left := size - stream.tell()) > 0:
                stream.write(piece[:left])

    return make


def sparse(size: int) -> Callable[[Path], None]:
    """Give what makes a file of nothing."""

    def make(library: Path) -> None:
        with (library / "bad.txt").open("wb") as stream:
            stream.truncate(size)

    return make


def noise(library: Path) -> None:
    """Fill a file with any bytes but NUL, which would give it away at once."""
    chance = random.Random(1)  # noqa: S311 - a seed is the point
    with (library / "bad.txt").open("wb") as stream:
        for _ in range(8):
            stream.write(chance.randbytes(MB).replace(b"\0", b" "))


def many(count: int, text: str) -> Callable[[Path], None]:
    """Give what fills a folder with so many files."""

    def make(library: Path) -> None:
        for number in range(count):
            (library / f"{number}.md").write_text(text, "utf-8")

    return make


def deep(library: Path) -> None:
    """Nest folders as deep as a path can say, an article in each tenth of them."""
    folder = library
    for level in range(1_900):
        folder = folder / "d"
        folder.mkdir()
        if level % 10 == 0:
            (folder / "a.md").write_text(GOOD, "utf-8")


def loops(library: Path) -> None:
    """Make folders that lead to each other in a thousand ways."""
    for number in range(1_000):
        folder = library / f"{number}"
        folder.mkdir()
        (folder / "next").symlink_to(library / f"{(number + 1) % 1_000}")
        (folder / "up.md").symlink_to("up.md")


PERILS: dict[str, Callable[[Path], None]] = {
    "nothing but the good one": lambda _: None,
    "1 MB of paragraphs": filled(STORY * 4 + "\n\n", 1_000_000),
    "1 MB of Markdown": filled(STORY * 4 + "\n\n- *one* [two](x)\n\n", 1_000_000, ".md"),
    "8 MB of paragraphs": filled(STORY * 4 + "\n\n", 8 * MB),
    "200 MB": sparse(200 * MB),
    "one line of 8 MB": filled(STORY, 8 * MB),
    "one line of 50 MB": filled(STORY, 50 * MB),
    "one word of 8 MB": filled("a", 8 * MB),
    "a million blank lines": filled("\n" * 999_000 + STORY, 999_000 + len(STORY)),
    "two million lines": filled("ab\n", 6 * MB),
    "8 MB of any bytes": noise,
    "8 MB of UTF-16": filled("\ufeff" + STORY, 8 * MB, encoding="utf-16-le"),
    "8 MB of broken UTF-8": filled(STORY + "é", 8 * MB, encoding="latin-1"),
    "8 MB of marks on one letter": filled("a" + "\u0301" * 999, 8 * MB),
    "8 MB of Chinese": filled("桥在星期日重新开放。", 8 * MB),
    "8 MB of escape sequences": filled("\x1b]0;a", 8 * MB),
    "8 MB of brackets in Markdown": filled("[", 8 * MB, ".md"),
    "8 MB of emphasis in Markdown": filled("*a **b ", 8 * MB, ".md"),
    "8 MB of links in Markdown": filled("[a](b) ![c](d) ", 8 * MB, ".md"),
    "8 MB of HTML in Markdown": filled("<div><p>hello ", 8 * MB, ".md"),
    "8 MB of nested quotes in Markdown": filled(">" * 400 + " a\n", 8 * MB, ".md"),
    "8 MB of front matter": filled("---\na: [" + "[" * 100 + "\n", 8 * MB, ".md"),
    "100,000 files": many(100_000, GOOD),
    "10,000 empty files": many(10_000, ""),
    "folders 1,900 deep": deep,
    "1,000 folders in a ring": loops,
}


def vocabulary(chance: random.Random) -> Iterator[str]:
    """Yield sentences of words as frequent as words are, 100 a paragraph, 1,000,000 characters."""
    words = [f"{a}{b}" for a in "ba do ti mu ke ra lo si".split() for b in map(str, range(500))]
    weights = [1 / (rank + 2) for rank in range(len(words))]
    told = 0
    while told < 1_000_000:
        said = [" ".join(chance.choices(words, weights, k=18)).capitalize() for _ in range(4)]
        paragraph = ". ".join(said) + ".\n\n"
        told += len(paragraph)
        yield paragraph


def report(chance: random.Random) -> Iterator[str]:
    """Yield some 10,000 words likewise."""
    told = 0
    for paragraph in vocabulary(chance):
        yield paragraph
        told += len(paragraph.split())
        if told >= 10_000:
            return


def alike(chance: random.Random) -> Iterator[str]:
    """Yield a thousand sentences of the same thirty words, all of which meet all."""
    words = [f"word{number}" for number in range(30)]
    for _ in range(1_000):
        yield " ".join(chance.choices(words, k=8)).capitalize() + ". "


BOOKS = {
    "10,000 words": report,
    "1,000,000 characters": vocabulary,
    "1,000 sentences of thirty words": alike,
}


def opening(folder: Path) -> tuple[float, str]:
    """Read an article, light a search in it and lay it out, as the reader does."""
    from search import Desk, parse  # noqa: PLC0415 - loaded before it is measured
    from tui.render.article_lines import lay_out  # noqa: PLC0415 - as above
    from tui.render.article_page import parts  # noqa: PLC0415 - loaded where it is needed
    from tui.session.lit_article import highlight  # noqa: PLC0415 - loaded where it is needed

    desk = Desk(folder, cache=folder / "cache")
    begun = time.process_time()
    article = desk.read(desk.resolve("left.md"))
    page = lay_out(parts(highlight(article, parse("ba1 OR word1"))), 72)
    cost = time.process_time() - begun
    return cost, f"{len(page.lines):,} lines, {len(page.matches):,} matches"


def comparing(folder: Path) -> tuple[float, str]:
    """Compare two articles and lay them out, as the screen does."""
    from search import Desk  # noqa: PLC0415 - loaded before it is measured
    from tui.render.comparison.side import compared_sides  # noqa: PLC0415 - loaded where it is needed

    desk = Desk(folder, cache=folder / "cache")
    left, right = (desk.read(desk.resolve(f"{side}.md")).id for side in ("left", "right"))
    begun = time.process_time()
    found = desk.compare(left, right)
    compared_sides(found)
    cost = time.process_time() - begun
    sentences = f"{len(found.sentences.left):,} and {len(found.sentences.right):,} sentences"
    return cost, f"{sentences}, {len(found.links):,} links"


USES = {"opening": opening, "comparing two": comparing}


if __name__ == "__main__":
    main()
