"""What a page states in its tags, by name: meta tags, links, attributes, headings, times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from search.page.lines import words_of
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

T = TypeVar("T")

_MOST_VALUES = 200
"""Meta tags of one name, headings, times, bylines: none of a page has as many."""
_LONGEST = 10_000
_IN_HEAD = frozenset({"meta", "title", "link"})
_HEADLINES = frozenset({"h1", "h2", "h3"})
_FEW = 2
"""Words of a heading that may stand in any title."""
_MOST_BETWEEN = 120
"""Elements between a headline and the time that belongs to it."""
_MOST_PARTS = 300
"""Texts of an element that names authors; what has more is a part of the page."""
_MOST_TOGETHER = 25
"""Elements from one author's name to the next."""
_UPDATES = re.compile(r"updat|modif|revis", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:[Bb]y-?line(?![\s_-]*(?:bio|image|photo|pic))"
    r"|(?:[Aa]uthors?|[Cc]ontributors?)(?:[\s_-]+(?:names?|link|card|info))?(?=\s|$))"
    r"|(?:^|[\s_-]|[a-z])(?:Byline|[Aa]uthorName|ContributorName)s?(?=[\s_-]|$)"
)
"""What pages call an element that names the author: in its class, its id or what tests know it by."""
_NAMED_BY = ("class", "id", "data-testid", "data-component", "data-qa")
_ONE_LINE = frozenset({"span", "b", "i", "em", "strong", "font", "small", "bdi", "meta"})
"""Elements whose text goes on with what stands around it."""
_PROFILE = re.compile(
    r"/(?:authors?|by|contributors?|journalists?|reporters?|autore?s?|auteurs?|autor(?:en|in|a)?)/[^/?#]"
)
"""An address of a page about an author, as sites name such."""


@dataclass(frozen=True, slots=True)
class TimeTag:
    """A `time` of a page, or what an attribute calls a date."""

    value: str
    updated: bool


@dataclass(slots=True)
class StatedValues:
    """What a page states of itself, cleaned, each in the order of the page.

    Attributes:
        metas: contents of meta tags, by their name, property or itemprop in lower case.
        title: of the page, as a browser's tab shows it.
        headings: of the first level.
        canonical: the address that a link calls canonical.
        language: of the root element.
        authors: texts of elements that say they name an author.
        times: those near the headline, nearest first.
    """

    metas: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    headings: list[str] = field(default_factory=list)
    canonical: str = ""
    language: str = ""
    authors: list[str] = field(default_factory=list)
    times: list[TimeTag] = field(default_factory=list)

    def of(self, *names: str) -> Iterator[str]:
        """Yield what meta tags of these names say, in the order of the names."""
        for name in names:
            yield from self.metas.get(name, ())


def stated_values(tree: HtmlElement) -> StatedValues:
    """Collect what a page states in its tags. Cost: linear."""
    said = StatedValues(language=tidy(tree.get("lang") or tree.get("xml:lang") or ""))
    times: list[tuple[int, TimeTag]] = []
    authors: list[tuple[int, str]] = []
    headings: list[tuple[int, bool]] = []
    for place, element in enumerate(tree.iter("*")):
        if element.tag in _IN_HEAD:
            _take_head(element, said)
        elif element.tag in _HEADLINES and len(headings) < _MOST_VALUES:
            headings.extend((place, sure) for sure in _take_heading(element, said))
        elif found := _time(element):
            times.append((place, found))
        if len(authors) < _MOST_VALUES and _names_author(element) and (text := _apart(element)):
            authors.append((place, text))
    sure = [place for place, is_title in headings if is_title]
    at = next(iter(sure or [place for place, _ in headings]), None)
    said.times = _near(times, at) or _agreed([one for _, one in times])
    said.authors = (
        _near(_together(authors, at), at) if at is not None else [text for _, text in authors[:1]]
    )
    return said


def _take_head(element: HtmlElement, said: StatedValues) -> None:
    """Take what a tag states that belongs above the text."""
    if element.tag == "meta":
        _take_meta(element, said)
    elif element.tag == "title":
        said.title = said.title or _said(element)
    elif "canonical" in (element.get("rel") or "").lower().split():
        said.canonical = said.canonical or tidy(element.get("href") or "")


