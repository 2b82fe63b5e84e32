"""How much of a file makes an article; what is longer is cut, and the article says so.

Time and memory for one article are bounded by these, whatever its file holds. Each is several
times what the longest articles have, so a cut means that the file is no article, or not one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_TEXT = 1_000_000
"""Characters of a text: a long novel, some 170,000 words. A live blog of a whole day has a tenth."""

MOST_LINES = 50_000
"""Lines that say something: what a novel has. Each may be a block, which costs as much as the
characters of twenty."""

DEEPEST = 20
"""Levels of Markdown: a quote is one, a list two. A text of more is read without its marks, for
the time that brackets take grows with the levels."""

MOST_MARKS = 20_000
"""Characters of Markdown that may be marks within a paragraph, as 4,000 links have. Each
costs as much as a hundred letters, so a text with more is read with its marks as they stand."""

LONGEST_MARKUP = 2_000_000
"""Characters of a web page's HTML without styles, programs and pictures: ten times a long page's."""

MOST_ELEMENTS = 20_000
"""Elements of a web page in which a story is looked for; one of more is read as the text it shows."""

MOST_LEVELS = 1_000_000
"""Levels of all its elements together, likewise: an extractor asks each for those around it. A
page of ten thousand elements has a quarter of that."""

DEEPEST_PARTS = 3
"""Messages of parts within each other in MHTML: the page may stand beside a plain form of itself."""

LONGEST_MAIL = 64 << 20
"""Bytes of a mail with its attachments; servers take none of more than 50 MB."""

LONGEST_MAIL_TEXT = 8 << 20
"""Bytes of a text within a mail, as it stands there: the longest text, as HTML."""

LONGEST_CHAPTER = 8 << 20
"""Bytes of a chapter's file in an EPUB, likewise."""

LONGEST_BOOK = 64 << 20
"""Bytes of all chapters of an EPUB: an encyclopedia."""

MOST_DRAWING = 1 << 20
"""Bytes that draw the pages of a PDF: 100 to 300 pages, and two to four seconds."""

LONGEST_ARCHIVED = 16 << 20
"""Bytes of a page in a web archive, as the server sent it and without its encodings."""

LARGEST_MEMBER = 64 << 20
"""Bytes of a file in an archive, unpacked, and of a file that was compressed by itself."""

DEEPEST_ARCHIVE = 2
"""Archives that an archive may lie in and still be looked into."""

MOST_CONTENTS = 64 << 20
"""Bytes of the table of contents of a ZIP archive: some 500,000 files, which take ten times as much
in memory."""

MOST_TOGETHER = 64 << 20
"""Bytes of a web archive that are compressed together, and read at once for any page of them."""

LONGEST_FRONT_MATTER = 1 << 16
"""Characters of front matter: a hundred times what a head needs; what is longer is left out."""

DEEPEST_FRONT_MATTER = 12
"""Lists and mappings within each other in front matter. Deeper, it is read line by line."""

LARGEST_ARTICLE = 8 << 20
"""Bytes of a file that is one article: eight times the longest, for what surrounds it."""

LARGEST_WHOLE = 64 << 20
"""Bytes of a file that has to be read whole for any article in it; it takes six times as much
memory. A year of a large newspaper has as many."""

LARGEST_RECORD = 8 << 20
"""Bytes of one record among many, with all its fields: eight times the longest text."""

MOST_VALUES = 2_000_000
"""Values of a JSON text; each takes up to a hundred bytes of memory, whatever it says."""

LONGEST_TITLE = 1_000
"""Characters of a title, which every list of it shows and keeps."""

LONGEST_NAME = 200
"""Characters of a source, an author's name or a tag: lists and counts show them whole."""

MOST_NAMES = 100
"""Authors of an article, and tags: the longest bylines of science aside, no head has more."""

LONGEST_ADDRESS = 2_000
"""Characters of an address; browsers take no more. A longer one is none, for half leads nowhere."""

LONGEST_LANGUAGE = 35
"""Characters of a language's tag; RFC 5646 has programs allow for as many."""

_LONGEST = {"title": LONGEST_TITLE, "source": LONGEST_NAME}
_SEVERAL = frozenset({"authors", "tags"})
_WHOLE = {"url": LONGEST_ADDRESS, "language": LONGEST_LANGUAGE}
_TIDY = 1_000
"""Characters that a cut may come early for the sake of a line's or a word's end."""
_TOLD_LINE = re.compile(r"[^ \n\f][^\n\f]*")


def cut_text(text: str) -> tuple[str, tuple[str, ...]]:
    """Give as much of a cleaned text as is read, and in a phrase what was left out, if any was."""
    cuts: list[str] = []
    if len(text) > LONGEST_TEXT:
        kept = text[:LONGEST_TEXT]
        ends = (kept.rfind(sign, max(0, LONGEST_TEXT - _TIDY)) for sign in ("\n", " "))
        text = kept[: next((end for end in ends if end >= 0), LONGEST_TEXT)]
        cuts.append(f"the text after {LONGEST_TEXT:,} characters")
    if text.count("\n") + text.count("\f") >= MOST_LINES:
        ends = (
            line.end()
            for place, line in enumerate(_TOLD_LINE.finditer(text), 1)
            if place == MOST_LINES
        )
        end = next(ends, len(text))
        if text[end:].strip():
            text = text[:end]
            cuts.append(f"the text after {MOST_LINES:,} lines")
    return text, tuple(cuts)


def cut_fields(fields: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Give as much of an article's head as is kept, by field, and what was left out."""
    kept: dict[str, Any] = {}
    cuts: list[str] = []
    for name, value in fields.items():
        if name in _WHOLE and len(value) > _WHOLE[name]:
            cuts.append(f"the {name}, of {len(value):,} characters")
            continue
        if name == "url" and not is_web_address(value):
            cuts.append("the url, which no browser could open")
            continue
        kept[name] = value
        if name in _LONGEST:
            kept[name] = _cut(value, _LONGEST[name], f"the {name}", cuts)
        elif name in _SEVERAL:
            kept[name] = tuple(
                _cut(one, LONGEST_NAME, f"one of the {name}", cuts) for one in value[:MOST_NAMES]
            )
            if len(value) > MOST_NAMES:
                cuts.append(f"all but {MOST_NAMES} of {len(value):,} {name}")
    return kept, tuple(dict.fromkeys(cuts))


def _cut(text: str, most: int, what: str, cuts: list[str]) -> str:
    if len(text) <= most:
        return text
    cuts.append(f"{what} after {most:,} characters")
    return f"{text[: most - 1].rstrip()}…"
