"""What a line looks like by itself, before its neighbours are asked."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from search.formats.addresses import find_address
from search.formats.credits import ends_in_credit, is_credit
from search.formats.dates import find_dates
from search.formats.lines import has_ink
from search.formats.phrases import PhraseBook
from search.formats.tables import alternation, table

if TYPE_CHECKING:
    from search.formats.lines import Line


class Look(Enum):
    """What a line looks like."""

    PROSE = auto()
    """A paragraph: enough words that run on and end as sentences do."""
    SENTENCE = auto()
    """Too short for a paragraph, but ends as a sentence does."""
    SHORT = auto()
    """A few words that end openly: a headline, a heading, a name, a link."""
    FURNITURE = auto()
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


_PROSE_WORDS = 12
_LONG_WORDS = 25
_SENTENCE_WORDS = 4
_RUNNING = 0.45
_BULLET = re.compile(r"^(?:[•·▪◦‣●○■□▶►*–—-]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s)")
_HANDLE = re.compile(r"(?<![\w.@])@\w{2,30}\b(?!\.\w)")
_TAG = re.compile(r"(?<![\w&#])#[^\W\d]\w+|pic\.twitter\.com/|(?<!\w)https?://t\.co/")
_POSTED_BY = re.compile(r"^.{1,60}\(?@\w{2,30}\)?(?:\W.{0,40})?$")
_CRUMBS = re.compile(r"\s[/›»>|·•]\s")
_MOST_CAPTION = 90
_LONGEST_PLAIN = 60
_SHOUT = re.compile(r"[^\W\d_]")


def look(line: Line) -> Look:
    """Tell what a line looks like. Cost: linear in its length."""
    text = line.text
    lowered = text.lower()
    if not has_ink(text) or lowered.strip(" .:|>»›→…") in _plain():
        return Look.FURNITURE
    if line.words <= _PROSE_WORDS and (opening := _opening(lowered)):
        return opening
    if is_credit(text):
        return Look.CREDIT
    if line.words <= _MOST_CAPTION and ends_in_credit(text):
        return Look.CAPTION
    if line.words <= _PROSE_WORDS and (is_date_line(text) or _is_address_line(text)):
        return Look.DATE if is_date_line(text) else Look.ADDRESS
    if _is_post(line):
        return Look.POST
    if _is_menu(line) or cue_weight(lowered) >= _limit(line):
        return Look.FURNITURE
    if _BULLET.match(text):
        return Look.ITEM
    if line.small >= _RUNNING and (
        (line.words >= _PROSE_WORDS and (line.ends or line.breaks)) or line.words >= _LONG_WORDS
    ):
        return Look.PROSE
    if line.words >= _SENTENCE_WORDS and line.ends and line.small >= _RUNNING:
        return Look.SENTENCE
    return Look.SHORT


def cue_weight(lowered: str) -> float:
    """Add up the words of a lower-cased line that give furniture away; each counts once."""
    seen = {found.phrase: found.meaning for found in _cues().find(lowered)}
    return sum(seen.values())


def leads_elsewhere(text: str) -> bool:
    """Tell whether a line begins as a link to another story does: `Read more: …`."""
    return bool(_starts("leads_elsewhere").match(text.lower()))


def is_date_line(text: str) -> bool:
    """Tell whether a line has a full date and little besides."""
    dates = find_dates(text)
    if not dates:
        return False
    rest = len(text) - sum(found.stop - found.start for found in dates)
    return rest <= _LONGEST_PLAIN and not re.search(r"[a-z]{2}[.!?]\s", text)


def _is_address_line(text: str) -> bool:
    address = find_address(text)
    return address is not None and len(text) - len(address) <= _LONGEST_PLAIN // 2


def _is_post(line: Line) -> bool:
    if line.words > _PROSE_WORDS:
        return len(_TAG.findall(line.text)) + len(_HANDLE.findall(line.text)) >= 2  # noqa: PLR2004 - one may be cited
    return bool(_HANDLE.search(line.text)) and bool(_POSTED_BY.match(line.text)) and not line.ends


def _is_menu(line: Line) -> bool:
    """Tell whether a line is made of a menu's words, or of parts between separators."""
    words = [w for w in re.findall(r"[\w.]+|&", line.text.lower()) if not w.isdigit()]
    menu = _menu()
    if words and line.words <= _PROSE_WORDS and all(w in menu for w in words):
        return True
    parts = _CRUMBS.split(line.text)
    return len(parts) > 2 and all(len(p.split()) <= 4 for p in parts)  # noqa: PLR2004 - `A / B` may be a title


def _limit(line: Line) -> float:
    """Give the cue weight from which a line is furniture: it grows with what else is said."""
    if line.words <= 3:  # noqa: PLR2004 - one telling word is enough
        return 2
    return 2 + line.words / 7


def _opening(lowered: str) -> Look | None:
    if _starts("comments_begin").match(lowered) or re.fullmatch(
        r"\d+ (?:comments?|replies|responses)", lowered
    ):
        return Look.COMMENTS
    if _starts("others_begin").match(lowered):
        return Look.OTHERS
    return Look.FURNITURE if _starts("leads_elsewhere").match(lowered) else None


@cache
def _plain() -> frozenset[str]:
    return frozenset(entry.strip(" .:|>»›→…") for entry in table("furniture")["alone"])


@cache
def _menu() -> frozenset[str]:
    return frozenset(table("furniture")["menu"])


@cache
def _cues() -> PhraseBook[float]:
    return PhraseBook(
        {
            phrase: float(weight)
            for weight, phrases in table("furniture")["cues"].items()
            for phrase in phrases
        }
    )


@cache
def _starts(name: str) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{alternation(table('furniture')[name]['starts'])})(?!\w)")