def _take_heading(element: HtmlElement, said: StatedValues) -> Iterator[bool]:
    """Take a heading; tell whether it says what the page calls itself, or that it may be a title."""
    text = _said(element)
    words = words_of(text)
    named = len(words) > _FEW and any(
        f" {' '.join(words)} " in f" {' '.join(words_of(title))} "
        for title in (said.title, *said.metas.get("og:title", ())[:1])
    )
    if text and element.tag == "h1":
        said.headings.append(text)
        yield named
    elif named:
        yield True


def tidy(text: str) -> str:
    """Give strangers' text in one clean line, no longer than any head needs."""
    return one_line(clean(text[:_LONGEST]))


def _said(element: HtmlElement) -> str:
    """Give the text of a small element, parts of it apart; empty for one that says too much."""
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > _LONGEST:
            return ""
        parts.append(text)
    return tidy(" ".join(parts) if len(parts) > 1 and element.tag != "h1" else "".join(parts))


def _apart(element: HtmlElement) -> str:
    """Give the text of a byline, with a stroke between its parts: a name, what it does, a day."""
    parts = list(islice(_parts(element), _MOST_PARTS + 1))
    return tidy("".join(parts)).strip(" |") if len(parts) <= _MOST_PARTS else ""


def _parts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        stroke = "" if inner.tag in _ONE_LINE else " | "
        yield stroke
        yield from _parts(inner)
        yield stroke
        yield inner.tail or ""


def _take_meta(element: HtmlElement, said: StatedValues) -> None:
    content = tidy(element.get("content") or "")
    if not content:
        return
    for attribute in ("name", "property", "itemprop", "http-equiv"):
        for name in (element.get(attribute) or "").lower().split()[:8]:
            values = said.metas.setdefault(name, []) if len(said.metas) < _MOST_VALUES else []
            if len(values) < _MOST_VALUES:
                values.append(content)


def _time(element: HtmlElement) -> TimeTag | None:
    """Read an element that gives a day or a time in an attribute, and says what it is of."""
    prop = (element.get("itemprop") or "").lower()
    value = element.get("datetime") or (element.get("content") if prop.startswith("date") else None)
    if element.tag == "time" or prop in {"datepublished", "datemodified", "datecreated"}:
        value = value or _said(element)
    if not value or not (element.tag == "time" or prop.startswith("date")):
        return None
    around = element.getparent()
    hints = (
        f"{prop} {element.get('class') or ''} {'' if around is None else around.get('class') or ''}"
    )
    return TimeTag(tidy(value), bool(_UPDATES.search(hints)))


def _near(found: list[tuple[int, T]], heading: int | None) -> list[T]:
    """Give what stands near the headline: what is below it, else what is just above."""
    if heading is None:
        return []
    below = [one for place, one in found if 0 < place - heading <= _MOST_BETWEEN]
    above = [one for place, one in found if 0 < heading - place <= _MOST_BETWEEN // 4]
    return below or above[::-1]


def _together(found: list[tuple[int, T]], heading: int) -> list[tuple[int, T]]:
    """Keep what stands together below the headline: who is named further on wrote something else."""
    kept = [one for one in found if one[0] < heading]
    last = heading + _MOST_BETWEEN
    for place, value in found:
        if heading < place <= last:
            kept.append((place, value))
            last = place + _MOST_TOGETHER
    return kept


def _agreed(times: list[TimeTag]) -> list[TimeTag]:
    """Give the times of a page without a headline, if all are of one day."""
    return times if len({one.value[:10] for one in times}) == 1 else []


def _names_author(element: HtmlElement) -> bool:
    """Tell whether an element says that it names an author, by what pages call such."""
    if element.tag in {"meta", "link", "body", "html", "article", "main", "section"}:
        return False
    if "author" in (element.get("rel") or "").lower().split():
        return True
    if (element.get("itemprop") or "").lower() in {"author", "creator"}:
        return True
    if element.tag == "a" and _PROFILE.search(element.get("href") or ""):
        return True
    return any(_BYLINE.search(element.get(name) or "") for name in _NAMED_BY)
