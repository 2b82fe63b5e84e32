"""What a page states of its article as linked data (JSON-LD in the terms of schema.org)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from search.formats.web.element_text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_LARGEST = 1 << 20
"""Characters of one script; the longest article's text has as many."""
_MOST_NODES = 5_000
_LAST_COMMA = re.compile(r",(\s{0,100}[}\]])")
_VOCABULARY = re.compile(r"schema:|https?://schema\.org/")
_NAMED_DAY = re.compile(
    r"[\"'](?P<name>datePublished|dateModified)[\"']\s{0,9}:\s{0,9}[\"'](?P<day>[^\"'<>\n]{8,40})[\"']"
)
_NAMED_ARTICLE = re.compile(
    r"[\"']@type[\"']\s{0,9}:\s{0,9}[\[\s]{0,9}[\"'](\w{0,30}(?:Article|BlogPosting|Report|Review))[\"']"
)
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|\]\]>|/\*\]\]>\*/)\s*$"
)
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting)$")
_PAGE = frozenset({"WebPage", "ItemPage", "VideoObject", "CreativeWork"})


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article as linked data states it; None or empty where it states nothing.

    Attributes:
        authors: names as they stand, each with whether it is said to be an organisation's.
        published, updated, created: as they stand; the last is when it was begun.
        body: the text, which may be cut short or hold HTML.
    """

    headline: str = ""
    authors: tuple[tuple[str, bool], ...] = ()
    published: str = ""
    updated: str = ""
    created: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()
    body: str = ""
    is_article: bool = False


def linked_article(tree: HtmlElement, titles: Sequence[str]) -> LinkedArticle:
    """Give the article that a page's linked data describes.

    Where it describes several, that one whose headline the page has too (`titles`); else the first
    article; else what it says of the page itself. Of scripts that are no JSON only days
    are taken. Cost: linear.
    """
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str)}
    articles = [node for node in nodes if any(map(_ARTICLE.search, _types(node)))]
    pages = [node for node in nodes if not _PAGE.isdisjoint(_types(node))]
    said = {title.casefold() for title in titles}
    meant = [node for node in articles if _text(node.get("headline")).casefold() in said]
    for node in (*meant, *articles, *pages):
        return _understood(node, by_id, is_article=bool(articles))
    return LinkedArticle()


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        source = _WRAPPED.sub("", script.text or "")
        if len(source) > _LARGEST:
            continue
        try:
            # Line breaks within strings are common, and so is what follows the document's end.
            yield _decoded(source.strip())
        except (ValueError, RecursionError):
            yield _days_of_broken(source)


def _decoded(source: str) -> Any:
    """Load JSON, also with commas after the last of several things or with entities, as templates write it."""
    decoder = json.JSONDecoder(strict=False, object_pairs_hook=_without_vocabulary)
    try:
        return decoder.raw_decode(source)[0]
    except ValueError:
        if "&quot;" in source:
            source = unescape(source)
        return decoder.raw_decode(_LAST_COMMA.sub(r"\1", source))[0]


def _without_vocabulary(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Give an object whose names are bare: `schema:headline` and `http://schema.org/headline` too."""
    return {
        name[found.end() :] if (found := _VOCABULARY.match(name)) else name: value
        for name, value in pairs
    }


def _days_of_broken(source: str) -> dict[str, str]:
    """Give the days that a script names which isn't JSON, of an article; each if all it has agree."""
    said: dict[str, set[str]] = {}
    for found in _NAMED_DAY.finditer(source):
        said.setdefault(found["name"], set()).add(found["day"])
    kind = _NAMED_ARTICLE.search(source)
    days = {name: days.pop() for name, days in said.items() if len(days) == 1}
    return {"@type": kind[1], **days} if kind and days else {}


def _nodes(document: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of a document that has a type, from the top down, in order."""
    waiting: list[Any] = [document]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one[:_MOST_NODES])
        elif isinstance(one, dict):
            if one.get("@type"):
                yield one
            waiting.extend(
                one[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in one
            )


def _types(node: dict[str, Any]) -> list[str]:
    value = node.get("@type")
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _understood(
    node: dict[str, Any], by_id: dict[str, dict[str, Any]], *, is_article: bool
) -> LinkedArticle:
    keywords = node.get("keywords")
    listed = keywords if isinstance(keywords, list) else [keywords]
    body = node.get("articleBody")
    return LinkedArticle(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(_people(node.get("author") or node.get("creator"), by_id)),
        published=_day(node.get("datePublished")) or _day(node.get("uploadDate")),
        updated=_day(node.get("dateModified")),
        created=_day(node.get("dateCreated")),
        publisher=next((name for name, _ in _people(node.get("publisher"), by_id)), ""),
        url=_text(node.get("url")) or _address(node.get("mainEntityOfPage")),
        language=_text(node.get("inLanguage")),
        keywords=tuple(text for one in listed if (text := _text(one))),
        body=body if isinstance(body, str) else "",
        is_article=is_article,
    )


def _people(
    value: Any, by_id: dict[str, dict[str, Any]], *, nested: bool = False
) -> Iterator[tuple[str, bool]]:
    """Yield names, each with whether it is an organisation's."""
    for one in (value if isinstance(value, list) else [value])[:200]:
        if not isinstance(one, dict):
            if text := _text(one):
                yield text, False
            continue
        known = by_id.get(one["@id"], one) if isinstance(one.get("@id"), str) else one
        if "@list" in one and not nested:
            yield from _people(one["@list"], by_id, nested=True)
            continue
        node = one if one.get("name") else known
        parts = [_text(node.get(part)) for part in ("givenName", "familyName")]
        names = node.get("name") or " ".join(filter(None, parts))
        for name in names if isinstance(names, list) else [names]:
            if text := _text(name):
                yield text, "Organization" in " ".join(_types(node))


def _text(value: Any) -> str:
    """Give a string in one clean line, also where its entities were escaped twice; else empty."""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, list):
        value = next(iter(value), None)
    return tidy(unescape(value)) if isinstance(value, str) else ""


def _day(value: Any) -> str:
    """Give a day as it stands, also where it is a number of seconds."""
    return str(value) if type(value) is int else _text(value)


def _address(value: Any) -> str:
    if isinstance(value, dict):
        return _text(value.get("@id")) or _text(value.get("url"))
    return _text(value)
