"""Authors: bylines, and names that stand alone beside a date."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from search.page.boilerplate_cues import cue_weight
from search.page.days.date_grammar import grammar
from search.page.days.dates import find_dates
from search.page.offices import is_nobody, names_no_person, offices, without_paper
from search.page.outlet_names import is_outlet
from search.untrusted import iso_day
from search.word_lists import alternation, word_lists

_LONGEST = 160
_NAME_WORD = r"(?:[^\W\d_a-z][\w.'’-]*|(?:de|del|della|di|da|dos|das|du|la|le|van|von|der|den|ter|bin|ibn|al|el|ben|zu|y|e|af|av|st\.)(?=[ -]))"
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}")
_SIGNATURE = re.compile(rf"{_NAME_WORD}(?: (?:of|for|the|{_NAME_WORD})){{0,4}}")
_DOES = re.compile(
    r".{0,30}?\b(?:is (?:an?|the|our|[\w ’'-]{0,40}(?:editor|reporter|correspondent|writer|columnist))\b"
    r"|covers|writes|reports|has (?:written|covered|been)|joined|was (?:a|an|the)\b)"
)
_WORKS = re.compile(r"([^\W\d_a-z][\w’'-]{2,20}) (?:is|works as) (?:an?|the|our) ([^.]{3,100})")
_BESIDES = 3
_CAMEL = re.compile(
    r"(?!Ma?c|Fitz|D[aeiou]|V[ao]n|San|L[aeo]s?[A-Z])([^\W\d_a-z]\w*[^\W\d_A-Z]{2})[A-Z][^\W\d_A-Z]+"
)
"""Two words glued together, but for the names that are written so."""
_WORD_NAME = re.compile(r"(?=.*[^\W\d_]{3})[^\W\d_a-z][\w'’-]{2,30}")
_CAMEL_NAME = re.compile(r"[^\W\d_a-z]\w{0,20}(?<=[a-z])[A-Z]\w{1,20}|[A-Z]{2,20}[a-z]\w{1,20}")
_PLACED = re.compile(r" in (?:[^\W\d_a-z][\w.'’-]{1,30}(?:, | and | )?){1,4}\Z")
"""Where somebody reports from: `Jane Doe in New York`."""
_PLACED_INSIDE = re.compile(r" in (?:[^\W\d_a-z][\w.'’-]{1,30} ){1,3}(?=and )")
_MAIL = re.compile(r"(?<!\S)[(<]?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}[)>]?")
_MOST_NAME_WORDS = 5
_MOST_WITH_OUTLET = 16
"""Words of a line in which an outlet is looked for behind a name."""


def byline_names(text: str) -> tuple[str, ...]:
    """Give the names of a byline, `By X, Y and Z`; empty if the line is none."""
    return _byline_names(text) if len(text) <= _LONGEST else ()


@lru_cache(maxsize=1 << 12)
def _byline_names(text: str) -> tuple[str, ...]:
    match = _opening().match(text)
    return names_of(text[match.end() :], signed=True) if match else ()


def sole_signature(text: str) -> str:
    """Give the one word that a byline is signed with: `by DrQuill, 3 May 2019`; empty if none is.

    That is a word with a capital inside it or, where a date follows in the line, any with one.
    """
    match = _opening().match(text) if len(text) <= _LONGEST else None
    if match is None:
        return ""
    signed = text[match.end() :]
    dates = find_dates(signed)
    name = (signed[: dates[0].start] if dates else signed).strip(" ,;:|·•–—-")
    form = _WORD_NAME if dates else _CAMEL_NAME
    if not form.fullmatch(name) or is_outlet(name) or _is_cue(name) or is_nobody(name):
        return ""
    return name if name.lower() not in _stops(signed=False) else ""


def inner_names(text: str) -> tuple[str, ...]:
    """Give the names of a byline that begins inside its line, `News by X`; empty if none."""
    match = _inner().match(text) if len(text) <= _LONGEST else None
    return names_of(text[match.end() :]) if match else ()


def is_open_byline(text: str) -> bool:
    """Tell whether a line is only a byline's beginning, `By`: the names follow on the next."""
    return bool(_opening().fullmatch(f"{text} "))


