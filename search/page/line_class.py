"""Classifying a line by its own text, before looking at its neighbours."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from search.page.addresses import find_address
from search.page.boilerplate_cues import cue_weight, speaks_as_boilerplate
from search.page.days.dates import find_dates
from search.page.line_openings import line_openings
from search.page.lines import has_ink
from search.page.picture_credits import ends_in_credit, is_credit, is_sign_off
from search.word_lists import alternation, word_lists

if TYPE_CHECKING:
    from search.page.lines import Line


class LineClass(Enum):
    """The class of a line."""

    PROSE = auto()
    """A paragraph: enough words that run on and end as sentences do."""
    SENTENCE = auto()
    """Too short for a paragraph, but ends as a sentence does."""
    SHORT = auto()
    """A few words that end openly: a headline, a heading, a name, a link."""
    BOILERPLATE = auto()
    """Says so itself: share, subscribe, comment, menu words, rights."""
    COMMENTS = auto()
    """Opens what readers say."""
    OTHERS = auto()
    """Opens a list of other stories."""
    CREDIT = auto()
    """Whose picture it is, and nothing else."""
    CAPTION = auto()
    """Describes a picture and ends with its credit."""
    DATE = auto()
    """Little besides a full date."""
    ADDRESS = auto()
    """Little besides a web address."""
    ITEM = auto()
    """Begins with a bullet or a number, as in a list."""
    POST = auto()
    """A post from elsewhere: handles, tags."""
    QUOTED = auto()
    """What a post says; like those below, told from its neighbours."""
    POSTED = auto()
    """What stands below a post: when it was sent, how many liked it, buttons."""
    ROW = auto()
    """A row of a table."""
    RULE = auto()
    """The rule below the head of a table."""
    TIME = auto()
    """The time of an entry on a live page."""
    TEASER = auto()
    """Leads to another story in the midst of one: a label, a title, a teaser."""

    __hash__ = object.__hash__
    """Enum's own is slow, and every line is looked for in sets of classes."""


_SHORT = 80
"""Characters of a line that may well come again: a link, a heading."""
_MOST = 1 << 14
_seen: dict[str, LineClass] = {}
_PROSE_WORDS = 12
_LONG_WORDS = 45
_SENTENCE_WORDS = 4
_SURE_SENTENCE = 6
_RUNNING = 0.45
_NAMED = 0.2
"""The share of small words that even a sentence full of names has."""
_BULLET = re.compile(r"^(?:[•·▪◦‣●○■□▶►*–—-]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s)")
_HANDLE = re.compile(r"(?<![.@])@\w{2,30}\b(?!\.\w)")
_TAG = re.compile(r"(?<![\w&#])#[^\W\d]\w+|pic\.twitter\.com/|(?<!\w)https?://t\.co/")
_POSTED_BY = re.compile(r"^.{1,60}\(?@\w{2,30}\)?(?:\W.{0,40})?$")
_TWEETED = re.compile(r"[—–-]\s?[^—]{1,60}\(@\w{2,30}\)(?:\s[\w., :]{4,40})?$")
_TAIL = 160
_MENU_WORD = re.compile(r"[\w.]+|&")
_CRUMB_SIGN = re.compile(r"[/›»>|·•]")
_CRUMBS = re.compile(r"\s[/›»>|·•]\s")
_SIGNED = re.compile(r"\s[|•·]\s+By\s")
_MOST_CAPTION = 90
_LONGEST_PLAIN = 60
_LONGEST_DATE_LINE = 200
_MOST_BESIDES = 9
_BESIDE_DATE = re.compile(r"\s[·•|]\s")
_LABEL_WORDS = 4
_FEW_WORDS = 8
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b.{0,9}(?:19|20)\d\d)", re.IGNORECASE)
_LONGEST_LINK = 30
_COUNTED = re.compile(r"[\d,.]+ (?:comments?|replies|responses)")
_COUNTS = ("comment", "comments", "replies", "responses")


