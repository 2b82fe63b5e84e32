"""LexisNexis' exports of before 2017: articles below `3 of 10 DOCUMENTS`, with labels in capitals.

The head is centred: paper, day and edition. The headline follows, then labels (`BYLINE`,
`SECTION`, `LENGTH`), the text, and labels again (`LOAD-DATE`, `LANGUAGE`), the last a copyright. In
exports of before 2005 the headline and the text have labels too.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from search.formats.databases.export_labels import is_copyright, label_data, label_of, roles_of
from search.formats.databases.export_lines import (
    blocks_of,
    one_paragraph,
    paragraphs_of,
)
from search.formats.databases.export_record import export_record, first_day
from search.word_lists import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Draft

_WHERE = "LexisNexis"
_LONGEST_MARK = 120
_CENTRED = 10
"""Spaces before a line that is centred on a page."""

_TAIL = frozenset({"tail", "language", "correction"})
_BETWEEN = 3
"""Blocks without a label that one label may have, such as a picture's captions."""

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MOST_HEAD_WORDS = 12


def has_lexisnexis(lines: Sequence[str]) -> bool:
    """Tell whether lines are of such an export: a mark, and below it a label."""
    marks = (i for i, line in enumerate(lines) if _is_mark(line))
    first = next(marks, None)
    return first is not None and any(_role(line) for line in lines[first:])


def read_lexisnexis(lines: Sequence[str], width: int) -> list[Draft]:
    """Give the articles of an export; what stands above the first is no article. Cost: linear."""
    marks = [i for i, line in enumerate(lines) if _is_mark(line)]
    stops = [*marks[1:], len(lines)]
    return [_article(lines[a + 1 : b], width) for a, b in zip(marks, stops, strict=True)]


@cache
def _mark() -> re.Pattern[str]:
    data = label_data("lexisnexis")
    documents, of = alternation(data["documents"]), alternation(data["of"])
    count = rf"\d[\d.,]{{0,9}}\s+(?:{of})\s+\d[\d.,]{{0,9}}"
    return re.compile(rf"(?:(?:{documents})\s+{count}|{count}\s+(?:{documents}))", re.IGNORECASE)


def _is_mark(line: str) -> bool:
    bare = line.strip() if len(line) <= _LONGEST_MARK else ""
    return bool(bare) and bare[-1].isalnum() and bool(_mark().fullmatch(bare))


def _role(line: str) -> str:
    """Give what the label of a line means, empty where it has none of those known."""
    label, _ = label_of(line)
    written = line.split(":", 1)[0]
    return roles_of("lexisnexis").get(label, "") if written.isupper() else ""


def _article(lines: Sequence[str], width: int) -> Draft:
    blocks = list(_blocks(lines))
    top = next((i for i, block in enumerate(blocks) if _role(block[0])), len(blocks))
    fields, opening = _top(blocks[:top], centred=bool(width))
    place, body = _labels(blocks, top, fields)
    tail = _tail(blocks, place)
    story = [*paragraphs_of(opening, width), *paragraphs_of(body, width)]
    for block in blocks[place:tail]:
        if not (block is blocks[-1] and is_copyright(block[0])):
            story += paragraphs_of(block, width)
    correction = _tail_fields(blocks[tail:], fields)
    return export_record(fields, [*story, *paragraphs_of(correction, width)], _WHERE)


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the runs of lines between empty ones; a label begins one too, as documents have it."""
    for block in blocks_of(lines):
        starts = [i for i, line in enumerate(block) if i and _role(line)]
        for start, stop in pairwise([0, *starts, len(block)]):
            yield block[start:stop]


def _top(blocks: Sequence[list[str]], *, centred: bool) -> tuple[dict[str, str], list[str]]:
    """Read what stands above the labels: paper, day, headline; and lines of text, if any."""
    kept = [[line for line in block if not is_copyright(line)] for block in blocks]
    kept = [block for block in kept if block]
    fields: dict[str, str] = {}
    day = next(((i, j) for i, block in enumerate(kept) for j, line in enumerate(block) if _is_day(line)), None)  # fmt: skip
    if day is None:
        fields["source"] = one_paragraph(kept[0]) if kept else ""
        rest = kept[1:]
    else:
        block, line = day
        above = kept[block][line - 1 : line] if line else kept[block - 1] if block else []
        fields["source"] = one_paragraph(above)
        fields["date"] = kept[block][line].strip()
        # where no empty line parts them, the headline stands last, below the edition
        rest = kept[block + 1 :] or [kept[block][-1:] if line + 1 < len(kept[block]) else []]
        rest = [one for one in rest if one]
    if centred:
        rest = [block for block in rest if not block[0].startswith(" " * _CENTRED)]
    fields["title"] = one_paragraph(rest[0]) if rest else ""
    return fields, [line for block in rest[1:] for line in (*block, "")]


def _is_day(line: str) -> bool:
    """Tell whether a line says when: a day, or a month as magazines have."""
    if not _YEAR.search(line) or len(line.split()) > _MOST_HEAD_WORDS:
        return False
    return bool(first_day(line) or first_day(f"1 {line.strip()}"))


def _labels(
    blocks: Sequence[list[str]], place: int, fields: dict[str, str]
) -> tuple[int, list[str]]:
    """Read the labels above the text; give where it begins, and what of it shares a block."""
    highlight: list[str] = []
    for i in range(place, len(blocks)):
        block = blocks[i]
        if _is_other_label(blocks, i):
            continue
        if not _role(block[0]) or _role(block[0]) in _TAIL:
            return i, highlight
        role = ""
        for j, line in enumerate(block):
            role, said = (found, label_of(line)[1]) if (found := _role(line)) else (role, line)
            if role == "body" or (role == "length" and not found):
                return i + 1, [*highlight, "", said, *block[j + 1 :]]
            if role == "highlight":
                highlight.append(said)
            else:
                fields[role] = f"{fields[role]} {said}".strip() if not found else said
    return len(blocks), highlight


def _is_other_label(blocks: Sequence[list[str]], place: int) -> bool:
    """Tell whether a line is a label that isn't known: in capitals, and one that is follows."""
    label = label_of(blocks[place][0])[0]
    written = blocks[place][0].split(":", 1)[0]
    known = _role(blocks[place][0])
    after = _role(blocks[place + 1][0]) if place + 1 < len(blocks) else ""
    return bool(label) and written.isupper() and not known and after not in {"", *_TAIL}


def _tail(blocks: Sequence[list[str]], start: int) -> int:
    """Find where the labels below the text begin."""
    labelled = [i for i in range(start, len(blocks)) if _role(blocks[i][0]) in _TAIL]
    if not labelled or len(blocks) - labelled[-1] > _BETWEEN + 1:
        return len(blocks)
    tail = labelled[-1]
    for place in reversed(labelled[:-1]):
        if tail - place > _BETWEEN + 1:
            break
        tail = place
    return tail


def _tail_fields(blocks: Sequence[list[str]], fields: dict[str, str]) -> list[str]:
    """Read the labels below the text; give the lines of a correction, which is part of it."""
    correction: list[str] = []
    role = ""
    for block in blocks:
        for line in block:
            role, said = (found, label_of(line)[1]) if (found := _role(line)) else (role, line)
            if role == "language" and found:
                fields["language"] = said
            elif role == "correction" and not is_copyright(line):
                correction.append(said)
        if role == "correction":
            correction.append("")
    return correction