def is_about(text: str, authors: tuple[str, ...]) -> bool:
    """Tell whether a line is about one of the authors: `Jane Doe is a reporter at …`, `Jane Doe`."""
    if text in authors:
        return True
    if works := _WORKS.match(text):
        return any(name.split()[0] == works[1] for name in authors) and bool(
            _posts().search(works[2].lower())
        )
    return text.startswith(authors) and any(
        text.startswith(name) and _DOES.match(text.removeprefix(name).removeprefix(f" {name}"))
        for name in authors
    )


def names_of(text: str, *, signed: bool = False) -> tuple[str, ...]:
    """Give the personal names a text lists, up to the first thing that is none.

    A name has two to five words, each with a capital; agencies, outlets, offices and the
    words of a menu are left out, titles and degrees cut off, `Jr.` and `III` kept. Initials such as
    `mm/aw` are no names. After `By` (`signed`) an institution may stand too, and a name in a script
    without capitals, which nothing else tells from other words.
    """
    text = _MAIL.sub("", text) if "@" in text else text
    dates = find_dates(text)
    if dates:
        text = _before_date(text[: dates[0].start], dates[0].iso, signed=signed)
    text = _PLACED_INSIDE.sub(" ", text)
    text = _glued().sub(" | ", text)
    end = _ends().search(text)
    office = end[0].strip().lower() if end else ""
    if office == "(" and end and _is_agency(text[end.end() :].partition(")")[0]):
        return ()  # `LARNE (AP)`: where an agency reports from
    listed = joined_suffixes(text[: end.start()] if end else text)
    found: list[str] = []
    for part in _joins().split(listed):
        name = _tidy(_without_titles(part.strip(" ,;:*\u2022|/-–—"), office))
        if not name:
            continue
        if not is_name(name, signed=signed) or names_no_person(name):
            break
        if found and (_is_body(name) or (office in offices() and _is_field(name))):
            break
        if name not in found:
            found.append(name)
    return tuple(found)


def _before_date(text: str, day: str, *, signed: bool) -> str:
    """Give what stands before a date without the day of the week.

    After `By` (`signed`) a word that is another day's is the end of a name that would be one word without
    it: `Joe Friday, 3 May 2017`, which was a Wednesday.
    """
    week = grammar().weekday.search(text.rstrip(" ,"))
    if week is None:
        return text
    before, on = text[: week.start()], iso_day(day)
    another = on is not None and grammar().weekdays.get(week[0].lower()) != on.weekday()
    last = _joins().split(before)[-1].split()
    return text if signed and another and len(last) == 1 and not _is_agency(last[0]) else before


def _is_body(name: str) -> bool:
    """Tell whether what follows a person's name is what that works for, not a second person."""
    bodies = word_lists("page/boilerplate")["bylines"]["bodies"]
    words = name.lower().split()
    return not _NAME.fullmatch(name) or any(word.strip(".,") in bodies for word in words)


def _is_field(name: str) -> bool:
    """Tell whether what stands before an office is what that is for: `BBC Transport` correspondent."""
    beats = word_lists("page/boilerplate")["bylines"]["beats"]
    return any(is_outlet(word) or word.lower() in beats for word in name.split())


def _tidy(name: str) -> str:
    """Take the stop after a name away, but for that of `Jr.`."""
    bare = name.strip(" .,")
    suffixes = word_lists("page/boilerplate")["bylines"]["suffixes"]
    last = bare.rpartition(" ")[2]
    return f"{bare}." if name.endswith(".") and last.lower() in suffixes else bare


def lone_names(text: str) -> tuple[str, ...]:
    """Give the name or names a line consists of, perhaps with what they do; else none."""
    text = without_paper(_PLACED.sub("", text))
    names = names_of(text)
    named = sum(len(name.split()) for name in names)
    return names if named and len(text.split()) <= named + _BESIDES else ()


def is_name(text: str, *, signed: bool = False) -> bool:
    """Tell whether a text can be a person's name and nothing else, or one that signs."""
    words = text.split()
    form = _SIGNATURE if signed else _NAME
    if not 2 <= len(words) <= _MOST_NAME_WORDS or not form.fullmatch(text):  # noqa: PLR2004 - a count of words
        return False
    if is_outlet(text) or any(map(_is_cue, words)):
        return False
    if not signed and text.lower() == text.upper():
        return False
    return _stops(signed=signed).isdisjoint([word.strip(".,").lower() for word in words])