BOILERPLATE_CLASSES = frozenset(
    {
        LineClass.BOILERPLATE,
        LineClass.COMMENTS,
        LineClass.OTHERS,
        LineClass.DATE,
        LineClass.ADDRESS,
        LineClass.POSTED,
        LineClass.RULE,
        LineClass.TIME,
        LineClass.TEASER,
    }
)
"""Looks that no line of a story has."""


def classify(line: Line) -> LineClass:
    """Classify a line by its text alone. Cost: linear in its length."""
    if len(line.text) > _SHORT:
        return _classify(line)
    seen = _seen.get(line.text)
    if seen is None:
        if len(_seen) >= _MOST:
            _seen.clear()
        seen = _seen[line.text] = _classify(line)
    return seen


def _classify(line: Line) -> LineClass:
    lowered = line.text.lower()
    return _plain_boilerplate(line, lowered) or _beside_story(line) or _told(line)


def _plain_boilerplate(line: Line, lowered: str) -> LineClass | None:
    """Know boilerplate by what it says outright."""
    begun = line_openings(lowered)
    short = line.words <= _PROSE_WORDS
    if short:
        if "comments_begin" in begun or _is_count(lowered):
            return LineClass.COMMENTS
        if "others_begin" in begun:
            return LineClass.OTHERS
    if not has_ink(line.text) or lowered.strip(" .:|>»›→…") in _plain():
        return LineClass.BOILERPLATE
    if short:
        asks = line.words <= _FEW_WORDS and not line.ends and "asks" in begun
        return LineClass.BOILERPLATE if asks or "leads_elsewhere" in begun else None
    if line.words <= _LONGEST_LINK and not line.breaks and "leads_elsewhere" in begun:
        stop = begun["leads_elsewhere"]
        if lowered[stop - 1] == ":" or lowered.startswith(":", stop):
            return LineClass.BOILERPLATE
    return None


def _is_count(lowered: str) -> bool:
    """Tell whether a line counts what others say: `12 comments`."""
    return lowered.endswith(_COUNTS) and _COUNTED.fullmatch(lowered) is not None


def _beside_story(line: Line) -> LineClass | None:
    """Know what stands beside a story: pictures, dates, addresses, posts, menus, offers."""
    text = line.text
    if is_sign_off(text):
        return LineClass.BOILERPLATE
    if line.dates and line.credits and _is_labelled_date(text):
        return LineClass.DATE  # `AFP | Updated: 3 May 2019` names an agency, and credits no picture
    if line.credits and is_credit(text) and not _SIGNED.search(text):
        return LineClass.CREDIT
    if line.credits and line.words <= _MOST_CAPTION and ends_in_credit(text):
        return LineClass.CAPTION
    if is_rights_line(text):
        return LineClass.BOILERPLATE
    if _is_post(line):
        return LineClass.POST
    if line.dates and is_date_line(text):
        return LineClass.DATE
    if line.words <= _PROSE_WORDS and _is_address_line(text):
        return LineClass.ADDRESS
    return LineClass.BOILERPLATE if _is_told_by_cues(line) or _is_menu(line) else None


def _is_labelled_date(text: str) -> bool:
    labels = {found.label for found in find_dates(text)}
    return not labels.isdisjoint({"published", "updated"}) and is_date_line(text)


def is_rights_line(text: str) -> bool:
    """Tell whether a line begins with whose a text is, or what one may not do with it: `© 2019 The Tide`."""
    return _RIGHTS.match(text) is not None or _rights_words().match(text) is not None


@cache
def _rights_words() -> re.Pattern[str]:
    words = alternation(word_lists("page/boilerplate")["rights"]["opens"])
    return re.compile(rf"\W{{0,3}}(?:{words})(?!\w)", re.IGNORECASE)


