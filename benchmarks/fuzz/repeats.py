"""Find texts that take a reader more than their share of time: short pieces, repeated.

    python benchmarks/fuzz/repeats.py [--seconds 600] [--seed 1] [--length 30000]

What makes a reader slow is seldom strange bytes, but something plain that comes again and again:
`.a.a.a`, `$5 $5 $5`, `[[[[`. Two pieces, later three to five, drawn by chance from what readers look
for, are repeated to a length and given to each of them. Prints what takes longer than a second at
that length, with the seconds of the processor, and how many texts were tried. A reader whose time
grows with the length takes some hundredths.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from contextlib import suppress
from itertools import chain, product
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from search import Article, ArticleError, ArticleId, Block, Highlighter, parse
from search.compare import compare
from search.formats import read_article
from search.highlight import excerpt
from search.stories import profile, term_vector
from tui.render.article_page import Reading, lay_out, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SLOW = 1.0
_NOBODY = ArticleId("0" * 16)
_STORY = "The bridge reopened on Sunday after two years of costly repairs, said Jane Doe. " * 3
_LIT = Highlighter(parse('a OR said OR "jane doe" OR ma*'))
PIECES = (
    "a A 1 2019 May|3 May 2019|By |Jane Doe|, and . |. … ? ! : ; - |- — / // http:// https:// a.com "
    "www. .co %2F @ @ab x@y.z # |# * ** _ ` ``` ~ [ ] ]( [a](b) ![ ( ) { } < <a > |> |<!-- & &amp; "
    "&# \" “ ” ' ’ « » © (c) |copyright |Photo |Photo: |Share |5 min|18:38|18:38 GMT|T Z +01:00 字 。 年 "
    "月 日 א ק é \u0301 \u200d 😀 = == --- \\ $ $5 ^ % U.S. |Mr. |said |Follow |'s website|more Reuters "
    "BBC (AFP) |1. |0 10,000 "
)


def pieces() -> list[str]:
    """Give what texts are made of: words of `PIECES`, or what stands between its bars."""
    return [*(set(PIECES.split()) | set(PIECES.split("|"))), " ", "\n", "\n\n", "\f", "\t", "    "]


def main() -> None:
    """Try one text after the other until the time is up."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, default=30_000)
    asked = parser.parse_args()
    until = time.monotonic() + asked.seconds
    tried = 0
    for unit in units(random.Random(asked.seed)):  # noqa: S311 - a seed is the point
        if time.monotonic() >= until:
            break
        tried += 1
        text = unit * (asked.length // len(unit))
        for name, reader in READERS.items():
            begun = time.process_time()
            with suppress(ArticleError):
                reader(text)
            spent = time.process_time() - begun
            if spent > _SLOW:
                print(f"{spent:6.1f} s  {name}: {unit!a}", flush=True)
    print(f"{tried:,} texts, {len(READERS)} readers")


def units(chance: random.Random) -> Iterator[str]:
    """Yield every two pieces, in an order of chance, then three to five without end."""
    known = sorted(pieces())
    twos = list(product(known, known))
    chance.shuffle(twos)
    more = (chance.choices(known, k=chance.randint(3, 5)) for _ in iter(int, 1))
    return map("".join, chain(twos, more))


def _article(text: str) -> Article:
    return Article(_NOBODY, "a.md", (Block("paragraph", " ".join(text.split()) or "a"),))


def _compared(text: str) -> None:
    compare(
        _article(text), _article(text[: len(text) // 2]), lambda stems: dict.fromkeys(stems, 1.0)
    )


def _weighed(text: str) -> None:
    profile(_article(text), term_vector(_article(text)))


def _lit(text: str) -> None:
    excerpt(_article(text), _LIT)


READERS: dict[str, Callable[[str], object]] = {
    "a page": lambda text: read_article(text.encode(), "a.txt", _NOBODY),
    "below a story": lambda text: read_article(f"{_STORY}\n\n{text}".encode(), "a.txt", _NOBODY),
    "Markdown": lambda text: read_article(text.encode(), "a.md", _NOBODY),
    "terms": _weighed,
    "matches": _lit,
    "comparison": _compared,
    "lines": lambda text: lay_out(parts(Reading(_article(text))), 72),
}


if __name__ == "__main__":
    main()
