"""Mutated exports of news databases and documents of word processors, taken apart and understood.

    python benchmarks/fuzz/mutated_exports.py [--inputs 1000] [--seed 1] [--keep FOLDER]

So many inputs are made of each kind. An input is a file of the kind with some of its bytes changed,
cut, doubled, or replaced by signs that formats live by; of a zipped document also its XML. What raises
anything but the one line a user is told, takes more than two seconds of processor, or makes the
process grow by more than 500 MB, is kept in FOLDER and said. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import random
import sys
import zipfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))

from export_texts import (
    EUROPRESSE_NEW,
    EUROPRESSE_OLD,
    FACTIVA_LINES,
    LEXIS_PAGE,
    PROQUEST_TEXT,
    REUTERS_FILE,
    UNI_LINES,
    lexis_export,
)
from exports import open_document, rich_text, word_document, zipped
from mutated import costs
from mutation import mutated

from search.article import ArticleId
from search.errors import ArticleError
from search.formats import BytesSource, PassedOverError, open_container

_SECONDS = 2.0
_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in PROQUEST_TEXT.split("\n") if line)
_FACTIVA_XML = """<PPSResponse><ppsarticle><article><accessionNo>COUR1</accessionNo>
<headline><paragraph>Ferries &amp; boats stay</paragraph></headline><byline>By Jane Doe</byline>
<leadParagraph>The crews walked out.</leadParagraph><publicationDate><date>2022-03-01</date>
</publicationDate><sourceName>The Courier</sourceName></article></ppsarticle></PPSResponse>"""
SEEDS = {
    "lexisnexis.txt": lexis_export().encode(),
    "lexisnexis.html": LEXIS_PAGE,
    "nexis_uni.txt": "\n".join(UNI_LINES).encode(),
    "nexis_uni.docx": word_document(UNI_LINES),
    "nexis_uni.rtf": rich_text(UNI_LINES),
    "factiva.txt": "\n".join(FACTIVA_LINES).encode(),
    "factiva.rtf": rich_text(FACTIVA_LINES),
    "proquest.txt": PROQUEST_TEXT.encode(),
    "proquest.eml": f"From: a@proquest.com\nContent-Type: text/html\n\n{_PARAGRAPHS}".encode(),
    "factiva.xml": _FACTIVA_XML.encode(),
    "europresse_old.html": EUROPRESSE_OLD.encode(),
    "europresse_new.html": EUROPRESSE_NEW.encode(),
    "reuters.sgm": REUTERS_FILE,
    "text.odt": open_document("".join(f"<text:p>{line}</text:p>" for line in UNI_LINES[:20])),
}
"""A file of each kind, by its name."""


def changed(data: bytes, chance: random.Random) -> bytes:
    """Change a file somehow; of an archive now and then what is in it."""
    if not data.startswith(b"PK") or chance.random() < 0.3:
        return mutated(data, chance)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    part = parts[name]
    parts[name] = mutated(part if isinstance(part, bytes) else part.encode(), chance)
    return zipped(parts)


def through(name: str, data: bytes) -> bool:
    """Take a file apart and understand what it holds; tell whether anything was refused."""
    refused = False
    try:
        container = open_container(BytesSource(data), name)
        for span in container.spans():
            for draft in container.drafts(span.start, span.stop):
                try:
                    draft.article(name, ArticleId("0" * 16))
                except ArticleError:
                    refused = True
    except ArticleError as error:
        if error.__cause__ and "can't be understood" in error.reason:
            raise error.__cause__ from error  # a user is told in a line, but a fault it is
        return True
    except PassedOverError:
        return True
    return refused


def main() -> int:
    """Run so many inputs of each kind; give 1 if any was a fault."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--inputs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("mutated-faults"))
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    faults = 0
    for name, whole in SEEDS.items():
        chance, slowest, refused = random.Random(f"{options.seed}.{name}"), 0.0, 0  # noqa: S311 - a seed is the point
        for number in range(options.inputs):
            data = changed(whole, chance)

            def take(data: bytes = data, name: str = name) -> None:
                nonlocal refused
                refused += through(name, data)

            took, _, fault = costs(take)
            slowest = max(slowest, took)
            if fault or took > _SECONDS:
                faults += 1
                (options.keep / f"{options.seed}-{number}-{name}").write_bytes(data)
                print(f"{options.seed}-{number}-{name}: {took:.1f} s {fault}", flush=True)
        print(
            f"{name}: {options.inputs:,} inputs, {refused:,} refused, the dearest {slowest:.2f} s"
        )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
