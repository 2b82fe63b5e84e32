"""Heads as news databases export them: LexisNexis, Factiva, ProQuest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.formats.heads.stated_head import is_label, stated_head
from search.formats.heads.stated_text import StatedText
from search.page.authors import byline_names, names_of
from search.page.days.dates import find_dates
from search.page.line_class import is_date_line
from search.page.outlet_names import outlet_called
from search.text.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_REACH = 400
"""Lines from the top in which a head stands."""
_COUNT = r"\d[\d.,]* (?:words|mots|wörter|worte|palabras|parole|woorden|ord|palavras|слов)"
_LENGTH = re.compile(rf"\s*length:\s*{_COUNT}\s*", re.IGNORECASE)
_LABEL = re.compile(r"\s*([A-Z][A-Za-z]*(?:[- ][A-Za-z]+){0,3}):(?:\s+(.*))?")
_OF_DOCUMENTS = re.compile(r"\s*\d{1,6} of \d{1,6} documents?\s*", re.IGNORECASE)
_RIGHTS = re.compile(r"\s*(?:copyright|©|\(c\)|all rights reserved)", re.IGNORECASE)
_LEXIS_TAIL = re.compile(
    r"\s*(?:(?:load-date|language|publication-type|graphic|subject|classification|correction-date"
    r"|journal-code|notes|document-type|pub-type|organization|industry|person|geographic|city|state"
    r"|country|company|ticker|series|enhancement|acc-no)\s*:|end of document\s*$|classification\s*$)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"\s*language\s*:\s*(\S.*)", re.IGNORECASE)
_PLACE = re.compile(r"\s*\([^()]*\)$")
_BODY = re.compile(r"\s*body\s*:?\s*", re.IGNORECASE)
_STORY_LABEL = re.compile(r"^\s*(?:highlight\s*:|body\s*:?\s*$)", re.IGNORECASE)
"""What names the lead and the story, and is no part of them."""
_WORDS = re.compile(rf"\s*{_COUNT}\s*", re.IGNORECASE)
_TIME = re.compile(r"\s*\d\d?:\d\d(?: ?[AP]M)?(?: \w{2,4})?\s*", re.IGNORECASE)
_FACTIVA_ID = re.compile(
    r"\s*(?:document|dokument) [A-Z][A-Z0-9]{3,9}0\d{7,}[a-z]\w{3,}\s*", re.IGNORECASE
)
_FULL_TEXT = re.compile(r"\s*(?:full ?text|texte intégral|volltext)\s*:\s*", re.IGNORECASE)
_PROQUEST = re.compile(r"proquest", re.IGNORECASE)
_TEXT_ENDS = re.compile(
    r"\s*(?:subject|title|publication title|pages|publication year|publication date|copyright|credit"
    r"|company / organization|location|people|document type|proquest document id|document url"
    r"|last updated|database|source type|language of publication|place of publication|publisher"
    r"|issn|illustration|word count|section|dateline|classification|identifier / keyword)\s*:",
    re.IGNORECASE,
)


def database_head(text: str) -> StatedText | None:
    """Part the text of one article, as a database exports it, into its head, the story and the rest.

    Told by what only such exports have: LexisNexis by a line `LENGTH: 186 words` below the day,
    Factiva by a line `168 words` with the day and the paper below it, ProQuest by `Full text:` and
    its own name. None for any other text. Cost: linear.
    """
    rows = text.split("\n")
    for read in (_lexis, _factiva, _proquest):
        if found := read(rows):
            return found
    return None


def _inked(rows: Sequence[str], places: range) -> Iterator[tuple[int, str]]:
    return ((place, one_line(rows[place])) for place in places if rows[place].strip())


def _parted(
    rows: Sequence[str],
    story: range,
    fields: dict[str, object],
    where: str,
    *,
    used: set[int],
) -> StatedText:
    """Give the story as the body, at its lines, and what is neither it nor `used` as lines apart."""
    body = "\n".join([*[""] * story.start, *rows[story.start : story.stop]])
    above = tuple(row for place, row in _inked(rows, range(story.start)) if place not in used)
    below = tuple(row for _, row in _inked(rows, range(story.stop, len(rows))))
    head = stated_head(fields, where, inverted=where == "ProQuest")
    return StatedText(head, body, above=above, below=below)


def _first(rows: Sequence[str], places: range, is_it: Callable[[str], object]) -> int | None:
    return next((place for place in places if is_it(rows[place])), None)


def _lexis(rows: Sequence[str]) -> StatedText | None:
    length = _first(rows, range(min(len(rows), _REACH)), _LENGTH.fullmatch)
    if length is None:
        return None
    marks = [place for place, row in enumerate(rows) if _OF_DOCUMENTS.fullmatch(row)]
    if len(marks) > 1:
        return None  # several articles are for who parts them
    start = marks[0] + 1 if marks and marks[0] < length else 0
    day = _first(rows, range(start, length), lambda row: is_date_line(one_line(row)))
    if day is None:
        return None
    fields, stop = _labelled(rows, range(day + 1, min(len(rows), _REACH)))
    before = [(p, row) for p, row in _inked(rows, range(start, day)) if not _RIGHTS.match(row)]
    titled = before[:-1] or _title(rows, range(day + 1, length))
    paper = before[-1][1] if before else ""
    fields |= {"date": one_line(rows[day]), "source": outlet_called(paper) or _PLACE.sub("", paper)}
    fields.setdefault("title", " ".join(row for _, row in titled))
    if byline := fields.get("byline"):
        fields["byline"] = _signed(str(byline))
    end = _first(rows, range(stop, len(rows)), _LEXIS_TAIL.match) or len(rows)
    end = _without_rights(rows, stop, end)
    tongue = (found[1] for row in rows[end:] if (found := _LANGUAGE.match(row)))
    fields.setdefault("language", next(tongue, ""))
    used = {day, *(p for p, _ in before), *(p for p, _ in titled)}
    story = [*rows]
    for place in range(stop, end):
        story[place] = _STORY_LABEL.sub("", rows[place])
    return _parted(story, range(stop, end), fields, "LexisNexis", used=used)


def _title(rows: Sequence[str], places: range) -> list[tuple[int, str]]:
    """Give the lines of a title: the first that stand together, apart from the day and its edition."""
    title: list[tuple[int, str]] = []
    apart = False
    for place in places:
        row = rows[place]
        if not row.strip() or _RIGHTS.match(row):
            if title:
                break
            apart = True
        elif apart:
            if _LABEL.fullmatch(row) and is_label(row.partition(":")[0]):
                break
            title.append((place, one_line(row)))
    return title


def _labelled(rows: Sequence[str], places: range) -> tuple[dict[str, object], int]:
    """Read the labels above a story and say where it begins: after the last of them."""
    fields: dict[str, object] = {}
    stop, last, counted = places.start, "", False
    for place in places:
        row = rows[place]
        if not row.strip():
            last = ""
            continue
        label = _LABEL.fullmatch(row)
        if _BODY.fullmatch(row):
            return fields, place + 1
        if label and (is_label(label[1]) or label[1].isupper()) and not _is_highlight(label[1]):
            last = "title" if label[1].lower() == "headline" else label[1].lower()
            fields.setdefault(last, one_line(label[2] or ""))
        elif last:
            fields[last] = f"{fields[last]} {one_line(row)}"
        elif counted:
            return fields, stop
        counted = counted or bool(_LENGTH.fullmatch(row))
        stop = place + 1
    return fields, stop


def _is_highlight(name: str) -> bool:
    """Tell whether a label heads the lead, which is part of the story."""
    return name.lower() in {"highlight", "body", "graphic"}


def _without_rights(rows: Sequence[str], start: int, end: int) -> int:
    """Give the end of a story without the lines of rights that close it."""
    while end > start and (not rows[end - 1].strip() or _RIGHTS.match(rows[end - 1])):
        end -= 1
    return end


def _signed(text: str) -> list[str]:
    """Give the names of a byline, or what it says if there are none."""
    text = text.title() if text.isupper() else text
    return list(byline_names(text) or names_of(text) or [text])


def _factiva(rows: Sequence[str]) -> StatedText | None:
    if sum(1 for row in rows if _FACTIVA_ID.fullmatch(row)) > 1:
        return None
    for place in range(1, min(len(rows), _REACH)):
        if _WORDS.fullmatch(rows[place]):
            below = [p for p, _ in _inked(rows, range(place + 1, min(place + 12, len(rows))))]
            if len(below) >= 3 and is_date_line(one_line(rows[below[0]])):  # noqa: PLR2004 - day, paper, rights
                return _of_factiva(rows, place, below)
    return None


def _of_factiva(rows: Sequence[str], words: int, below: list[int]) -> StatedText | None:
    """Read the head around a line `168 words`: title and byline above, day and paper below it."""
    day, *rest = below
    if _TIME.fullmatch(rows[rest[0]]):
        rest = rest[1:]
    stop = _first(rows, range(rest[0], len(rows)), _RIGHTS.match)
    if stop is None or stop > words + _REACH or not find_dates(one_line(rows[day])):
        return None
    stop = _first(rows, range(stop, len(rows)), lambda row: not row.strip()) or len(rows)
    above = [p for p, _ in _inked(rows, range(words))]
    if not above:
        return None
    signed = len(above) > 1 and bool(byline_names(rows[above[-1]]) or names_of(rows[above[-1]]))
    title = above[-2] if signed else above[-1]
    fields: dict[str, object] = {
        "title": one_line(rows[title]),
        "date": one_line(rows[day]),
        "source": one_line(rows[rest[0]]),
    }
    if signed:
        fields["byline"] = _signed(one_line(rows[above[-1]]))
    if language := next((p for p in rest[1:] if _is_language(rows[p])), None):
        fields["language"] = one_line(rows[language])
    end = _first(rows, range(stop, len(rows)), _FACTIVA_ID.fullmatch)
    used = {title, day, rest[0], *([above[-1]] if signed else [])}
    return _parted(rows, range(stop, end or len(rows)), fields, "Factiva", used=used)


def _is_language(row: str) -> bool:
    return stated_head({"language": row.strip()}, "").language is not None and len(row.strip()) > 3  # noqa: PLR2004 - not a code


def _proquest(rows: Sequence[str]) -> StatedText | None:
    start = _first(rows, range(min(len(rows), _REACH)), _FULL_TEXT.match)
    if start is None or not any(_PROQUEST.search(row) for row in (*rows[:start], *rows[-40:])):
        return None
    end = _first(rows, range(start + 1, len(rows)), _TEXT_ENDS.match) or len(rows)
    fields: dict[str, object] = {}
    used: set[int] = set()
    for place in (*range(start), *range(end, len(rows))):
        label = _LABEL.fullmatch(rows[place])
        if label and is_label(label[1]) and label[2] and label[1].lower() != "last updated":
            fields.setdefault(label[1], one_line(label[2]))
    titles = [p for p, row in _inked(rows, range(start)) if not _LABEL.fullmatch(row)]
    if "Title" not in fields:
        fields["Title"] = next((one_line(rows[p]) for p in titles if "://" not in rows[p]), "")
    address = next((row for _, row in _inked(rows, range(start)) if "://" in row), "")
    fields.setdefault("url", address)
    body = [*rows]
    body[start] = _FULL_TEXT.sub("", rows[start], count=1)
    used |= {p for p, row in _inked(rows, range(start)) if row == fields["Title"]}
    return _parted(body, range(start, end), fields, "ProQuest", used=used)
