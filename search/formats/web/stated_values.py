"""What a page states in its tags, by name: meta tags, links, attributes, headings, times."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, TypeVar

from search.formats.web.beside_story import around_headlines, stands_beside
from search.formats.web.element_text import element_text, tidy
from search.formats.web.time_tags import shows_today, time_tag
from search.page.lines import words_of
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from search.formats.web.time_tags import TimeTag


T = TypeVar("T")

_MOST_VALUES = 200
"""Meta tags of one name, headings, times, bylines: none of a page has as many."""
_MOST_ELEMENTS = 20_000
"""Elements that are looked at; what a page states of itself stands near its beginning."""
_IN_HEAD = frozenset({"meta", "title", "link"})
_HEADLINES = frozenset({"h1", "h2", "h3"})
_OF_PARSELY = ("author", "authors", "title", "pub-date", "link")
_OF_PAGE = frozenset({"content-language"})
_FEW = 2
"""Words of a heading that may stand in any title."""
_MOST_BETWEEN = 120
"""Elements between a headline and the time that belongs to it."""
_LONGEST_TOKEN = 100
_MOST_TOGETHER = 25
"""Elements from one author's name to the next."""
_CALLED = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|__+|--+")
"""The words that a class or an id is made of."""
_NAMED_BY = ("class", "id", "data-testid", "data-component", "data-qa")
_PROFILE = re.compile(
    r"/(?:authors?|by|contributors?|journalists?|reporters?|autore?s?|auteurs?|autor(?:en|in|a)?)/[^/?#]"
)
"""An address of a page about an author, as sites name such."""


@dataclass(slots=True)
class StatedValues:
    """What a page states of itself, cleaned, each in the order of the page.

    Attributes:
        metas: contents of meta tags, by their name, property or itemprop in lower case.
        title: of the page, as a browser's tab shows it.
        headings: of the first level.
        subheadings: of the second and third that say what the page calls itself.
        marked: texts of elements that are marked as a headline.
        canonical: the address that a link calls canonical.
        language: of the root element.
        authors: texts of elements that say they name an author.
        times: those near the headline, nearest first.
        todays: texts of elements that say they show today's date.
    """

    metas: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    headings: list[str] = field(default_factory=list)
    subheadings: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    canonical: str = ""
    language: str = ""
    authors: list[str] = field(default_factory=list)
    times: list[TimeTag] = field(default_factory=list)
    todays: list[str] = field(default_factory=list)

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
    of_story = around_headlines(tree)
    for place, element in enumerate(islice(tree.iter("*"), _MOST_ELEMENTS)):
        if element.tag in _IN_HEAD:
            _take_head(element, said)
        elif element.tag in _HEADLINES and len(headings) < _MOST_VALUES:
            headings.extend((place, sure) for sure in _take_heading(element, said))
        elif element.get("itemprop") == "headline" and len(said.marked) < _MOST_VALUES:
            said.marked += filter(None, [element_text(element)])
        elif found := time_tag(element, of_story):
            times.append((place, found))
        elif shows_today(element) and len(said.todays) < _MOST_VALUES:
            said.todays.append(element_text(element))
        if (
            len(authors) < _MOST_VALUES
            and _names_author(element)
            and not stands_beside(element, of_story)
            and (text := element_text(element, " | "))
        ):
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
        said.title = said.title or element_text(element)
    elif "canonical" in (element.get("rel") or "").lower().split():
        said.canonical = said.canonical or tidy(element.get("href") or "")


def _take_heading(element: HtmlElement, said: StatedValues) -> Iterator[bool]:
    """Take a heading; tell whether it says what the page calls itself, or that it may be a title."""
    text = element_text(element)
    words = words_of(text)
    named = len(words) > _FEW and any(
        f" {' '.join(words)} " in f" {' '.join(words_of(title))} "
        for title in (said.title, *said.metas.get("og:title", ())[:1])
    )
    if text and element.tag == "h1":
        said.headings.append(text)
        yield named
    elif named:
        said.subheadings.append(text)
        yield True


def _take_meta(element: HtmlElement, said: StatedValues) -> None:
    content = tidy(element.get("content") or element.get("value") or "")
    if not content:
        return
    if element.get("name") == "parsely-page":
        _take_parsely(content, said)
    for attribute in ("name", "property", "itemprop", "http-equiv"):
        for name in (element.get(attribute) or "").lower().split()[:8]:
            if attribute == "http-equiv" and name not in _OF_PAGE:
                continue  # how it was served, and when, says nothing of the article
            values = said.metas.setdefault(name, []) if len(said.metas) < _MOST_VALUES else []
            if len(values) < _MOST_VALUES:
                values.append(content)


def _take_parsely(content: str, said: StatedValues) -> None:
    """Take what a tag for Parse.ly states, which is JSON."""
    try:
        stated = json.loads(content)
    except (ValueError, RecursionError):
        return
    for name in _OF_PARSELY:
        value = stated.get(name.replace("-", "_")) if isinstance(stated, dict) else None
        for one in (value if isinstance(value, list) else [value])[:_MOST_VALUES]:
            if isinstance(one, str) and (text := tidy(one)):
                said.metas.setdefault(f"parsely-{name}", []).append(text)


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
    called = (element.get(name) for name in _NAMED_BY)
    return any(_is_byline(token) for said in called if said for token in said.split()[:20])


@lru_cache(maxsize=1 << 12)
def _is_byline(token: str) -> bool:
    """Tell whether a class or an id, `story-byline` or `AuthorName`, says that an author is named.

    What it says besides has to be of no part beside the name: a picture, an office, a comment.
    """
    words = [word.lower() for word in _CALLED.findall(token[:_LONGEST_TOKEN])]
    lists = word_lists("formats/web/page_words")["bylines"]
    joined = {f"{one}{other}" for one, other in pairwise(words)}
    named = not joined.isdisjoint(lists["joined"]) or not set(words).isdisjoint(lists["authors"])
    return named and set(words).isdisjoint(lists["besides"])
