"""Lines of labels at the head of a text: `Title: …`, `Source: …`, as notes, feeds and mail have them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search.formats.heads.stated_head import is_label, label_field, stated_head
from search.formats.heads.stated_text import StatedText
from search.formats.heads.stated_value import label_key
from search.page.lines import has_ink
from search.text.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL = re.compile(
    r"[ >]{0,8}(?:[-+*] |#\+|:(?=\w))?(?P<dress>[*_]{0,3}|\[|\()(?P<name>[^\W\d_](?:[^\n:*\]\[]|:(?=[a-z])){0,40}?)[*_ ]{0,4}"
    r"(?:::?[*_]{0,3}(?:\s+(?P<value>.*))?|：(?P<wide>.*))"
)
_ANNOUNCES = re.compile(
    r"#{1,6}\s{0,4}(?:meta|metadata|properties|details|info)\W{0,4}", re.IGNORECASE
)
_DRESS = " *_\\"
_REACH = 200
"""Lines that are looked at: no head has more."""
_LONGEST_VALUE = 2_000
_LONGEST_TITLE = 300
_TITLE_WORDS = 12
_TEXT = frozenset("text body content fulltext bodytext articletext article story".split())
"""What labels call the story that follows them."""
_SURE = frozenset({"title", "source", "url"})
"""Fields that lines of a page itself hardly ever label, unlike its days and authors."""
_ENOUGH = 2
_PANDOC = 3


def label_lines(text: str) -> StatedText | None:
    """Part a text into what lines of labels at its top state and the rest; None if it has none.

    They stand on the first line, or below a title, each a label that is known, with its value
    behind a colon (or two), with or without the marks of a list or of bold type. Two of them make
    a head, or a title alone. Lines among them with other labels are kept apart from the story.
    A title block of Pandoc, three lines that begin with `%`, is read likewise. Cost: linear.
    """
    rows = text.split("\n", _REACH)[:_REACH]
    start = next((place for place, row in enumerate(rows) if has_ink(row)), None)
    if start is None:
        return None
    if rows[start].startswith("% "):
        return _title_block(text, rows, start)
    head = _read(rows, start)
    below_title = False
    if not head.lines:
        below = next((i for i in range(start + 1, len(rows)) if has_ink(rows[i])), None)
        if below is None or not _may_be_title(rows[start]):
            return None
        head, below_title = _below_title(rows, below), True
    if not head.is_sure(below_title=below_title):
        return None
    places = {name: f"label line {number + 1}" for name, number in head.lines.items()}
    stated = stated_head(head.fields, "label lines", places)
    lines = text.split("\n")
    body = [*lines[: head.first], *[""] * (head.stop - head.first), *lines[head.stop :]]
    if head.text is not None:
        body[head.stop] = head.text
    return StatedText(stated, "\n".join(body), above=tuple(head.others))


def _below_title(rows: Sequence[str], below: int) -> _Labels:
    """Read the labels below a title, also those below a heading that announces them."""
    if not _ANNOUNCES.fullmatch(rows[below]):
        return _read(rows, below)
    head = _read(rows, next((i for i in range(below + 1, len(rows)) if has_ink(rows[i])), below))
    head.first = below
    return head


@dataclass(slots=True)
class _Labels:
    """What lines of labels say: values and places by name, the lines of other labels, and the text.

    The text is the rest of the line after the last, where a label `Text:` begins it.
    """

    first: int
    stop: int
    fields: dict[str, object] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    text: str | None = None

    def is_sure(self, *, below_title: bool) -> bool:
        """Tell whether the lines are a head, and not the first lines of a page or a talk."""
        stated = {label_field(name) for name in self.lines} - {None}
        if below_title:
            return len(self.lines) >= _ENOUGH and not _SURE.isdisjoint(stated)
        return bool(stated) and (len(self.lines) >= _ENOUGH or "title" in stated)


def _read(rows: Sequence[str], start: int) -> _Labels:
    """Read the labels from a line on, as far as there is one on each line that says something."""
    head = _Labels(start, start)
    waiting: list[str] = []  # lines of unknown labels, which count if a known one follows
    last = ""
    blank = False
    for place in range(start, len(rows)):
        row = rows[place]
        if not has_ink(row):
            blank, waiting = True, []
            continue
        label = _LABEL.fullmatch(row) if len(row) <= _LONGEST_VALUE else None
        if label and head.lines and label_key(label["name"]) in _TEXT:
            head.stop, head.text = place, _value(label)
            break
        if label and is_label(label["name"]):
            last = label["name"].strip()
            if last not in head.fields:
                head.lines[last] = place
                head.fields[last] = _value(label)
            head.others += [*waiting, *([] if label_field(last) else [one_line(row)])]
            head.stop, waiting, blank = place + 1, [], False
        elif (
            last
            and not (blank or waiting or _labels_item(row, label))
            and row.startswith((" ", "- "))
        ):
            _go_on(head, last, row.strip(" -"))
            head.stop = place + 1
        elif label and head.lines and not blank:
            waiting.append(one_line(row))
        else:
            break
    return head


def _labels_item(row: str, label: re.Match[str] | None) -> bool:
    """Tell whether an item of a list is a label with its value, which no label is known by."""
    return row.startswith("- ") and label is not None and bool(label["value"])


def _may_be_title(row: str) -> bool:
    """Tell whether a line above labels can be a title; a paragraph's full stop rules it out."""
    stopped = row.rstrip().endswith((".", "。")) and len(row.split()) > _TITLE_WORDS
    return len(row) <= _LONGEST_TITLE and not stopped


def _value(label: re.Match[str]) -> str:
    value = (label["value"] or label["wide"] or "").strip()
    if label["dress"] in {"[", "("}:
        return value.rstrip(" ])")
    return value.strip(_DRESS) if label["dress"] else value.rstrip("\\ ")


def _go_on(head: _Labels, name: str, more: str) -> None:
    """Add a line to the value above it, as one more where that was empty, else as its rest."""
    said = head.fields[name]
    if isinstance(said, list):
        said.append(more)
    else:
        head.fields[name] = f"{said} {more}" if said else [more]


def _title_block(text: str, rows: Sequence[str], start: int) -> StatedText | None:
    """Read the title block of Pandoc: title, authors and day, in lines that begin with `%`."""
    parts: list[list[str]] = []
    stop = start
    for row in rows[start:]:
        if row.startswith("%") and len(parts) < _PANDOC:
            parts.append([row[1:].strip()])
        elif row.startswith(" ") and row.strip():
            parts[-1].append(row.strip())
        else:
            break
        stop += 1
    said = [*parts, [], []]
    fields = {"title": " ".join(said[0]), "authors": "; ".join(said[1]), "date": " ".join(said[2])}
    body = text.split("\n", stop)[stop:]
    return StatedText(stated_head(fields, "title block"), "".join(body), stop + 1)