def _is_told_by_cues(line: Line) -> bool:
    """Tell whether the words that give boilerplate away outweigh what else a line says."""
    limit = _limit(line)
    if line.cues < limit:
        return False
    whole = line.words >= _PROSE_WORDS and (line.ends or line.breaks)
    weigh = speaks_as_boilerplate if whole else cue_weight
    return weigh(line.text, limit) >= limit


def _told(line: Line) -> LineClass:
    """Tell paragraph, sentence, item and headline apart by how the line runs and ends."""
    if _BULLET.match(line.text):
        return LineClass.ITEM
    ends = line.ends
    if line.words >= (_SENTENCE_WORDS if line.text.endswith(":") else _SURE_SENTENCE):
        ends = ends or line.text.endswith((":", ",", ";", "—", "–"))  # goes on below
    running = line.small >= _RUNNING
    if running and (
        (line.words >= _PROSE_WORDS and (ends or line.breaks)) or line.words >= _LONG_WORDS
    ):
        return LineClass.PROSE
    named = line.words >= _SURE_SENTENCE and line.text[-1] in ".。" and line.small >= _NAMED
    if line.words >= _SENTENCE_WORDS and ends and (running or named):
        return LineClass.SENTENCE
    return LineClass.SHORT


def is_date_line(text: str) -> bool:
    """Tell whether a line has a full date and little besides; a sentence about a day has more."""
    if len(text) > _LONGEST_DATE_LINE or not (dates := find_dates(text)):
        return False
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + rest[found.stop :]
    words = rest.split()
    if text.endswith("."):
        return len(words) <= 1
    if len(parts := _BESIDE_DATE.split(rest)) > 1:
        rest = " ".join(part for part in parts if not _is_label(part))
        words = rest.split()
    return len(rest) <= _LONGEST_PLAIN and len(words) <= _MOST_BESIDES


def _is_label(text: str) -> bool:
    """Tell whether a part of a line between separators is a name or a label: few words with capitals."""
    words = text.split()
    return len(words) <= _LABEL_WORDS and not any(word[0].islower() for word in words)


def _is_address_line(text: str) -> bool:
    address = find_address(text)
    return address is not None and len(text) - len(address) <= _LONGEST_PLAIN // 2


def _is_post(line: Line) -> bool:
    text = line.text
    if "@" not in text and "#" not in text and ".co/" not in text and ".com/" not in text:
        return False  # no handle, no tag and no picture's address
    if _TWEETED.search(text[-_TAIL:]) or "pic.twitter.com/" in text:
        return True
    if line.words > _PROSE_WORDS:
        return len(_TAG.findall(line.text)) + len(_HANDLE.findall(line.text)) >= 2  # noqa: PLR2004 - one may be cited
    return bool(_HANDLE.search(line.text)) and bool(_POSTED_BY.match(line.text)) and not line.ends


def _is_menu(line: Line) -> bool:
    """Tell whether a line is made of a menu's words, or of parts between separators."""
    if line.words <= _PROSE_WORDS:
        words = _MENU_WORD.findall(line.text.lower())
        menu = _menu()
        if all(word in menu or word.isdigit() for word in words) and not menu.isdisjoint(words):
            return True
    if not _CRUMB_SIGN.search(line.text):
        return False
    parts = _CRUMBS.split(line.text)
    return len(parts) > 2 and all(len(p.split()) <= 4 for p in parts)  # noqa: PLR2004 - `A / B` may be a title


def _limit(line: Line) -> float:
    """Give the cue weight from which a line is boilerplate: it grows with what else is said."""
    if line.words <= 3:  # noqa: PLR2004 - one telling word is enough
        return 2
    return 2 + line.words / 7


@cache
def _plain() -> frozenset[str]:
    return frozenset(entry.strip(" .:|>»›→…") for entry in word_lists("page/boilerplate")["alone"])


@cache
def _menu() -> frozenset[str]:
    return frozenset(word_lists("page/boilerplate")["menu"])