@lru_cache(maxsize=1 << 14)
def _is_cue(word: str) -> bool:
    return cue_weight(word) > 0


@cache
def _stops(*, signed: bool) -> frozenset[str]:
    data = word_lists("page/boilerplate")
    bylines = data["bylines"]
    no_persons = [*bylines["roles"], *bylines["papers"], *bylines["posts"]]
    return frozenset(no_persons if signed else [*no_persons, *bylines["beats"], *data["menu"]])


def _is_agency(name: str) -> bool:
    return is_outlet(name) or name.lower() in word_lists("page/boilerplate")["credits"]["holders"]


def joined_suffixes(text: str) -> str:
    """Take the comma away between a name and `Jr.`, `Sr.` or `III`, which are part of it."""
    return _suffix().sub(r" \1", text) if "," in text else text


@cache
def _suffix() -> re.Pattern[str]:
    suffixes = alternation(word_lists("page/boilerplate")["bylines"]["suffixes"])
    return re.compile(rf"\s*,\s*((?i:{suffixes})\b\.?)(?![^\s,;])")


@cache
def _posts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(word_lists('page/boilerplate')['bylines']['posts'])})\b")


def _without_titles(text: str, office: str) -> str:
    """Cut off what follows a name without a comma: `Will Macmaster Editor`.

    Where an office follows the text, what that is for goes too (`Jane Doe Health`), and so does
    whatever else stands before `correspondent`: `Jane Doe Brussels`.
    """
    words = _without_outlet(text.split())
    in_office = office in offices()
    roles = offices() if in_office else word_lists("page/boilerplate")["bylines"]["roles"]
    while len(words) > 2 and words[-1].strip(".,").lower() in roles:  # noqa: PLR2004 - a count of words
        words.pop()
        roles = offices()
    if in_office and words and (glued := _CAMEL.fullmatch(words[-1])):
        words[-1] = glued[1]  # `WalshShowbiz Reporter`, where the line break was lost
    if len(words) == len(text.split()) and office == "correspondent":
        plain = (i for i, word in enumerate(words) if i and len(word) > 2 and word[0].isupper())  # noqa: PLR2004 - no initial
        words = words[: next(plain, len(words)) + 1]
    return " ".join(words)


def _without_outlet(words: list[str]) -> list[str]:
    """Cut off the outlet that follows a name: of several words, or in capitals, `CNN`."""
    if len(words) > _MOST_WITH_OUTLET:
        return words
    for kept in range(2, len(words)):
        paper = words[kept:]
        if (len(paper) > 1 or paper[0].isupper()) and is_outlet(" ".join(paper)):
            return words[:kept]
    return words


@cache
def _opening() -> re.Pattern[str]:
    opens = alternation(word_lists("page/boilerplate")["bylines"]["opens"])
    return re.compile(rf"\W{{0,2}}(?:(?i:{opens})\s?:?\s+|By(?=[A-Z]))")


@cache
def _inner() -> re.Pattern[str]:
    """Match `by` further on, `News by …`, `posted on 3 May 2019 by …`, but for pictures."""
    pictures = alternation(word_lists("page/boilerplate")["credits"]["opens"])
    return re.compile(rf"(?!(?i:{pictures})\b)(?:\S+ ){{1,8}}(?:\d{{4}})?[Bb]y ")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(alternation(word_lists("page/boilerplate")["bylines"]["ends"]), re.IGNORECASE)


@cache
def _glued() -> re.Pattern[str]:
    """Match between a name and a label or an office that lost the space before it: `DoePublished`."""
    bylines, labels = word_lists("page/boilerplate")["bylines"], word_lists("page/days/dates")
    words = [*bylines["roles"], *bylines["beats"], *labels["published"], *labels["updated"]]
    capitals = {word.title() for word in words if word.isalpha() and len(word) > 2}  # noqa: PLR2004 - no `Us`
    return re.compile(
        rf"(?<=[^\W\d_A-Z]{{2}})(?<!\bMac)(?<!\bV[ao]n)(?=(?:{alternation(capitals)})(?![^\W\d_]))"
    )


@cache
def _joins() -> re.Pattern[str]:
    joins = alternation(word_lists("page/boilerplate")["bylines"]["joins"])
    return re.compile(rf"\s*[,;]\s*(?:(?:{joins})\s+)?|\s+(?:{joins})\s+", re.IGNORECASE)
